import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Steps that undo what was started, last first. A step that has been run is forgotten. */
export class Cleanup {
  readonly #steps = new Set<() => Promise<void>>();

  /** Adds a step; the function that it returns runs the step early. */
  add(step: () => Promise<void>): () => Promise<void> {
    this.#steps.add(step);
    return async () => {
      if (this.#steps.delete(step)) await step();
    };
  }

  async run(): Promise<void> {
    for (const step of [...this.#steps].toReversed()) {
      this.#steps.delete(step);
      // One failure must not keep the others from being undone.
      await step().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
    }
  }
}

/** What every measurement needs: it ends when the signal aborts, and leaves nothing behind. */
export interface BenchContext {
  readonly cleanup: Cleanup;
  readonly signal: AbortSignal;
  /** Prints what is going on. */
  readonly tell: (text: string) => void;
}

interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** A folder that is removed with all that is in it. */
export async function makeTemporaryFolder(cleanup: Cleanup): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'monitor-bench-'));
  return { path, remove: cleanup.add(() => rm(path, { recursive: true, force: true })) };
}
