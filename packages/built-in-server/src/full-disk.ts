import { readFile, statfs } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes below which PostgreSQL cannot work: its log of changes grows by as many as half of this at a time. */
const leastFree = 32 * 2 ** 20;

/** Bytes that those who write leave free: PostgreSQL ends for all others, too, where its log of changes finds no room. */
const reserve = 2 * leastFree;
/** Milliseconds between two looks at what is free. */
const watchInterval = 100;

const ready = 'database system is ready to accept connections';
export const noSpace = 'No space left on device';

export const logFile = (folder: string) => join(folder, 'server.log');

/**
 * Says that the disk of a data folder is full, and how much is free; undefined if nothing speaks for it. When the server ends for
 * want of room it gives some back, so its log counts too, from the time on at which it last worked.
 * @param isKnown where the server has said so itself
 */
export async function fullDisk(folder: string, isKnown = false): Promise<string | undefined> {
  const free = await freeBytes(folder);
  if (!isKnown && free >= leastFree && !(await complaints(folder)).includes(noSpace)) return undefined;
  return fullWords(free, folder);
}

/** The same for a person who starts with this folder: also how much is needed, and what to do. */
export async function fullDiskAtStart(folder: string, isKnown = false): Promise<string | undefined> {
  const happened = await fullDisk(folder, isKnown);
  return (
    happened && `${happened} It needs at least 0.5 GB. Make room on that disk, or set DATA_FOLDER to a folder on another disk.`
  );
}

/** Looks after the room that is left while somebody writes. @param onFull told once when it runs out, in the same words. Returns what ends it. */
export function watchRoom(folder: string, onFull: (happened: string) => void): () => void {
  let isOver = false;
  const end = () => {
    isOver = true;
    clearInterval(timer);
  };
  const look = async () => {
    // What cannot be looked at says nothing; PostgreSQL says what is wrong.
    const free = await freeBytes(folder).catch(() => reserve);
    if (free >= reserve || isOver) return;
    end();
    onFull(fullWords(free, folder));
  };
  const timer = setInterval(() => void look(), watchInterval);
  return end;
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

const fullWords = (free: number, folder: string) => `The disk is full: ${(free / 1e9).toFixed(2)} GB free in ${folder}.`;

async function complaints(folder: string): Promise<string> {
  const log = await readFile(logFile(folder), 'utf8').catch(() => '');
  return log.slice(log.lastIndexOf(ready) + 1);
}
