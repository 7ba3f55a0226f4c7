import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BuiltInServerError } from './built-in-server-error.ts';
import { isPostgres, readPostmasterFile, removePostmasterFile } from './postmaster-file.ts';
import { runningProcess } from './running-process.ts';

/** Who started the server of a data folder, kept beside the cluster as `owner.json`. */
interface Owner {
  readonly pid: number;
  readonly started: string | undefined;
  readonly postmaster: number;
}

const ownerFile = (folder: string) => join(folder, 'owner.json');

/**
 * Whether the cluster of a data folder is free to be started.
 *
 * `orphaned` is a server that was started from this product in this folder and whose starter is gone (ended by `kill -9` or a
 * crash): nobody uses it any more, so the caller stops it and continues. A server with a live starter, or one started by other
 * means, is never touched: that is a `BuiltInServerError` which names the process. A `postmaster.pid` whose process has ended, or
 * whose number now belongs to another program, is left over from a crash and can be ignored.
 */
export async function claimCluster(folder: string): Promise<'free' | 'orphaned'> {
  const recorded = (await readPostmasterFile(folder))?.pid;
  if (recorded === undefined) return 'free';
  const postmaster = await runningProcess(recorded);
  if (postmaster === undefined) return 'free';
  if (!isPostgres(postmaster)) {
    // PostgreSQL itself would take the other program for a server and refuse.
    await removePostmasterFile(folder);
    return 'free';
  }
  const owner = await readOwner(folder);
  const starter = owner && owner.postmaster === recorded ? owner : undefined;
  if (starter === undefined) throw inUse(folder, recorded);
  const alive = await runningProcess(starter.pid);
  if (alive !== undefined && alive.started === starter.started) throw inUse(folder, starter.pid);
  return 'orphaned';
}

/** Notes that this process has started the server. */
export async function recordOwner(folder: string, postmaster: number): Promise<void> {
  const owner: Owner = { pid: process.pid, started: (await runningProcess(process.pid))?.started, postmaster };
  await writeFile(ownerFile(folder), `${JSON.stringify(owner)}\n`);
}

export async function forgetOwner(folder: string): Promise<void> {
  await rm(ownerFile(folder), { force: true });
}

async function readOwner(folder: string): Promise<Owner | undefined> {
  try {
    const owner = JSON.parse(await readFile(ownerFile(folder), 'utf8')) as Partial<Owner>;
    return typeof owner.pid === 'number' && typeof owner.postmaster === 'number'
      ? { pid: owner.pid, started: owner.started, postmaster: owner.postmaster }
      : undefined;
  } catch {
    return undefined;
  }
}

function inUse(folder: string, pid: number): BuiltInServerError {
  return new BuiltInServerError(
    `The data folder ${folder} is in use by process ${pid}. Stop that process first, or set DATA_FOLDER to another folder.`,
  );
}
