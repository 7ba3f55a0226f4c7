import { LRUCache } from 'lru-cache';
import {
  type ConstraintName,
  constraintNames,
  type ConstraintValue,
  dayNumber,
  dimensionsOfField,
  dimensions,
  type Filter,
  type FilterName,
  readPartName,
} from '@monitor/domain';
import { amountsOfCombinations } from './amounts.ts';
import type { Cube } from './cube.ts';
import { type RowRange, rowsOfDays } from './cube-rows.ts';
import { constrainedFields, type GroupName, groupNames } from './groups.ts';
import { isConstrained, matchingCombinations } from './matching-combinations.ts';
import {
  bitmapOfCodes,
  bitmapOfRange,
  difference,
  emptyBitmap,
  inPortions,
  intersection,
  type RowBitmap,
  setRow,
} from './row-bitmap.ts';
import { rowsInBox, rowsInCircle } from './rows-in-box.ts';
import { rowsInPolygon } from './rows-in-polygon.ts';
import { rowsOfIdentifiers } from './rows-of-identifiers.ts';

/** The rows that a filter selects. */
export interface Selection {
  readonly rows: RowBitmap;
  /** The rows of the filter's period; all others lie within. */
  readonly period: RowRange;
  /** The groups that are constrained. */
  readonly constrained: readonly GroupName[];
  /** The rows that only the constraints on a group exclude: they count for the facets of that group. */
  readonly excludedOnlyBy: (group: GroupName) => RowBitmap;
}

/** The days of a filter, both included; without bound where it has none. */
export function daysOf({ from, to }: Filter): { from: number; to: number } {
  return { from: from === undefined ? -Infinity : dayNumber(from), to: to === undefined ? Infinity : dayNumber(to) };
}

/** How the cube decides a constraint: by its days, from a bitmap that the database gives, or by the rows themselves. */
type Way<Value> = 'days' | 'search' | ((cube: Cube, value: Value, period: RowRange) => RowBitmap);

const ways: { readonly [Name in ConstraintName]: Way<ConstraintValue<Name>> } = {
  from: 'days',
  to: 'days',
  min_victims: rowsOfVictims,
  min_weapons: rowsOfWeapons,
  q: 'search',
  bbox: rowsInBox,
  within: rowsInPolygon,
  near: rowsInCircle,
  id: rowsWithIdentifiers,
  leave_out: rowsOfOtherParts,
};

/** The constraints that the cube cannot decide itself. The caller looks up their rows first. */
export const searchedConstraints: readonly FilterName[] = constraintNames.filter((name) => ways[name] === 'search');

/** Whether the filter says nothing but days and codes, of which sums are kept. */
export function isOfDaysAndCodes(filter: Filter): boolean {
  return constraintNames.every((name) => filter[name] === undefined || ways[name] === 'days');
}

/**
 * The rows that a filter selects: each constraint gives the bitmap of the rows of the period that meet it. Throws `TypeError` where
 * the filter has text and no bitmap is given.
 * @param found rows that meet the filter's `q`, which the cube cannot decide itself
 */
export function select(cube: Cube, filter: Filter, found?: RowBitmap): Selection {
  if (!found && searchedConstraints.some((name) => filter[name] !== undefined))
    throw new TypeError(`${searchedConstraints.join(' and ')}: needs a bitmap of rows`);
  const { from, to } = daysOf(filter);
  const period = rowsOfDays(cube, from, to);
  const outer = [
    ...(found ? [found] : []),
    ...constraintNames.flatMap((name) => {
      if (filter[name] === undefined || typeof ways[name] === 'string') return [];
      return [rowsMeeting(cube, name, filter[name] as ConstraintValue<typeof name>)];
    }),
  ];
  const inner = groupNames
    .filter((name) => isConstrained(name, filter))
    .map((name) => ({ name, rows: rowsOfGroup(cube, name, filter) }));
  const rows = intersection(cube, [...outer, ...inner.map((one) => one.rows)], period);
  const excludedOnlyBy = (group: GroupName) => {
    const others = inner.filter(({ name }) => name !== group).map((one) => one.rows);
    return difference(cube, intersection(cube, [...outer, ...others], period), rows, period);
  };
  return { rows, period, constrained: inner.map(({ name }) => name), excludedOnlyBy };
}

/** The rows of all days that meet a constraint, which is neither `from`, `to` nor `q`. */
export function rowsMeeting<Name extends ConstraintName>(cube: Cube, name: Name, value: ConstraintValue<Name>): RowBitmap {
  const way = ways[name];
  if (typeof way === 'string') throw new TypeError(`"${name}" is not decided by rows.`);
  return keptRows(cube, name, [value], (range) => way(cube, value, range));
}

/** The rows of all days that meet what a filter says of a group. */
export function rowsOfGroup(cube: Cube, name: GroupName, filter: Filter): RowBitmap {
  return keptRows(cube, name, saidOfGroup(name, filter), (range) =>
    bitmapOfCodes(cube, cube.groups[name].codes, matchingCombinations(cube, name, filter)!, range),
  );
}

/** What a filter says of the fields of a group. */
function saidOfGroup(name: GroupName, filter: Filter): unknown[] {
  return constrainedFields[name].flatMap((field) => dimensionsOfField.get(field) ?? []).map((one) => filter[one] ?? null);
}

/** For each cube the rows that met the last constraints: most requests say the same of types and places, in other periods. */
const lastRows = new WeakMap<Cube, LRUCache<string, RowBitmap>>();
/** Bytes that they take at most. */
const mostBytes = 16 * 2 ** 20;

/** The rows of all days that meet a constraint. */
function keptRows(cube: Cube, name: string, said: readonly unknown[], find: (range: RowRange) => RowBitmap): RowBitmap {
  const kept =
    lastRows.get(cube) ??
    new LRUCache<string, RowBitmap>({ maxSize: mostBytes, sizeCalculation: ({ words }) => Math.max(1, words.byteLength) });
  lastRows.set(cube, kept);
  const key = `${name} ${JSON.stringify(said)}`;
  const rows = kept.get(key) ?? find({ start: 0, end: cube.rows });
  kept.set(key, rows);
  return rows;
}

/** Rows of a range with at least this many people killed and injured together. */
function rowsOfVictims(cube: Cube, minimum: number, range: RowRange): RowBitmap {
  const bitmap = emptyBitmap(cube);
  const { killed, injured } = cube.columns;
  inPortions(cube.rowsWithPeople.casualties, range, (rows, count) => {
    for (let at = 0; at < count; at++) {
      const row = rows[at]!;
      if (killed[row]! + injured[row]! >= minimum) setRow(bitmap, row);
    }
  });
  return bitmap;
}

function rowsWithIdentifiers(cube: Cube, ids: readonly string[]): RowBitmap {
  const bitmap = emptyBitmap(cube);
  for (const row of rowsOfIdentifiers(cube, ids)) setRow(bitmap, row);
  return bitmap;
}

/** Rows of all parts of the record but some. */
function rowsOfOtherParts(cube: Cube, names: readonly string[], range: RowRange): RowBitmap {
  let rest = bitmapOfRange(cube, range);
  for (const { dataset, country } of names.flatMap((name) => readPartName(name) ?? [])) {
    const places = rowsOfGroup(cube, dimensions.country.group, { country: [country] });
    const sources = rowsOfGroup(cube, dimensions.dataset.group, { dataset: [dataset] });
    rest = difference(cube, rest, intersection(cube, [places, sources], range), range);
  }
  return rest;
}

/** Rows with at least this many weapons on record; of the words of a range only. Decided once for each combination of their numbers. */
function rowsOfWeapons(cube: Cube, minimum: number, range: RowRange): RowBitmap {
  const { group, amounts } = amountsOfCombinations(cube, 'weapons', {});
  const passes = new Uint8Array(amounts.length);
  for (let at = 0; at < passes.length; at++) passes[at] = amounts[at]! >= minimum ? 1 : 0;
  return bitmapOfCodes(cube, cube.groups[group].codes, passes, range);
}
