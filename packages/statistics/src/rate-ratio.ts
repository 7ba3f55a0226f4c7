import { normalQuantile } from './normal-quantile.ts';

/** Events counted over an exposure, such as days or person-years. */
export interface Count {
  readonly events: number;
  /** Any unit, the same on both sides of a comparison. */
  readonly exposure: number;
}

/** A ratio of two rates with its 95% interval, or the reason why none is given. */
export type Change =
  | { readonly kind: 'change'; readonly ratio: number; readonly low: number; readonly high: number }
  | { readonly kind: 'too_few' };

/** Fewer events than this in either period say too little about change. */
export const leastEvents = 10;

/**
 * Ratio of the later rate to the earlier one, with the 95% interval of Poisson counts on the log scale:
 * `ln ratio ± 1.96 √(1/a + 1/b)` (Rothman, Greenland and Lash, Modern Epidemiology, chapter 14).
 * `too_few` where either period has fewer than `leastEvents` events. Throws `RangeError` on counts below zero or no exposure.
 */
export function rateRatio(later: Count, earlier: Count): Change {
  for (const { events, exposure } of [later, earlier]) {
    if (!(events >= 0) || !(exposure > 0)) throw new RangeError('A rate needs a count of at least 0 and an exposure above 0');
  }
  if (later.events < leastEvents || earlier.events < leastEvents) return { kind: 'too_few' };
  return intervalOfRatio(later, earlier, 1 / later.events + 1 / earlier.events);
}

/** The ratio of two rates with the 95% interval that a variance of its logarithm gives. Both counts are above 0. */
export function intervalOfRatio(later: Count, earlier: Count, variance: number): Change & { readonly kind: 'change' } {
  const ratio = later.events / later.exposure / (earlier.events / earlier.exposure);
  const spread = Math.exp(normalQuantile * Math.sqrt(variance));
  return { kind: 'change', ratio, low: ratio / spread, high: ratio * spread };
}
