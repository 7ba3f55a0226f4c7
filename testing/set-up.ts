/* Vitest's global setup of the tests in Node: loads and makes what the files of this run need, since most runs are of a few. */
import type { TestProject } from 'vitest/node';
import { type TestKind, testKind } from './kinds.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kinds = new Set(project.vitest.state.getPaths().map(testKind));
  const isAny = (...wanted: readonly TestKind[]) => wanted.some((kind) => kinds.has(kind));
  const undo: (() => Promise<void>)[] = [];
  const building = async () => {
    if (isAny('processes', 'journeys')) await (await import('./build.ts')).build();
  };
  const makingDatabases = async () => {
    if (!isAny('processes', 'database', 'journeys')) return;
    const cluster = await import('../packages/store/database-tests/shared-cluster.ts');
    undo.push(await cluster.default(project));
    if (!isAny('processes')) return;
    const made = await import('../packages/built-in-server/process-tests/made-folder.ts');
    const ready = await import('../apps/cli/process-tests/ready-folder.ts');
    undo.push(await made.default(project), await ready.default(project));
  };
  const undoAll = async () => {
    for (const step of undo.toReversed()) await step();
  };
  for (const made of await Promise.allSettled([building(), makingDatabases()])) {
    if (made.status === 'fulfilled') continue;
    // Vitest undoes nothing of a set-up that fails.
    await undoAll();
    throw made.reason;
  }
  if (isAny('journeys')) {
    await (await import('./browser.ts')).default();
    undo.push(await (await import('../apps/e2e/shared-product.ts')).default(project));
  }
  return undoAll;
}
