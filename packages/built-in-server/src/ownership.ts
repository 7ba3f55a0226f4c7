import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BuiltInServerError } from './built-in-server-error.ts';
import { fullDisk, logFile } from './full-disk.ts';
import { isServing } from './postmaster-file.ts';
import { runningProcess } from './running-process.ts';

/**
 * The right of one process to start servers in a data folder. It lasts for as long as that process lives, whether its server does or
 * not, and is kept as a file `owner.….json` beside the cluster.
 */
export interface Ownership {
  /** Whether an owner that has ended may have left the server of this process number behind. */
  readonly hasLeft: (postmaster: number) => boolean;
  /** Notes which server this process has started, so that the next owner knows it. Does nothing if the disk is full. */
  readonly record: (postmaster: number) => Promise<void>;
  readonly release: () => Promise<void>;
}

/**
 * What a process says in such a file. Its name has the process, so that a file which a full disk left empty says enough. Nobody else
 * writes it, and only when that process has ended may another remove it: so no two processes remove each other's.
 */
interface Claim {
  readonly name: string;
  readonly pid: number;
  /** `RunningProcess.started` in letters that every file system takes. */
  readonly started: string;
  /** Its server; undefined if it had none yet, or could not note it. */
  readonly postmaster: number | undefined;
}

/** Milliseconds that a process which is just ending, or whose server is not there, is waited for. */
const patience = 10_000;
/** Names of the claims of this process. Its number alone does not tell: in a container, the process before had the same. */
const ours = new Set<string>();

/**
 * Makes this process the owner of a data folder. Throws `BuiltInServerError` where another live process is the owner: at once where
 * its server can be used, otherwise after a wait in which that process may end or its server come back.
 */
export async function takeOwnership(folder: string): Promise<Ownership> {
  const started = inName((await runningProcess(process.pid))?.started);
  const name = `owner.${process.pid}.${started}.${randomBytes(4).toString('hex')}.json`;
  const deadline = Date.now() + patience;
  for (;;) {
    ours.add(name);
    await writeFile(join(folder, name), '', { flag: 'wx', mode: 0o600 }).catch(forgiveFullDisk);
    // Whoever has written a claim looks at the others afterwards: of two at the same moment, at least one sees the other's.
    const others = (await readClaims(folder)).filter((claim) => claim.name !== name);
    const alive = await Promise.all(others.map((claim) => isAlive(claim)));
    const living = others.filter((_, at) => alive[at]);
    // One with a server is the owner; one without may be another that wants to be.
    const owner = living.find(({ postmaster }) => postmaster !== undefined) ?? living[0];
    if (owner === undefined) return ownership(folder, name, others);
    await remove(folder, name);
    if (await isServing(folder)) throw inUse(folder, owner.pid);
    if (Date.now() > deadline) throw await isDown(folder, owner.pid);
    await sleep(20 + Math.random() * 80);
  }
}

function ownership(folder: string, name: string, ended: readonly Claim[]): Ownership {
  return {
    hasLeft: (postmaster) => ended.some((claim) => (claim.postmaster ?? postmaster) === postmaster),
    async record(postmaster) {
      await writeFile(join(folder, name), `${JSON.stringify({ postmaster })}\n`, { mode: 0o600 }).catch(forgiveFullDisk);
      for (const claim of ended) await remove(folder, claim.name);
    },
    release: () => remove(folder, name),
  };
}

function inName(started: string | undefined): string {
  return (started ?? 'unknown').replaceAll(/\W+/g, '-');
}

/** The name of a file needs no room, and what is in it can be done without. */
function forgiveFullDisk(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOSPC') throw error;
}

async function readClaims(folder: string): Promise<Claim[]> {
  const claims = (await readdir(folder)).map(async (name) => {
    // An earlier version had one file for all owners, with the process in it.
    const [file, pid, started = ''] = /^owner(?:\.(\d+)\.([\w-]+)\.\w+)?\.json$/.exec(name) ?? [];
    if (file === undefined) return undefined;
    const told = await readFile(join(folder, name), 'utf8')
      .then((text) => JSON.parse(text) as { pid?: number; started?: string; postmaster?: number })
      .catch(() => undefined);
    if (pid === undefined) return { name, pid: told?.pid ?? 0, started: inName(told?.started), postmaster: told?.postmaster };
    return { name, pid: Number(pid), started, postmaster: told?.postmaster };
  });
  return (await Promise.all(claims)).filter((claim) => claim !== undefined);
}

async function isAlive({ name, pid, started }: Claim): Promise<boolean> {
  if (pid === process.pid) return ours.has(name);
  const owner = pid > 0 ? await runningProcess(pid) : undefined;
  return owner !== undefined && inName(owner.started) === started;
}

async function remove(folder: string, name: string): Promise<void> {
  await rm(join(folder, name), { force: true });
  ours.delete(name);
}

/** The error for a folder whose server somebody else runs. */
export function inUse(folder: string, pid: number): BuiltInServerError {
  return new BuiltInServerError(
    `The data folder ${folder} is in use by process ${pid}. Stop that process first, or set DATA_FOLDER to another folder.`,
  );
}

async function isDown(folder: string, pid: number): Promise<BuiltInServerError> {
  const why = (await fullDisk(folder)) ?? `${logFile(folder)} says why it cannot.`;
  return new BuiltInServerError(
    `The data folder ${folder} is in use by process ${pid}, but its PostgreSQL is not running. That process keeps trying to start it. ${why} Try again once the cause is gone.`,
  );
}
