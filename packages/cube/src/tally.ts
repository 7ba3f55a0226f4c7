import type { Cube } from './cube.ts';
import { type GroupName, groupNames } from './groups.ts';

/** For each combination of a group: incidents, and people killed and injured. */
export interface Tally {
  readonly incidents: Uint32Array;
  readonly killed: Uint32Array;
  readonly injured: Uint32Array;
}

function emptyTally(cube: Cube, name: GroupName): Tally {
  const { length } = cube.groups[name].combinations;
  return { incidents: new Uint32Array(length), killed: new Uint32Array(length), injured: new Uint32Array(length) };
}

/** Rows among the given ones with anybody killed or injured: few, so that sums of people cost little. */
export function casualtyRows(cube: Cube, rows: Uint32Array): Uint32Array {
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
export function tallyRows(cube: Cube, name: GroupName, rows: Uint32Array, casualties: Uint32Array): Tally {
  const tally = emptyTally(cube, name);
  const { codes } = cube.groups[name];
  for (let at = 0; at < rows.length; at++) tally.incidents[codes[rows[at]!]!]!++;
  for (let at = 0; at < casualties.length; at++) {
    const row = casualties[at]!;
    tally.killed[codes[row]!]! += cube.columns.killed[row]!;
    tally.injured[codes[row]!]! += cube.columns.injured[row]!;
  }
  return tally;
}

/** Adds rows from `start` to before `end` to a tally, or takes them away. */
function addRange(cube: Cube, name: GroupName, tally: Tally, start: number, end: number, sign: 1 | -1): void {
  const { codes } = cube.groups[name];
  const { killed, injured } = cube.columns;
  for (let row = start; row < end; row++) {
    const code = codes[row]!;
    tally.incidents[code]! += sign;
    tally.killed[code]! += sign * killed[row]!;
    tally.injured[code]! += sign * injured[row]!;
  }
}

/** Rows between two kept sums. */
const stride = 32_768;

const prefixesOf = new WeakMap<Cube, Record<GroupName, readonly Tally[]>>();

/** Tallies of the first 0, 32,768, 65,536 … rows of each group; made at the first need. */
function prefixes(cube: Cube): Record<GroupName, readonly Tally[]> {
  let made = prefixesOf.get(cube);
  if (!made) {
    made = Object.fromEntries(groupNames.map((name) => [name, prefixesOfGroup(cube, name)])) as Record<GroupName, Tally[]>;
    prefixesOf.set(cube, made);
  }
  return made;
}

function prefixesOfGroup(cube: Cube, name: GroupName): Tally[] {
  const list = [emptyTally(cube, name)];
  for (let start = 0; start + stride <= cube.rows; start += stride) {
    const next = copied(list.at(-1)!);
    addRange(cube, name, next, start, start + stride, 1);
    list.push(next);
  }
  return list;
}

/** Counts the combinations of a group over all rows from `start` to before `end`, from kept sums. */
export function tallyRange(cube: Cube, name: GroupName, start: number, end: number): Tally {
  const until = tallyBefore(cube, name, end);
  const before = tallyBefore(cube, name, start);
  for (const part of ['incidents', 'killed', 'injured'] as const) {
    for (let code = 0; code < until[part].length; code++) until[part][code]! -= before[part][code]!;
  }
  return until;
}

function tallyBefore(cube: Cube, name: GroupName, end: number): Tally {
  const list = prefixes(cube)[name];
  const nearest = Math.min(Math.round(end / stride), list.length - 1);
  const tally = copied(list[nearest]!);
  if (nearest * stride <= end) addRange(cube, name, tally, nearest * stride, end, 1);
  else addRange(cube, name, tally, end, nearest * stride, -1);
  return tally;
}

function copied({ incidents, killed, injured }: Tally): Tally {
  return { incidents: incidents.slice(), killed: killed.slice(), injured: injured.slice() };
}
