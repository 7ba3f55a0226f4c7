import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import { countInterval } from './count-interval.ts';
import type { Count } from './rate-ratio.ts';

/** A number with its interval, all in one unit. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Share of an interval's cases on either side of it. */
export const tailShare = 0.025;

/**
 * Up to this many events the bounds are exact. The incomplete gamma function of @stdlib 0.3.1 has an error of up to some percent for
 * arguments above 1,000 (at shape 1,500 and value 1,461.27 it gives 0.1300 where 0.1586 is true); the approximation of Byar differs from the exact bounds
 * by less than a millionth from here on.
 */
const exactUpTo = 900;

/**
 * Exact central 95% interval of the mean of a Poisson count, in events: from the 2.5% quantile of a gamma variable of shape `events`
 * to the 97.5% quantile of one of shape `events + 1` (Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28, 1936).
 * It holds the true mean in at least 95% of cases, and for few events in more. Throws `RangeError` on a count below zero.
 */
export function exactCountInterval(events: number): { readonly low: number; readonly high: number } {
  if (!(events >= 0)) throw new RangeError('A count is at least 0');
  if (events > exactUpTo) return countInterval(events);
  return {
    low: events === 0 ? 0 : gammaQuantile(tailShare, events, 1),
    high: gammaQuantile(1 - tailShare, events + 1, 1),
  };
}

/**
 * Rate of events with its exact central 95% interval (`exactCountInterval` divided by the exposure).
 * The exposure is taken as known: the interval does not allow for errors of a population figure.
 * @param per number of units of exposure that the rate is given for, such as 100,000 people
 */
export function exactRate({ events, exposure }: Count, per = 1): Estimate {
  if (!(exposure > 0)) throw new RangeError('A rate needs an exposure above 0');
  const { low, high } = exactCountInterval(events);
  const scale = per / exposure;
  return { value: events * scale, low: low * scale, high: high * scale };
}
