import type { Reporter, TestCase, Vitest } from 'vitest/node';

/** Says at the end of a run which tests passed only on their second try, and why the first one failed. */
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
    this.#vitest?.logger.log(`Passed only on the second try. Each of these is a defect to mend:\n${lines.join('\n')}\n`);
  }
}
