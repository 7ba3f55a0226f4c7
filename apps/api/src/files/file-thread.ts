/* Writes one file at a time, apart from what answers requests: its garbage would make the memory of these grow. */
import { workerData } from 'node:worker_threads';
import { type Database, openDatabase } from '@monitor/store';
import { learnTheWorld } from '@monitor/geography/world';
import { lowerPriority } from '../lower-priority.ts';
import { answerCalls } from '../remote-calls.ts';
import { type FileHead, type FileOrder, type MadeFile, makeFileHere, type Piece } from './make-file.ts';

lowerPriority('files');
learnTheWorld();
let opened: Promise<Database> | undefined;
/** Opened with the first file, so that a database that is away fails that file and not the thread. */
async function openedDatabase(): Promise<Database> {
  opened ??= openDatabase(workerData as string, { connections: 1 });
  opened.catch(() => (opened = undefined));
  return opened;
}

let stopping = new AbortController();
let file: Promise<MadeFile> | undefined;

const functions = {
  async begin(order: FileOrder): Promise<FileHead> {
    stopping = new AbortController();
    const { signal } = stopping;
    file = openedDatabase().then((database) => makeFileHere(database)(order, signal));
    const { datasetVersion, datasets, total } = await file;
    return { datasetVersion, datasets, total };
  },
  /** The next piece; undefined after the last. */
  async next(): Promise<Piece | undefined> {
    const { pieces } = await file!;
    return (await pieces.next()).value ?? undefined;
  },
  /** Ends the file; the next one can begin then. */
  async end(isWhole: boolean): Promise<void> {
    if (!isWhole) stopping.abort();
    const last = await file?.catch(() => undefined);
    await last?.pieces.return();
    await last?.close();
    if (isWhole) return;
    // A statement that was cancelled before it began leaves the driver's connection without an answer for ever.
    const database = await opened?.catch(() => undefined);
    opened = undefined;
    await database?.close(0);
  },
};
export type FileWriting = typeof functions;

answerCalls(functions);
