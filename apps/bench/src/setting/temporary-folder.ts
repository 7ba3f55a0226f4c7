import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cleanup } from './cleanup.ts';

export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** A folder that is removed with all that is in it. */
export async function makeTemporaryFolder(cleanup: Cleanup): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'monitor-bench-'));
  return { path, remove: cleanup.add(() => rm(path, { recursive: true, force: true })) };
}
