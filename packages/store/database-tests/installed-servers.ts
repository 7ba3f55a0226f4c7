import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '@monitor/built-in-server/free-port';
import { oldestMajorVersion } from '../src/connection/open-database.ts';

/* Servers of other major versions than the built-in one, as the packages of Debian and Ubuntu install them. */

const run = promisify(execFile);
const installation = '/usr/lib/postgresql';

/** Major versions that are installed here, and that the product works with. */
export const installedMajors: readonly number[] = existsSync(installation)
  ? readdirSync(installation)
      .map(Number)
      .filter((major) => major >= oldestMajorVersion && existsSync(join(installation, String(major), 'bin/initdb')))
  : [];

/** Root may not run PostgreSQL; the packages make an account that does. */
const account = process.getuid?.() === 0 ? { uid: Number(execFileSync('id', ['-u', 'postgres'])) } : {};

export interface InstalledServer {
  /** Of an empty database. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts a server of an installed major version on a new folder, which is gone when it is stopped. */
export async function startInstalled(major: number): Promise<InstalledServer> {
  const folder = await mkdtemp(join(tmpdir(), `monitor-postgresql-${major}-`));
  if (account.uid !== undefined) await chown(folder, account.uid, -1);
  const program = (name: string, ...parameters: string[]) =>
    run(join(installation, String(major), 'bin', name), parameters, { ...account, cwd: folder, timeout: 60_000 });
  const data = join(folder, 'data');
  const port = await freePort();
  await program('initdb', `--pgdata=${data}`, '--username=monitor', '--auth=trust', '--encoding=UTF8', '--locale=C');
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`;
  await program('pg_ctl', 'start', '--wait', `--pgdata=${data}`, `--log=${join(folder, 'server.log')}`, `--options=${options}`);
  return {
    url: `postgres://monitor@127.0.0.1:${port}/postgres`,
    async stop() {
      await program('pg_ctl', 'stop', '--mode=immediate', `--pgdata=${data}`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
