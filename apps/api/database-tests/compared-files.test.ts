import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Against,
  comparedFilter,
  csvColumns,
  differenceOf,
  differingNames,
  exportFormat,
  exportFormatNames,
  optionalColumns,
  selectionQuery,
} from '@monitor/contract';
import { times } from '../../../testing/depth.ts';
import { referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { rowsOf } from './csv-rows.ts';
import { addressOfFormat, exportedRows, exportedTable, filesOf } from './exported-rows.ts';
import { anyFilter } from './random-filters.ts';
import { useRandomApp } from './test-app.ts';

/* Files of a comparison, and files with fewer columns. */

const used = useRandomApp();

const filters = anyFilter(
  { country: referenceData.jurisdictions.map(({ code }) => code), region: ['RS-24'], dataset: ['made-up', 'none-such'] },
  3,
);

async function download(path: string): Promise<Buffer> {
  const { statusCode, rawPayload, body } = await used.app.inject(path);
  if (statusCode !== 200) throw new Error(body);
  return rawPayload;
}

const idsOf = async (query: string) => rowsOf((await download(`/api/v1/incidents.csv?${query}`)).toString()).map(({ id }) => id);

test('the file of a comparison has each incident of either side once, says of which, and its number is that of the head', async () => {
  await fc.assert(
    fc.asyncProperty(filters, filters, async (filter, other) => {
      const against: Against = differenceOf(filter, other);
      fc.pre(differingNames(against).length > 0);
      const selection = { filter, against };
      const [a, b] = await Promise.all([
        idsOf(selectionQuery({ filter })),
        idsOf(selectionQuery({ filter: comparedFilter(selection) ?? {} })),
      ]);
      const sides = new Map(
        [...new Set([...a, ...b])].map((id) => [
          id,
          [a.includes(id) ? 'A' : '', b.includes(id) ? 'B' : ''].filter(Boolean).join(';'),
        ]),
      );
      const url = `/api/v1/incidents.csv?${selectionQuery(selection)}`;
      const rows = rowsOf((await download(url)).toString());
      expect(rows).toHaveLength(sides.size);
      expect(new Map(rows.map((row) => [row.id, row.side]))).toEqual(sides);
      const days = rows.map((row) => row.occurred_on);
      expect(days).toEqual(days.toSorted());
      const { headers } = await used.app.inject({ method: 'HEAD', url });
      expect(headers['x-total-count']).toBe(String(sides.size));
    }),
    // With incidents that both sides share.
    { numRuns: times(5, 60), examples: [[{ country: ['RS', 'XK'] }, { country: ['RS', 'AL'], to: '2020-06-30' }]] },
  );
});

const years = 'country=RS,XK&from=2023-01-01&to=2024-06-30';
const compared = `${years}&against=${encodeURIComponent('from=2024-01-01&to=2024-12-31')}`;

test.each(exportFormatNames)('%s of a comparison has its rows and sides', async (name) => {
  const csv = rowsOf((await download(`/api/v1/incidents.csv?${compared}`)).toString());
  const table = await exportedTable(name, await download(`${addressOfFormat(name)}?${compared}`));
  expect(table.map(({ id, side }) => [id, side])).toEqual(csv.map(({ id, side }) => [id, side]));
  expect(new Set(table.map(({ side }) => side))).toEqual(new Set(['A', 'B', 'A;B']));
});

test('an archive of a comparison has the people of both sides, describes the column, and says what either side is', async () => {
  const files = await filesOf(await download(`/api/v1/incidents.zip?${compared}`));
  const ids = new Set(rowsOf(files.get('incidents.csv') ?? '').map(({ id }) => id));
  const people = rowsOf(files.get('people.csv') ?? '');
  expect(people.length).toBeGreaterThan(50);
  expect(people.every(({ incident }) => ids.has(incident ?? ''))).toBe(true);
  expect(files.get('datapackage.json')).toContain('"name": "side"');
  const readme = files.get('README.txt') ?? '';
  expect(readme).toContain('Filter of side A: country=RS,XK&from=2023-01-01&to=2024-06-30');
  expect(readme).toContain('Filter of side B: country=RS,XK&from=2024-01-01&to=2024-12-31');
  expect(readme).toContain(`/explore?${compared}`);
});

test.each(exportFormatNames.filter((name) => exportFormat(name).options.includes('columns')))(
  '%s has the columns that are chosen, with the cells of the whole file, and what may not be left out',
  async (name) => {
    const always = csvColumns.filter((column) => column.always === true).map((column) => column.name);
    const whole = await exportedTable(name, await download(`${addressOfFormat(name)}?${years}`));
    await fc.assert(
      fc.asyncProperty(fc.subarray([...optionalColumns], { minLength: 1, maxLength: 6 }), async (chosen) => {
        const query = `${years}&columns=${chosen.join(',')}`;
        const rows = await exportedTable(name, await download(`${addressOfFormat(name)}?${query}`));
        const names = csvColumns.map((column) => column.name).filter((one) => chosen.includes(one) || always.includes(one));
        const pick = (row: Readonly<Record<string, unknown>>) => Object.fromEntries(names.map((one) => [one, row[one] ?? null]));
        expect(rows.map(pick)).toEqual(whole.map(pick));
        expect(Object.keys(rows[0] ?? {}).filter((one) => !['geometry', 'geom', 'fid'].includes(one))).toEqual(names);
      }),
      { numRuns: times(1, 10) },
    );
  },
);

test('the description of a file has its columns, and the file leads to it', async () => {
  const query = `${compared}&columns=place,killed`;
  const { headers, body } = await used.app.inject(`/api/v1/incidents.csv?${query}`);
  const [, address] = /<(\/api\/v1\/incidents\.metadata\.json[^>]*)>/.exec(String(headers.link)) ?? [];
  const described = (await used.app.inject(address ?? '')).json<{ url: string; tableSchema: { columns: { name: string }[] } }>();
  expect(described.tableSchema.columns.map(({ name }) => name)).toEqual(body.split('\r\n', 1)[0]?.split(','));
  const { pathname, search } = new URL(described.url);
  expect((await download(pathname + search)).toString()).toBe(body);
});

test('a mistake in what is compared is refused, with what to do', async () => {
  for (const [against, said] of [
    ['contry%3DRS', '"contry" is not a parameter'],
    ['from%3D2024-13-01', '"against" has a mistake'],
    ['%26', 'must name at least one parameter'],
    ['x'.repeat(4001), 'must be 4000 characters or fewer'],
  ] as const) {
    const { statusCode, body } = await used.app.inject(`/api/v1/incidents.csv?against=${against}`);
    expect([against.slice(0, 20), statusCode]).toEqual([against.slice(0, 20), 400]);
    expect(body).toContain(JSON.stringify(said).slice(1, -1));
  }
  const { statusCode, body } = await used.app.inject('/api/v1/incidents.csv?columns=id,nonsense');
  expect(statusCode).toBe(400);
  expect(body).toContain('nonsense');
});

test('a readable file of a comparison and one without any column of choice can be had', async () => {
  const readable = (await download(`/api/v1/incidents.csv?${compared}&style=readable`)).toString().slice(1);
  expect(new Set(rowsOf(readable, ';').map(({ side }) => side))).toEqual(new Set(['A', 'B', 'A;B']));
  const bare = (await download(`/api/v1/incidents.csv?${years}&columns=none`)).toString();
  expect(bare.split('\r\n', 1)[0]).toBe('id,country_note,killed_includes_suicides,synthetic,licence,attribution');
  expect((await exportedRows('csv', Buffer.from(bare))).length).toBeGreaterThan(50);
});
