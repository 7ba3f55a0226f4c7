import { figureNames, type HarmedPeople, harmedPeople, recordOf } from '@monitor/domain';
import type { CubeRows, RowRange } from './cube-rows.ts';
import { type GroupName, groupsWithoutTallies, groupsWithPeople } from './groups.ts';
import type { RowsWithPeople } from './people.ts';
import { bitmapOfRange, countRows, difference, inPortions, intersection, type RowBitmap } from './row-bitmap.ts';
import type { RowFlags } from './row-flags.ts';

const missing = recordOf(harmedPeople, (name) => `${name}Missing` as const) as {
  readonly [Name in HarmedPeople]: `${Name}Missing`;
};
const tallyParts = [...figureNames, ...Object.values(missing)] as const;

/**
 * For each combination of a group: incidents, people killed and injured, and incidents that do not give these numbers. The lists of people
 * are empty in groups that do not add them up, and those of what is missing where every incident of the cube gives the number.
 */
export type Tally = Readonly<Record<(typeof tallyParts)[number], Uint32Array>>;

/** The incidents of each combination that do not give a number; empty if all give it. */
export function missingIn(tally: Tally, name: HarmedPeople): Uint32Array {
  return tally[missing[name]];
}

/** Tallies of the first 0, 65,536, 131,072 … rows of a group and of all rows, one after the other. */
export type KeptTallies = Tally;

/** Rows that can be tallied: it is known which of them have people, and which do not say. */
interface TalliedRows extends CubeRows {
  readonly rowsWithPeople: RowsWithPeople;
  readonly rowFlags: Pick<RowFlags, 'notReported' | 'leftOut'>;
}

interface CubeWithTallies extends TalliedRows {
  readonly keptTallies: Readonly<Record<GroupName, KeptTallies>>;
}

/** Rows between two kept tallies. */
const stride = 65_536;

function emptyTally(cube: TalliedRows, name: GroupName, length: number): Tally {
  const hasPeople = groupsWithPeople.includes(name);
  const isCounted = {
    incidents: true,
    ...recordOf(harmedPeople, () => hasPeople),
    ...Object.fromEntries(harmedPeople.map((one) => [missing[one], hasPeople && cube.rowFlags.leftOut.includes(one)])),
  } as Readonly<Record<keyof Tally, boolean>>;
  return recordOf(tallyParts, (part) => new Uint32Array(isCounted[part] ? length : 0));
}

/** Counts the combinations of some groups over the rows of a bitmap within a range, in one walk over these rows or over the others, whichever are fewer. */
export function tallySelection<Name extends GroupName>(
  cube: CubeWithTallies,
  names: readonly Name[],
  rows: RowBitmap,
  range: RowRange,
): Record<Name, Tally> {
  if (names.some((name) => groupsWithoutTallies.includes(name)) || countRows(rows, range) * 2 <= range.end - range.start)
    return tallyRows(cube, names, rows, range);
  const others = tallyRows(cube, names, difference(cube, bitmapOfRange(cube, range), rows, range), range);
  const rest = names.map((name) => [name, differenceOfTallies(tallyRange(cube, name, range), others[name])] as const);
  return Object.fromEntries(rest) as Record<Name, Tally>;
}

function tallyRows<Name extends GroupName>(
  cube: CubeWithTallies,
  names: readonly Name[],
  rows: RowBitmap,
  range: RowRange,
): Record<Name, Tally> {
  const casualties = intersection(cube, [rows, cube.rowsWithPeople.casualties], range);
  const counted = names.map((name) => [name, emptyTally(cube, name, cube.groups[name].combinations)] as const);
  inPortions(rows, range, (portion, count) => {
    for (const [name, { incidents }] of counted) countCodes(incidents, cube.groups[name].codes, portion, count);
  });
  inPortions(casualties, range, (portion, count) => {
    for (const [name, tally] of counted) addPeople(cube, name, tally, portion, count, 1);
  });
  for (const left of cube.rowFlags.leftOut) {
    const silent = intersection(cube, [rows, cube.rowFlags.notReported[left]], range);
    // As in a dataset that never gives the number.
    const areAll = countRows(silent, range) === countRows(rows, range);
    if (areAll) for (const [, tally] of counted) copyInto(missingIn(tally, left), tally.incidents);
    else
      inPortions(silent, range, (portion, count) => {
        for (const [name, tally] of counted) addMissing(cube, name, missingIn(tally, left), portion, count, 1);
      });
  }
  return Object.fromEntries(counted) as Record<Name, Tally>;
}

function countCodes(counts: Uint32Array, codes: Uint16Array | Uint32Array, rows: Uint32Array, length: number): void {
  for (let at = 0; at < length; at++) counts[codes[rows[at]!]!]!++;
}

function addPeople(cube: CubeRows, name: GroupName, tally: Tally, rows: Uint32Array, length: number, sign: 1 | -1): void {
  if (!groupsWithPeople.includes(name)) return;
  const { codes } = cube.groups[name];
  const { killed, injured } = cube.columns;
  for (let at = 0; at < length; at++) {
    const row = rows[at]!;
    const code = codes[row]!;
    tally.killed[code]! += sign * killed[row]!;
    tally.injured[code]! += sign * injured[row]!;
  }
}

/** Fills a list that is not empty, as those of groups without people are. */
function copyInto(list: Uint32Array, values: Uint32Array): void {
  if (list.length > 0) list.set(values);
}

function addMissing(cube: CubeRows, name: GroupName, counts: Uint32Array, rows: Uint32Array, length: number, sign: 1 | -1): void {
  if (!groupsWithPeople.includes(name)) return;
  const { codes } = cube.groups[name];
  for (let at = 0; at < length; at++) counts[codes[rows[at]!]!]! += sign;
}

/** The sum of two tallies. */
export function sumOfTallies(one: Tally, other: Tally): Tally {
  return combined(one, other, 1);
}

/** What is left of the first tally without the second. */
function differenceOfTallies(one: Tally, other: Tally): Tally {
  return combined(one, other, -1);
}

/** A loop, since groups have up to tens of thousands of combinations, and a function called for each would take longer than counting. */
function combined(one: Tally, other: Tally, sign: 1 | -1): Tally {
  return recordOf(tallyParts, (name) => {
    const [values, others] = [one[name], other[name]];
    const sums = new Uint32Array(values.length);
    for (let code = 0; code < sums.length; code++) sums[code] = values[code]! + sign * others[code]!;
    return sums;
  });
}

/** Adds all rows of a range to a tally, or takes them away. */
function addRange(cube: TalliedRows, name: GroupName, tally: Tally, range: RowRange, sign: 1 | -1): void {
  const { codes } = cube.groups[name];
  for (let row = range.start; row < range.end; row++) tally.incidents[codes[row]!]! += sign;
  inPortions(cube.rowsWithPeople.casualties, range, (rows, count) => addPeople(cube, name, tally, rows, count, sign));
  for (const left of cube.rowFlags.leftOut)
    inPortions(cube.rowFlags.notReported[left], range, (rows, count) =>
      addMissing(cube, name, missingIn(tally, left), rows, count, sign),
    );
}

export function keptTalliesOf(cube: TalliedRows, name: GroupName): KeptTallies {
  const isKept = !groupsWithoutTallies.includes(name);
  const length = isKept ? cube.groups[name].combinations : 0;
  const count = isKept ? lastKept(cube) + 1 : 0;
  const kept = emptyTally(cube, name, length * count);
  for (let position = 1; position < count; position++) {
    const tally = keptAt(kept, length, position - 1);
    addRange(cube, name, tally, { start: endOfKept(cube, position - 1), end: endOfKept(cube, position) }, 1);
    for (const part of tallyParts) if (tally[part].length > 0) kept[part].set(tally[part], position * length);
  }
  return kept;
}

/** Position of the tally of all rows. */
function lastKept({ rows }: CubeRows): number {
  return Math.ceil(rows / stride);
}

/** How many rows a kept tally is of. */
function endOfKept({ rows }: CubeRows, position: number): number {
  return Math.min(position * stride, rows);
}

/** A copy of one of the kept tallies. */
function keptAt(kept: KeptTallies, length: number, position: number): Tally {
  return recordOf(tallyParts, (part) => kept[part].slice(position * length, (position + 1) * length));
}

/** Counts the combinations of a group over all rows of a range: from kept tallies, unless these are further away than the rows are many. */
export function tallyRange(cube: CubeWithTallies, name: GroupName, { start, end }: RowRange): Tally {
  const walk = Math.min(start % stride, stride / 2) + Math.min(end % stride, stride / 2);
  if (groupsWithoutTallies.includes(name) || end - start <= walk) {
    const tally = emptyTally(cube, name, cube.groups[name].combinations);
    addRange(cube, name, tally, { start, end }, 1);
    return tally;
  }
  const before = tallyBefore(cube, name, end);
  return start === 0 ? before : differenceOfTallies(before, tallyBefore(cube, name, start));
}

function tallyBefore(cube: CubeWithTallies, name: GroupName, end: number): Tally {
  const below = Math.floor(end / stride);
  const above = Math.min(below + 1, lastKept(cube));
  const nearest = end - endOfKept(cube, below) <= endOfKept(cube, above) - end ? below : above;
  const tally = keptAt(cube.keptTallies[name], cube.groups[name].combinations, nearest);
  if (nearest === below) addRange(cube, name, tally, { start: endOfKept(cube, below), end }, 1);
  else addRange(cube, name, tally, { start: end, end: endOfKept(cube, above) }, -1);
  return tally;
}
