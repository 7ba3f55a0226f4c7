import type { Vocabulary } from '@monitor/domain';
import { randomBinomial, randomGamma, randomLogNormal, randomPoisson } from 'd3-random';
import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws of one seeded stream. The same seed and the same order of calls give the same values. */
export type Random = ReturnType<typeof seededRandom>;

/** A stream from a seed (its low 32 bits count), by the xoroshiro128+ generator. */
export function seededRandom(seed: number) {
  const generator = xoroshiro128plus(seed);
  /** 0 ≤ x < 1. */
  const uniform = () => uniformFloat32(generator);
  const poisson = randomPoisson.source(uniform);
  const binomial = randomBinomial.source(uniform);
  const gamma = randomGamma.source(uniform);
  const logNormal = randomLogNormal.source(uniform);
  return {
    uniform,
    chance: (probability: number) => uniform() < probability,
    /** A whole number, both ends included. */
    integer: (from: number, to: number) => from + Math.floor(uniform() * (to - from + 1)),
    /** One of the items, all equally likely. */
    pick: <Item>(items: readonly [Item, ...Item[]]): Item => items[Math.floor(uniform() * items.length)] ?? items[0],
    /** Number of events where this many are expected. */
    poisson: (expected: number) => poisson(expected)(),
    /** Number of successes in this many trials. */
    binomial: (trials: number, probability: number) => binomial(trials, probability)(),
    /** A positive factor with mean 1 and the variance 1 / shape. */
    gamma: (shape: number) => gamma(shape, 1 / shape)(),
    /** A positive factor with median 1 whose logarithm has the given standard deviation. */
    logNormal: (deviation: number) => logNormal(0, deviation)(),
    /** 1 or more, with the given mean; larger numbers are ever less likely (geometric). */
    atLeastOne(mean: number) {
      let count = 1;
      while (uniform() < (mean - 1) / mean && count < 12) count += 1;
      return count;
    },
  };
}

/** Draws one of several values. */
export type Draw<Value> = (random: Random) => Value;

/** Each value with a probability proportional to its weight. Throws `RangeError` where no weight is positive. */
export function weighted<Value>(values: readonly Value[], weights: readonly number[]): Draw<Value> {
  let total = 0;
  const ends = Float64Array.from(weights, (weight) => (total += weight));
  const last = values.at(-1);
  if (!(total > 0) || last === undefined) throw new RangeError('a weighted draw needs a value with a positive weight');
  return ({ uniform }) => {
    const target = uniform() * total;
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    return values[low] ?? last;
  };
}

/** The numbers from 0 on, with these weights. */
export const numbers = (...weights: readonly number[]): Draw<number> => weighted([...weights.keys()], weights);

/** Codes with their weights, such as `home 3, street 1`. Throws `RangeError` where one is unknown. */
export function shares<Code>(text: string, codeOf: (name: string) => Code | undefined): Draw<Code> {
  const pairs = text.split(', ').map((pair) => pair.split(' '));
  const codes = pairs.map(([name = '']) => {
    const code = codeOf(name);
    if (code === undefined) throw new RangeError(`"${name}" is not a code`);
    return code;
  });
  return weighted(
    codes,
    pairs.map(([, weight]) => Number(weight)),
  );
}

/** The same for the codes of a vocabulary. */
export const sharesOf = <Code extends string>({ has }: Pick<Vocabulary<Code>, 'has'>, text: string): Draw<Code> =>
  shares(text, (name) => (has(name) ? name : undefined));
