import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countKeys, groupRows } from './group-rows.ts';
import type { Row } from './row.ts';
import { collect } from '../testing/test-files.ts';

const columns = { names: ['key'], position: new Map([['key', 0]]), nullWords: new Set<string>() };
const row = (key: string | null, line: number): Row => ({ file: 'a', line, columns, cells: [key ?? ''] });
const keyOf = ({ cells }: Row) => cells[0] || null;

async function* each(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}

describe('groups', () => {
  it('have every row once, with its key, in order, as soon as the last one is read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd'))), async (keys) => {
        const rows = keys.map((key, index) => row(key, index + 2));
        const groups = await collect(groupRows(each(rows), keyOf, await countKeys(each(rows), keyOf)));
        expect(groups.flat().toSorted((one, other) => one.line - other.line)).toEqual(rows);
        for (const group of groups) {
          expect(new Set(group.map(keyOf)).size).toBe(1);
          expect(group.length).toBe(keyOf(group[0]) === null ? 1 : keys.filter((key) => key === keyOf(group[0])).length);
        }
        const ends = groups.map((group) => group.at(-1)?.line ?? 0);
        expect(ends).toEqual(ends.toSorted((one, other) => one - other));
      }),
    );
  });
});
