import {
  type CountedPeople,
  countedPeople,
  dimensionFields,
  type DimensionField,
  type Filter,
  isListedCodes,
  listedCodes,
  type Measure,
  peopleOfMeasure,
  type SortField,
  sortTextOf,
  type SubjectMeasure,
} from '@monitor/domain';
import { amountsOfCombinations } from './amounts.ts';
import type { Cube } from './cube.ts';
import type { Column } from './cube-rows.ts';
import { groupOfField, notReportedBits, notReportedGroup } from './groups.ts';
import type { SelectedRows } from './population.ts';
import { rowsByIdentifier } from './sorted-rows.ts';

/*
 * Which incident stands at which position of a sorted list. All rows of the cube are sorted once for each field that somebody sorts by.
 * A filter's rows are then those of its bitmap in that order: a walk of a few milliseconds over a million, however far down.
 */

/** All rows of a cube, sorted upwards; rows without a value come last. The public identifier decides between equals. */
export interface RowOrder {
  readonly rows: Uint32Array;
  /** How many have a value. */
  readonly reported: number;
}

/** What an order depends on beside the cube: `amount` is what the measure counts under the filter. */
export interface OrderOf {
  readonly field: SortField;
  readonly measure: Measure;
  readonly filter: Filter;
}

/** Values that are not reported; all others are 0 or greater. */
const none = -1;

/** Numbers of people above this are left to the database, since counting them takes memory for each number up to the largest. */
const mostPeople = 2 ** 20;

/** Bytes of an order. */
export function bytesOfOrder({ rows }: RowOrder): number {
  return rows.byteLength;
}

/** The rows in the order of a field; undefined if the cube does not have the field as it is published, such as names of places. */
export function orderRows(cube: Cube, { field, measure, filter }: OrderOf): RowOrder | undefined {
  // As they lie in the cube.
  if (field === 'occurred_on') return { rows: Uint32Array.from(cube.columns.key, (_, row) => row), reported: cube.rows };
  if (field === 'amount') return orderByAmount(cube, measure, filter);
  if (isListedCodes(field)) {
    const dimensionField = `${listedCodes[field]}_traits` as const;
    return sortByRank(
      cube,
      ranksOfField(cube, dimensionField, (traits) => sortTextOf(field, traits)),
    );
  }
  if (isCountedPeople(field)) return orderByPeople(cube, field);
  if (isDimensionField(field))
    return sortByRank(
      cube,
      ranksOfField(cube, field, (code) => code),
    );
  return undefined;
}

/** An order that the database has found. @param keys of all incidents of the cube's version; undefined if they are not the cube's */
export function orderOfKeys(cube: Cube, keys: Uint32Array, reported: number): RowOrder | undefined {
  if (keys.length !== cube.rows) return undefined;
  const rows = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const row = cube.rowOfKey[keys[at]!] ?? 0;
    if (row === 0) return undefined;
    rows[at] = row - 1;
  }
  return { rows, reported };
}

function isCountedPeople(field: SortField): field is CountedPeople {
  return (countedPeople as readonly string[]).includes(field);
}

function isDimensionField(field: SortField): field is SortField & DimensionField {
  return (dimensionFields as readonly string[]).includes(field);
}

function orderByAmount(cube: Cube, measure: Measure, filter: Filter): RowOrder | undefined {
  const people = peopleOfMeasure(measure);
  if (people !== undefined) return orderByPeople(cube, people);
  if (measure === 'incidents') return sortByRank(cube, new Int32Array(cube.rows));
  const { group, amounts } = amountsOfCombinations(cube, measure as SubjectMeasure, filter);
  const distinct = [...new Set(amounts)].sort((one, other) => one - other);
  const rankOf = new Map(distinct.map((amount, rank) => [amount, rank]));
  return sortByRank(
    cube,
    lookUp(
      cube.groups[group].codes,
      Int32Array.from(amounts, (amount) => rankOf.get(amount)!),
    ),
  );
}

/** Undefined if a number is too large for it. */
function orderByPeople(cube: Cube, name: CountedPeople): RowOrder | undefined {
  const numbers = cube.columns[name];
  const { codes, fields } = cube.groups[notReportedGroup];
  const { values, positions } = fields['not_reported']!;
  const isMissing = Uint8Array.from(positions, (position) => (Number(values[position]) & notReportedBits[name] ? 1 : 0));
  const ranks = new Int32Array(cube.rows);
  for (let row = 0; row < ranks.length; row++) {
    const number = numbers[row]!;
    if (number > mostPeople) return undefined;
    ranks[row] = isMissing[codes[row]!]! ? none : number;
  }
  return sortByRank(cube, ranks);
}

/** For each row the place of its text among all texts of the field, compared by code unit as the database does. */
function ranksOfField(cube: Cube, field: DimensionField, textOf: (value: string) => string | null): Int32Array {
  const { codes, fields } = cube.groups[groupOfField(field)];
  const { values, positions } = fields[field]!;
  const texts = values.map((value) => (value === null ? null : textOf(String(value))));
  const sorted = [...new Set(texts)].filter((text) => text !== null).sort((one, other) => (one < other ? -1 : 1));
  const rankOf = new Map(sorted.map((text, rank) => [text, rank]));
  const ranks = texts.map((text) => (text === null ? none : rankOf.get(text)!));
  return lookUp(
    codes,
    Int32Array.from(positions, (position) => ranks[position]!),
  );
}

function lookUp(codes: Column, ofCode: Int32Array): Int32Array {
  const found = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) found[row] = ofCode[codes[row]!]!;
  return found;
}

/** A counting sort of the rows, taken by ascending identifier. */
function sortByRank({ columns: { idHigh, idLow } }: Cube, ranks: Int32Array): RowOrder {
  let most = none;
  for (let row = 0; row < ranks.length; row++) if (ranks[row]! > most) most = ranks[row]!;
  // Rows without a value stand behind the greatest rank.
  const last = most + 1;
  const next = new Uint32Array(last + 2);
  for (let row = 0; row < ranks.length; row++) next[(ranks[row] === none ? last : ranks[row]!) + 1]!++;
  for (let rank = 1; rank < next.length; rank++) next[rank]! += next[rank - 1]!;
  const reported = next[last]!;
  const rows = new Uint32Array(ranks.length);
  const byIdentifier = rowsByIdentifier(
    ranks.length,
    (row) => idHigh[row]!,
    (row) => idLow[row]!,
  );
  for (const row of byIdentifier) rows[next[ranks[row] === none ? last : ranks[row]!]!++] = row;
  return { rows, reported };
}

/** Part of a sorted list. */
export interface Stretch {
  readonly descending: boolean;
  /** Rows of the list before the first. */
  readonly offset: number;
  /** Rows at most. */
  readonly limit: number;
}

/** The keys of the incidents that stand at some positions of a sorted list of selected rows. */
export function keysAt(cube: Cube, order: RowOrder, selected: SelectedRows, { descending, offset, limit }: Stretch): number[] {
  const keys: number[] = [];
  let before = 0;
  walk(order, selected, descending, (row) => {
    if (before++ < offset) return true;
    keys.push(cube.columns.key[row]!);
    return keys.length < limit;
  });
  return keys;
}

/** How many rows of a sorted list come before one; undefined if that row is not among them. */
export function rowsBefore(order: RowOrder, selected: SelectedRows, row: number, descending: boolean): number | undefined {
  let before = 0;
  let found = false;
  walk(order, selected, descending, (one) => {
    found = one === row;
    if (!found) before++;
    return !found;
  });
  return found ? before : undefined;
}

/**
 * Goes over the selected rows in an order, or in its reverse, in which rows without a value still come last.
 * @param take returns false to end the walk
 */
function walk(
  { rows, reported }: RowOrder,
  { bitmaps, range }: SelectedRows,
  descending: boolean,
  take: (row: number) => boolean,
): void {
  const { start, end } = range;
  const parts = [
    [0, reported],
    [reported, rows.length],
  ] as const;
  for (const [from, to] of parts) {
    for (let at = 0; at < to - from; at++) {
      const row = rows[descending ? to - 1 - at : from + at]!;
      if (row < start || row >= end) continue;
      const bit = 1 << (row & 31);
      let isSelected = false;
      for (let one = 0; one < bitmaps.length; one++) isSelected ||= (bitmaps[one]!.words[row >>> 5]! & bit) !== 0;
      if (isSelected && !take(row)) return;
    }
  }
}
