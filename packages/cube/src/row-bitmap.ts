import type { Cube } from './cube.ts';

/** One bit for each row of a cube. */
export interface RowBitmap {
  readonly words: Uint32Array;
}

function emptyBitmap(cube: Cube): RowBitmap {
  return { words: new Uint32Array((cube.rows + 31) >>> 5) };
}

function setRow({ words }: RowBitmap, row: number): void {
  words[row >>> 5]! |= 1 << (row & 31);
}

export function hasRow({ words }: RowBitmap, row: number): boolean {
  return (words[row >>> 5]! & (1 << (row & 31))) !== 0;
}

/** The bitmap of rows given by number. */
export function bitmapOfRows(cube: Cube, rows: Uint32Array): RowBitmap {
  const bitmap = emptyBitmap(cube);
  for (let at = 0; at < rows.length; at++) setRow(bitmap, rows[at]!);
  return bitmap;
}

/** The bitmap of the incidents with the given keys; keys that the cube does not hold are passed over. */
export function bitmapOfKeys(cube: Cube, keys: Iterable<number>): RowBitmap {
  const bitmap = emptyBitmap(cube);
  for (const key of keys) {
    const row = (cube.rowOfKey[key] ?? 0) - 1;
    if (row >= 0) setRow(bitmap, row);
  }
  return bitmap;
}

/** Rows with at least so many people killed and injured together. */
export function bitmapOfVictims(cube: Cube, minimum: number): RowBitmap {
  const bitmap = emptyBitmap(cube);
  const { killed, injured } = cube.columns;
  for (let row = 0; row < cube.rows; row++) if (killed[row]! + injured[row]! >= minimum) setRow(bitmap, row);
  return bitmap;
}

/** Rows of both. */
export function bothBitmaps(one: RowBitmap, other: RowBitmap): RowBitmap {
  return { words: one.words.map((word, at) => word & other.words[at]!) };
}

/** Rows of a bitmap from `start` to before `end`, ascending. */
export function rowsOfBitmap({ words }: RowBitmap, start: number, end: number): Uint32Array {
  const rows = new Uint32Array(end - start);
  let count = 0;
  for (let at = start >>> 5; at < (end + 31) >>> 5; at++) {
    for (let word = words[at]!; word !== 0; word &= word - 1) {
      const row = at * 32 + 31 - Math.clz32(word & -word);
      if (row >= start && row < end) rows[count++] = row;
    }
  }
  return rows.subarray(0, count);
}
