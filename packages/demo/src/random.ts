import { randomBinomial, randomLogNormal, randomPoisson } from 'd3-random';
import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws of one seeded stream. The same seed and the same order of calls give the same values. */
export interface Random {
  /** 0 ≤ x < 1. */
  uniform(): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** A whole number, both ends included. */
  integer(from: number, to: number): number;
  /** One of the items, all equally likely. */
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** Number of events where this many are expected. */
  poisson(expected: number): number;
  /** Number of successes in this many trials. */
  binomial(trials: number, probability: number): number;
  /** A positive factor with median 1 whose logarithm has the given standard deviation. */
  logNormal(deviation: number): number;
  /** 1 or more, with the given mean; larger numbers are ever less likely (geometric). */
  atLeastOne(mean: number): number;
}

/** A stream from a seed (its low 32 bits count), by the xoroshiro128+ generator. */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat32(generator);
  const poisson = randomPoisson.source(uniform);
  const binomial = randomBinomial.source(uniform);
  const logNormal = randomLogNormal.source(uniform);
  return {
    uniform,
    chance: (probability) => uniform() < probability,
    integer: (from, to) => from + Math.floor(uniform() * (to - from + 1)),
    pick: (items) => items[Math.floor(uniform() * items.length)] ?? items[0],
    poisson: (expected) => poisson(expected)(),
    binomial: (trials, probability) => binomial(trials, probability)(),
    logNormal: (deviation) => logNormal(0, deviation)(),
    atLeastOne(mean) {
      let count = 1;
      while (uniform() < (mean - 1) / mean && count < 12) count += 1;
      return count;
    },
  };
}
