import { dayNumber, type Filter, testOf } from '@monitor/domain';
import { type Cube, rowsOfDays } from './cube.ts';
import { facetsOfGroup, type GroupName, groupNames } from './groups.ts';
import { boxSieve } from './box-sieve.ts';
import { bitmapOfVictims, bothBitmaps, type RowBitmap, rowsOfBitmap } from './row-bitmap.ts';

/** The rows that a filter selects. */
export interface Selection {
  /** Row numbers, ascending. */
  readonly rows: Uint32Array;
  /**
   * Rows that fail the constraints of one group only: they count for the facets of that group. Left out where one group alone
   * is constrained and nothing else.
   */
  readonly near: Readonly<Partial<Record<GroupName, Uint32Array>>>;
}

/** The days of a filter, both included; without bound where it has none. */
export function daysOf({ from, to }: Filter): { from: number; to: number } {
  return { from: from === undefined ? -Infinity : dayNumber(from), to: to === undefined ? Infinity : dayNumber(to) };
}

/**
 * The rows that a filter selects, in one pass over the rows of its period. Throws `TypeError` where the filter has text or a
 * polygon and no bitmap is given.
 * @param bitmap rows that meet the filter's `q` and `within`, which the cube cannot decide itself
 */
export function select(cube: Cube, filter: Filter, bitmap?: RowBitmap): Selection {
  if ((filter.q !== undefined || filter.within !== undefined) && !bitmap)
    throw new TypeError('Text and polygons need a bitmap of rows');
  const { from, to } = daysOf(filter);
  const { start, end } = rowsOfDays(cube, from, to);
  const allowed = allowedRows(cube, filter, bitmap);
  const candidates = allowed && rowsOfBitmap(allowed, start, end);
  const checks = checksOf(cube, filter);
  const liesInBox = filter.bbox && boxSieve(cube, filter.bbox);
  if (checks.length === 0 && !liesInBox) return { rows: candidates ?? everyRow(start, end), near: {} };

  const length = candidates?.length ?? end - start;
  // With one group alone constrained, what fails it is all the rest of the period, whose sums are kept.
  const sieve = new Sieve(length, checks.length > 1 || candidates !== undefined || liesInBox !== undefined);
  const marks = new Uint8Array(Math.min(blockRows, length));
  for (let first = 0; first < length; first += blockRows) {
    const count = Math.min(blockRows, length - first);
    marks.fill(0, 0, count);
    if (candidates) {
      const block = candidates.subarray(first, first + count);
      for (const { codes, fails } of checks) for (let at = 0; at < count; at++) marks[at]! |= fails[codes[block[at]!]!]!;
      if (liesInBox) for (let at = 0; at < count; at++) if (!liesInBox(block[at]!)) marks[at] = outside;
      sieve.take(marks, count, (at) => block[at]!);
    } else {
      for (const { codes, fails } of checks) markRange(marks, codes, fails, start + first, count);
      if (liesInBox) for (let at = 0; at < count; at++) if (!liesInBox(start + first + at)) marks[at] = outside;
      sieve.takeRange(marks, count, start + first);
    }
  }
  return sieve.selection(checks);
}

/** Rows looked at in one go: the marks of a block stay in the processor's nearest cache. */
const blockRows = 16_384;

/** Mark of a row that fails what is no facet. */
const outside = 0x80;

interface Check {
  readonly name: GroupName;
  readonly codes: Uint16Array | Uint32Array;
  /** For each combination the group's bit where it fails the filter, else 0. */
  readonly fails: Uint8Array;
  readonly bit: number;
}

function checksOf(cube: Cube, filter: Filter): Check[] {
  return groupNames.flatMap((name, position) => {
    const test = testOf(facetsOfGroup[name], filter);
    const { codes, combinations } = cube.groups[name];
    const bit = 1 << position;
    return test ? [{ name, codes, bit, fails: Uint8Array.from(combinations, (one) => (test(one) ? 0 : bit)) }] : [];
  });
}

function markRange(marks: Uint8Array, codes: Uint16Array | Uint32Array, fails: Uint8Array, from: number, count: number): void {
  for (let at = 0; at < count; at++) marks[at]! |= fails[codes[from + at]!]!;
}

/** Parts rows by their marks: none, one group's bit, or more. */
class Sieve {
  readonly #rows: Uint32Array;
  readonly #nearRows: Uint32Array;
  readonly #nearMarks: Uint8Array;
  #found = 0;
  #foundNear = 0;

  constructor(length: number, near: boolean) {
    this.#rows = new Uint32Array(length);
    this.#nearRows = new Uint32Array(near ? length : 0);
    this.#nearMarks = new Uint8Array(near ? length : 0);
  }

  take(marks: Uint8Array, count: number, rowAt: (at: number) => number): void {
    for (let at = 0; at < count; at++) this.#put(marks[at]!, rowAt(at));
  }

  takeRange(marks: Uint8Array, count: number, from: number): void {
    for (let at = 0; at < count; at++) this.#put(marks[at]!, from + at);
  }

  #put(mark: number, row: number): void {
    if (mark === 0) this.#rows[this.#found++] = row;
    else if (mark !== outside && (mark & (mark - 1)) === 0 && this.#foundNear < this.#nearRows.length) {
      this.#nearMarks[this.#foundNear] = mark;
      this.#nearRows[this.#foundNear++] = row;
    }
  }

  selection(checks: readonly Check[]): Selection {
    const near: Partial<Record<GroupName, Uint32Array>> = {};
    for (const { name, bit } of checks) near[name] = ofMark(this.#nearRows, this.#nearMarks, this.#foundNear, bit);
    return { rows: this.#rows.subarray(0, this.#found), near };
  }
}

function ofMark(rows: Uint32Array, marks: Uint8Array, length: number, wanted: number): Uint32Array {
  const found = new Uint32Array(length);
  let count = 0;
  for (let at = 0; at < length; at++) if (marks[at] === wanted) found[count++] = rows[at]!;
  return found.subarray(0, count);
}

/** Rows that meet the constraints that are no facets, the box apart; undefined where there are none. */
function allowedRows(cube: Cube, { min_victims }: Filter, bitmap: RowBitmap | undefined): RowBitmap | undefined {
  if (min_victims === undefined) return bitmap;
  const harmed = bitmapOfVictims(cube, min_victims);
  return bitmap ? bothBitmaps(bitmap, harmed) : harmed;
}

function everyRow(start: number, end: number): Uint32Array {
  const rows = new Uint32Array(end - start);
  for (let at = 0; at < rows.length; at++) rows[at] = start + at;
  return rows;
}
