import { gzipSync } from 'node:zlib';
import { basename } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { beforeAll, expect, it } from 'vitest';
import { FileError } from './findings.ts';
import { genericFormat } from './generic/generic-format.ts';
import { readMapping } from './generic/read-mapping.ts';
import { workbookOf, zipOf } from '../testing/archives.ts';
import { readAll, testFile } from '../testing/test-files.ts';
import { times } from '../../../testing/depth.ts';

/* Files as they are after an accident or an attack: each is read or refused, soon, and with what to do. */

const name = 'Zzyzx Qwertyname';
const records = Array.from({ length: 30 }, (_, index) => ({
  id: index,
  date: `2023-0${(index % 9) + 1}-11`,
  place: ['Niš', 'Šabac', 'Novi Sad, "Liman"', 'Čačak'][index % 4],
  type: ['shooting', 'robbery'][index % 2],
  killed: index % 3,
  victim: name,
}));
const columns = Object.keys(records[0]!);
const csv = [columns, ...records.map((record) => Object.values(record))]
  .map((cells) => cells.map((cell) => (/[",]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(','))
  .join('\r\n');
const sheet = [columns, ...records.map((record) => Object.values(record))]
  .map((cells) => `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`)
  .join('');
const features = records.map(({ id, ...properties }) => ({ type: 'Feature', properties: { id, ...properties }, geometry: null }));
const files: Record<string, Buffer> = {
  csv: Buffer.from(csv),
  'csv in UTF-16': iconv.encode(csv, 'utf-16le', { addBOM: true }),
  json: Buffer.from(JSON.stringify({ incidents: records })),
  lines: Buffer.from(records.map((record) => JSON.stringify(record)).join('\n')),
  geojson: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
  'csv in gzip': gzipSync(csv),
  'the rows of a sheet': Buffer.from(sheet),
};
beforeAll(async () => {
  files.workbook = await workbookOf(sheet);
  files['csv in an archive'] = await zipOf({ 'a.csv': csv });
  files['a table among others'] = await zipOf({ 'a.csv': csv, 'b.json': '[]' });
});

const format = genericFormat(
  readMapping(
    `
dataset: { slug: mutated, title: Mutated, licence: CC0-1.0, attribution: nobody }
incident:
  source_key: id
  occurred_on: date
  country: { value: RS }
  place: place
  type: { column: type, values: { shooting: undetermined_shooting, robbery: criminal_context } }
  killed: killed
`,
    'mutated.yaml',
  ),
);

const bomb = gzipSync(Buffer.alloc(40_000_000, '1,a\n'));

type Change = (bytes: Buffer, at: number, length: number, other: number) => Buffer | Promise<Buffer>;
const cut = (bytes: Buffer, from: number, to: number, between: Buffer | string = '') =>
  Buffer.concat([bytes.subarray(0, from), Buffer.from(between), bytes.subarray(to)]);

/** What happens to files. `at` and `other` are places in them. */
const changes: Readonly<Record<string, Change>> = {
  'is cut off': (bytes, at) => bytes.subarray(0, at),
  'loses its beginning': (bytes, at) => bytes.subarray(at),
  'loses a part': (bytes, at, length) => cut(bytes, at, at + length),
  'has a part twice': (bytes, at, length) => cut(bytes, at, at, bytes.subarray(at, at + length)),
  'has two parts the other way round': (bytes, at, length, other) =>
    cut(cut(bytes, at, at + length, bytes.subarray(other, other + length)), other, other + length, bytes.subarray(at, at + length)),
  'has a quotation mark more': (bytes, at) => cut(bytes, at, at, '"'),
  'has a line break more': (bytes, at) => cut(bytes, at, at, '\r\n'),
  'has a delimiter more': (bytes, at) => cut(bytes, at, at, ','),
  'has a bracket more': (bytes, at, length) => cut(bytes, at, at, '[{'.repeat(length)),
  'has another byte': (bytes, at, length) => cut(bytes, at, at + 1, Buffer.from([length % 256])),
  'has zero bytes': (bytes, at, length) => cut(bytes, at, at, Buffer.alloc(length)),
  'has two cells the other way round': (bytes, at) => {
    const [before = '', one = '', two = '', ...after] = bytes.toString('latin1', at).split(/(?<=[,\n])/);
    return cut(bytes, at, bytes.length, Buffer.from([before, two, one, ...after].join(''), 'latin1'));
  },
  'has a part in another encoding': (bytes, at, length) =>
    cut(bytes, at, at + length, iconv.encode(bytes.toString('utf8', at, at + length), 'windows-1250')),
  'has a column with another name': (bytes, at) => {
    const column = columns[at % columns.length]!;
    return Buffer.from(bytes.toString('latin1').replaceAll(column, `${column}s`), 'latin1');
  },
  'has two columns with one name': (bytes, at) =>
    Buffer.from(bytes.toString('latin1').replaceAll(columns[at % columns.length]!, 'id'), 'latin1'),
  'has a title': (bytes, at) => cut(bytes, 0, 0, `Title${',"'.repeat(at % 3)}\n`),
  'has very many columns': (bytes, at) => cut(bytes, 0, 0, 'x,'.repeat(at * 100)),
  'has a row without an end': (bytes, at) => cut(bytes, at, at, 'x'.repeat(3_000_000)),
  'is followed by what is far longer than packed': (bytes) => Buffer.concat([gzipSync(bytes), bomb]),
  'is packed': (bytes) => gzipSync(bytes),
  'is in an archive': (bytes) => zipOf({ 'a.csv': bytes }),
  'is the sheet of a workbook': (bytes) => workbookOf(bytes.toString()),
  'is joined to another': (bytes) => Buffer.concat([bytes, Buffer.from('\r\n'), files.csv!]),
};

const change = fc.record({
  how: fc.constantFrom(...Object.keys(changes)),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  other: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 300 }),
});

it('any file is read, or refused with what to do, and says no name', async () => {
  expect((await readAll(testFile(files.json!, 'file'), format)).drafts).toHaveLength(30);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(files)),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      async (kind, all) => {
        let bytes = files[kind]!;
        for (const { how, at, other, length } of all) {
          const place = (share: number) => Math.floor(share * bytes.length);
          bytes = await changes[how]!(bytes, place(at), length, place(other));
        }
        const path = testFile(bytes, 'file');
        const start = performance.now();
        const said = await readAll(path, format).then(
          ({ drafts, rejected }) => [
            ...drafts.flatMap(({ warnings }) => warnings.map(({ message }) => message)),
            ...rejected.flatMap(({ reasons }) => reasons.map(({ message }) => message)),
          ],
          (error: unknown) => {
            if (!(error instanceof FileError)) throw error;
            // What is wrong, and what to do.
            expect(error.message.replace(basename(path), '')).toMatch(/\w.*[.:] .*\w.*\.$/s);
            return [error.message];
          },
        );
        expect(performance.now() - start).toBeLessThan(10_000);
        expect(said.filter((message) => message === '' || /Zzyzx|Qwerty/.test(message))).toEqual([]);
      },
    ),
    { numRuns: times(30, 1000) },
  );
});
