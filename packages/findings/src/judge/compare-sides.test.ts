import type { FacetValue } from '@monitor/contract';
import type { Filter, Measure, Period } from '@monitor/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareSides, isMeant, mayShareIncidents, type Side } from './compare-sides.ts';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { pairedRows } from './paired-rows.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const year2024 = { from: '2024-01-01', to: '2024-12-31' };
const year2025 = { from: '2025-01-01', to: '2025-12-31' };
const always = { from: '2014-01-01', to: '2026-10-31' };
const dataset = madeUpDataset('one', { RS: always, XK: always }, 20_000);
const people: Readonly<Record<string, number>> = { RS: 6_600_000, XK: 1_600_000 };
const population = (code: string, year: number) =>
  people[code] === undefined ? undefined : { people: people[code], year, source: 'made up' };

interface Counted {
  readonly incidents: number;
  readonly killed?: number;
  readonly squares?: number;
  readonly largest?: readonly [number, number];
  readonly notReported?: number;
}

function side(
  filter: Filter,
  { incidents, killed = 0, squares = killed, largest = [Math.min(1, killed), Math.min(1, killed - 1)], notReported = 0 }: Counted,
  { datasets = [dataset], country = 'RS' } = {},
): Side {
  const value = (name: string): FacetValue => ({ value: name, incidents, killed, injured: 0, ...allReported });
  return {
    filter,
    datasets,
    summary: {
      period: filter.from === undefined || filter.to === undefined ? null : ({ from: filter.from, to: filter.to } satisfies Period),
      totals: {
        incidents,
        killed,
        injured: 0,
        threatened: 0,
        suicides: 0,
        withoutPoint: 0,
        dispersion: { weeks: 0, squares: 0, sums: 0 },
        notReported: { killed: notReported, injured: 0, threatened: 0, suicides: 0 },
        clustering: { killed: { squares, largest }, injured: { squares: 0, largest: [0, 0] } },
      },
      facets: { country: [value(filter.country?.[0] ?? country)], dataset: [value(datasets[0]?.slug ?? '')] },
    },
  };
}

const compare = (a: Side, b: Side, measure: Measure = 'incidents') => compareSides(a, b, measure, population);

test('the drawing: 44 incidents against 37 are 19 per cent more, 23 fewer to 84 more', () => {
  const summer = (year: number, incidents: number) => side({ from: `${year}-06-01`, to: `${year}-08-31` }, { incidents });
  const { counts, change, per } = compare(summer(2026, 44), summer(2025, 37));
  expect([counts, per]).toEqual([[44, 37], 'day']);
  if (change.kind !== 'change') throw new Error(change.kind);
  expect([change.ratio, change.low, change.high].map((ratio) => Math.round(100 * (ratio - 1)))).toEqual([19, -23, 84]);
});

test('periods of different length are compared per day', () => {
  const half = side({ from: '2025-01-01', to: '2025-06-30' }, { incidents: 181 });
  const { change, days } = compare(half, side(year2024, { incidents: 366 }));
  expect(days).toEqual([181, 366]);
  expect(change).toMatchObject({ kind: 'change', ratio: 1 });
});

test('places are compared per person, since their populations differ', () => {
  const serbia = side({ ...year2024, country: ['RS'] }, { incidents: 660 });
  const kosovo = side({ ...year2024, country: ['XK'] }, { incidents: 160 });
  const { change, per, rates } = compare(serbia, kosovo);
  expect(per).toBe('person');
  if (change.kind !== 'change') throw new Error(change.kind);
  expect(change.ratio).toBeCloseTo(1, 10);
  expect(rates.map((rate) => rate.kind === 'rate' && rate.rate)).toEqual([expect.closeTo(10, 1), expect.closeTo(10, 1)]);
});

test('fewer than ten on either side give no change, and what nobody reports is no zero', () => {
  const [few, many] = [side(year2025, { incidents: 9 }), side(year2024, { incidents: 500, killed: 40 })];
  expect(compare(few, many).change).toEqual({ kind: 'too_few' });
  expect(compare(many, few).change).toEqual({ kind: 'too_few' });
  const silent = side(year2025, { incidents: 300, notReported: 300 });
  expect(compare(silent, many, 'killed')).toMatchObject({
    counts: [undefined, 40],
    change: { kind: 'not_reported' },
    notReported: [1, 0],
  });
});

test('no ratio is given where the data covers the sides differently', () => {
  const late = madeUpDataset('late', { RS: { from: '2025-01-01', to: '2026-10-31' } }, 20_000);
  const [a, b] = [
    side(year2025, { incidents: 400 }, { datasets: [late] }),
    side(year2024, { incidents: 40 }, { datasets: [late] }),
  ];
  expect(compare(a, b).change.kind).toBe('data_begin');
  expect(compare(b, a).change.kind).toBe('data_begin');
  const other = madeUpDataset('other', { XK: always }, 20_000);
  const elsewhere = side({ ...year2025, country: ['XK'] }, { incidents: 300 }, { datasets: [other] });
  const here = side({ ...year2025, country: ['RS'] }, { incidents: 300 });
  expect(compare(here, elsewhere).change).toEqual({ kind: 'other_data', titles: [[dataset.title], [other.title]] });
  expect(compare(side({}, { incidents: 0 }), here).change).toEqual({ kind: 'no_data' });
});

test('where the data has no day of a period, what is counted there is not zero', () => {
  const long = side({ from: '1991-01-01', to: '1991-12-31' }, { incidents: 0 });
  const now = side(year2025, { incidents: 400 });
  expect(compare(now, long)).toMatchObject({ counts: [400, undefined], change: { kind: 'no_data' } });
  expect(compare(long, now)).toMatchObject({ counts: [undefined, 400], change: { kind: 'no_data' } });
  const paired = pairedRows('country', [now, long], 'incidents', compare(now, long));
  expect(paired.map(({ amounts }) => amounts)).toEqual([[400, undefined]]);
  // A quiet day of the data is one.
  const quiet = side({ from: '2025-02-03', to: '2025-02-03' }, { incidents: 0 });
  expect(compare(now, quiet).counts).toEqual([400, 0]);
  // Nothing of either side at any time: zero of what there is.
  const none = (year: Period) => side({ ...year, q: 'x' }, { incidents: 0 }, { datasets: [] });
  expect(compare(none(year2025), none(year2024)).counts).toEqual([0, 0]);
});

test('a selection is not compared with itself', () => {
  const one = side({ ...year2025, country: ['RS', 'XK'] }, { incidents: 400 });
  const same = side({ ...year2025, country: ['XK', 'RS'] }, { incidents: 400 });
  expect(compare(one, same)).toMatchObject({ counts: [400, 400], change: { kind: 'identical' } });
});

test('sides that can have incidents in common say so', () => {
  const [a, b] = [
    side({ ...year2025, country: ['RS'] }, { incidents: 20 }),
    side({ ...year2025, country: ['XK'] }, { incidents: 20 }),
  ];
  expect(mayShareIncidents(a, b)).toBe(false);
  expect(mayShareIncidents(a, side(year2025, { incidents: 90 }))).toBe(true);
  expect(mayShareIncidents(a, side({ ...year2024, country: ['RS'] }, { incidents: 90 }))).toBe(false);
  expect(
    mayShareIncidents(
      side({ ...year2025, weapon: ['handgun'] }, { incidents: 9 }),
      side({ ...year2025, weapon: ['explosive'] }, { incidents: 9 }),
    ),
  ).toBe(true);
});

test('a value outside the list of a side, or of a place that it leaves out, is not meant', () => {
  const filter: Filter = { country: ['RS'] };
  expect(isMeant(filter, 'country', 'RS')).toBe(true);
  expect(isMeant(filter, 'country', 'XK')).toBe(false);
  expect(isMeant(filter, 'region', 'RS-00')).toBe(true);
  expect(isMeant(filter, 'region', 'XK-01')).toBe(false);
  expect(isMeant(filter, 'type', 'suicide')).toBe(true);
});

const anySide = fc
  .record({
    period: fc.constantFrom(year2024, year2025, { from: '2023-03-01', to: '2023-05-31' }),
    country: fc.constantFrom('RS', 'XK'),
    incidents: fc.integer({ min: 0, max: 5000 }),
    alone: fc.integer({ min: 0, max: 400 }),
    first: fc.integer({ min: 1, max: 9 }),
    second: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ period, country, incidents, alone, first, second }) => {
    const largest = [Math.max(first, second), Math.min(first, second)] as const;
    const killed = alone + first + second;
    return side({ ...period, country: [country] }, { incidents, killed, squares: alone + first ** 2 + second ** 2, largest });
  });

test('a side compared with itself has the ratio 1, and swapping inverts ratio and interval', () => {
  fc.assert(
    fc.property(anySide, anySide, fc.constantFrom('incidents' as const, 'killed' as const), (a, b, measure) => {
      const itself = compare(a, a, measure).change;
      if (itself.kind === 'change') {
        expect(itself.ratio).toBeCloseTo(1, 12);
        expect(itself.low * itself.high).toBeCloseTo(1, 9);
      }
      const [there, back] = [compare(a, b, measure), compare(b, a, measure)];
      expect(back.change.kind).toBe(there.change.kind);
      expect(back.per).toBe(there.per);
      expect(back.counts).toEqual(there.counts.toReversed());
      if (there.change.kind !== 'change' || back.change.kind !== 'change') return;
      expect(there.change.ratio * back.change.ratio).toBeCloseTo(1, 9);
      expect(there.change.low * back.change.high).toBeCloseTo(1, 9);
      expect(there.change.high * back.change.low).toBeCloseTo(1, 9);
    }),
  );
});
