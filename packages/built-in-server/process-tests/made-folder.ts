/* The data folder of a built-in server that has been started and stopped once, made once in a run. Tests that are not about its making copy it. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { startBuiltInServer } from '../src/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder that `copyFolder` copies. */
    readonly madeFolder: string;
  }
}

let shared: { readonly made: Promise<string>; users: number } | undefined;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { path, leave } = await useMadeFolder();
  project.provide('madeFolder', path);
  return leave;
}

/** The folder, which stays until all who use it have left. */
export async function useMadeFolder(): Promise<{ readonly path: string; readonly leave: () => Promise<void> }> {
  const folder = (shared ??= { made: make(), users: 0 });
  folder.users += 1;
  const path = await folder.made;
  return {
    path,
    async leave() {
      folder.users -= 1;
      if (folder.users > 0) return;
      shared = undefined;
      await rm(path, { recursive: true, force: true });
    },
  };
}

async function make(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'monitor-made-server-'));
  const server = await startBuiltInServer({ folder });
  await server.stop();
  return folder;
}

/** Copies a folder of a thousand files, for which Node itself takes as long as PostgreSQL takes to make them. */
export async function copyFolder(from: string, to: string): Promise<void> {
  if (process.platform === 'win32') await cp(from, to, { recursive: true });
  else await promisify(execFile)('cp', ['-a', from, to]);
}
