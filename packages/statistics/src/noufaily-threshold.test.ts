import { expect, test } from 'vitest';
import { noufailyThreshold } from './noufaily-threshold.ts';

test('the thresholds that the tests of the R package surveillance 1.26 know', () => {
  // tests/testthat/test-farringtonFlexible.R: an expectation of 5, its logarithm with an error of ln 2, 11 observed, α = 5%.
  const known: [dispersion: number, method: 'muan' | 'nbPlugin', low: number, high: number, p: number][] = [
    [1.5, 'muan', 8, 24, 0.859_779_7],
    [1, 'muan', 9, 22, 0.909_309_9],
    [1.5, 'nbPlugin', 1, 10, 0.037_636_57],
    [1, 'nbPlugin', 2, 9, 0.013_695_27],
  ];
  for (const [dispersion, method, low, high, p] of known) {
    const threshold = noufailyThreshold({ logMean: Math.log(5), error: Math.log(2), dispersion }, 11, 0.05, method);
    expect(threshold).toEqual({ low, high, p: expect.closeTo(p, 6) });
  }
});
