import { type Clustering, type Filter, testOf } from '@monitor/domain';
import { type Column, type Cube, rowsOfDays } from './cube.ts';
import { twoLargest } from './day-sums.ts';
import { facetsOfGroup, type GroupName, groupNames } from './groups.ts';
import { bitmapOfRows, hasRow, type RowBitmap } from './row-bitmap.ts';
import { daysOf, select } from './select.ts';
import { casualtyRows, type Tally, tallyRange, tallyRows } from './tally.ts';

export const peopleNames = ['killed', 'injured', 'threatened', 'suicides'] as const;
type People = Record<(typeof peopleNames)[number], number>;

/** The incidents that a filter selects, counted. */
export interface Population {
  readonly incidents: number;
  readonly people: People;
  /** How people are gathered in incidents. */
  clustering(name: 'killed' | 'injured'): Clustering;
  /** Combinations of a group over the population. */
  tally(group: GroupName): Tally;
  /** The same over all that meet the filter's constraints on other groups. */
  tallyWithoutOwn(group: GroupName): Tally;
  /** Whether a row belongs to the population. */
  holds(row: number): boolean;
  /** A counter of incidents, killed and injured of the days from `day` to before `next`, to be called with ascending days. */
  byDays(): (day: number, next: number) => { incidents: number; killed: number; injured: number };
}

/** The population of a filter. @param bitmap rows that meet `q` and `within`; needed where the filter has either */
export function populationOf(cube: Cube, filter: Filter, bitmap?: RowBitmap): Population {
  const constrained = groupNames.filter((group) => testOf(facetsOfGroup[group], filter));
  const periodOnly = filter.min_victims === undefined && filter.bbox === undefined && !bitmap;
  const { from, to } = daysOf(filter);
  if (periodOnly && constrained.length === 0) return wholePeriod(cube, from, to);
  // With one constrained group alone, all other constraints are the period's, whose sums are kept.
  const whole = periodOnly && constrained.length === 1 ? wholePeriod(cube, from, to) : undefined;
  const selection = select(cube, filter, bitmap);
  const { rows } = selection;
  const casualties = casualtyRows(cube, rows);
  const tallies = new Map<GroupName, Tally>();
  const tally = (group: GroupName) => kept(tallies, group, () => tallyRows(cube, group, rows, casualties));
  const ownless = new Map<GroupName, Tally>();
  let bits: RowBitmap | undefined;
  return {
    incidents: rows.length,
    people: peopleOfRows(cube, rows),
    clustering: (name) => clusteringOfRows(cube.columns[name], casualties),
    tally,
    tallyWithoutOwn: (group) =>
      kept(ownless, group, () => {
        if (!constrained.includes(group)) return tally(group);
        if (whole) return whole.tally(group);
        const nearRows = selection.near[group] ?? new Uint32Array(0);
        return added(tally(group), tallyRows(cube, group, nearRows, casualtyRows(cube, nearRows)));
      }),
    holds: (row) => hasRow((bits ??= bitmapOfRows(cube, rows)), row),
    byDays: () => walk(cube, rows, casualties),
  };
}

function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

/** All incidents of a period, from sums kept with the cube. */
function wholePeriod(cube: Cube, from: number, to: number): Population {
  const sums = cube.daySums;
  const { start, end } = rowsOfDays(cube, from, to);
  const position = (day: number) => Math.min(Math.max(day - cube.firstDay, 0), cube.dayStart.length - 1);
  const between = (name: keyof People | 'killedSquares' | 'injuredSquares', day: number, next: number) =>
    sums[name][position(next)]! - sums[name][position(Math.min(day, next))]!;
  const tallies = new Map<GroupName, Tally>();
  const tally = (group: GroupName) => kept(tallies, group, () => tallyRange(cube, group, start, end));
  return {
    incidents: end - start,
    people: Object.fromEntries(peopleNames.map((name) => [name, between(name, from, to + 1)])) as People,
    clustering: (name) => ({
      squares: between(`${name}Squares`, from, to + 1),
      largest: twoLargest(sums[`${name}Largest`].subarray(2 * position(from), 2 * position(to + 1))),
    }),
    tally,
    tallyWithoutOwn: tally,
    holds: (row) => row >= start && row < end,
    byDays: () => (day, next) => {
      const first = Math.max(day, from);
      const after = Math.min(next, to + 1);
      if (first >= after) return { incidents: 0, killed: 0, injured: 0 };
      const rows = rowsOfDays(cube, first, after - 1);
      return {
        incidents: rows.end - rows.start,
        killed: between('killed', first, after),
        injured: between('injured', first, after),
      };
    },
  };
}

function peopleOfRows(cube: Cube, rows: Uint32Array): People {
  const { killed, injured, threatened, suicides } = cube.columns;
  const people = { killed: 0, injured: 0, threatened: 0, suicides: 0 };
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    people.killed += killed[row]!;
    people.injured += injured[row]!;
    people.threatened += threatened[row]!;
    people.suicides += suicides[row]!;
  }
  return people;
}

/** @param casualties rows with anybody killed or injured */
function clusteringOfRows(column: Column, casualties: Uint32Array): Clustering {
  let squares = 0;
  let first = 0;
  let second = 0;
  for (let at = 0; at < casualties.length; at++) {
    const people = column[casualties[at]!]!;
    squares += people * people;
    if (people > first) {
      second = first;
      first = people;
    } else if (people > second) second = people;
  }
  return { squares, largest: [first, second] };
}

function added(one: Tally, other: Tally): Tally {
  const sum = (name: keyof Tally) => one[name].map((value, code) => value + other[name][code]!);
  return { incidents: sum('incidents'), killed: sum('killed'), injured: sum('injured') };
}

/** Counts of consecutive stretches of days, each row looked at once. */
function walk(cube: Cube, rows: Uint32Array, casualties: Uint32Array): ReturnType<Population['byDays']> {
  let at = 0;
  let casualty = 0;
  return (_, next) => {
    const { end } = rowsOfDays(cube, -Infinity, next - 1);
    const first = at;
    at = firstAtLeast(rows, end, at);
    const figures = { incidents: at - first, killed: 0, injured: 0 };
    for (; casualty < casualties.length && casualties[casualty]! < end; casualty++) {
      figures.killed += cube.columns.killed[casualties[casualty]!]!;
      figures.injured += cube.columns.injured[casualties[casualty]!]!;
    }
    return figures;
  };
}

/** Position of the first row not below `row`, from `low` on. */
function firstAtLeast(rows: Uint32Array, row: number, low: number): number {
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
