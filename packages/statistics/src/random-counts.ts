import negativeBinomial from '@stdlib/random-base-negative-binomial';
import poisson from '@stdlib/random-base-poisson';

/** A random count of a mean, whose variance is `dispersion` (at least 1) times as large: Poisson, or above 1 negative binomial. */
export type RandomCount = (mean: number, dispersion: number) => number;

/** Counts for simulations, the same in every run with the same seed. @param seed whole number above 0 */
export function randomCounts(seed: number): RandomCount {
  const even = poisson.factory({ seed });
  const dispersed = negativeBinomial.factory({ seed });
  return (mean, dispersion) => {
    if (mean === 0) return 0;
    return dispersion > 1 ? dispersed(mean / (dispersion - 1), 1 / dispersion) : even(mean);
  };
}
