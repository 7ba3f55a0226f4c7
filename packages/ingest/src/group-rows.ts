import type { BrokenRow, Row } from './row.ts';

/** Rows of one incident, in their order. */
export type Group = readonly [Row | BrokenRow, ...(Row | BrokenRow)[]];

/** How often each key occurs. First pass over the files. */
export async function countKeys(
  rows: AsyncIterable<Row | BrokenRow>,
  keyOf: (row: Row) => string | null,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for await (const row of rows) {
    const key = keyOf(row);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/**
 * The rows of each key together, as soon as the last of them was read: only groups that are still open are held in memory.
 * A row without a key stands alone. Second pass over the files.
 * @param counts how often each key occurs.
 */
export async function* groupRows(
  rows: AsyncIterable<Row | BrokenRow>,
  keyOf: (row: Row) => string | null,
  counts: ReadonlyMap<string, number>,
): AsyncGenerator<Group> {
  const open = new Map<string, [Row | BrokenRow, ...(Row | BrokenRow)[]]>();
  for await (const row of rows) {
    const key = keyOf(row);
    const group = key === null ? undefined : open.get(key);
    group?.push(row);
    const found = group ?? ([row] as [Row | BrokenRow]);
    if (key === null || found.length >= (counts.get(key) ?? 1)) {
      if (key !== null) open.delete(key);
      yield found;
    } else if (!group) {
      open.set(key, found);
    }
  }
}
