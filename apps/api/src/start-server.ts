import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuiltInServer, fullDiskAtStart, startBuiltInServer } from '@monitor/built-in-server';
import {
  actingAs,
  createLogins,
  DatabaseError,
  explainTrouble,
  isSpreadRecord,
  loginUrl,
  openDatabase,
  readDatasetsAtVersion,
  TroubleError,
} from '@monitor/store';
import { learnFocus } from '@monitor/geography';
import { collectAtRest } from './collect-at-rest.ts';
import { type Config, ConfigError } from './config.ts';
import { answeringThreads } from './cube/answering-threads.ts';
import { cubeAnalytics } from './cube/cube-analytics.ts';
import { CubeSource, startCubeThread } from './cube/cube-source.ts';
import type { CubeDatabases } from './cube/cube-thread.ts';
import { Door } from './door.ts';
import { readEdition } from './edition.ts';
import { fileThreads } from './files/file-threads.ts';
import { SharedAnswers } from './http/shared-answers.ts';
import { prepareData } from './prepare-data.ts';
import type { Api, Services } from './services.ts';
import { sqlAnalytics } from './sql-analytics.ts';
import { onceAMinute, type Terminal } from './terminal.ts';

const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Things to undo, last first. */
export type Undo = (() => Promise<void>)[];

/**
 * Starts everything in order: the database, its data, and the server.
 * Whatever has been started adds its end to `undo`, so that a failure at any step leaves nothing behind.
 * Returns the address. Throws errors with a one-line message where a person can put the cause right.
 */
export async function startServer(config: Config, terminal: Terminal, undo: Undo, signal: AbortSignal): Promise<string> {
  try {
    return await startAll(config, terminal, undo, signal);
  } catch (error) {
    throw await trueReason(explainTrouble(error), config);
  }
}

/** The same error, unless it comes from a full disk of the built-in server: then it says so, and how much is needed. */
async function trueReason(error: unknown, config: Config): Promise<unknown> {
  if (config.databaseUrl !== undefined || !(error instanceof DatabaseError)) return error;
  const isKnown = error instanceof TroubleError && error.trouble.name === 'disk_full';
  const full = await fullDiskAtStart(serverFolder(config), isKnown);
  return full === undefined ? error : new DatabaseError(full, { cause: error });
}

async function startAll(config: Config, terminal: Terminal, undo: Undo, signal: AbortSignal): Promise<string> {
  learnFocus(config.focus);
  const door = new Door(config.operator === undefined);
  undo.push(() => door.close());
  await door.open(config);
  const own = config.databaseUrl === undefined ? await startOwnServer(config, undo) : undefined;
  const url = await prepare(own, config, signal, terminal);
  const open = async (at: string, connections?: number) => {
    const opened = await openDatabase(at, { ...(connections !== undefined && { connections }) });
    undo.push(() => opened.close());
    return opened;
  };
  const newest = config.replicaUrl === undefined ? undefined : await open(url, 2);
  const readUrl = newest && config.replicaUrl ? await actingAs(newest, config.replicaUrl, 'monitor_reader') : url;
  const database = await open(readUrl);
  if (isSpreadRecord(database) && config.analytics === 'cube')
    throw new ConfigError('This record is spread over several servers, which answer themselves. Set ANALYTICS=sql.');
  const watch = await open(readUrl, 2);
  signal.throwIfAborted();

  // What answers requests is loaded beside the reading of the incidents. Datasets, which take long to count, are known before a crowd asks.
  const [{ buildApp }, cube] = await Promise.all([
    import('./app.ts'),
    config.analytics === 'cube' ? startCube({ databaseUrl: readUrl, primaryUrl: newest && url }, undo, signal) : undefined,
    readDatasetsAtVersion(database, { signal }),
  ]);
  const answering = cube && answeringThreads();
  if (answering) undo.push(() => answering.stop());
  const files = fileThreads(readUrl);
  undo.push(() => files.stop());
  const answers = new SharedAnswers();
  collectAtRest(() => answers.keepFew());
  const services: Services = {
    database,
    newest,
    watch,
    makeFile: files.make,
    cube,
    analytics: cube ? cubeAnalytics(database, cube, answering?.ask) : sqlAnalytics(database),
    answering: answering?.line,
    databaseTrouble: own?.trouble,
    edition: await readEdition(database),
    settings: config,
  };
  const app = await buildApp({ ...services, answers, logLevel: config.logLevel, webFolder, serverFactory: () => door.server });
  app.addHook('preClose', () => door.close());
  undo.push(() => stopListening(app));
  signal.throwIfAborted();
  await app.ready();
  door.letIn((request, response) => app.routing(request, response));
  return door.address;
}

/** Prepares the data as the user who owns them. Returns the address for a user, or at least a role, that can only read what answers need. */
async function prepare(
  own: BuiltInServer | undefined,
  { databaseUrl, demo }: Config,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<string> {
  const ownerUrl = databaseUrl ?? own?.url ?? '';
  const database = await openDatabase(ownerUrl);
  try {
    signal.throwIfAborted();
    await prepareData(database, { demo, signal, terminal });
    if (own === undefined) return await actingAs(database, ownerUrl, 'monitor_reader');
    await createLogins(database, ownerUrl);
    return loginUrl(ownerUrl, 'monitor_reader');
  } finally {
    await database.close();
  }
}

/**
 * The snapshot in memory, read once and kept up to date from here on. Throws `DatabaseError` where the first reading fails; later
 * failures are reported and retried.
 */
async function startCube(databases: CubeDatabases, undo: Undo, signal: AbortSignal): Promise<CubeSource> {
  const cube = new CubeSource();
  const failed = new AbortController();
  const warn = onceAMinute((failure) => process.stderr.write(`Could not update the snapshot in memory. Retrying: ${failure}\n`));
  const thread = startCubeThread(databases, cube, (failure) => {
    if (cube.current) warn(failure);
    else failed.abort(new DatabaseError(`Could not read the incidents into memory: ${failure}`));
  });
  undo.push(() => thread.stop());
  await cube.atLeast(0, AbortSignal.any([signal, failed.signal])).catch((error: unknown) => {
    failed.signal.throwIfAborted();
    throw error;
  });
  return cube;
}

const serverFolder = ({ dataFolder }: Config) => join(dataFolder, 'postgres');

async function startOwnServer(config: Config, undo: Undo): Promise<BuiltInServer> {
  const onTrouble = onceAMinute((message) => process.stderr.write(`${message}\n`));
  const server = await startBuiltInServer({ folder: serverFolder(config), onTrouble });
  undo.push(() => server.stop());
  return server;
}

/** Milliseconds that running requests are given to finish. */
const patience = 10_000;

/** Takes no more requests, lets the running ones finish within bounds, then ends what is left. */
async function stopListening(app: Api): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), patience);
  await app.close();
  clearTimeout(timer);
}
