import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dateOfDay,
  dayNumber,
  dimensionNames,
  exactPointsOf,
  type Filter,
  type FilteredIncident,
  type Measure,
  measureNames,
  placedNames,
  type SummaryRequest,
  tileMarks,
  weekHoursOf,
} from '@monitor/domain';
import { anyDraft, anyFilter } from '../../domain/testing/arbitraries.ts';
import {
  refereeAmount,
  refereeCoverage,
  refereeDispersion,
  refereeFacet,
  refereeFigures,
  refereeLacks,
  refereeMeets,
  refereeTotals,
} from '../../domain/testing/referee.ts';
import { CubeBuilder } from './build-cube.ts';
import type { Cube } from './cube.ts';
import { cubeOfDrafts, draftsByKey, idOfKey } from '../testing/cube-of-drafts.ts';
import { exactPoints } from './exact-points.ts';
import { populationOf } from './select-population.ts';
import { bitmapOfKeys, type RowBitmap } from './row-bitmap.ts';
import { summarise } from './summarise.ts';
import { tileOf } from './tile.ts';
import { times } from '../../../testing/depth.ts';

/** The summary of a filter, with every population calculated from scratch. */
function answerOf(cube: Cube, filter: Filter, request: SummaryRequest, bitmap?: RowBitmap) {
  return summarise(cube, filter, request, (wanted) => populationOf(cube, wanted, bitmap));
}

const incidents: FilteredIncident[] = fc.sample(anyDraft('draft'), { numRuns: times(400, 1500), seed: 7 }).map((draft, index) => ({
  ...draft,
  source_key: String(index),
  id: idOfKey(index + 1),
  dataset: index % 3 === 0 ? 'second' : 'first',
  searched: `${draft.place} ${draft.sources.map((source) => source.publisher).join(' ')}`,
}));

const ids = incidents.map(({ id }) => id);
const cube = cubeOfDrafts(draftsByKey(incidents));

/** What is drawn of a filter where incidents are counted. */
function drawnBy(of: Cube, filter: Filter) {
  return { population: populationOf(of, filter), filter, measure: 'incidents' as const };
}

/** Rows that meet the text, as the database would tell. */
function bitmapFor(filter: Filter) {
  if (filter.q === undefined) return undefined;
  const part = { q: filter.q };
  return bitmapOfKeys(
    cube,
    incidents.flatMap((one, index) => (refereeMeets(one, part) ? [index + 1] : [])),
  );
}

const anyMeasure = fc.constantFrom(...measureNames);
const anyMeasures = fc.subarray([...measureNames]);

test('a request without a series gives the same, but no steps', () => {
  fc.assert(
    fc.property(anyFilter({ ids }), anyMeasures, fc.constantFrom(...dimensionNames), (filter, measures, split) => {
      const request = { facets: [split], measures, split, partTotals: true } as const;
      const { series, ...others } = answerOf(cube, filter, { ...request, interval: 'auto' }, bitmapFor(filter));
      const parts = series.parts?.map((part) => ({ ...part, points: [] }));
      expect(answerOf(cube, filter, { ...request, interval: 'none' }, bitmapFor(filter))).toEqual({
        ...others,
        series: { ...series, points: [], parts },
      });
    }),
    { numRuns: times(15, 150) },
  );
});

test('totals and facets of any filter and measure are those of counting one by one', () => {
  fc.assert(
    fc.property(anyFilter(), anyMeasures, (filter, measures) => {
      const answer = answerOf(cube, filter, { interval: 'month', facets: dimensionNames, measures }, bitmapFor(filter));
      const dispersion = refereeDispersion(incidents, filter, { ...answer, covered: refereeCoverage(incidents, filter) });
      expect(answer.totals).toEqual({ ...refereeTotals(incidents, filter, measures), dispersion });
      expect(answer.comparison?.totals.dispersion ?? dispersion).toEqual(dispersion);
      for (const facet of dimensionNames)
        expect(answer.facets[facet], facet).toEqual(refereeFacet(incidents, facet, filter, measures));
    }),
    { numRuns: times(25, 150) },
  );
});

test('the steps of a series add up to the totals for every measure, and each is its own count', () => {
  fc.assert(
    fc.property(anyFilter(), fc.constantFrom('day', 'week', 'month', 'quarter', 'year'), (filter, interval) => {
      const request = { interval, facets: [], measures: measureNames } as const;
      const { series, totals } = answerOf(cube, filter, request, bitmapFor(filter));
      const met = incidents.filter((one) => refereeMeets(one, filter));
      for (const name of measureNames)
        expect(
          series.points.reduce((all, point) => all + point[name]!, 0),
          name,
        ).toBe(totals[name]);
      for (const [index, { start, partial: _, ...figures }] of series.points.entries()) {
        const next = series.points[index + 1]?.start ?? '9999-12-31';
        const inStep = met.filter((one) => one.occurred_on >= start && one.occurred_on < next);
        expect(figures).toEqual(refereeFigures(inStep, filter, measureNames));
      }
    }),
    { numRuns: times(20, 100) },
  );
});

test('a split series has the series and totals of each of its values, counted one by one', () => {
  fc.assert(
    fc.property(anyFilter(), fc.constantFrom(...dimensionNames), fc.subarray([...measureNames]), (filter, split, measures) => {
      const request = { interval: 'quarter', facets: [split], measures, split, partTotals: true } as const;
      const { series, facets, period, comparison } = answerOf(cube, filter, request, bitmapFor(filter));
      const expected = (filter[split] ?? facets[split]!.map(({ value }) => value)).slice(0, 16);
      expect(series.parts!.map(({ value }) => value)).toEqual(expected);
      for (const { value, points, totals, comparison: compared } of series.parts!) {
        const part: Filter = { ...filter, [split]: [value] };
        const dispersion = refereeDispersion(incidents, part, { period, comparison, covered: refereeCoverage(incidents, filter) });
        expect(totals).toEqual({ ...refereeTotals(incidents, part, measures), dispersion });
        const begins = firstDayOf(part);
        if (comparison === null || begins === undefined || begins > comparison.from) expect(compared).toBeNull();
        else {
          const days = { from: comparison.from, to: comparison.to };
          expect(compared).toEqual({ ...refereeTotals(incidents, { ...part, ...days }, measures), dispersion });
        }
        for (const [index, { start, partial, ...figures }] of points.entries()) {
          expect([start, partial]).toEqual([series.points[index]!.start, series.points[index]!.partial]);
          const next = series.points[index + 1]?.start ?? '9999-12-31';
          const met = incidents.filter((one) => refereeMeets(one, part) && one.occurred_on >= start && one.occurred_on < next);
          expect(figures).toEqual(refereeFigures(met, part, measures));
        }
      }
    }),
    { numRuns: times(15, 80) },
  );
});

/** First day that a filter's datasets cover of its locations. */
function firstDayOf(filter: Filter): string | undefined {
  return refereeCoverage(incidents, filter)?.from;
}

test('without first and last day the period is that of the data of the datasets and locations, whatever else is selected', () => {
  const countries = [...new Set(incidents.map(({ country }) => country))];
  const scopes: Filter[] = [{}, { dataset: ['second'] }, ...countries.map((country) => ({ country: [country] }))];
  for (const scope of scopes) {
    const { period } = answerOf(cube, { ...scope, type: ['suicide'] }, { interval: 'none', facets: [] });
    expect(period).toEqual(refereeCoverage(incidents, scope));
  }
});

test('without part totals a split series has the same series alone', () => {
  const request = { interval: 'year', facets: [], measures: ['weapons'], split: 'weapon' } as const;
  const alone = answerOf(cube, { from: '2022-01-01' }, request).series;
  const withTotals = answerOf(cube, { from: '2022-01-01' }, { ...request, partTotals: true }).series;
  expect(alone.parts).toEqual(withTotals.parts!.map(({ value, points }) => ({ value, points })));
});

test('the exact points are those of looking at one after the other', () => {
  expect(exactPoints(cube, populationOf(cube, {})).points!.day.length).toBeGreaterThan(4);
  fc.assert(
    fc.property(fc.oneof(fc.constant({}), anyFilter()), (filter) => {
      const found = exactPoints(cube, populationOf(cube, filter, bitmapFor(filter)));
      expect(found).toEqual(exactPointsOf(incidents.filter((one) => refereeMeets(one, filter))));
    }),
    { numRuns: times(40, 200) },
  );
});

test('the hours of the week are those of counting one by one', () => {
  fc.assert(
    fc.property(anyFilter(), (filter) => {
      const { hours } = answerOf(cube, filter, { interval: 'year', facets: [], hours: true }, bitmapFor(filter));
      expect(hours).toEqual(weekHoursOf(incidents.filter((one) => refereeMeets(one, filter))));
    }),
    { numRuns: times(40, 200) },
  );
});

test('the comparison is the summary of the period compared with', () => {
  const answer = answerOf(cube, { from: '2023-01-01', to: '2023-12-31', type: ['suicide'] }, { interval: 'year', facets: [] });
  const before = answerOf(cube, { from: '2022-01-01', to: '2022-12-31', type: ['suicide'] }, { interval: 'year', facets: [] });
  // Only how weeks vary is of both periods together.
  const totals = { ...before.totals, dispersion: answer.totals.dispersion };
  expect(answer.comparison).toEqual({ from: '2022-01-01', to: '2022-12-31', rule: 'year_earlier', totals });
  expect(answerOf(cube, { to: '2023-12-31' }, { interval: 'year', facets: [] }).comparison).toBeNull();
  expect(answerOf(cube, { from: '2021-06-01' }, { interval: 'year', facets: [] }).comparison).toBeNull();
});

const anyMarks = fc.constantFrom(...tileMarks);

test('the tiles of every zoom hold each selected point once', () => {
  fc.assert(
    fc.property(anyFilter({ text: false }), fc.constantFrom(0, 4, 7, 9, 12), anyMeasure, anyMarks, (filter, z, measure, marks) => {
      const drawnOf = { population: populationOf(cube, filter), filter, measure, marks };
      const tiles = new Set(incidents.flatMap(({ lon, lat }) => (lon === null || lat === null ? [] : [tileAt(lon, lat, z)])));
      let drawn = 0;
      let amount = 0;
      const missing = { killed: 0, injured: 0, amount: 0 };
      for (const text of tiles) {
        const [x, y] = text.split('/').map(Number) as [number, number];
        const tile = tileOf(cube, drawnOf, { z, x, y });
        for (const cell of tile.cells)
          expect(cell.properties.types.split(',').reduce((all, pair) => all + Number(pair.split(':')[1]), 0)).toBe(
            cell.properties.count,
          );
        drawn += tile.incidents.length + tile.cells.reduce((all, cell) => all + cell.properties.count, 0);
        for (const { properties } of [...tile.incidents, ...tile.cells]) {
          amount += properties.amount ?? 0;
          for (const name of placedNames) missing[name] += properties[`${name}NotReported`] ?? 0;
        }
      }
      const located = incidents.filter((one) => refereeMeets(one, filter) && one.lon !== null);
      expect(drawn).toBe(located.length);
      const counted = measure === 'incidents' ? 0 : located.reduce((all, one) => all + refereeAmount(one, measure, filter), 0);
      expect(amount).toBe(counted);
      const lacking = (name: Measure) => located.filter((one) => refereeLacks(one, name, filter)).length;
      expect(missing).toEqual({ killed: lacking('killed'), injured: lacking('injured'), amount: lacking(measure) });
    }),
    { numRuns: times(15, 80) },
  );
});

function tileAt(lon: number, lat: number, z: number): string {
  const sine = Math.sin((lat * Math.PI) / 180);
  const x = Math.floor(((lon + 180) / 360) * 2 ** z);
  const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z);
  return `${x}/${y}`;
}

test('each circle holds incidents of one location', () => {
  fc.assert(
    fc.property(anyFilter({ text: false }), fc.constantFrom(0, 3, 5, 8, 11), (filter, z) => {
      const drawn = new Map<string, number>();
      const located = incidents.filter((one) => refereeMeets(one, filter) && one.lon !== null);
      const countryOf = new Map(located.map((one) => [idOfKey(Number(one.source_key) + 1), one.country]));
      const draw = (country: string, count: number) => drawn.set(country, (drawn.get(country) ?? 0) + count);
      for (const text of new Set(located.map(({ lon, lat }) => tileAt(lon!, lat!, z)))) {
        const [x, y] = text.split('/').map(Number) as [number, number];
        const tile = tileOf(cube, drawnBy(cube, filter), { z, x, y });
        for (const { properties } of tile.cells) draw(properties.country, properties.count);
        for (const { properties } of tile.incidents) draw(countryOf.get(properties.id)!, 1);
      }
      const expected = new Map<string, number>();
      for (const { country } of located) expected.set(country, (expected.get(country) ?? 0) + 1);
      expect(drawn).toEqual(expected);
    }),
    { numRuns: times(15, 80) },
  );
});

test('an empty cube answers with zeros', () => {
  const answer = answerOf(new CubeBuilder().finish(0), {}, { interval: 'auto', facets: dimensionNames });
  expect(answer.period).toBeNull();
  expect(answer.totals.incidents).toBe(0);
  expect(answer.series.points).toEqual([]);
});

test('single incidents of a tile are the incidents themselves', () => {
  const one = incidents.findIndex((incident) => incident.lon !== null);
  const alone = cubeOfDrafts(draftsByKey([incidents[one]!]));
  const [x, y] = tileAt(incidents[one]!.lon!, incidents[one]!.lat!, 5).split('/').map(Number) as [number, number];
  const { incidents: drawn } = tileOf(alone, drawnBy(alone, {}), { z: 5, x, y });
  expect(drawn[0]?.properties).toEqual({
    id: idOfKey(1),
    type: incidents[one]!.type,
    killed: incidents[one]!.killed ?? 0,
    injured: incidents[one]!.injured ?? 0,
    killedNotReported: Number(incidents[one]!.killed === null),
    injuredNotReported: Number(incidents[one]!.injured === null),
    occurred_on: dateOfDay(dayNumber(incidents[one]!.occurred_on)),
  });
});
