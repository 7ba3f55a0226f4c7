import { relative } from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { testKind, testKinds } from './kinds.ts';

const most = 10;

/** Says at the end of a run which files took longest, with everything that a file needs before its tests begin, and how long each kind took. */
export class Report implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    if (!this.#vitest || modules.length <= most) return;
    const { root } = this.#vitest.config;
    const timed = modules.map((module) => ({
      file: relative(root, module.moduleId),
      kind: testKind(module.moduleId),
      seconds: secondsOf(module),
    }));
    const line = (name: string, seconds: number) => `${seconds.toFixed(1).padStart(8)} s  ${name}`;
    const slowest = timed.toSorted((one, other) => other.seconds - one.seconds).slice(0, most);
    const kinds = testKinds.flatMap((kind) => {
      const files = timed.filter((file) => file.kind === kind);
      if (files.length === 0) return [];
      return line(
        `${kind} (${files.length} files)`,
        files.reduce((sum, { seconds }) => sum + seconds, 0),
      );
    });
    this.#vitest.logger.log(
      [
        `The ${most} slowest files:`,
        ...slowest.map(({ file, seconds }) => line(file, seconds)),
        'Time of the files of each kind, of which several run side by side:',
        ...kinds,
        '',
      ].join('\n'),
    );
  }
}

function secondsOf(module: TestModule): number {
  const { environmentSetupDuration, prepareDuration, collectDuration, setupDuration, duration } = module.diagnostic();
  return (environmentSetupDuration + prepareDuration + collectDuration + setupDuration + duration) / 1000;
}
