import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import { cubeAnalytics } from '../src/cube/cube-analytics.ts';
import { CubeSource } from '../src/cube/cube-source.ts';
import { keepCube } from '../src/cube/keep-cube.ts';
import type { Api } from '../src/services.ts';
import { appWith, type TestApp } from './test-app.ts';

/** Milliseconds that each takes over a new version later than the one before. */
const laterBy = 80;

/** Two servers over the database of an app, each with its own snapshot; the second always has it a little later. */
export function useTwoServers(used: TestApp): readonly Api[] {
  const servers: Api[] = [];
  const stopping = new AbortController();
  const keeping: Promise<void>[] = [];
  beforeAll(async () => {
    for (const late of [0, laterBy]) {
      const cube = new CubeSource();
      keeping.push(
        keepCube(used.database, {
          signal: stopping.signal,
          onFailure: () => undefined,
          hold: (held) => (cube.held = held),
          publish: (fresh) => void wait(late).then(() => cube.replace(fresh)),
        }),
      );
      await cube.atLeast(1, AbortSignal.timeout(60_000));
      servers.push(await appWith(used, { cube, analytics: cubeAnalytics(used.database, cube) }));
    }
  });
  afterAll(async () => {
    stopping.abort();
    await Promise.all([...keeping, ...servers.map((server) => server.close())]);
  });
  return servers;
}
