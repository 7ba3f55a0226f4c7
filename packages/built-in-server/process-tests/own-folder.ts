import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type BuiltInServer, type BuiltInServerOptions, startBuiltInServer } from '../src/index.ts';
import { runningProcess } from '../src/running-process.ts';

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
  /** Folder of a cluster that has been started and stopped once. */
  let made: string;
  let started: BuiltInServer[] = [];
  let elsewhere: ChildProcess[] = [];
  const used = {
    base: '',
    folder: '',
    findMade: () => cp(made, used.folder, { recursive: true }),
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
  beforeAll(async () => {
    made = await mkdtemp(join(tmpdir(), 'monitor-made-server-'));
    const server = await startBuiltInServer({ folder: made });
    await server.stop();
  });
  afterAll(() => rm(made, { recursive: true, force: true }));
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
