import fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { burkittCases } from '../testing/burkitt-1961.ts';
import { type KnoxInput, type KnoxTest, knoxTest } from './knox.ts';
import { nearPairs, positionsOnEarth } from './near-pairs.ts';

const onPlane = (points: readonly (readonly [number, number, ...unknown[]])[]) => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
  z: new Float64Array(points.length),
});

function tested(input: KnoxInput): KnoxTest & { readonly kind: 'tested' } {
  const found = knoxTest(input);
  if (found.kind !== 'tested') throw new Error(found.kind);
  return found;
}

const burkitt = {
  positions: onPlane(burkittCases),
  days: burkittCases.map(([, , day]) => day),
  distances: [20],
  times: [5],
  permutations: 999,
  seed: 1,
};

test('the published counts of Burkitt’s lymphoma: 13 pairs within 20 km and 5 days, 10.14 expected', () => {
  const [[cell]] = tested(burkitt).bands as [
    [KnoxTest & { kind: 'tested' } extends { bands: readonly (readonly (infer Cell)[])[] } ? Cell : never],
  ];
  // pointpats/tests/test_spacetime.py: statistic, expected, and one-sided p of 0.17 and 0.21 by permutations of other seeds.
  expect(cell.observed).toBe(13);
  expect(cell.expected).toBeCloseTo(10.1438161, 6);
  expect(cell.p / 2).toBeGreaterThan(0.14);
  expect(cell.p / 2).toBeLessThan(0.24);
  expect(cell.low).toBeLessThan(10.2);
  expect(cell.high).toBeGreaterThan(13);
});

test('it answers the same every time', () => {
  expect(tested(burkitt)).toEqual(tested(burkitt));
});

const random = xoroshiro128plus(11);
const share = () => (random.next() >>> 0) / 2 ** 32;

test('its p-values are spread evenly where place and time have nothing to do with each other', () => {
  const pValues = Array.from({ length: 200 }, (_, run) => {
    const points = Array.from({ length: 120 }, () => [share() * 100, share() * 100] as const);
    const days = points.map(() => Math.floor(share() * 200));
    const { observed, low, high, p } = tested({
      positions: onPlane(points),
      days,
      distances: [12],
      times: [10],
      permutations: 99,
      seed: run + 1,
    }).bands[0]![0]!;
    // A p-value is at most 0.05 where the pairs are outside the interval, and only there.
    expect([observed, low, high, p <= 0.05]).toEqual([observed, low, high, observed < low || observed > high]);
    return p;
  });
  // Kolmogorov's test: with 200 even values the largest gap is above 0.115 in 1% of cases. Counts have ties, which only raise p.
  const gaps = pValues.toSorted((one, other) => one - other).map((p, at) => (at + 1) / 200 - p);
  expect(Math.max(...gaps)).toBeLessThan(0.115);
  expect(pValues.reduce((sum, p) => sum + p, 0) / 200).toBeGreaterThan(0.42);
  expect(pValues.reduce((sum, p) => sum + p, 0) / 200).toBeLessThan(0.6);
});

test('it finds repeats that were put in, in their band only', () => {
  const seeds = Array.from({ length: 300 }, () => [share() * 20_000, share() * 20_000, Math.floor(share() * 700)] as const);
  const repeats = seeds.slice(0, 60).map(([x, y, day]) => [x + 40, y + 30, day + 3] as const);
  const all = [...seeds, ...repeats];
  const found = tested({
    positions: onPlane(all),
    days: all.map(([, , day]) => day),
    distances: [100, 250, 500],
    times: [7, 14, 28],
    permutations: 199,
    seed: 3,
  });
  expect(found.bands[0]![0]!.observed).toBeGreaterThanOrEqual(60);
  expect(found.bands[0]![0]!.p).toBe(2 / 200);
  expect(found.bands[2]![2]!.p).toBeGreaterThan(0.01);
  expect(found.upTo[2]![0]!.observed).toBe(found.bands.reduce((sum, row) => sum + row[0]!.observed, 0));
});

const someDays = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 })),
  {
    minLength: 4,
    maxLength: 40,
  },
);

test('it counts the pairs that a plain loop counts, whatever the order of points', () => {
  fc.assert(
    fc.property(someDays, (cases) => {
      const input = (of: typeof cases) => ({
        positions: onPlane(of),
        days: of.map(([, , day]) => day),
        distances: [5, 10, 20],
        times: [0, 3, 9],
        permutations: 3,
        seed: 1,
      });
      const found = knoxTest(input(cases));
      const counts = [0, 1, 2].map(() => [0, 0, 0]);
      for (const [at, [x, y, day]] of cases.entries())
        for (const [otherX, otherY, otherDay] of cases.slice(at + 1)) {
          const band = [5, 10, 20].findIndex((most) => Math.hypot(x - otherX, y - otherY) <= most);
          const time = [0, 3, 9].findIndex((most) => Math.abs(day - otherDay) <= most);
          if (band >= 0 && time >= 0) counts[band]![time]! += 1;
        }
      if (found.kind !== 'tested') return;
      expect(found.bands.map((row) => row.map(({ observed }) => observed))).toEqual(counts);
      const reversed = tested(input(cases.toReversed()));
      expect(reversed.bands.map((row) => row.map(({ observed, expected }) => [observed, expected]))).toEqual(
        found.bands.map((row) => row.map(({ observed, expected }) => [observed, expected])),
      );
    }),
  );
});

test('the expected pairs are the mean of the permutations', () => {
  const cases = Array.from({ length: 150 }, () => [share() * 40, share() * 40, Math.floor(share() ** 2 * 90)] as const);
  const { upTo } = tested({
    positions: onPlane(cases),
    days: cases.map(([, , day]) => day),
    distances: [9],
    times: [7],
    permutations: 999,
    seed: 5,
  });
  const { expected, low, high } = upTo[0]![0]!;
  expect(Math.abs((low + high) / 2 - expected)).toBeLessThan(expected / 10);
});

test('near pairs of the Earth are those of the great circle, also across the meridian of the date', () => {
  const lon = [20, 20.005, 20.02, 179.999, -179.999, 20];
  const lat = [44, 44.001, 44, 10, 10, 44];
  const found = nearPairs(positionsOnEarth(lon, lat), [500], 100)!;
  const { one, other } = found.bands[0]!;
  const pairs = Array.from(one, (point, at) => [found.order[point]!, found.order[other[at]!]!].toSorted((a, b) => a - b).join());
  expect(pairs.toSorted()).toEqual(['0,1', '0,5', '1,5', '3,4']);
  expect(nearPairs(positionsOnEarth(lon, lat), [500], 3)).toBeNull();
});

test('it reports progress and stops when told to', () => {
  const shares: number[] = [];
  tested({ ...burkitt, progress: (done) => shares.push(done) });
  expect(shares[0]).toBe(0);
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  let stopped = false;
  const stopAtHalf = (done: number) => {
    stopped = done > 0.5;
  };
  const signal = {
    throwIfAborted() {
      if (stopped) throw new Error('stopped at half');
    },
  };
  expect(() => knoxTest({ ...burkitt, progress: stopAtHalf, signal })).toThrow('stopped at half');
});

test('nothing near is no test', () => {
  const positions = onPlane([
    [0, 0],
    [1000, 0],
  ]);
  expect(knoxTest({ ...burkitt, positions, days: [1, 2] })).toEqual({ kind: 'nothing_near' });
  expect(knoxTest({ ...burkitt, positions: onPlane([]), days: [] })).toEqual({ kind: 'nothing_near' });
});

test.each([
  [{ distances: [20, 10] }],
  [{ times: [] }],
  [{ times: [1.5] }],
  [{ days: burkitt.days.map((day) => day + 0.5) }],
  [{ days: burkitt.days.map((day, at) => (at === 0 ? -70_000 : day)) }],
])('what cannot be tested is refused: %j', (change) => {
  expect(() => knoxTest({ ...burkitt, ...change })).toThrow(RangeError);
});
