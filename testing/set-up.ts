/* Vitest's global setup of the tests in Node: loads and makes what the files of this run need, since most runs are of a few. */
import type { TestProject } from 'vitest/node';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const files = project.vitest.state.getPaths();
  const hasAny = (folder: RegExp) => files.some((file) => folder.test(file));
  const undo: (() => Promise<void>)[] = [];
  if (hasAny(/\/process-tests\//)) {
    (await import('./build.ts')).default();
    const made = await import('../packages/built-in-server/process-tests/made-folder.ts');
    const ready = await import('../apps/cli/process-tests/ready-folder.ts');
    undo.push(await made.default(project), await ready.default(project));
  }
  if (hasAny(/\/(?:process|database)-tests\//)) {
    const cluster = await import('../packages/store/database-tests/shared-cluster.ts');
    undo.push(await cluster.default(project));
  }
  return async () => {
    for (const step of undo.toReversed()) await step();
  };
}
