import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { BuiltInServerError } from './built-in-server-error.ts';
import { type Binaries, clusterFolder } from './binaries.ts';
import { fullDisk, logFile } from './full-disk.ts';
import { giveWay } from './give-way.ts';
import { launchCommand, type Launcher, runLaunched } from './launcher.ts';
import { end } from './left-processes.ts';
import { readPostmasterFile } from './postmaster-file.ts';

/** How the server of a data folder is started and stopped. */
export interface ServerPlace {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly launcher: Launcher;
  /** PostgreSQL's settings by name, the port among them. */
  readonly settings: Readonly<Record<string, string>>;
}

/** How long the server may take to recover from a crash before we give up, in milliseconds. */
const patience = 120_000;
/** Bytes of a log that is started again: a server that cannot be started for days must not fill the disk with its reasons. */
const longestLog = 10 * 2 ** 20;

/**
 * Starts the server and waits until it says in `postmaster.pid` that it is ready, which needs no connection and no language.
 * Throws `BuiltInServerError` with the reason where it does not get there, and the signal's reason; the process has ended then.
 * @param onBegin called with the server's number as soon as it has taken the cluster, before it is ready
 */
export async function spawnServer(
  { folder, binaries, launcher, settings }: ServerPlace,
  onBegin: (pid: number) => Promise<void>,
  signal: AbortSignal,
): Promise<ChildProcess> {
  const size = await stat(logFile(folder)).then(
    (log) => log.size,
    () => 0,
  );
  const log = await open(logFile(folder), size > longestLog ? 'w' : 'a', 0o600);
  await log.chmod(0o600);
  const begin = size > longestLog ? 0 : size;
  try {
    const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const server = spawn(...launchCommand(launcher, binaries.postgres, ['-D', clusterFolder(folder), ...given]), {
      ...launcher.account,
      // A process group of its own: Ctrl-C must end running requests first and reach PostgreSQL through `stop` only.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { ...process.env, LC_ALL: 'C' },
    });
    giveWay(server);
    const failures: Error[] = [];
    server.on('error', (error) => failures.push(error));
    server.unref();
    const deadline = Date.now() + patience;
    let ours = false;
    while (failures.length === 0 && !hasEnded(server) && Date.now() < deadline && !signal.aborted) {
      const written = await readPostmasterFile(folder);
      if (!ours && written !== undefined && written.pid === server.pid) {
        // At once, so that a server whose starter is killed while it starts is known as ours.
        await onBegin(written.pid);
        ours = true;
      }
      if (ours && written?.ready) return server;
      await sleep(15);
    }
    const failure = failures[0];
    if (failure === undefined) await endServer(server, 'SIGINT');
    signal.throwIfAborted();
    const reason = failure?.message ?? (await fullDisk(folder)) ?? (await lastComplaint(folder, begin));
    throw new BuiltInServerError(`The built-in PostgreSQL did not start: ${reason} (see ${logFile(folder)})`, { cause: failure });
  } finally {
    await log.close();
  }
}

export function hasEnded(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null;
}

/** Ends a server that is of no use, and waits for that: by a signal, and by force where that does not help. */
export async function endServer(server: ChildProcess, signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
  if (hasEnded(server)) return;
  server.ref();
  const ended = once(server, 'exit');
  server.kill(signal);
  const forced = setTimeout(() => server.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(forced);
}

/** The last reason that was written to the log from this byte on. */
async function lastComplaint(folder: string, begin: number): Promise<string> {
  const text = await readFile(logFile(folder)).catch(() => Buffer.alloc(0));
  const lines = text.subarray(begin).toString().split('\n');
  const complaint = lines.findLast((line) => /\b(?:FATAL|PANIC|ERROR):/.test(line)) ?? 'it gave no reason';
  return complaint.replace(/^.*?\b(?:FATAL|PANIC|ERROR):\s*/, '');
}

/** Ends running statements, writes everything to disk and waits for the end; by force where the server does not get there. */
export async function stopServer({ folder, binaries: { pg_ctl }, launcher }: Omit<ServerPlace, 'settings'>): Promise<void> {
  const stop = (way: 'fast' | 'immediate', seconds: number) =>
    runLaunched(launcher, pg_ctl, ['stop', '-D', clusterFolder(folder), '-w', '-t', String(seconds), '-s', '-m', way]);
  await stop('fast', 60)
    .catch(() => stop('immediate', 10))
    .catch(async () => {
      // Gone already, or it does not respond.
      const still = await readPostmasterFile(folder);
      if (still !== undefined) end(still.pid);
    });
}

/** What a client sends to ask for encryption. A server that works answers with one letter, before anybody has to say who they are. */
const question = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** Whether a server on this machine answers at all within this many milliseconds. */
export async function responds(port: number, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1').unref();
    const late = setTimeout(() => socket.destroy(), milliseconds).unref();
    let isAnswered = false;
    socket.on('error', () => undefined);
    socket.once('data', () => {
      isAnswered = true;
      socket.destroy();
    });
    socket.once('close', () => {
      clearTimeout(late);
      resolve(isAnswered);
    });
    socket.write(question);
  });
}
