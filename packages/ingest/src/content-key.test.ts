import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentKeys } from './content-key.ts';
import type { Row } from './row.ts';

function row(cells: Readonly<Record<string, string>>): Row {
  const names = Object.keys(cells);
  const columns = { names, position: new Map(names.map((name, index) => [name, index])), nullWords: new Set(['NA']) };
  return { file: 'test.csv', line: 1, columns, cells: Object.values(cells) };
}
const keysOf = (rows: readonly Row[]) => rows.map(contentKeys());

it('rows that say the same have keys of their own, which are the same in the next import, in whatever order', () => {
  const cells = fc.record({ day: fc.constantFrom('1', '2', ''), place: fc.constantFrom('Šabac', 'Niš', '') });
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 8 }), (list) => {
      const keys = keysOf(list.map(row));
      expect(new Set(keys).size).toBe(list.length);
      expect(keysOf(list.toReversed().map(row)).toSorted()).toEqual(keys.toSorted());
      // A row more changes no other key.
      expect(keysOf([...list, { day: '3', place: '' }].map(row)).slice(0, -1)).toEqual(keys);
    }),
  );
});

it('a key depends on what the row says, not on how the file is laid out', () => {
  const [key] = keysOf([row({ day: '1', place: 'Šabac' })]);
  expect(keysOf([row({ place: ' S\u030cabac ', day: '1', note: 'NA' })])).toEqual([key]);
  expect(keysOf([row({ day: '1', place: 'Niš' })])).not.toEqual([key]);
  expect(keysOf([row({ place: '1', day: 'Šabac' })])).not.toEqual([key]);
});
