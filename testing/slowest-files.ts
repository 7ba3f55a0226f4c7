import { relative } from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';

const most = 10;

/** Says at the end of a run which files took longest, with everything that a file needs before its tests begin. */
export class SlowestFiles implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    if (!this.#vitest || modules.length <= most) return;
    const { root } = this.#vitest.config;
    const lines = modules
      .map((module) => ({ file: relative(root, module.moduleId), seconds: secondsOf(module) }))
      .toSorted((one, other) => other.seconds - one.seconds)
      .slice(0, most)
      .map(({ file, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${file}`);
    this.#vitest.logger.log(`The ${most} slowest files:\n${lines.join('\n')}\n`);
  }
}

function secondsOf(module: TestModule): number {
  const { environmentSetupDuration, prepareDuration, collectDuration, setupDuration, duration } = module.diagnostic();
  return (environmentSetupDuration + prepareDuration + collectDuration + setupDuration + duration) / 1000;
}
