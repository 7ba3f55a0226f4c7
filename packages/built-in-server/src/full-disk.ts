import { readFile, statfs } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes below which PostgreSQL cannot work: its log of changes grows by as many as half of this at a time. */
const leastFree = 32 * 2 ** 20;

const ready = 'database system is ready to accept connections';
const noSpace = 'No space left on device';

export const logFile = (folder: string) => join(folder, 'server.log');

/**
 * Says that the disk of a data folder is full, and how much is free; undefined where nothing speaks for it. When the server ends for
 * want of room it gives some back, so its log counts too, from the time on at which it last worked.
 * @param isKnown where the server has said so itself
 */
export async function fullDisk(folder: string, isKnown = false): Promise<string | undefined> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (!isKnown && free >= leastFree && !(await complaints(folder)).includes(noSpace)) return undefined;
  return `The disk is full: ${(free / 1e9).toFixed(2)} GB free in ${folder}.`;
}

async function complaints(folder: string): Promise<string> {
  const log = await readFile(logFile(folder), 'utf8').catch(() => '');
  return log.slice(log.lastIndexOf(ready) + 1);
}
