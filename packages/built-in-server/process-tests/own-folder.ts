import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, inject } from 'vitest';
import { type BuiltInServer, type BuiltInServerOptions, startBuiltInServer } from '../src/index.ts';
import { runningProcess } from '../src/running-process.ts';
import { copyFolder } from './made-folder.ts';

const program = fileURLToPath(new URL('./start-and-keep.mjs', import.meta.url));

/** A data folder for each test of a file, and servers in it that are stopped after the test. */
export interface OwnFolder {
  /** Folder around the data folder. */
  readonly base: string;
  readonly folder: string;
  /** Puts a made cluster where the next start finds it, for tests that are not about its making. */
  readonly findMade: () => Promise<void>;
  readonly start: (options?: Omit<BuiltInServerOptions, 'folder'>) => Promise<BuiltInServer>;
  /** A process of its own that starts the server and keeps it, or ends; and what it said of that. */
  readonly startElsewhere: () => Promise<{ readonly child: ChildProcess; readonly said: string }>;
  /** The number in `postmaster.pid`. */
  readonly postmaster: () => Promise<number>;
}

export function useOwnFolder(): OwnFolder {
  let started: BuiltInServer[] = [];
  let elsewhere: ChildProcess[] = [];
  const used = {
    base: '',
    folder: '',
    async findMade() {
      await mkdir(dirname(used.folder), { recursive: true });
      await copyFolder(inject('madeFolder'), used.folder);
    },
    async start(options: Omit<BuiltInServerOptions, 'folder'> = {}) {
      const server = await startBuiltInServer({ ...options, folder: used.folder });
      started.push(server);
      return server;
    },
    async startElsewhere() {
      const child = spawn(process.execPath, [program, used.folder], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
      elsewhere.push(child);
      const [said] = (await once(child.stdout ?? child, 'data')) as [Buffer];
      return { child, said: said.toString().trim() };
    },
    postmaster: async () =>
      Number((await readFile(join(used.folder, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]),
  };
  beforeEach(async () => {
    used.base = await mkdtemp(join(tmpdir(), 'monitor-built-in-server-'));
    used.folder = join(used.base, 'data', 'postgres');
  });
  afterEach(async () => {
    for (const child of elsewhere) child.kill('SIGKILL');
    await Promise.all(started.map((server) => server.stop()));
    started = [];
    elsewhere = [];
    await rm(used.base, { recursive: true, force: true });
  });
  return used;
}

export async function isAlive(pid: number): Promise<boolean> {
  return (await runningProcess(pid)) !== undefined;
}
