import { normalCdf } from '#distributions';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { nearPairs, type NearPairs, type PairsOfBand, type Positions } from './near-pairs.ts';
import { normalQuantile } from './rates.ts';

export interface KnoxInput {
  readonly positions: Positions;
  /** The day of each point, a whole number. */
  readonly days: ArrayLike<number>;
  /** The farthest that two points of each band are apart, ascending, in the unit of the positions. */
  readonly distances: readonly number[];
  /** The most days that two points of each band are apart, ascending. */
  readonly times: readonly number[];
  readonly permutations: number;
  /** Whole number; the same seed gives the same answer. */
  readonly seed: number;
  /** Called now and then with the share that is done, from 0 to 1. */
  readonly progress?: (share: number) => void;
  /** Asked now and then; what it throws ends the test. */
  readonly signal?: { throwIfAborted(): void };
}

/** Pairs of points of one band of distance and time. */
export interface KnoxCell {
  /** Pairs that there are. */
  readonly observed: number;
  /** Pairs that there would be on average if place and time had nothing to do with each other: exact, not from the permutations. */
  readonly expected: number;
  /** Between these are the pairs of 95% of the permutations. */
  readonly low: number;
  readonly high: number;
  /** Two-sided p-value that there are so many, or so few, by chance: at most 0.05 where they are outside the interval. */
  readonly p: number;
}

export type KnoxTest =
  | {
      readonly kind: 'tested';
      readonly points: number;
      /** Pairs of points up to the longest distance apart, whatever their days. */
      readonly nearPairs: number;
      readonly permutations: number;
      /** `normal` where pairs are so many that there are fewer permutations: their mean and spread then stand for the others. */
      readonly method: 'permutations' | 'normal';
      /** By band of distance, then by band of time. */
      readonly bands: readonly (readonly KnoxCell[])[];
      /** The same up to each distance and each time: the sums of all bands before and their own. */
      readonly upTo: readonly (readonly KnoxCell[])[];
    }
  /** More pairs than can be compared: `most`. A shorter longest distance or a smaller area has fewer. */
  | { readonly kind: 'too_many_pairs'; readonly most: number }
  /** No two points are so near each other, or all are of one day. */
  | { readonly kind: 'nothing_near' };

/** Pairs times permutations that take about five seconds on an ordinary machine. */
const mostComparisons = 2e9;
/** With fewer permutations, their spread would be too uncertain to say how far out the observed pairs are. */
const fewestPermutations = 99;
const mostPairs = Math.floor(mostComparisons / fewestPermutations);
/** Days that fit sixteen bits. */
const mostDays = 2 ** 16;

/**
 * Knox's test of interaction between place and time (Knox, "The detection of space-time interactions", Applied Statistics 13, 1964): counts the
 * pairs of points that are near both in place and in time. The chance of so many comes from permutations of the days over the points (Besag
 * and Diggle, "Simple Monte Carlo tests for spatial pattern", Applied Statistics 26, 1977), which keep where it is busy and when it is
 * busy: p = 2 (1 + permutations with at least as many, or at most as many if these are fewer) / (1 + permutations). The table of bands is that of near-repeat studies (Johnson and
 * others, "Space–time patterns of risk", Journal of Quantitative Criminology 23, 2007).
 *
 * Throws `RangeError` on bands that do not ascend, days that are not whole numbers or further apart than 179 years, and what `signal` throws.
 */
export function knoxTest({ positions, days, distances, times, permutations, seed, progress, signal }: KnoxInput): KnoxTest {
  checkBands(distances, times);
  const first = Array.from(days).reduce((least, day) => Math.min(least, day), Infinity);
  const since = Int32Array.from(days, (day) => day - first);
  if (Array.from(days).some((day) => !Number.isInteger(day)) || since.some((day) => day >= mostDays))
    throw new RangeError('Days are whole numbers that are less than 65,536 apart');
  const near = nearPairs(positions, distances, mostPairs);
  if (near === null) return { kind: 'too_many_pairs', most: mostPairs };
  const sharesOfTime = sharesOfPairs(since, times);
  if (near.pairs === 0 || sharesOfTime.every((share) => share === 1 || share === 0)) return { kind: 'nothing_near' };
  signal?.throwIfAborted();

  const done = Math.min(permutations, Math.max(fewestPermutations, Math.floor(mostComparisons / near.pairs)));
  const bandOf = bandOfDays(times);
  const size = distances.length * times.length;
  const observed = new Uint32Array(size);
  const none = new Uint32Array(size);
  const own = Int32Array.from(near.order, (point) => since[point]!);
  countBoth(near.bands, own, { bandOf, times: times.length }, observed, none);

  const simulated = Array.from({ length: done }, () => new Uint32Array(size));
  const shuffle = shuffler(near, own, seed);
  for (let at = 0; at < done; at += 2) {
    signal?.throwIfAborted();
    if (at % 20 === 0) progress?.(at / done);
    // Two permutations share a walk over the pairs, since reading a pair takes as long as comparing it.
    countBoth(near.bands, shuffle(), { bandOf, times: times.length }, simulated[at]!, simulated[at + 1] ?? none);
  }
  progress?.(1);

  const method = done < permutations ? 'normal' : 'permutations';
  const pairsOfDistance = near.bands.map(({ one }) => one.length);
  const table = (rows: (distance: number) => readonly number[], columns: (time: number) => readonly number[]) =>
    distances.map((_, distance) =>
      times.map((__, time) => {
        const cells = rows(distance).flatMap((row) => columns(time).map((column) => row * times.length + column));
        const sum = (of: Uint32Array) => cells.reduce((total, cell) => total + of[cell]!, 0);
        const expected = rows(distance).reduce(
          (total, row) => total + pairsOfDistance[row]! * columns(time).reduce((all, column) => all + sharesOfTime[column]!, 0),
          0,
        );
        return cellOf(sum(observed), expected, simulated.map(sum), method);
      }),
    );
  const itself = (band: number) => [band];
  const before = (band: number) => Array.from({ length: band + 1 }, (_, at) => at);
  return {
    kind: 'tested',
    points: since.length,
    nearPairs: near.pairs,
    permutations: done,
    method,
    bands: table(itself, itself),
    upTo: table(before, before),
  };
}

function checkBands(distances: readonly number[], times: readonly number[]): void {
  const ascends = (list: readonly number[]) =>
    list.length > 0 && list.every((one, at) => one >= 0 && (at === 0 || one > list[at - 1]!));
  if (
    !ascends(distances) ||
    !(distances.at(-1)! > 0) ||
    !ascends(times) ||
    times.some((time) => !Number.isInteger(time) || time > 32_000)
  )
    throw new RangeError('Distances and times of bands ascend from 0 or more; times are whole days');
}

/** For each number of days from 0 to the most, its band. */
function bandOfDays(times: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: times.at(-1)! + 1 }, (_, days) => times.findIndex((most) => days <= most));
}

/** Share of all pairs of points whose days are apart as each band says. */
function sharesOfPairs(days: Int32Array, times: readonly number[]): number[] {
  const counts = new Float64Array(days.reduce((most, day) => Math.max(most, day), 0) + 1);
  for (const day of days) counts[day]! += 1;
  const bandOf = bandOfDays(times);
  const pairs = times.map(() => 0);
  for (let day = 0; day < counts.length; day++)
    for (let apart = 0; apart < bandOf.length && day + apart < counts.length; apart++)
      pairs[bandOf[apart]!]! += apart === 0 ? (counts[day]! * (counts[day]! - 1)) / 2 : counts[day]! * counts[day + apart]!;
  const all = (days.length * (days.length - 1)) / 2;
  return pairs.map((count) => (all === 0 ? 0 : count / all));
}

/**
 * Gives the days of two permutations with each call, the second in the upper sixteen bits. Only points with another nearby are given days,
 * drawn from those of all.
 */
function shuffler({ bands, order }: NearPairs, days: Int32Array, seed: number): () => Int32Array {
  const random = xoroshiro128plus(seed);
  const isNear = new Uint8Array(order.length);
  for (const pairs of bands) for (const points of [pairs.one, pairs.other]) for (const point of points) isNear[point] = 1;
  const points = Uint32Array.from(order.keys()).filter((point) => isNear[point] === 1);
  // Sixteen bits a day, so that all of them stay near the processor.
  const pool = Uint16Array.from(days);
  const packed = new Int32Array(order.length);
  const draw = (at: number) => {
    const other = at + ((((random.next() >>> 0) * (pool.length - at)) / 2 ** 32) | 0);
    const day = pool[other]!;
    pool[other] = pool[at]!;
    pool[at] = day;
    return day;
  };
  return () => {
    for (let at = 0; at < points.length; at++) packed[points[at]!] = draw(at);
    for (let at = 0; at < points.length; at++) packed[points[at]!]! |= draw(at) << 16;
    return packed;
  };
}

/** Adds the pairs of each band of distance and time, for the days in the lower and in the upper sixteen bits. */
function countBoth(
  bands: readonly PairsOfBand[],
  days: Int32Array,
  { bandOf, times }: { readonly bandOf: Uint8Array; readonly times: number },
  lower: Uint32Array,
  upper: Uint32Array,
): void {
  const most = bandOf.length - 1;
  const width = 2 * most;
  for (const [band, { one, other }] of bands.entries()) {
    const offset = band * times;
    for (let at = 0; at < one.length; at++) {
      const here = days[one[at]!]!;
      const there = days[other[at]!]!;
      // Negative numbers become very large ones.
      const apartLower = ((there & 0xffff) - (here & 0xffff) + most) >>> 0;
      const apartUpper = ((there >>> 16) - (here >>> 16) + most) >>> 0;
      if (apartLower <= width) lower[offset + bandOf[Math.abs(apartLower - most)]!]! += 1;
      if (apartUpper <= width) upper[offset + bandOf[Math.abs(apartUpper - most)]!]! += 1;
    }
  }
}

function cellOf(observed: number, expected: number, simulated: readonly number[], method: 'permutations' | 'normal'): KnoxCell {
  const sorted = Float64Array.from(simulated).sort();
  const rank = Math.floor(0.025 * (sorted.length + 1));
  const low = sorted[Math.max(0, rank - 1)] ?? 0;
  const high = sorted[Math.min(sorted.length - 1, sorted.length - rank)] ?? 0;
  const outside = Math.min(sorted.filter((one) => one >= observed).length, sorted.filter((one) => one <= observed).length);
  const p = Math.min(1, (2 * (1 + outside)) / (1 + sorted.length));
  const mean = simulated.reduce((sum, one) => sum + one, 0) / simulated.length;
  const spread = Math.sqrt(simulated.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (simulated.length - 1));
  if (method === 'permutations' || spread === 0) return { observed, expected, low, high, p };
  // Whole numbers stand for what is up to a half from them.
  const within = 0.5 + normalQuantile * spread;
  return {
    observed,
    expected,
    low: Math.max(0, Math.floor(expected - within) + 1),
    high: Math.ceil(expected + within) - 1,
    p: Math.min(1, 2 * normalCdf((0.5 - Math.abs(observed - expected)) / spread, 0, 1)),
  };
}
