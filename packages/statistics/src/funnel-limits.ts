import { chanceOfAtLeast, quantileOfCount } from './count-distribution.ts';

/** Share of places with the average risk that lie within the inner and the outer limits of a funnel plot. */
export const funnelShares = [0.95, 0.998] as const;

/**
 * The counts between which chance alone leaves a share of places with the average risk, in events: Poisson quantiles, interpolated so
 * that limits fall on a curve and not on steps (Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in
 * Medicine 24, 2005, appendix A.1.1). For probability p, with r the least count that has F(r) ≥ p, the limit is r − (F(r) − p)/(F(r) − F(r − 1)),
 * and never below 0. Counts that are φ times as uncertain have the limits of so many fewer, φ times as far apart (there: multiplicative
 * over-dispersion). Throws `RangeError` on an expected count that is not above 0.
 * @param expected events that the average risk leads one to expect
 * @param share such as 0.95
 */
export function funnelLimits(expected: number, share: number, dispersion = 1): { readonly low: number; readonly high: number } {
  if (!(expected > 0)) throw new RangeError('A funnel needs an expected count above 0');
  const limit = (probability: number) => dispersion * limitAt(probability, expected / dispersion);
  return { low: limit((1 - share) / 2), high: limit((1 + share) / 2) };
}

function limitAt(probability: number, expected: number): number {
  const count = quantileOfCount(probability, expected, 1);
  const atMost = (most: number) => 1 - chanceOfAtLeast(most + 1, expected, 1);
  const [here, before] = [atMost(count), count === 0 ? 0 : atMost(count - 1)];
  return Math.max(0, count - (here - probability) / (here - before));
}
