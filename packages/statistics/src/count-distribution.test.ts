import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceOfAtLeast, quantileOfCount } from './count-distribution.ts';
import { times } from '../../../testing/depth.ts';

/** The chance of a count, by its definition. */
function chanceOf(count: number, mean: number, dispersion: number): number {
  const size = mean / (dispersion - 1);
  let logarithm = dispersion === 1 ? -mean : -size * Math.log(dispersion);
  for (let at = 1; at <= count; at++)
    logarithm += dispersion === 1 ? Math.log(mean / at) : Math.log(((at - 1 + size) / at) * (1 - 1 / dispersion));
  return Math.exp(logarithm);
}

test('tails and quantiles agree with the chances added up, from few events to thousands', () => {
  const mean = fc.oneof(fc.double({ min: 0.05, max: 30, noNaN: true }), fc.double({ min: 30, max: 2500, noNaN: true }));
  const dispersion = fc.oneof(fc.constant(1), fc.double({ min: 1.01, max: 6, noNaN: true }));
  fc.assert(
    fc.property(mean, dispersion, fc.double({ min: -2.5, max: 3.5, noNaN: true }), (of, spread, away) => {
      const count = Math.max(0, Math.round(of + away * Math.sqrt(of * spread)));
      let below = 0;
      for (let at = 0; at < count; at++) below += chanceOf(at, of, spread);
      // A large Poisson count is taken for a negative binomial one with a variance larger by a ten-thousandth.
      expect(chanceOfAtLeast(count, of, spread)).toBeCloseTo(1 - below, of < 500 ? 8 : 3);
      if (of >= 500 || below < 1e-9) return;
      const probability = below + chanceOf(count, of, spread) / 2;
      expect(quantileOfCount(probability, of, spread)).toBe(count);
    }),
    { numRuns: times(20, 120) },
  );
});

test('the least count is nought, which no sign goes before', () => {
  expect(quantileOfCount(0.01, 0.4, 1)).toBe(0);
  expect(quantileOfCount(0.01, 0.4, 2)).toBe(0);
});
