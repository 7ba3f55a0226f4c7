import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localG, localGByDraws } from './local-g.ts';
import { distanceBand, moransI, type Neighbours } from './spatial-weights.ts';
import { sidsNeighbours, sidsRates } from '../testing/sids-1974.ts';

/** The example in the documentation of `G_Local` of PySAL esda 2.10 (esda/getisord.py). */
const points = [
  [10, 10],
  [20, 10],
  [40, 10],
  [15, 20],
  [30, 20],
  [30, 30],
] as const;
const values = [2, 3, 3.2, 5, 8, 7];
const neighbours = distanceBand(points, 15);

test.each([
  ['binary', true, [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331]],
  ['binary', false, [-1.0136729, -0.04361589, 1.31558703, -0.31412676, 1.15373986, 1.77833941]],
  ['row_standardised', true, [-0.62488094, -0.09144599, 0.41150696, -0.09144599, 0.24690418, 1.28024388]],
  ['row_standardised', false, [-0.62074534, -0.01780611, 1.31558703, -0.12824171, 0.28843496, 1.77833941]],
] as const)('the published z-scores of local G, %s, star %s', (kind, star, published) => {
  const found = localG(values, { neighbours, kind }, { star });
  for (const [place, z] of published.entries()) expect(found[place]?.z).toBeCloseTo(z, 7);
});

test('the p-value of local G is two-sided', () => {
  // 2 × (1 − Φ(1.39727626)), from tables of the normal distribution.
  expect(localG(values, { neighbours, kind: 'binary' }, { star: true })[0]?.p).toBeCloseTo(0.1623, 4);
});

test('the published Moran’s I of sudden infant deaths in North Carolina, with its p-value', () => {
  const found = moransI(sidsRates, { neighbours: sidsNeighbours, kind: 'row_standardised' });
  // esda/tests/test_moran.py: I, and the two-sided p-value of the documentation of `Moran`.
  expect(found?.i).toBeCloseTo(0.24772519320480135, 10);
  expect(found?.pNormal).toBeCloseTo(0.000115833, 7);
});

test('the published variances of Moran’s I on a lattice of three by three', () => {
  const lattice: Neighbours = Array.from({ length: 9 }, (_, at) =>
    [at % 3 > 0 ? at - 1 : -1, at % 3 < 2 ? at + 1 : -1, at - 3, at + 3].filter((other) => other >= 0 && other < 9),
  );
  const found = moransI([1, 2, 3, 4, 5, 6, 7, 8, 9], { neighbours: lattice, kind: 'binary' })!;
  // esda/tests/test_moran.py, test_variance: 0.053125 under normality and 0.0596875 under randomisation.
  const pOf = (variance: number) => localP((found.i - found.expected) / Math.sqrt(variance));
  expect(found.pNormal).toBeCloseTo(pOf(0.053125), 6);
  expect(found.pRandom).toBeCloseTo(pOf(0.0596875), 6);
});

/** Two-sided p-value of a z-score, by numerical integration. */
function localP(z: number): number {
  const steps = 20_000;
  const width = (8 - Math.abs(z)) / steps;
  let area = 0;
  for (let step = 0; step < steps; step++) area += Math.exp(-((Math.abs(z) + (step + 0.5) * width) ** 2) / 2) * width;
  return (2 * area) / Math.sqrt(2 * Math.PI);
}

test('nothing is said where there is nothing to compare', () => {
  const alone: Neighbours = [[1], [0], []];
  expect(localG([1, 2, 9], { neighbours: alone, kind: 'binary' }, { star: false })[2]).toBeNull();
  expect(localG([0.1, 0.1, 0.1], { neighbours: alone, kind: 'binary' }, { star: true })).toEqual([null, null, null]);
  expect(moransI([5, 5, 5, 5], { neighbours: [[1], [0], [3], [2]], kind: 'binary' })).toBeNull();
  expect(moransI([1, 2, 3, 4], { neighbours: [[], [], [], []], kind: 'row_standardised' })).toBeNull();
  expect(localGByDraws([1, 2, 9], alone, { draws: 99, seed: 1 })[2]).toBeNull();
});

test.each([
  [[[1], [0]], 'Each value needs its own list of neighbours'],
  [[[3], [0], [0]], 'not in the list'],
  [[[0], [0], [0]], 'its own neighbour'],
  [[[1, 1], [0], [0]], 'named twice'],
])('neighbours that do not fit are refused: %j', (given, message) => {
  expect(() => localG([1, 2, 3], { neighbours: given, kind: 'binary' }, { star: true })).toThrow(message);
});

/** A ring of places, each with two neighbours on either side. */
const ring = (length: number): Neighbours =>
  Array.from({ length }, (_, at) => [-2, -1, 1, 2].map((step) => (at + step + length) % length));

test('draws agree with the normal approximation where values are even', () => {
  const even = Array.from({ length: 60 }, (_, at) => 50 + ((at * 37) % 60));
  const exact = localG(even, { neighbours: ring(60), kind: 'binary' }, { star: true });
  const drawn = localGByDraws(even, ring(60), { draws: 19_999, seed: 7 });
  for (const [place, one] of exact.entries()) expect(Math.abs(one!.p - drawn[place]!)).toBeLessThan(0.06);
});

test('one place with very many incidents makes no hot spot of its neighbours by draws, though its z-score is large', () => {
  const lone = Array.from({ length: 60 }, (_, at) => (at === 30 ? 1000 : at % 3));
  expect(localG(lone, { neighbours: ring(60), kind: 'binary' }, { star: true })[29]?.p).toBeLessThan(0.001);
  expect(localGByDraws(lone, ring(60), { draws: 9999, seed: 7 })[29]).toBeGreaterThan(0.1);
});

test('z-scores do not change when values are scaled or moved, and change sign with them', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 8, maxLength: 30 });
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), (list, factor, more) => {
      const z = (of: readonly number[]) =>
        localG(of, { neighbours: ring(of.length), kind: 'binary' }, { star: true }).map((one) => one?.z ?? null);
      const own = z(list);
      for (const [place, other] of z(list.map((value) => value * factor + more)).entries()) {
        if (own[place] === null) expect(other).toBeNull();
        else expect(other).toBeCloseTo(own[place]!, 6);
      }
      for (const [place, other] of z(list.map((value) => -value)).entries())
        if (own[place] !== null) expect(other).toBeCloseTo(-own[place]!, 6);
    }),
  );
});
