import type { Cube } from './cube.ts';
import { inPortions, type RowBitmap } from './row-bitmap.ts';

/** The keys of rows: a bit for each, the lowest bit of a byte first, and how many there are. */
export function keysOfRows(cube: Cube, bitmap: RowBitmap): { bits: Uint8Array; count: number } {
  const { key } = cube.columns;
  const bits = new Uint8Array((cube.rowOfKey.length + 7) >>> 3);
  let count = 0;
  inPortions(bitmap, { start: 0, end: cube.rows }, (rows, length) => {
    for (let at = 0; at < length; at++) {
      const one = key[rows[at]!]!;
      bits[one >>> 3]! |= 1 << (one & 7);
    }
    count += length;
  });
  return { bits, count };
}
