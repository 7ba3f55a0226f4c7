/*
 * The same distributions in Node, each read when it is first needed: together they are 460 files, which every command and every thread of the
 * server would read at its start.
 */
import { createRequire } from 'node:module';

type Distribution = (...given: readonly number[]) => number;

const read = createRequire(import.meta.url);

/** A function that reads the one it stands for with its first call. */
function onDemand(name: string): Distribution {
  let found: Distribution | undefined;
  return (...given) => (found ??= read(`@stdlib/stats-base-dists-${name}`) as Distribution)(...given);
}

export const betaCdf = onDemand('beta-cdf');
export const betaQuantile = onDemand('beta-quantile');
export const gammaCdf = onDemand('gamma-cdf');
export const gammaQuantile = onDemand('gamma-quantile');
export const negativeBinomialQuantile = onDemand('negative-binomial-quantile');
export const normalCdf = onDemand('normal-cdf');
export const normalQuantile = onDemand('normal-quantile');
export const poissonQuantile = onDemand('poisson-quantile');
export const tCdf = onDemand('t-cdf');
export const tQuantile = onDemand('t-quantile');
