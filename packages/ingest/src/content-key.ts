import { createHash } from 'node:crypto';
import { cell, type Row } from './row.ts';

/**
 * Identifiers of rows that have none, made from what the rows say: the same for the same row in every import, whatever its place in the file
 * and the order of the columns. Rows that say the same are counted: the second has another identifier than the first. It remembers 22 characters of
 * each row.
 */
export function contentKeys(): (row: Row) => string {
  const counts = new Map<string, number>();
  return (row) => {
    const content = contentOf(row);
    const count = (counts.get(content) ?? 0) + 1;
    counts.set(content, count);
    return count === 1 ? content : `${content}-${count}`;
  };
}

/** 128 bits of the hash of the cells that say something, so that an empty column more or less changes nothing. */
export function contentOf(row: Row): string {
  const cells = row.columns.names
    .map((name) => [name, cell(row, name)?.normalize('NFC')])
    .filter(([, text]) => text !== undefined)
    .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(cells)).digest('base64url').slice(0, 22);
}
