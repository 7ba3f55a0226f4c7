import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFiles } from '../read-incidents.ts';
import { readRows } from '../read-rows.ts';
import { collect, columnsFormat, testFile } from '../../testing/test-files.ts';

async function opened(content: unknown, columns: readonly string[], records?: string) {
  const format = columnsFormat(columns, records === undefined ? {} : { records });
  const [file] = await openFiles([testFile(typeof content === 'string' ? content : JSON.stringify(content), 'test.json')], format);
  const rows = await collect(readRows(file!, format));
  return { file: file!, rows: rows.map(({ cells }) => cells), numbers: rows.map(({ line }) => line) };
}

const bor = {
  name: 'Bor',
  point: { lat: 44.1 },
  deaths: [{ date: '2024-03-05', sex: 'F', tags: ['a', 'b'] }, { date: '2024-03-06' }],
};
const niš = { deaths: [{ date: '2024-03-07', sex: 'M' }], note: 'Zzyzx', name: 'Niš' };
const none = { name: 'Knić', deaths: [] };
const columns = ['name', 'point.lat', 'deaths.*.date', 'deaths.*.sex', 'deaths.*.tags'];
const rows = [
  ['Bor', '44.1', '2024-03-05', 'F', 'a;b'],
  ['Bor', '44.1', '2024-03-06', '', ''],
  ['Niš', '', '2024-03-07', 'M', ''],
];

describe('a list in each record', () => {
  it.each([
    ['a list', [bor, none, niš]],
    ['a list in an object', { meta: [1], localities: [bor, none, niš] }],
    ['lines', [bor, none, niš].map((one) => JSON.stringify(one)).join('\n')],
    ['GeoJSON', { features: [bor, none, niš].map((properties) => ({ type: 'Feature', properties })) }],
  ])('has a row for each item, with what is around it: %s', async (_, content) => {
    const { file, rows: found, numbers } = await opened(content, columns);
    expect([found, numbers, file.lines]).toEqual([rows, [1, 2, 3], 3]);
    expect(file.about).toContain(', one row for each item of "deaths"');
    expect(file.notRead?.filter((name) => name !== 'type')).toEqual(['note']);
  });

  it('can have lists itself: what is around an item at any level belongs to it', async () => {
    const regions = [
      { towns: [bor, { name: 'Aš', deaths: [{ date: '2024-03-09' }] }], region: 'A' },
      { region: 'B', towns: [niš] },
    ];
    const { rows: found } = await opened({ regions }, ['region', 'towns.*.name', 'towns.*.deaths.*.date']);
    expect(found).toEqual([['A', 'Bor', '2024-03-05'], ['A', 'Bor', '2024-03-06'], ['A', 'Aš', '2024-03-09'], ['B', 'Niš', '2024-03-07']]); // prettier-ignore
  });

  it('is the only one of which items are rows', async () => {
    await expect(opened([{ a: [{ x: 1 }], b: [{ y: 2 }] }], ['a.*.x', 'b.*.y'])).rejects.toThrow(
      'test.json: the columns "a.*.x" and "b.*.y" are of items of two lists. Only the items of one list can be rows. Name the columns of the other with numbers, such as "b.0.y".',
    );
  });

  it('has as many rows as all lists have items, each with its own place', async () => {
    const text = fc.string({ minLength: 1, maxLength: 5 }).filter((one) => one.trim() !== '');
    const record = fc.record({ name: text, deaths: fc.array(fc.record({ date: text }), { maxLength: 6 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 8 }), fc.boolean(), async (records, isLast) => {
        const all = records.flatMap(({ name, deaths }) => deaths.map(({ date }) => [name, date]));
        fc.pre(all.length > 0);
        const content = isLast ? records.map(({ name, deaths }) => ({ deaths, name })) : records;
        expect((await opened(content, ['name', 'deaths.*.date'])).rows).toEqual(all);
      }),
      { numRuns: 40 },
    );
  });
});
