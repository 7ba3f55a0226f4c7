import type { Column, CubeRows, RowRange } from './cube-rows.ts';

/** One bit for each row of a cube, thirty-two to a word. */
export interface RowBitmap {
  readonly words: Uint32Array;
}

/** What is to be known of a cube: its number of rows. */
type Sized = Pick<CubeRows, 'rows'>;

/** The words in which a range of rows lies: the first, and the one after the last. */
export function wordsOf({ start, end }: RowRange): { first: number; after: number } {
  return { first: start >>> 5, after: (end + 31) >>> 5 };
}

/** The bits of a word that lie within a range of rows. */
export function bitsWithin(word: number, { start, end }: RowRange): number {
  const fromStart = word === start >>> 5 ? -1 << (start & 31) : -1;
  const beforeEnd = word === end >>> 5 ? ~(-1 << (end & 31)) : -1;
  return fromStart & beforeEnd;
}

/** The row of the lowest bit that is set. */
export function lowestRow(word: number, bits: number): number {
  return word * 32 + 31 - Math.clz32(bits & -bits);
}

export function emptyBitmap({ rows }: Sized): RowBitmap {
  return { words: new Uint32Array((rows + 31) >>> 5) };
}

export function setRow({ words }: RowBitmap, row: number): void {
  words[row >>> 5]! |= 1 << (row & 31);
}

export function hasRow({ words }: RowBitmap, row: number): boolean {
  return (words[row >>> 5]! & (1 << (row & 31))) !== 0;
}

/** Every row of a range. */
export function bitmapOfRange(cube: Sized, range: RowRange): RowBitmap {
  const bitmap = emptyBitmap(cube);
  const { first, after } = wordsOf(range);
  bitmap.words.fill(-1, first, after);
  if (first < after) for (const word of [first, after - 1]) bitmap.words[word] = bitsWithin(word, range);
  return bitmap;
}

/** The incidents with the given keys; keys that the cube does not hold are passed over. */
export function bitmapOfKeys(cube: Sized & { readonly rowOfKey: Uint32Array }, keys: Iterable<number>): RowBitmap {
  const bitmap = emptyBitmap(cube);
  for (const key of keys) {
    const row = (cube.rowOfKey[key] ?? 0) - 1;
    if (row >= 0) setRow(bitmap, row);
  }
  return bitmap;
}

/** Rows whose combination passes; of the words of a range only. @param passes 1 or 0 for each combination */
export function bitmapOfCodes(cube: Sized, codes: Column, passes: Uint8Array, range: RowRange): RowBitmap {
  const bitmap = emptyBitmap(cube);
  const { first, after } = wordsOf(range);
  for (let word = first; word < after; word++) {
    const end = Math.min(word * 32 + 32, cube.rows);
    let bits = 0;
    for (let row = word * 32; row < end; row++) bits |= passes[codes[row]!]! << (row & 31);
    bitmap.words[word] = bits;
  }
  return bitmap;
}

/** Rows within a range that belong to all of the bitmaps. */
export function intersection(cube: Sized, bitmaps: readonly RowBitmap[], range: RowRange): RowBitmap {
  const common = bitmapOfRange(cube, range);
  const { first, after } = wordsOf(range);
  for (const { words } of bitmaps) for (let word = first; word < after; word++) common.words[word]! &= words[word]!;
  return common;
}

/** Rows that belong to the first bitmap and not to the second; of the words of a range only. */
export function difference(cube: Sized, { words }: RowBitmap, without: RowBitmap, range: RowRange): RowBitmap {
  const rest = emptyBitmap(cube);
  const { first, after } = wordsOf(range);
  for (let word = first; word < after; word++) rest.words[word] = words[word]! & ~without.words[word]!;
  return rest;
}

/** Number of rows of a bitmap within a range. */
export function countRows({ words }: RowBitmap, range: RowRange): number {
  const { first, after } = wordsOf(range);
  let count = 0;
  for (let word = first; word < after; word++) count += bitCount(words[word]! & bitsWithin(word, range));
  return count;
}

/** Number of rows of both bitmaps within a range. */
export function countCommonRows({ words }: RowBitmap, other: RowBitmap, range: RowRange): number {
  const { first, after } = wordsOf(range);
  let count = 0;
  for (let word = first; word < after; word++) count += bitCount(words[word]! & other.words[word]! & bitsWithin(word, range));
  return count;
}

/** Number of bits set, counted in pairs, fours and eights at once (Warren, Hacker's Delight, section 5-1). */
function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Rows handed over in one go: few enough to stay in the processor's nearest cache. */
const portionLength = 4096;

/**
 * Hands over the rows of a bitmap within a range, ascending, some thousands at a time.
 * @param take is given the rows and how many they are; the array is used again for the next
 */
export function inPortions({ words }: RowBitmap, range: RowRange, take: (rows: Uint32Array, count: number) => void): void {
  const portion = new Uint32Array(portionLength);
  const { first, after } = wordsOf(range);
  let count = 0;
  for (let word = first; word < after; word++) {
    for (let bits = words[word]! & bitsWithin(word, range); bits !== 0; bits &= bits - 1) portion[count++] = lowestRow(word, bits);
    if (count > portionLength - 32) {
      take(portion, count);
      count = 0;
    }
  }
  if (count > 0) take(portion, count);
}
