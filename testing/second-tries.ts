import type { Reporter, TestCase, Vitest } from 'vitest/node';

/** Says at the end of a run which tests passed at their second try only, and of what they failed at the first. */
export class SecondTries implements Reporter {
  #vitest: Vitest | undefined;
  readonly #found: TestCase[] = [];

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunStart(): void {
    this.#found.length = 0;
  }

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.#found.push(test);
  }

  onTestRunEnd(): void {
    if (this.#found.length === 0) return;
    const lines = this.#found.map((test) => {
      const errors = test.result().errors ?? [];
      return `  ${test.module.relativeModuleId} > ${test.fullName}\n${errors.map(({ stack, message }) => stack ?? message).join('\n')}`;
    });
    this.#vitest?.logger.log(`Passed at the second try only, which is a defect to be mended:\n${lines.join('\n')}\n`);
  }
}
