import fc from 'fast-check';
import { expect, test } from 'vitest';
import { times } from '../../../testing/depth.ts';
import {
  type ComparedSide,
  coversWhole,
  leavingOut,
  partsCompared,
  partsOf,
  partsThroughout,
  type RecordPart,
} from './compared-parts.ts';
import { partName } from './constraints/record-parts.ts';
import { dateOfDay, dayNumber, type Period } from './date.ts';
import type { DatasetCoverage } from './location-coverage.ts';

const first = dayNumber('2018-01-01');
const anyPeriod = fc.tuple(fc.nat(2000), fc.integer({ min: 20, max: 1200 })).map(([start, days]): Period => ({
  from: dateOfDay(first + start),
  to: dateOfDay(first + start + days),
}));
const countries = ['RS', 'BA', 'UA'] as const;
/** Datasets of one to three locations, each with days and a number of incidents of its own. */
const anyWorld = fc.array(
  fc.record({
    locations: fc.uniqueArray(
      fc.record({ country: fc.constantFrom(...countries), days: anyPeriod, incidents: fc.integer({ min: 1, max: 3000 }) }),
      { selector: ({ country }) => country, minLength: 1, maxLength: 3 },
    ),
    covers: fc.constantFrom(null, null, 'One city', 'Another city'),
  }),
  { minLength: 1, maxLength: 5 },
);
type World = typeof anyWorld extends fc.Arbitrary<infer One> ? One : never;

const datasetsOf = (world: World): DatasetCoverage[] =>
  world.map(({ locations, covers }, at) => ({
    slug: `set-${at}`,
    covers,
    from: locations.map(({ days }) => days.from).toSorted()[0]!,
    to: locations
      .map(({ days }) => days.to)
      .toSorted()
      .at(-1)!,
    coverage: locations.map(({ country, days, incidents }) => ({ country, incidents, ...days })),
  }));

const anySides = fc
  .record({
    periods: fc.array(anyPeriod, { minLength: 1, maxLength: 3 }),
    country: fc.option(fc.subarray([...countries], { minLength: 1 }), { nil: undefined }),
    dataset: fc.option(fc.subarray(['set-0', 'set-1', 'set-2'], { minLength: 1 }), { nil: undefined }),
  })
  .map(({ periods, country, dataset }): ComparedSide[] =>
    periods.map((period) => ({ ...period, filter: { ...(country && { country }), ...(dataset && { dataset }) } })),
  );

/** Days that two periods share. */
const shared = (one: Period, other: Period) =>
  Math.max(0, Math.min(dayNumber(one.to), dayNumber(other.to)) - Math.max(dayNumber(one.from), dayNumber(other.from)) + 1);
const expected = (part: RecordPart, sides: readonly Period[]) =>
  sides.reduce((sum, side) => sum + part.perDay * shared(part, side), 0);
const mayShare = (one: RecordPart, other: RecordPart) =>
  one.dataset !== other.dataset &&
  one.country === other.country &&
  (one.covers === null || other.covers === null || one.covers === other.covers);

test('a comparison is made from the parts that cover every side, and of those that can share incidents from the largest', () => {
  fc.assert(
    fc.property(anyWorld, anySides, (world, sides) => {
      const datasets = datasetsOf(world);
      const { kept, leftOut } = partsCompared(datasets, sides);
      const names = (parts: readonly RecordPart[]) => parts.map(partName).toSorted();
      const active = partsOf(datasets, sides[0]!.filter).filter((part) => sides.some((side) => shared(part, side) > 0));
      expect(names([...kept, ...leftOut])).toEqual(names(active));
      const whole = active.filter((part) => sides.every((side) => coversWhole(part, side)));
      for (const part of kept) expect(names(whole)).toContain(partName(part));
      const isChosen = sides[0]!.filter.dataset !== undefined;
      for (const part of whole) {
        const rivals = isChosen ? [] : kept.filter((one) => mayShare(one, part));
        // Each is kept, or one that it can share incidents with and that is no smaller.
        const isKept = kept.some((one) => partName(one) === partName(part));
        expect([partName(part), isKept]).toEqual([partName(part), rivals.length === 0]);
        if (!isKept) expect(rivals.some((one) => expected(one, sides) >= expected(part, sides))).toBe(true);
      }
    }),
    { numRuns: times(1000, 20_000) },
  );
});

test('what a filter leaves out is left out of what it is compared by, and nothing more', () => {
  fc.assert(
    fc.property(anyWorld, anySides, (world, sides) => {
      const datasets = datasetsOf(world);
      const { kept, leftOut } = partsCompared(datasets, sides);
      const without = sides.map((side) => ({ ...side, filter: leavingOut(side.filter, { leftOut }) }));
      const again = partsCompared(datasets, without);
      expect(again.kept.map(partName).toSorted()).toEqual(kept.map(partName).toSorted());
      expect(again.leftOut).toEqual([]);
    }),
    { numRuns: times(300, 5000) },
  );
});

test('data of other places and days changes no comparison', () => {
  fc.assert(
    fc.property(anyWorld, anyWorld, anySides, (world, others, sides) => {
      const [from, to] = [
        sides.map((side) => side.from).toSorted()[0]!,
        sides
          .map((side) => side.to)
          .toSorted()
          .at(-1)!,
      ];
      const datasets = datasetsOf(world);
      // Each of the others is of another place, or ends before all sides or begins after them.
      const beside = datasetsOf(others)
        .map(({ coverage, ...one }): DatasetCoverage => {
          const apart = coverage.filter((location) => location.country === 'UA' || location.to < from || location.from > to);
          return { ...one, slug: `beside-${one.slug}`, coverage: apart, from: null, to: null };
        })
        .filter(({ coverage }) => coverage.length > 0);
      const own = sides.map((side) => ({ ...side, filter: { country: ['RS', 'BA'] } }));
      const kept = (all: readonly DatasetCoverage[]) => partsCompared(all, own).kept.map(partName).toSorted();
      expect(kept([...datasets, ...beside])).toEqual(kept(datasets));
    }),
    { numRuns: times(300, 5000) },
  );
});

test('neither a few incidents of long ago nor many of one year take the line away from what is there throughout', () => {
  const whole = { from: '2014-01-01', to: '2026-11-30' };
  const dataset = (slug: string, country: string, days: Period, incidents: number): DatasetCoverage => ({
    slug,
    ...days,
    coverage: [{ country, incidents, ...days }],
  });
  const demo = dataset('demo', 'RS', whole, 41_242);
  const lineOf = (...others: DatasetCoverage[]) => {
    const all = [demo, ...others];
    const period = {
      from: all.map(({ from }) => from!).toSorted()[0]!,
      to: all
        .map(({ to }) => to!)
        .toSorted()
        .at(-1)!,
    };
    const { kept, leftOut } = partsThroughout(all, {}, period);
    return [kept.map(partName), leftOut.map(partName)];
  };
  expect(lineOf()).toEqual([['demo/RS'], []]);
  expect(lineOf(dataset('words', 'RS', { from: '2025-03-01', to: '2025-04-09' }, 40))).toEqual([['demo/RS'], ['words/RS']]);
  expect(lineOf(dataset('old', 'RS', { from: '2009-01-01', to: '2009-12-31' }, 40))).toEqual([['demo/RS'], ['old/RS']]);
  expect(lineOf(dataset('two', 'BA', { from: '1990-01-01', to: '2026-11-30' }, 2))).toEqual([['demo/RS', 'two/BA'], []]);
  expect(lineOf(dataset('year', 'US', { from: '2017-01-01', to: '2017-12-31' }, 61_401))).toEqual([['demo/RS'], ['year/US']]);
});
