import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { IncidentItem } from '@monitor/contract';
import {
  dimensionNames,
  exactPointsOf,
  figuresWith,
  type Filter,
  measureNames,
  type SummaryAnswer,
  type TileAnswer,
  weekHoursOf,
  without,
} from '@monitor/domain';
import { anyDraft, anyFilter } from '../../domain/testing/arbitraries.ts';
import { refereeCoverage, refereeDispersion, refereeFacet, refereeMeets, refereeTotals } from '../../domain/testing/referee.ts';
import { times } from '../../../testing/depth.ts';
import { countIncidents, listIncidents, readExactPoints, readSummary, readTile } from '../src/index.ts';
import { readSnapshot } from '../src/connection/read-snapshot.ts';
import { incidentWhere } from '../src/filter/incident-where.ts';
import { randomDrafts } from './random-drafts.ts';
import { streamIncidents } from './read-records.ts';
import { type RecordedIncident, recordedIncidents } from './referee.ts';
import { importDrafts, testDataset, useTestDatabase } from './test-database.ts';

const used = useTestDatabase();
const near =
  fc.sample(fc.tuple(...Array.from({ length: 150 }, (_, index) => anyDraft(`near-${index}`))), { numRuns: 1, seed: 7 })[0] ?? [];
// Only identifiers that are numbers can be published, and found.
const far = randomDrafts(150, 5, '77');
const all = [...recordedIncidents(near, 'made-up'), ...recordedIncidents(far, 'far-off')];

beforeAll(async () => {
  await importDrafts(used.database, near);
  await importDrafts(used.database, far, { ...testDataset, slug: 'far-off' });
});

/** The domain's filters, and what only these drafts have. */
const filters: fc.Arbitrary<Filter> = fc.oneof(
  { weight: 3, arbitrary: anyFilter({ ids: all.map(({ id }) => id) }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        anyFilter({ text: false }).map((filter) => without(filter, 'from', 'to', 'bbox')),
        fc.constantFrom<Filter>(
          { bbox: [175, -20, -175, -10] },
          { bbox: [-180, -20, -175, 0] },
          { bbox: [20.46513, 44.80401, 21.90333, 50.45466] },
          { dataset: ['far-off'], country: ['UA', 'FJ'] },
          { dataset: ['nowhere'] },
          { q: '100%' },
          { q: 'under_score \\' },
          { q: '%' },
          { q: 'МОЛДОВА' },
          { q: 'київ правда' },
          { q: 'kyiv pravda' },
          { q: 'Ялта' },
          { q: 'yalt' },
          { q: 'akovica' },
          { q: 'Djakovica' },
          { q: 'Đakovica KOSOVO' },
          { q: '7712' },
          { q: 'near-12' },
          { q: 'a\0b' },
          { q: ' ' },
          { from: '2018-01-01', to: '2018-12-31' },
          { from: '2025-06-01', country: ['RS', 'FJ'] },
          { to: '2013-01-01' },
          { from: '2026-01-01' },
          // A pentagram around most of the places: its middle is outside by the even-odd rule.
          {
            within: [
              [15, 43],
              [36, 43],
              [18, 54],
              [25.5, 38],
              [33, 54],
            ],
          },
          {
            within: [
              [19, 41],
              [31, 41],
              [31, 51],
              [25, 43],
              [19, 51],
            ],
          },
        ),
      )
      .map(([one, other]) => ({ ...one, ...other })),
  },
);

test('count, list, stream, totals, tiles and facets agree with the meaning of the filter', async () => {
  let selected = 0;
  await fc.assert(
    fc.asyncProperty(filters, fc.constantFrom(0, 2, 5), fc.subarray([...measureNames]), async (filter, zoom, measures) => {
      const expected = all.filter((incident) => refereeMeets(incident, filter));
      selected += Math.min(expected.length, 1);
      expect(await countIncidents(used.database, filter)).toBe(expected.length);
      expect(ids(await wholeList(filter))).toEqual(ids(expected));
      expect(ids(await wholeStream(filter))).toEqual(ids(expected));
      const summary = await readSummary(used.database, filter, {
        interval: 'auto',
        facets: dimensionNames,
        measures,
        hours: true,
      });
      expect(summary.totals).toEqual({ ...refereeTotals(all, filter, measures), dispersion: dispersionOf(filter, summary) });
      for (const name of dimensionNames)
        expect([name, summary.facets[name]]).toEqual([name, refereeFacet(all, name, filter, measures)]);
      expect(summary.hours).toEqual(weekHoursOf(expected));
      expect(await readExactPoints(used.database, filter)).toMatchObject(exactPointsOf(expected));
      expect(sum(summary.series.points, 'incidents')).toBe(expected.length);
      for (const name of figuresWith(measures)) expect(sum(summary.series.points, name), name).toBe(summary.totals[name]);
      const withPoint = expected.filter((incident) => incident.lon !== null);
      expect(await tileSums(filter, zoom)).toEqual(sumsOf(withPoint));
    }),
    {
      numRuns: times(12, 240),
      examples: [
        [{}, 2, ['victims']],
        [{ country: ['RS'] }, 5, [...measureNames]],
        [{ q: '7712' }, 2, []],
        [{ q: 'near-12' }, 2, []],
      ],
    },
  );
  // A run in which nothing is ever selected would prove nothing.
  expect(selected).toBeGreaterThan(times(1, 60));
});

test('a series split by any list has the series and totals of each value', async () => {
  let counted = 0;
  const splits = fc.constantFrom(...dimensionNames);
  await fc.assert(
    fc.asyncProperty(filters, splits, fc.subarray([...measureNames]), async (filter, split, measures) => {
      const request = { interval: 'year', facets: [split], measures, split, partTotals: true } as const;
      const { series, facets, period, comparison } = await readSummary(used.database, filter, request);
      const expected = filter[split] ?? facets[split]!.map(({ value }) => value);
      expect(series.parts!.map(({ value }) => value)).toEqual(expected.slice(0, 16));
      for (const { value, points, totals, comparison: compared } of series.parts!) {
        const part: Filter = { ...filter, [split]: [value] };
        const dispersion = dispersionOf(part, { period, comparison }, filter);
        expect(totals).toEqual({ ...refereeTotals(all, part, measures), dispersion });
        counted += totals!.incidents;
        for (const name of figuresWith(measures)) expect(sum(points, name), name).toBe(totals![name]);
        expect(points.map(({ start }) => start)).toEqual(series.points.map(({ start }) => start));
        const days = comparison && { from: comparison.from, to: comparison.to };
        if (compared) expect(compared).toEqual({ ...refereeTotals(all, { ...part, ...days }, measures), dispersion });
        else expect(comparison === null || split === 'country' || split === 'dataset').toBe(true);
      }
      const alone = await readSummary(used.database, filter, { ...request, partTotals: false });
      expect(alone.series.parts).toEqual(series.parts!.map(({ value, points }) => ({ value, points })));
    }),
    { numRuns: times(6, 100), examples: [[{}, 'type', ['victims']]] },
  );
  expect(counted).toBeGreaterThan(100);
});

describe('each key alone', () => {
  const alone: Filter[] = [
    { from: '2021-06-01' },
    { to: '2021-06-01' },
    { country: ['RS', 'XK'] },
    { region: ['RS-20'] },
    { type: ['suicide', 'other'] },
    { subtype: ['suicide.other'] },
    { weapon: ['handgun'] },
    { legal: ['illegal'] },
    { weapon: ['handgun', 'not_reported'], legal: ['not_reported'] },
    { outcome: ['none', 'suicide'] },
    { outcome: ['not_reported'] },
    { victim_sex: ['woman'] },
    { victim_age: ['0-18'] },
    { victim_sex: ['woman'], victim_age: ['0-18', '61-plus'] },
    { perpetrator_sex: ['not_reported'] },
    { victim_outcome: ['killed'], victim_sex: ['woman'], relationship: ['intimate_partner', 'family_member'] },
    { perpetrator_sex: ['man'], perpetrator_age: ['61-plus'] },
    { mode: ['surrendered'] },
    { traced: ['yes'], mode: ['seized'], weapon: ['handgun', 'ammunition'] },
    { relationship: ['stranger'] },
    { setting: ['school'] },
    { urbanity: ['rural'] },
    { source: ['ngo'] },
    { place_precision: ['region', 'exact'] },
    { date_precision: ['month', 'year'] },
    { dataset: ['far-off'] },
    { min_victims: 4 },
    { min_weapons: 1 },
    { min_weapons: 5, weapon: ['ammunition'] },
    { min_weapons: 30, type: ['weapon_seizure', 'weapon_theft'] },
    { q: 'šabac' },
    { q: 'Шабац' },
    { q: 'nis' },
    { q: 'avski' },
    { q: 'moldo' },
    { country: [] },
    { weapon: [] },
  ];
  test.each(alone)('%j', async (filter) => {
    const expected = all.filter((incident) => refereeMeets(incident, filter));
    expect(ids(await wholeStream(filter))).toEqual(ids(expected));
    const summary = await readSummary(used.database, filter, { interval: 'year', facets: dimensionNames });
    for (const name of dimensionNames) expect([name, summary.facets[name]]).toEqual([name, refereeFacet(all, name, filter)]);
  });
});

test('the stream runs oldest first', async () => {
  const days = (await wholeStream({})).map((row) => row.occurred_on);
  expect(days).toEqual(days.toSorted());
});

test('the comparison has the totals of its period', async () => {
  const filter: Filter = { from: '2022-04-01', to: '2022-09-30', country: ['RS'] };
  const { comparison } = await readSummary(used.database, filter, { interval: 'month', facets: [] });
  expect(comparison).toMatchObject({ from: '2021-04-01', to: '2021-09-30', rule: 'year_earlier' });
  expect(comparison?.totals).toMatchObject(refereeTotals(all, { ...filter, from: '2021-04-01', to: '2021-09-30' }));
});

test('only published incidents are counted', async () => {
  const [one] = all;
  await used.database.connections`update incidents set status = 'in_review' where public_id = ${one?.id ?? ''}`;
  expect(await countIncidents(used.database, {})).toBe(all.length - 1);
  expect((await readSummary(used.database, {}, { interval: 'auto', facets: [] })).totals.incidents).toBe(all.length - 1);
  await used.database.connections`update incidents set status = 'published' where public_id = ${one?.id ?? ''}`;
});

/** What is said of how the incidents of a filter vary. @param whole the filter of the answer, if this is one of a part of it */
function dispersionOf(filter: Filter, { period, comparison }: Pick<SummaryAnswer, 'period' | 'comparison'>, whole = filter) {
  return refereeDispersion(all, filter, { period, comparison, covered: refereeCoverage(all, whole) });
}

const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id).toSorted();

async function wholeList(filter: Filter): Promise<IncidentItem[]> {
  const rows: IncidentItem[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await listIncidents(used.database, filter, {
      sort: '-occurred_on',
      limit: 200,
      start: cursor ? { cursor } : undefined,
    });
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

async function wholeStream(filter: Filter): Promise<IncidentItem[]> {
  const rows: IncidentItem[] = [];
  for await (const portion of streamIncidents(used.database, filter)) rows.push(...portion);
  return rows;
}

interface Sums {
  readonly incidents: number;
  readonly killed: number;
  readonly injured: number;
}

function sumsOf(incidents: readonly RecordedIncident[]): Sums {
  const { killed, injured } = refereeTotals(incidents, {});
  return { incidents: incidents.length, killed, injured };
}

test('whatever the filter, PostgreSQL looks through the incidents alone, without a join whose size it could misjudge', async () => {
  await fc.assert(
    fc.asyncProperty(anyFilter(), async (filter) => {
      const tables = await readSnapshot(used.database, {}, async (statements) => {
        const { run } = statements;
        const where = await incidentWhere(statements, filter);
        const [row] = await run<{ 'QUERY PLAN': unknown }>(
          sql`explain (format json) select count(*) from incidents where ${where}`,
        );
        return [...JSON.stringify(row?.['QUERY PLAN']).matchAll(/"Relation Name":"(\w+)"/g)].map(([, table]) => table);
      });
      expect(new Set(tables)).toEqual(new Set(['incidents', ...((filter.dataset ?? filter.leave_out) ? ['datasets'] : [])]));
    }),
    { numRuns: times(20, 200) },
  );
});

/** Sums over all tiles of a zoom that hold one of the incidents, and the whole earth where these are few. */
async function tileSums(filter: Filter, zoom: number): Promise<Sums> {
  const addresses = new Set<string>();
  for (const { lon, lat } of all) {
    if (lon === null || lat === null) continue;
    const sine = Math.sin((lat * Math.PI) / 180);
    const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    addresses.add(`${Math.floor(((lon + 180) / 360) * 2 ** zoom)}/${Math.floor(y * 2 ** zoom)}`);
  }
  if (zoom <= 2) for (let at = 0; at < 4 ** zoom; at++) addresses.add(`${at % 2 ** zoom}/${Math.floor(at / 2 ** zoom)}`);
  const sums = { incidents: 0, killed: 0, injured: 0 };
  for (const address of addresses) {
    const [x = 0, y = 0] = address.split('/').map(Number);
    const { cells, incidents }: TileAnswer = await readTile(used.database, filter, { z: zoom, x, y });
    sums.incidents +=
      incidents.length +
      sum(
        cells.map((cell) => cell.properties),
        'count',
      );
    for (const { properties } of [...cells, ...incidents]) {
      sums.killed += properties.killed;
      sums.injured += properties.injured;
    }
  }
  return sums;
}

function sum<Name extends string>(rows: readonly Readonly<Partial<Record<Name, number>>>[], name: Name): number {
  return rows.reduce((total, row) => total + (row[name] ?? 0), 0);
}
