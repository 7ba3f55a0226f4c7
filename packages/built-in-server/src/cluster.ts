import { randomBytes } from 'node:crypto';
import { lchown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BuiltInServerError } from './built-in-server-error.ts';
import { type Binaries, clusterFolder } from './binaries.ts';
import { fullDiskAtStart, noSpace } from './full-disk.ts';
import { type Launcher, runLaunched } from './launcher.ts';

/** The database user that owns everything in the built-in server. */
const superuser = 'monitor';

const passwordFile = (cluster: string) => join(cluster, 'monitor-password');

export async function clusterExists(folder: string): Promise<boolean> {
  return (await stat(join(clusterFolder(folder), 'PG_VERSION')).catch(() => undefined)) !== undefined;
}

async function readPassword(folder: string): Promise<string> {
  try {
    return (await readFile(passwordFile(clusterFolder(folder)), 'utf8')).trim();
  } catch (error) {
    throw new BuiltInServerError(
      `The password of the built-in PostgreSQL cannot be read from ${passwordFile(clusterFolder(folder))}. Start as the user who created it.`,
      { cause: error },
    );
  }
}

/** The address of the server of a data folder at a port of this machine. Throws `BuiltInServerError` where its password cannot be read. */
export async function serverUrl(folder: string, port: number): Promise<string> {
  return `postgres://${superuser}:${await readPassword(folder)}@127.0.0.1:${port}/postgres`;
}

/**
 * Makes the cluster in a folder of another name and renames it when complete, so that a crash never leaves half a cluster.
 * For the owner of the folder alone.
 * UTF-8 with the built-in locale C.UTF-8: the same order and the same letters on every operating system.
 */
export async function createCluster(folder: string, binaries: Binaries, launcher: Launcher): Promise<void> {
  await removeUnfinished(folder);
  const unfinished = join(folder, 'cluster.new');
  const password = join(folder, 'password.new');
  try {
    await mkdir(unfinished, { mode: 0o700 });
    await writeFile(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    for (const path of [unfinished, password]) await handOver(path, launcher);
    await runLaunched(
      launcher,
      binaries.initdb,
      [
        `--pgdata=${unfinished}`,
        `--username=${superuser}`,
        `--pwfile=${password}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-instructions',
      ],
      { env: { ...process.env, LC_ALL: 'C' } },
    );
    await rename(password, passwordFile(unfinished));
    await rename(unfinished, clusterFolder(folder));
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    await rm(password, { force: true });
    throw await initialisationError(folder, error);
  }
}

/** Removes what starts that were killed left behind; an earlier version added its process number to the names. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (/^(?:cluster|password)\.new(?:-\d+-\w+)?$/.test(name)) await rm(join(folder, name), { recursive: true, force: true });
}

async function handOver(path: string, { owner }: Launcher): Promise<void> {
  if (owner !== undefined) await lchown(path, owner.uid, owner.gid);
}

/**
 * Gives a cluster that root made in a user namespace to the account that PostgreSQL runs as now, where namespaces have been forbidden
 * since. The folder itself comes last, so that what was broken off is done again.
 */
export async function handOverCluster(folder: string, launcher: Launcher): Promise<void> {
  const cluster = clusterFolder(folder);
  if (launcher.owner === undefined || (await stat(cluster)).uid === launcher.owner.uid) return;
  for (const name of await readdir(cluster, { recursive: true })) await handOver(join(cluster, name), launcher);
  await handOver(cluster, launcher);
}

async function initialisationError(folder: string, error: unknown): Promise<BuiltInServerError> {
  const { stderr, code } = error as { stderr?: string; code?: string | number };
  const full = await fullDiskAtStart(folder, code === 'ENOSPC' || stderr?.includes(noSpace));
  if (full !== undefined) return new BuiltInServerError(full, { cause: error });
  const reason = stderr?.split('\n').find((line) => line.startsWith('initdb:')) ?? String(error).split('\n')[0];
  return new BuiltInServerError(`The built-in PostgreSQL could not create its data in ${folder}: ${reason}`, { cause: error });
}
