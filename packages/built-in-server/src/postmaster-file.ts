import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { clusterFolder } from './binaries.ts';
import { runningProcess, type RunningProcess } from './running-process.ts';

/** What a server says of itself in the `postmaster.pid` of its cluster. */
export interface PostmasterFile {
  readonly pid: number;
  /** TCP port; undefined until the server has written it. */
  readonly port: number | undefined;
  /** Whether the server accepts connections. */
  readonly ready: boolean;
}

const path = (folder: string) => join(clusterFolder(folder), 'postmaster.pid');

/** Reads the file of a data folder's cluster; undefined if there is none, or none with the number of a process. */
export async function readPostmasterFile(folder: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(path(folder), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  // Lines: process, data folder, start time, port, socket folder, address, shared memory, status.
  const lines = text.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  // A negative number is that of a single-user server.
  return { pid: Math.abs(pid), port: port > 0 ? port : undefined, ready: lines[7]?.trim() === 'ready' };
}

/** Whether the server that the file speaks of accepts connections. */
export async function isServing(folder: string): Promise<boolean> {
  const written = await readPostmasterFile(folder);
  if (!written?.ready) return false;
  const server = await runningProcess(written.pid);
  return server !== undefined && !server.ending && isPostgres(server);
}

export async function removePostmasterFile(folder: string): Promise<void> {
  await rm(path(folder), { force: true });
}

/** Whether a process may be a PostgreSQL server, which it may where the system does not tell its program. */
export function isPostgres({ program }: RunningProcess): boolean {
  return program === undefined || /postgres/i.test(basename(program));
}
