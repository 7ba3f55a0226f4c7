import { expect, test } from 'vitest';
import { csvColumns, type IncidentDetail, type IncidentList, sorts } from '@monitor/contract';
import { deep } from '../../../testing/depth.ts';
import { rowsOf } from './csv-rows.ts';
import { randomRecord, useRandomApp } from './test-app.ts';

const used = useRandomApp();

test('every incident is a row, oldest first, under stable names', async () => {
  const { body, headers } = await used.app.inject('/api/v1/incidents.csv');
  expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  expect(body.split('\r\n', 1)[0]).toBe(csvColumns.map(({ name }) => name).join(','));
  const rows = rowsOf(body);
  expect(rows).toHaveLength(randomRecord.incidents);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(randomRecord.incidents);
  const days = rows.map((row) => row.occurred_on ?? '');
  expect(days).toEqual(days.toSorted());
  expect(rows[0]).toMatchObject({ dataset: 'made-up', synthetic: 'true', licence: 'CC0-1.0', attribution: 'Nobody' });
});

test('a row says of people, weapons and sources what the whole record says', async () => {
  const query = 'country=XK&from=2018-01-01&to=2025-12-31';
  const rows = rowsOf((await used.app.inject(`/api/v1/incidents.csv?${query}`)).body).slice(-40);
  expect(rows.some((row) => row.victims_details !== '' && row.source_urls !== '')).toBe(true);
  for (const row of rows) {
    const record = (await used.app.inject(`/api/v1/incidents/${row.id}`)).json<IncidentDetail>();
    const victims = record.people.filter(({ role }) => role === 'victim');
    expect(row).toMatchObject({
      killed_low: String(record.killed_low ?? ''),
      injured_high: String(record.injured_high ?? ''),
      victims_described: String(victims.length),
      victims_sex_woman: victims.length === 0 ? '' : String(victims.filter(({ sex }) => sex === 'woman').length),
      source_urls: record.source_details.map(({ url }) => url ?? '').join(';'),
      source_dates: record.source_details.map(({ published_on }) => published_on ?? '').join(';'),
    });
    expect(row.weapon_details?.split(';').map((one) => one.split(':')[0])).toEqual(
      record.weapon_details.length === 0 ? [''] : record.weapon_details.map((weapon) => weapon.class),
    );
    expect(row.victims_details?.split(';').filter((one) => one !== '')).toHaveLength(victims.length);
  }
});

/** Every field, in ordinary runs in one direction each. */
const tried = sorts
  .filter((_, index) => deep || index % 4 === 0 || index % 4 === 3)
  .flatMap((sort) =>
    sort.endsWith('amount') ? [[sort, 'weapons'] as const, [sort, 'incidents'] as const] : [[sort, 'weapons'] as const],
  );

test.each(tried)('a readable file has the rows of the plain one, in the order of the list: %s of %s', async (sort, measure) => {
  const query = `country=XK,RS&from=2022-01-01&to=2023-12-31&measure=${measure}`;
  const plain = rowsOf((await used.app.inject(`/api/v1/incidents.csv?${query}&sort=${sort}`)).body);
  const { body, rawPayload } = await used.app.inject(`/api/v1/incidents.csv?${query}&sort=${sort}&style=readable`);
  const readable = rowsOf(body.slice(1), ';');
  expect([...rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const ids = readable.map(({ id }) => id);
  expect(ids).toEqual(plain.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(50);
  const { items } = (await used.app.inject(`/api/v1/incidents?${query}&sort=${sort}&limit=500`)).json<IncidentList>();
  expect(ids.slice(0, 500)).toEqual(items.map(({ id }) => id));
  expect(new Set(readable.map((row) => row.country_name))).toEqual(new Set(['Kosovo*', 'Serbia']));
});

test('HXL row and byte-order mark come on request only', async () => {
  const plain = await used.app.inject('/api/v1/incidents.csv?country=FJ');
  expect(plain.body.startsWith('id,')).toBe(true);
  const hxl = await used.app.inject('/api/v1/incidents.csv?country=FJ&hxl=1');
  expect(hxl.body.split('\r\n')[1]).toMatch(/^#event\+code,.*#date\+occurred/);
  expect(hxl.body.split('\r\n')).toHaveLength(plain.body.split('\r\n').length + 1);
  const bom = await used.app.inject('/api/v1/incidents.csv?country=FJ&bom=1');
  expect([...bom.rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test('the file name gives filter and day, and links lead to licence, codebook and citation', async () => {
  const { headers } = await used.app.inject('/api/v1/incidents.csv?country=XK,RS&q=Ниш');
  expect(headers['content-disposition']).toMatch(
    /^attachment; filename="armed-violence_country-RS,XK_q-[\w-]*_downloaded-\d{4}-\d\d-\d\d\.csv"; filename\*=UTF-8''armed-violence_country-RS%2CXK_q-%D0%9D%D0%B8%D1%88_downloaded-/,
  );
  expect(headers.link).toBe(
    '<https://creativecommons.org/publicdomain/zero/1.0/>; rel="license"; title="CC0-1.0", ' +
      '</api/v1/codebook>; rel="describedby"; title="Codebook", ' +
      '</api/v1/incidents.metadata.json?country=RS,XK&q=%D0%9D%D0%B8%D1%88>; rel="describedby"; type="application/csvm+json"; title="Columns", ' +
      '</api/v1/datasets>; rel="cite-as"; title="Attribution of each dataset"',
  );
});

test('a filter without incidents gives a file with a header', async () => {
  const { body } = await used.app.inject('/api/v1/incidents.csv?country=DE');
  expect(body).toBe(`${csvColumns.map(({ name }) => name).join(',')}\r\n`);
});
