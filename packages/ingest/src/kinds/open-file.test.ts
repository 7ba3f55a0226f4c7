import { gzipSync } from 'node:zlib';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { readRows } from '../read-rows.ts';
import { cell } from '../row.ts';
import { workbookOf, zipOf } from '../../testing/archives.ts';
import { collect, columnsFormat, testFile } from '../../testing/test-files.ts';
import { times } from '../../../../testing/depth.ts';
import { openFile } from './open-file.ts';

const columns = ['id', 'place', 'participant_name', 'killed'];
const format = columnsFormat(['killed', 'id'], { optional: ['place'] });

type Table = readonly (readonly string[])[];
const recordsOf = (table: Table) => table.map((cells) => Object.fromEntries(cells.map((text, index) => [columns[index], text])));
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '&#13;');
const sheetRow = (cells: readonly string[]) =>
  `<row>${cells.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`).join('')}</row>`;
const csvOf = (table: Table, delimiter = ',') => stringify([columns, ...table], { delimiter, quoted_match: /[\r\n]/ });

/** The same table in files of all kinds. */
const kinds: Readonly<Record<string, (table: Table) => string | Buffer | Promise<Buffer>>> = {
  CSV: (table) => csvOf(table),
  'CSV with semicolons': (table) => csvOf(table, ';'),
  'CSV in UTF-16': (table) => iconv.encode(csvOf(table, '\t'), 'utf-16be', { addBOM: true }),
  'CSV under a title': (table) => `Incidents of the year\n${csvOf(table)}`,
  'CSV in gzip': (table) => gzipSync(csvOf(table)),
  'CSV in an archive': (table) => zipOf({ 'table.csv': csvOf(table) }),
  JSON: (table) => JSON.stringify(recordsOf(table)),
  'JSON in an object': (table) => JSON.stringify({ total: table.length, data: { items: recordsOf(table) } }, null, 2),
  'JSON lines': (table) =>
    recordsOf(table)
      .map((record) => `${JSON.stringify(record)}\n`)
      .join(''),
  GeoJSON: (table) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: recordsOf(table).map((properties) => ({ type: 'Feature', geometry: null, properties })),
    }),
  'a workbook': (table) => workbookOf([columns, ...table].map(sheetRow).join('')),
  'a workbook under a title': (table) => workbookOf([['Incidents of the year'], columns, ...table].map(sheetRow).join('')),
  'a workbook in gzip': async (table) => gzipSync(await workbookOf([columns, ...table].map(sheetRow).join(''))),
};

it.each(Object.keys(kinds))('a table is read as it was written, in %s', async (kind) => {
  const text = fc.string({ unit: fc.constantFrom('a', 'Š', 'ж', '1', ' ', ',', ';', '"', "'", '\n', '&', '<', '😀') });
  const row = fc.tuple(fc.nat().map(String), text, fc.constant('Zzyzx Qwertyname'), fc.nat(9).map(String));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (table) => {
      const file = await openFile(testFile(await kinds[kind]!(table), 'table'), format);
      const rows = await collect(readRows(file, format));
      for (const [index, column] of columns.entries())
        if (column !== 'participant_name')
          expect(rows.map((one) => cell(one, column))).toEqual(table.map((one) => one[index]!.trim() || null));
      // Numbers grow, so that they find a row again.
      expect(rows.map(({ line }) => line).toSorted((one, other) => one - other)).toEqual(rows.map(({ line }) => line));
      expect(rows.at(-1)!.line).toBeLessThanOrEqual(file.lines);
      expect(JSON.stringify([file, rows])).not.toContain('Qwertyname');
    }),
    { numRuns: times(6, 100) },
  );
});

it.each(['CSV', 'workbook'])(
  'a %s whose header goes on in a second row is refused, so that no half of the people is lost',
  async (kind) => {
    const table = [['id', 'killed', ''], ['', 'men', 'women'], ['1', '0', '2']]; // prettier-ignore
    const file =
      kind === 'CSV' ? testFile(stringify(table)) : testFile(await workbookOf(table.map(sheetRow).join('')), 'test.xlsx');
    await expect(openFile(file, format).then(({ rows }) => collect(rows({})))).rejects.toThrow(
      'the column names are in more than one line. Write "header_lines: 2" under "file" in the mapping, or write them in one line',
    );
  },
);

it.each(['CSV', 'workbook'])('the column names of a %s are in two lines if the mapping says so', async (kind) => {
  const two = columnsFormat(['id', 'Killed Men', 'Killed Women', 'Injured Men'], { headerLines: 2 });
  const table = [['Incidents', 'of 2024'], [], ['id', 'Killed', '', 'Injured', 'Remarks'], ['', 'Men', 'Women', 'Men', ''], ['1', '0', '2', '3', 'x'], ['2', '1', '0', '0', '']]; // prettier-ignore
  const file = kind === 'CSV' ? testFile(stringify(table)) : testFile(await workbookOf(table.map(sheetRow).join('')), 'test.xlsx');
  const { names, rows } = await openFile(file, two);
  expect(names).toEqual(['id', 'Killed Men', 'Killed Women', 'Injured Men', 'Remarks']);
  expect((await collect(rows({}))).map(({ number, texts }) => [number, ...names.map((_, at) => texts[at] ?? '')])).toEqual([[5, '1', '0', '2', '3', 'x'], [6, '2', '1', '0', '0', '']]); // prettier-ignore
});
