import type { Cube, CubeRows } from './cube.ts';
import type { GroupName } from './groups.ts';

/** For each combination of a group: incidents, and people killed and injured. */
export interface Tally {
  readonly incidents: Uint32Array;
  readonly killed: Uint32Array;
  readonly injured: Uint32Array;
}

/** Tallies of the first 0, 65,536, 131,072 … rows of a group, one after the other. */
export type KeptTallies = Tally;

/** Rows between two kept tallies. */
const stride = 65_536;

function emptyTally(length: number): Tally {
  return { incidents: new Uint32Array(length), killed: new Uint32Array(length), injured: new Uint32Array(length) };
}

/** Rows among the given ones with anybody killed or injured: few, so that sums of people cost little. */
export function casualtyRows(cube: CubeRows, rows: Uint32Array): Uint32Array {
  const { killed, injured } = cube.columns;
  const found = new Uint32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if ((killed[row]! | injured[row]!) !== 0) found[count++] = row;
  }
  return found.subarray(0, count);
}

/** Counts the combinations of a group over rows. @param casualties those of the rows with anybody killed or injured */
export function tallyRows(cube: CubeRows, name: GroupName, rows: Uint32Array, casualties: Uint32Array): Tally {
  const { codes, combinations } = cube.groups[name];
  const tally = emptyTally(combinations.length);
  const { killed, injured } = cube.columns;
  for (let at = 0; at < rows.length; at++) tally.incidents[codes[rows[at]!]!]!++;
  for (let at = 0; at < casualties.length; at++) {
    const row = casualties[at]!;
    tally.killed[codes[row]!]! += killed[row]!;
    tally.injured[codes[row]!]! += injured[row]!;
  }
  return tally;
}

/** Adds the rows from `start` to before `end` to a tally, or takes them away. */
function addRange(cube: CubeRows, name: GroupName, tally: Tally, start: number, end: number, sign: 1 | -1): void {
  const { codes } = cube.groups[name];
  const { killed, injured } = cube.columns;
  for (let row = start; row < end; row++) {
    const code = codes[row]!;
    tally.incidents[code]! += sign;
    tally.killed[code]! += sign * killed[row]!;
    tally.injured[code]! += sign * injured[row]!;
  }
}

export function keptTalliesOf(cube: CubeRows, name: GroupName): KeptTallies {
  const { length } = cube.groups[name].combinations;
  const count = Math.floor(cube.rows / stride) + 1;
  const kept = emptyTally(length * count);
  for (let position = 1; position < count; position++) {
    const tally = keptAt(kept, length, position - 1);
    addRange(cube, name, tally, (position - 1) * stride, position * stride, 1);
    for (const part of ['incidents', 'killed', 'injured'] as const) kept[part].set(tally[part], position * length);
  }
  return kept;
}

/** A copy of one of the kept tallies. */
function keptAt(kept: KeptTallies, length: number, position: number): Tally {
  const part = (values: Uint32Array) => values.slice(position * length, (position + 1) * length);
  return { incidents: part(kept.incidents), killed: part(kept.killed), injured: part(kept.injured) };
}

/** Counts the combinations of a group over all rows from `start` to before `end`, from kept tallies. */
export function tallyRange(cube: Cube, name: GroupName, start: number, end: number): Tally {
  const until = tallyBefore(cube, name, end);
  const before = tallyBefore(cube, name, start);
  for (const part of ['incidents', 'killed', 'injured'] as const) {
    for (let code = 0; code < until[part].length; code++) until[part][code]! -= before[part][code]!;
  }
  return until;
}

function tallyBefore(cube: Cube, name: GroupName, end: number): Tally {
  const nearest = Math.min(Math.round(end / stride), Math.floor(cube.rows / stride));
  const tally = keptAt(cube.keptTallies[name], cube.groups[name].combinations.length, nearest);
  if (nearest * stride <= end) addRange(cube, name, tally, nearest * stride, end, 1);
  else addRange(cube, name, tally, end, nearest * stride, -1);
  return tally;
}
