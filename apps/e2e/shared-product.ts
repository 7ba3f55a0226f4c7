/* One running product for all journeys that only read. It gets ready while other tests run; `await-product.ts` waits for it. */
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { TestProject } from 'vitest/node';
import { freshUrl } from '../../packages/store/database-tests/template-database.ts';
import { madeUpRise } from './made-up-rise.ts';
import { startProduct } from './running-product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running product. */
    readonly address: string;
    /** Address of its database; see `made-up-record.ts`. */
    readonly databaseUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const port = await freePort();
  const { cluster } = project.getProvidedContext();
  const databaseUrl = freshUrl(cluster);
  const starting = startProduct(cluster, port, madeUpRise, {}, databaseUrl);
  // Said at once; the tests that wait for it fail by themselves.
  starting.catch((error: unknown) => console.error(error));
  project.provide('address', `http://127.0.0.1:${port}`);
  project.provide('databaseUrl', databaseUrl);
  return async () => (await starting).remove();
}

/** A port that no program listens at, below those that the system gives to programs that do not ask for a certain one. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000);
    const probe = createServer();
    const free = await Promise.race([
      once(probe.listen(port, '127.0.0.1'), 'listening').then(() => true),
      once(probe, 'error').then(() => false),
    ]).catch(() => false);
    probe.close();
    if (free) return port;
  }
}
