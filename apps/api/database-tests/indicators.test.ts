import { readXlsx } from 'hucre/xlsx';
import { Check } from 'typebox/value';
import { expect, test } from 'vitest';
import { type IndicatorCell, indicatorColumns, indicatorRows, IndicatorTable, type Problem, type Summary } from '@monitor/contract';
import { indicatorFrameworks, notices } from '@monitor/domain';
import { deep, times } from '../../../testing/depth.ts';
import { rowsOf } from './csv-rows.ts';
import { placelessDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { importDrafts, testDataset } from '../../../packages/store/database-tests/test-database.ts';
import { useRandomApp } from './test-app.ts';

const used = useRandomApp();

async function tableOf(query = ''): Promise<IndicatorTable> {
  const response = await used.app.inject(`/api/v1/indicators?${query}`);
  expect([response.statusCode, response.body.slice(0, 200)]).toEqual([200, expect.any(String)]);
  const table = response.json<IndicatorTable>();
  expect(Check(IndicatorTable, table)).toBe(true);
  return table;
}

function cellOf(table: IndicatorTable, id: string, place: string | null, year: number): IndicatorCell {
  const cells = table.indicators.find((one) => one.id === id)?.cells ?? [];
  return cells.find((one) => one.place === place && one.year === year)!;
}

test('every number is what the summary counts for the filter that the cell names', async () => {
  const table = await tableOf('from_year=2019&to_year=2020');
  const cells = table.indicators.flatMap(({ measure, cells: of }) => of.map((cell) => ({ measure, cell })));
  expect(cells.length).toBeGreaterThan(300);
  let counted = 0;
  // Ordinary runs try every fifth, which are of each indicator, location and year.
  for (const { measure, cell } of cells.filter((_, index) => deep || index % 5 === 0)) {
    const response = await used.app.inject(`/api/v1/summary?${cell.query}&facets=none&measures=${measure}`);
    const { totals } = response.json<Summary>();
    expect({ query: cell.query, numerator: cell.numerator }).toEqual({ query: cell.query, numerator: totals[measure] });
    counted += cell.numerator;
  }
  expect(counted).toBeGreaterThan(times(100, 1000));
});

test('numbers are what a count by hand in SQL gives', async () => {
  const table = await tableOf('country=RS,AL&from_year=2020&to_year=2021');
  const { connections: sql } = used.database;
  const [homicides] = await sql<{ killed: number }[]>`
    select sum(killed)::int as killed from incidents
    where country = 'RS' and extract(year from occurred_on) = 2020 and type in ('criminal_context', 'public_dispute',
      'domestic_violence', 'undetermined_shooting', 'undetermined_explosion', 'political_or_extremist')`;
  expect(cellOf(table, 'sdg_16_1_1', 'RS', 2020).numerator).toBe(homicides!.killed);

  const [celebratory] = await sql<{ incidents: number }[]>`
    select count(*)::int as incidents from incidents
    where country in ('RS', 'AL') and extract(year from occurred_on) = 2021 and type = 'celebratory_shooting'`;
  expect(cellOf(table, 'celebratory_shootings', null, 2021).value).toBe(celebratory!.incidents);

  const [arms] = await sql<{ all: number; traced: number; unknown: number }[]>`
    select sum(count)::int as all, coalesce(sum(count) filter (where traced = 'yes'), 0)::int as traced,
      coalesce(sum(count) filter (where traced = 'not_reported'), 0)::int as unknown
    from weapons join incidents on incidents.id = incident_id
    where country = 'AL' and extract(year from occurred_on) = 2020
      and mode is not null and class in ('handgun', 'rifle_or_shotgun', 'automatic_or_military')`;
  const traced = cellOf(table, 'sdg_16_4_2', 'AL', 2020);
  expect([traced.denominator, traced.numerator, traced.unknown]).toEqual([arms!.all, arms!.traced, arms!.unknown]);
  expect(traced.value).toBeCloseTo((100 * arms!.traced) / arms!.all, 3);

  const [women] = await sql<{ women: number; men: number }[]>`
    select (count(*) filter (where sex = 'woman'))::int as women, (count(*) filter (where sex = 'man'))::int as men
    from people join incidents on incidents.id = incident_id
    where role = 'victim' and outcome = 'killed' and country in ('RS', 'AL') and extract(year from occurred_on) = 2020`;
  const share = cellOf(table, 'killed_women_share', null, 2020);
  expect([share.numerator, share.denominator]).toEqual([women!.women, women!.women + women!.men]);
});

test('a location has the same verdicts alone as among all, and the same family', async () => {
  const all = await tableOf('from_year=2016&to_year=2023');
  const alone = await tableOf('country=AL&from_year=2016&to_year=2023');
  const verdictsOf = ({ indicators }: IndicatorTable) =>
    indicators.flatMap(({ id, cells }) =>
      cells.filter(({ place }) => place === 'AL').map(({ year, verdict }) => [id, year, verdict]),
    );
  expect(verdictsOf(alone)).toEqual(verdictsOf(all));
  expect(new Set(verdictsOf(all).map(([, , verdict]) => verdict)).size).toBeGreaterThan(3);
  expect(alone.families).toEqual(all.families.filter(({ of }) => of === 'single'));
  expect(alone.families.every(({ compared, clear }) => compared > 0 && clear <= compared)).toBe(true);
  expect(alone.places.map(({ code }) => code)).toEqual(['AL']);
});

test('a rise is a change whose whole interval is above the year before, and stands out among those of the year', async () => {
  const cells = (await tableOf('from_year=2016&to_year=2023')).indicators.flatMap((one) => one.cells);
  const changed = cells.flatMap(({ ratio, ratioLow: low, ratioHigh: high, ...cell }) => {
    if (ratio === null || low === null || high === null) return [];
    expect([low, ratio, high]).toEqual([low, ratio, high].toSorted((one, other) => one - other));
    return [{ ...cell, low, high, far: Math.abs(Math.log(ratio)) / Math.log(high / low) }];
  });
  const seen = new Set<string>();
  for (const { year, place, verdict, low, high, far } of changed) {
    const direction = low > 1 ? 'rise' : high < 1 ? 'fall' : 'no_clear_change';
    expect(['no_clear_change', direction, `possible_${direction}`]).toContain(verdict);
    expect(verdict === 'no_clear_change').toBe(direction === 'no_clear_change');
    seen.add(verdict.split('_')[0]!);
    // Nothing that is nearer to no change, among all together or single locations of the year, is surer.
    if (verdict.startsWith('possible_'))
      for (const other of changed.filter((one) => one.year === year && (one.place === null) === (place === null) && one.far < far))
        expect(['rise', 'fall']).not.toContain(other.verdict);
  }
  expect([...seen]).toEqual(expect.arrayContaining(['possible', 'no']));
});

test('CSV, workbook and JSON say the same', async () => {
  const query = 'country=RS,XK,ME&from_year=2022&to_year=2023';
  const table = await tableOf(query);
  const expected = indicatorRows(table).map((row) => indicatorColumns.map((column) => column.of(row) ?? null));
  expect(expected.length).toBe(table.indicators.length * 4 * 2);

  const csv = await used.app.inject(`/api/v1/indicators.csv?${query}`);
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  expect(csv.headers['content-disposition']).toMatch(/armed-violence-indicators_country-ME,RS,XK_downloaded-.*\.csv/);
  expect(csv.headers.link).toContain('rel="license"');
  const rows = rowsOf(csv.body).map((row) => indicatorColumns.map(({ name }) => row[name]));
  expect(rows).toEqual(expected.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))));
  const columns = ['place', 'year', 'value', 'low', 'high', 'ratio', 'ratio_low', 'ratio_high', 'place_note'];
  expect(rowsOf(csv.body).map((row) => columns.map((name) => row[name]))).toEqual(
    table.indicators
      .flatMap(({ cells }) => cells)
      .map(({ place, year, value, low, high, ratio, ratioLow, ratioHigh }) => {
        const note = place === null || place === 'XK' ? notices.kosovo : '';
        return [place, year, value, low, high, ratio, ratioLow, ratioHigh, note].map((cell) => String(cell ?? ''));
      }),
  );

  const xlsx = await used.app.inject(`/api/v1/indicators.xlsx?${query}`);
  const { sheets } = await readXlsx(new Uint8Array(xlsx.rawPayload));
  expect(sheets).toHaveLength(Object.keys(indicatorFrameworks).length);
  const read = sheets.flatMap(({ rows: all }) => {
    const end = all.findIndex((row, index) => index > 2 && (row[0] ?? null) === null);
    return all.slice(3, end).map((row) => indicatorColumns.map((_, index) => row[index] ?? null));
  });
  expect(read).toEqual(expected);
  for (const { rows: all } of sheets) {
    expect(all[2]).toEqual(indicatorColumns.map(({ label }) => label));
    const text = all.flat().join('\n');
    expect(text).toContain(notices.kosovo);
    expect(text).toContain(notices.synthetic);
    expect(text).toContain('Not available: ');
  }
});

test('a readable CSV has headings in words, semicolons and decimal commas', async () => {
  const query = 'country=RS&from_year=2022&to_year=2022';
  const { body } = await used.app.inject(`/api/v1/indicators.csv?${query}&style=readable`);
  expect(body.startsWith('\uFEFFFramework;Code;Indicator;')).toBe(true);
  const values = rowsOf(body.slice(1), ';').map(({ Value }) => Value);
  const { indicators } = await tableOf(query);
  const expected = indicators.flatMap(({ cells }) =>
    cells.map(({ value }) => (value === null ? '' : String(value).replace('.', ','))),
  );
  expect(values).toEqual(expected);
  expect(values.some((value) => value?.includes(','))).toBe(true);
});

test('one location has no row of all together; without years, the last five of the data are given', async () => {
  const { years, places, indicators } = await tableOf('country=XK');
  expect(places.map(({ name }) => name)).toEqual(['Kosovo*']);
  expect(years).toHaveLength(5);
  expect(indicators.every(({ cells }) => cells.every(({ place }) => place === 'XK'))).toBe(true);
});

test('a location without data has the years of the others', async () => {
  const { years } = await tableOf();
  expect((await tableOf('country=MD')).years).toEqual(years);
});

test('all locations can be had without each of them', async () => {
  const [each, together] = await Promise.all([tableOf(), tableOf('locations=together')]);
  expect(together.places).toEqual(each.places);
  for (const [index, { cells }] of together.indicators.entries())
    expect(cells).toEqual(each.indicators[index]!.cells.filter(({ place }) => place === null));
});

test('years without data have no value, and none is a zero', async () => {
  const table = await tableOf('country=RS&from_year=1990&to_year=1991');
  for (const { cells } of table.indicators)
    for (const { value, gap, verdict, complete } of cells)
      expect({ value, gap, verdict, complete }).toEqual({ value: null, gap: 'no_data', verdict: 'no_value', complete: false });
});

test('what the data never has in any place is not reported, which is no zero', async () => {
  const drafts = Array.from({ length: 12 }, (_, at) => ({
    ...placelessDraft,
    source_key: `only violence ${at}`,
    country: 'RS',
    type: 'criminal_context' as const,
    occurred_on: `2019-${String(at + 1).padStart(2, '0')}-28`,
    killed: 0,
    injured: 1,
  }));
  await importDrafts(used.database, drafts, { ...testDataset, slug: 'only-violence', title: 'Only violence' });
  await used.caughtUp();
  const table = await tableOf('dataset=only-violence&country=RS&from_year=2019&to_year=2019');
  const found = (id: string) => {
    const { value, gap } = cellOf(table, id, 'RS', 2019);
    return [value, gap];
  };
  expect(found('incidents')).toEqual([12, null]);
  // Each says how many people were killed.
  expect(found('killed')).toEqual([0, null]);
  for (const id of ['suicides', 'seizures', 'large_seizures', 'domestic_violence'])
    expect([id, ...found(id)]).toEqual([id, null, 'not_reported']);
});

test('without years, a location has the last five of the data about it, also where its dataset goes on elsewhere', async () => {
  const drafts = Array.from({ length: 120 }, (_, at) => ({
    ...placelessDraft,
    source_key: `two ends ${at}`,
    country: at % 2 === 0 ? 'RS' : 'AL',
    occurred_on: `${(at % 2 === 0 ? 2011 : 2013) + (at % 5)}-12-31`,
  }));
  await importDrafts(used.database, drafts, { ...testDataset, slug: 'two-ends', title: 'Two ends' });
  await used.caughtUp();
  const lastOf = async (query: string) => (await tableOf(`dataset=two-ends${query}`)).years.at(-1);
  expect([await lastOf('&country=RS'), await lastOf('&country=AL'), await lastOf('')]).toEqual([2015, 2017, 2017]);
});

test.each([
  ['type=suicide', 'type'],
  ['from_year=20', 'from_year'],
  ['from_year=2022&to_year=2020', 'to_year'],
  ['from_year=1990&to_year=2020', 'from_year'],
  ['country=ZZ', 'country'],
])('%s is refused with its reason', async (query, parameter) => {
  for (const path of ['indicators', 'indicators.csv', 'indicators.xlsx']) {
    const response = await used.app.inject(`/api/v1/${path}?${query}`);
    const { code, problems } = response.json<Problem>();
    expect([response.statusCode, code, problems?.[0]?.parameter]).toEqual([400, 'bad_query', parameter]);
  }
});

test('an answer that the client has already is not sent again', async () => {
  for (const path of ['indicators', 'indicators.csv', 'indicators.xlsx']) {
    const { headers } = await used.app.inject(`/api/v1/${path}?country=RS`);
    const again = await used.app.inject({ url: `/api/v1/${path}?country=RS`, headers: { 'if-none-match': String(headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  }
});
