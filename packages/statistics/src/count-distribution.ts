import { betaCdf, gammaCdf, negativeBinomialQuantile, poissonQuantile } from '#distributions';

/*
 * Counts whose variance is `dispersion` times their mean: Poisson at 1, above it negative binomial with size mean/(dispersion − 1) and
 * probability 1/dispersion, as Noufaily and others use it (see `noufailyThreshold`).
 */

/** Least dispersion of a negative binomial here, and what a large Poisson count is taken for: see `exactUpTo` of the exact interval. */
const leastDispersion = 1.0001;
const largeMean = 500;

const isPoisson = (mean: number, dispersion: number) => dispersion < leastDispersion && mean < largeMean;
const sizeOf = (mean: number, dispersion: number) => mean / (Math.max(dispersion, leastDispersion) - 1);
const probabilityOf = (dispersion: number) => 1 / Math.max(dispersion, leastDispersion);

/** The chance of at least `count` events. @param mean above 0 */
export function chanceOfAtLeast(count: number, mean: number, dispersion: number): number {
  if (count <= 0) return 1;
  if (isPoisson(mean, dispersion)) return gammaCdf(mean, count, 1);
  return betaCdf(1 - probabilityOf(dispersion), count, sizeOf(mean, dispersion));
}

/** The least number that is not exceeded with this probability. @param mean above 0 */
export function quantileOfCount(probability: number, mean: number, dispersion: number): number {
  const quantile = isPoisson(mean, dispersion)
    ? poissonQuantile(probability, mean)
    : negativeBinomialQuantile(probability, sizeOf(mean, dispersion), probabilityOf(dispersion));
  // They give -0 too, which would be written with its sign.
  return quantile + 0;
}
