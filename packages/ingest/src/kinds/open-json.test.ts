import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { openFiles } from '../read-incidents.ts';
import { readRows } from '../read-rows.ts';
import type { SourceFormat } from '../source-format.ts';
import { collect, columnsFormat, testFile } from '../../testing/test-files.ts';
import { times } from '../../../../testing/depth.ts';

const format = columnsFormat(['id', 'place.name']);

async function opened(content: unknown, of: SourceFormat = format) {
  const text = typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content);
  const [file] = await openFiles([testFile(text, 'test.json')], of);
  return { file: file!, rows: await collect(readRows(file!, of)) };
}
const cellsOf = async (content: unknown, of: SourceFormat = format) =>
  (await opened(content, of)).rows.map(({ line, cells }) => [line, ...cells]);

const niš = { id: 1, place: { name: 'Niš' }, victims: ['Zzyzx Qwertyname'] };
const bor = { id: 2, place: { name: 'Bor' } };
const both = [
  [1, '1', 'Niš'],
  [2, '2', 'Bor'],
];

describe('records of JSON', () => {
  it.each([
    ['a list', [niš, bor]],
    ['an object with a list in it', { source: 'police', incidents: [niš, bor], note: null }],
    ['an object with a list deep in it', { meta: { pages: 1 }, data: { items: [niš, bor] } }],
    ['lines', `${JSON.stringify(niš)}\n${JSON.stringify(bor)}\n`],
    ['lines that are longer than one line', `${JSON.stringify(niš, null, 2)}\r\n${JSON.stringify(bor, null, 2)}`],
    ['a list after a byte-order mark', `\ufeff${JSON.stringify([niš, bor])}`],
    ['a list in UTF-16', iconv.encode(JSON.stringify([niš, bor]), 'utf-16le', { addBOM: true })],
    ['a list in Windows-1250', iconv.encode(JSON.stringify([niš, bor]), 'windows-1250')],
  ])('are those of %s', async (_, content) => {
    expect(await cellsOf(content)).toEqual(both);
  });

  it('are of the list that has the needed columns, or the one that the mapping names', async () => {
    const two = { incidents: [niš, bor], sources: [{ id: 7 }] };
    expect(await cellsOf(two)).toEqual(both);
    const ids = columnsFormat(['id']);
    await expect(cellsOf(two, ids)).rejects.toThrow(
      'test.json: there are 2 lists of objects in this file. Say which under "file" in the mapping, for example "records: data.incidents".',
    );
    const named = await opened(two, { ...ids, records: 'sources' });
    expect(named).toMatchObject({ file: { about: 'JSON, utf-8 (valid UTF-8), records in "sources"' }, rows: [{ cells: ['7'] }] });
    await expect(cellsOf(two, { ...ids, records: 'data.items' })).rejects.toThrow('there is no list of objects at "data.items"');
  });

  it('are one if the file is one object', async () => {
    expect(await cellsOf({ ...niš, people: [{ id: 7 }] })).toEqual([[1, '1', 'Niš']]);
  });

  it('have what is in lists in columns with numbers, and texts of a list together', async () => {
    const of = columnsFormat(['id', 'sources.0.url', 'sources.1.url', 'tags.0', 'tags']);
    const records = [
      { id: 1, sources: [{ url: 'a' }, { url: 'b' }], tags: ['x', 'y'] },
      { id: 2, sources: [], tags: [] },
    ];
    expect(await cellsOf(records, of)).toEqual([
      [1, '1', 'a', 'b', 'x', 'x;y'],
      [2, '2', '', '', '', ''],
    ]);
    // No record has two sources yet.
    expect(await cellsOf([{ id: 1, sources: [{ url: 'a' }], tags: null }], columnsFormat(['id', 'sources.0.url']))).toEqual([
      [1, '1', 'a'],
    ]);
  });

  it('are refused if such a list has no end', async () => {
    const list = `[{"id": 1}, {"id": [${'"Zzyzx",'.repeat(200_000)}""]}]`;
    await expect(cellsOf(list, columnsFormat(['id']))).rejects.toThrow(
      'test.json: record 2 has a list of more than 1 MB. Shorten it.',
    );
  });

  it('have numbers as they are written, words for true and false, and nothing for null', async () => {
    const of = columnsFormat(['a', 'b', 'c', 'd', 'e']);
    const text = '[{"a": 202115056366000000001, "b": 1.50, "c": true, "d": null, "e": "\\u0160abac"}]';
    expect(await cellsOf(text, of)).toEqual([[1, '202115056366000000001', '1.50', 'true', '', 'Šabac']]);
  });

  it('keep nothing of what the format does not read, and only the harmless part of others', async () => {
    const { file, rows } = await opened(
      [niš],
      columnsFormat(['id'], { optional: ['place.name'], reduced: { 'place.name': () => 'N' } }),
    );
    expect(rows[0]).toMatchObject({ columns: { names: ['id', 'place.name'] }, cells: ['1', 'N'] });
    expect(JSON.stringify([file, rows])).not.toContain('Qwertyname');
  });

  it('have columns that are not read: items of a list of which others are read come first', async () => {
    const victim = (age: number) => ({ age, phone: 'Zzyzx' });
    const records = [
      { id: 1, remarks: 'Zzyzx', tags: ['a', 'b'], victims: [victim(20)], nothing: null },
      { id: 2, place: { name: 'Bor', code: 7 }, tags: [], victims: [victim(20), victim(30), victim(40)] },
    ];
    const of = columnsFormat(['id', 'place.name', 'tags', 'victims.0.age', 'victims.1.age']);
    const { file } = await opened({ note: 'Zzyzx', data: records }, of);
    expect(file.notRead).toEqual(['victims.2.age', 'remarks', 'victims.*.phone', 'place.code']);
    expect((await opened([niš, bor])).file.notRead).toEqual(['victims.*']);
  });

  it('may lack any key, as long as some record has it', async () => {
    expect(await cellsOf([{}, { id: 1 }, bor])).toEqual([
      [1, '', ''],
      [2, '1', ''],
      [3, '2', 'Bor'],
    ]);
    await expect(cellsOf([{ id: 1, place: 'Niš' }])).rejects.toThrow(
      'test.json: no record has "place.name". The test format needs id, place.name. ' +
        'Write the keys that lead to a value with dots between them, such as location.name. The file has id.',
    );
  });

  it.each([
    ['no record', '[]', 'there are no records in this file. It must have a list of objects'],
    ['no object', '["Zzyzx", "Qwertyname"]', 'there are no records in this file'],
    [
      'its end',
      '[{"id": 1, "place": {"name": "Zzyzx"}}, {"id": 2',
      'this is not valid JSON after record 1. If the file was cut off, get it again.',
    ],
    ['a quotation mark', '[{"id": 1, "place": {"name": "Zzyzx}}]', 'this is not valid JSON near the beginning'],
    [
      'a bracket of the third line',
      '{"id": 1, "people": [{"age": 1}, {"age": 2}]}\n{"id": 2, "people": [{"age": 3}]}\n{"id": 3, "people": [{"age": 4}',
      'this is not valid JSON after record 2. If',
    ],
    ['a comma', '[{"id": 1} {"id": "Zzyzx"}]', 'this is not valid JSON after record 1'],
    ['sense', '{"id": Zzyzx}', 'this is not valid JSON near the beginning'],
    ['an end to its lists', '['.repeat(5000), 'there are more than 100 lists and objects in each other'],
    ['an end to a text', `[{"id": "${'Zzyzx'.repeat(400_000)}"}]`, 'there is a text of more than 1 MB'],
  ])('are refused without %s, and none of it is repeated', async (_, text, message) => {
    const refused = cellsOf(text);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.not.toThrow(/Zzyzx|Qwertyname/);
  });

  it('are those that were written, whatever they contain', async () => {
    const record = fc.record({
      id: fc.string(),
      place: fc.record({ name: fc.string({ unit: 'grapheme' }), more: fc.jsonValue() }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1 }), fc.constantFrom(0, 1), fc.boolean(), async (all, indent, areLines) => {
        const text = areLines ? all.map((one) => JSON.stringify(one)).join('\n') : JSON.stringify(all, null, indent);
        expect(await cellsOf(text)).toEqual(all.map(({ id, place }, index) => [index + 1, id, place.name]));
      }),
      { numRuns: times(15, 200) },
    );
  });
});

describe('GeoJSON', () => {
  const feature = (properties: object, geometry: object | null, id = 'f1') => ({ type: 'Feature', id, properties, geometry });
  const collection = {
    type: 'FeatureCollection',
    features: [
      feature({ type: 'shooting', id: 1 }, { type: 'Point', coordinates: [20.46, 44.81] }),
      feature({ type: 'robbery', id: 2 }, null, 'f2'),
      feature({ type: 'brawl', id: 3 }, { type: 'Polygon', coordinates: [[[1, 2]]] }, 'f3'),
    ],
  };
  const of = columnsFormat(['id', 'type', 'geometry.lon', 'geometry.lat', 'feature.id']);

  it('has its properties, its points and its identifiers in columns', async () => {
    const { file, rows } = await opened(collection, of);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', 'shooting', '20.46', '44.81', 'f1'],
      ['2', 'robbery', '', '', 'f2'],
      ['3', 'brawl', '', '', 'f3'],
    ]);
    expect(file.about).toBe('GeoJSON, utf-8 (valid UTF-8)');
    expect((await opened(collection, columnsFormat(['id', 'geometry.lon']))).file.notRead).toEqual([
      'feature.id',
      'type',
      'geometry.type',
      'geometry.lat',
      'geometry.coordinates.*.*.*',
    ]);
  });

  it('has columns by all their keys, too', async () => {
    const keys = columnsFormat(['properties.type', 'geometry.coordinates.1', 'geometry.type']);
    expect((await cellsOf(collection, keys)).slice(0, 2)).toEqual([
      [1, 'shooting', '44.81', 'Point'],
      [2, 'robbery', '', ''],
    ]);
  });

  it('may be lines', async () => {
    const lines = collection.features.map((one) => JSON.stringify(one)).join('\n');
    expect((await cellsOf(lines, of))[0]).toEqual([1, '1', 'shooting', '20.46', '44.81', 'f1']);
  });
});
