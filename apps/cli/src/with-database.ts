import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { BuiltInServerError, fullDisk, runningServerUrl, startBuiltInServer, watchRoom } from '@monitor/built-in-server';
import {
  type ChangeOptions,
  createLogins,
  type Database,
  DatabaseError,
  explainTrouble,
  isForbidden,
  loginUrl,
  openDatabase,
  prepareDatabase,
  TroubleError,
} from '@monitor/store';
import { type CommandContext, UsageError } from './command-context.ts';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { progressBar } from './progress-bar.ts';
import { waitWords } from './words.ts';

/**
 * Does something with the database of `DATABASE_URL`; without one, with the built-in server: the one that runs already, or one that
 * is started for this and stopped afterwards.
 */
export async function withDatabase<Result>(
  context: CommandContext,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  return withDatabaseServer(context, (url) => withDatabaseAt(url, work));
}

/** Does something with the database of an address. */
export async function withDatabaseAt<Result>(url: string, work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(url, { connections: 4, statementTimeout: 0 });
  try {
    const result = await work(database);
    await database.close();
    return result;
  } catch (error) {
    // Nothing runs any more, but the driver waits for a transaction whose connection broke.
    await database.close(1);
    throw isForbidden(error) ? new DatabaseError(lacksRight, { cause: error }) : explainTrouble(error);
  }
}

const lacksRight =
  'The user of DATABASE_URL does not have the right to do this. Nothing was changed. Restore as the user that owns the tables, and do all else as monitor_import.';

/** Does something with the address of that database. */
export async function withDatabaseServer<Result>(context: CommandContext, work: (url: string) => Promise<Result>): Promise<Result> {
  const server = await findServer(context);
  try {
    return await work(server.url);
  } catch (error) {
    throw context.databaseUrl === undefined ? await blameFullDisk(error, context.serverFolder) : error;
  } finally {
    await server.stop();
  }
}

/** The same error, unless it comes from a full disk of the built-in server: then it says so, and how much is free. */
async function blameFullDisk(error: unknown, folder: string): Promise<unknown> {
  if (!(error instanceof TroubleError)) return error;
  const { trouble, outcome } = error;
  const happened = await fullDisk(folder, trouble.name === 'disk_full');
  if (happened === undefined) return error;
  return diskFull(happened, outcome, error);
}

function diskFull(happened: string, outcome: string, cause?: unknown): TroubleError {
  return new TroubleError({ name: 'disk_full', happened, toDo: 'Make room on that disk, then try again.' }, outcome, { cause });
}

/** Looking must not make a database where none was. */
export async function refuseToMakeServer({ databaseUrl, serverFolder }: CommandContext): Promise<void> {
  if (databaseUrl !== undefined) return;
  const made = await access(join(serverFolder, 'cluster', 'PG_VERSION')).then(
    () => true,
    () => false,
  );
  if (!made) throw new UsageError('none found. Run "npx pnpm@12.4.2 start" once, or set DATABASE_URL.');
}

/**
 * Writes with a signal that also aborts when the disk of the built-in server runs full: what is written is undone then, rather than that
 * the server ends for everybody.
 */
export async function whileThereIsRoom<Result>(
  { databaseUrl, serverFolder, signal }: CommandContext,
  write: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  if (databaseUrl !== undefined) return write(signal);
  const room = new AbortController();
  const leave = watchRoom(serverFolder, (happened) => room.abort(diskFull(happened, 'Nothing was stored or changed.')));
  try {
    return await write(AbortSignal.any([signal, room.signal]));
  } finally {
    leave();
  }
}

async function findServer({
  databaseUrl,
  serverFolder,
  notify,
}: CommandContext): Promise<{ url: string; stop: () => Promise<void> }> {
  const leave = async () => {};
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: leave };
  try {
    return await startBuiltInServer({ folder: serverFolder });
  } catch (error) {
    const running = error instanceof BuiltInServerError ? await runningServerUrl({ folder: serverFolder }) : undefined;
    if (running === undefined) throw error;
    notify('Using the built-in PostgreSQL that is already running.');
    return { url: running, stop: leave };
  }
}

/**
 * Does something with the database, once its tables and places are those of this version. With the built-in server that is done as the
 * user who owns the tables, and the work as one who can only import.
 * @param work is given a signal that aborts it when the person does, or when the disk runs full
 */
export async function withPreparedDatabase<Result>(
  context: CommandContext,
  work: (database: Database, signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  return withDatabaseServer(context, async (url) => {
    await withDatabaseAt(url, async (database) => {
      await prepareDatabase(database, { readReference: context.readReference, loadGazetteer }, context);
      if (context.databaseUrl === undefined) await createLogins(database, url);
    });
    context.signal.throwIfAborted();
    // What is kept beside a spread record belongs to the owner.
    const writer = context.spread === undefined ? loginUrl(url, 'monitor_writer') : url;
    return withDatabaseAt(context.databaseUrl ?? writer, (database) =>
      whileThereIsRoom(context, (signal) => work(database, signal)),
    );
  });
}

/** Shows a progress bar while incidents are removed or changed. @param stage what is being done */
export async function whileChanging<Result>(
  { errors, notify }: CommandContext,
  stage: string,
  change: (shown: Pick<ChangeOptions, 'onWait' | 'onProgress'>) => Promise<Result>,
): Promise<Result> {
  const bar = progressBar(errors);
  try {
    return await change({
      onWait: (holder) => notify(waitWords(holder)),
      onProgress: ({ done, total }) => bar.update(done, total, done, stage),
    });
  } finally {
    bar.stop();
  }
}
