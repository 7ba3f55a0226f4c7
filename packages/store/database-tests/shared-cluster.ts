/* One database server for all test files of a run: started before the first, gone after the last. */
import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startBuiltInServer } from '@monitor/built-in-server';
import { copyFolder, useMadeFolder } from '../../built-in-server/process-tests/made-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server's own database, in which nothing is kept. */
    readonly cluster: string;
  }
}

interface Cluster {
  readonly url: string;
  readonly remove: () => Promise<void>;
}

/** What is lost in a crash of the machine does not matter here. */
const settings = {
  max_connections: '200',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
};

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, remove } = await startCluster();
  project.provide('cluster', url);
  return remove;
}

async function startCluster(): Promise<Cluster> {
  const base = await mkdtemp(join(tmpdir(), 'monitor-tests-'));
  const folder = join(base, 'postgres');
  const made = await useMadeFolder();
  await copyFolder(made.path, folder);
  const server = await startBuiltInServer({ folder, settings });
  const removeAtExit = () => removeOnceStopped(base, folder);
  process.once('exit', removeAtExit);
  return {
    url: server.url,
    async remove() {
      await server.stop();
      process.off('exit', removeAtExit);
      await rm(base, { recursive: true, force: true });
      await made.leave();
    },
  };
}

/** When the run is interrupted: the server is already stopping by then, and nothing can be awaited any more. */
function removeOnceStopped(base: string, folder: string): void {
  const deadline = Date.now() + 5000;
  while (Date.now() < deadline && isRunning(folder)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  rmSync(base, { recursive: true, force: true });
}

function isRunning(folder: string): boolean {
  try {
    // The server removes the file as the last thing that it does.
    readFileSync(join(folder, 'cluster', 'postmaster.pid'));
    return true;
  } catch {
    return false;
  }
}
