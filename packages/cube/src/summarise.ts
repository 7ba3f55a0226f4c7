import {
  byIncidents,
  comparisonPeriod,
  dateOfDay,
  dayNumber,
  type Facet,
  type FacetValue,
  type Filter,
  type Interval,
  type Period,
  readableInterval,
  type SeriesStep,
  stepsOf,
  type SummaryAnswer,
  type Totals,
} from '@monitor/domain';
import { constrains, dimensions, facetValues } from './constraints.ts';
import { type Cube, lastDay, rowsOfDays } from './cube.ts';
import { type GroupName, notReportedBits } from './groups.ts';
import { type RowBitmap, select, type Selection } from './select.ts';
import { casualtyRows, type Tally, tally } from './tally.ts';

export interface SummaryQuestion {
  /** `auto` takes the interval that gives a readable number of steps. */
  readonly interval: Interval | 'auto';
  readonly facets: readonly Facet[];
}

/** Totals, comparison, series and facets of a filter. @param bitmap rows that meet `q` and `within`, where the filter has them */
export function summarise(cube: Cube, filter: Filter, question: SummaryQuestion, bitmap?: RowBitmap): SummaryAnswer {
  const covered = coverage(cube, filter);
  const selection = select(cube, filter, { near: question.facets.length > 0, bitmap });
  const casualties = casualtyRows(cube, selection.rows);
  const tallies = tallyGroups(cube, selection.rows, casualties, question.facets);
  const period = covered && periodOf(filter, covered);
  const interval = question.interval === 'auto' ? (period ? readableInterval(period.from, period.to) : 'month') : question.interval;
  return {
    datasetVersion: cube.version,
    period,
    totals: totalsOf(cube, selection.rows, casualties, tallies.circumstance),
    comparison: period && covered ? comparisonOf(cube, filter, period, covered, bitmap) : null,
    series: { interval, points: period && covered ? seriesOf(cube, selection.rows, casualties, period, interval, covered.to) : [] },
    facets: Object.fromEntries(question.facets.map((facet) => [facet, facetOf(cube, facet, filter, selection, tallies)])),
  };
}

type Tallies = Partial<Record<GroupName, Tally>> & { circumstance: Tally };

function tallyGroups(cube: Cube, rows: Uint32Array, casualties: Uint32Array, facets: readonly Facet[]): Tallies {
  const tallies: Tallies = { circumstance: tally(cube, 'circumstance', rows, casualties) };
  for (const { group } of facets.map((facet) => dimensions[facet])) tallies[group] ??= tally(cube, group, rows, casualties);
  return tallies;
}

/** First and last day with an incident of the filter's datasets and locations, all other constraints left out. */
export function coverage(cube: Cube, filter: Filter): Period | null {
  if (cube.rows === 0) return null;
  const scope: Filter = { ...(filter.dataset && { dataset: filter.dataset }), ...(filter.country && { country: filter.country }) };
  if (!constrains(scope, 'kind') && !constrains(scope, 'place'))
    return { from: dateOfDay(cube.firstDay), to: dateOfDay(lastDay(cube)) };
  return scopedCoverage(cube, scope);
}

const coverageCache = new WeakMap<Cube, Map<string, Period | null>>();

/** Kept for each cube, since the same few scopes are asked for again and again. */
function scopedCoverage(cube: Cube, scope: Filter): Period | null {
  const known = coverageCache.get(cube) ?? new Map<string, Period | null>();
  coverageCache.set(cube, known);
  const key = JSON.stringify(scope);
  const before = known.get(key);
  if (before !== undefined) return before;
  const { rows } = select(cube, scope, { near: false });
  const days = new DayWalk(cube);
  const found =
    rows.length === 0 ? null : { from: dateOfDay(days.dayOf(rows[0]!)), to: dateOfDay(days.dayOf(rows[rows.length - 1]!)) };
  if (known.size < 1000) known.set(key, found);
  return found;
}

/** Days of rows that are asked for in ascending order. */
class DayWalk {
  #day = 0;
  readonly #cube: Cube;

  constructor(cube: Cube) {
    this.#cube = cube;
  }

  dayOf(row: number): number {
    while (this.#cube.dayStart[this.#day + 1]! <= row) this.#day++;
    return this.#cube.firstDay + this.#day;
  }
}

function periodOf(filter: Filter, covered: Period): Period | null {
  const from = filter.from ?? covered.from;
  const to = filter.to ?? covered.to;
  return from <= to ? { from, to } : null;
}

function totalsOf(cube: Cube, rows: Uint32Array, casualties: Uint32Array, circumstance: Tally): Totals {
  const { threatened, suicides } = cube.columns;
  const sums = { killed: 0, injured: 0, threatened: 0, suicides: 0 };
  for (let at = 0; at < casualties.length; at++) {
    sums.killed += cube.columns.killed[casualties[at]!]!;
    sums.injured += cube.columns.injured[casualties[at]!]!;
  }
  for (let at = 0; at < rows.length; at++) {
    sums.threatened += threatened[rows[at]!]!;
    sums.suicides += suicides[rows[at]!]!;
  }
  let withoutPoint = 0;
  const notReported = { killed: 0, injured: 0, threatened: 0 };
  for (const [code, [, , precision, , bits]] of cube.groups.circumstance.combinations.entries()) {
    const incidents = circumstance.incidents[code]!;
    if (precision === 'region' || precision === 'jurisdiction') withoutPoint += incidents;
    for (const name of ['killed', 'injured', 'threatened'] as const)
      if (Number(bits) & notReportedBits[name]) notReported[name] += incidents;
  }
  return { incidents: rows.length, ...sums, withoutPoint, notReported };
}

function comparisonOf(
  cube: Cube,
  filter: Filter,
  period: Period,
  covered: Period,
  bitmap: RowBitmap | undefined,
): SummaryAnswer['comparison'] {
  if (filter.from === undefined) return null;
  const { rule, from, to } = comparisonPeriod(period);
  if (from < covered.from) return null;
  const { rows } = select(cube, { ...filter, from, to }, { near: false, bitmap });
  const casualties = casualtyRows(cube, rows);
  return { from, to, rule, totals: totalsOf(cube, rows, casualties, tally(cube, 'circumstance', rows, casualties)) };
}

function seriesOf(
  cube: Cube,
  rows: Uint32Array,
  casualties: Uint32Array,
  period: Period,
  interval: Interval,
  end: string,
): SeriesStep[] {
  let at = 0;
  let casualty = 0;
  return stepsOf(period, interval, end).map(({ start, next, partial }) => {
    const after = rowsOfDays(cube, dayNumber(start), dayNumber(next) - 1).end;
    const first = at;
    at = firstAtLeast(rows, after, at);
    const step = { start, incidents: at - first, killed: 0, injured: 0, partial };
    for (; casualty < casualties.length && casualties[casualty]! < after; casualty++) {
      step.killed += cube.columns.killed[casualties[casualty]!]!;
      step.injured += cube.columns.injured[casualties[casualty]!]!;
    }
    return step;
  });
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

function facetOf(cube: Cube, facet: Facet, filter: Filter, selection: Selection, tallies: Tallies): FacetValue[] {
  const { group } = dimensions[facet];
  const met = tallies[group]!;
  const near = selection.near[group];
  // A row that fails this group alone may fail it by the facet's own constraint alone; `facetValues` knows.
  const nearTally = near && tally(cube, group, near, casualtyRows(cube, near));
  const sums = new Map<string, { incidents: number; killed: number; injured: number }>();
  for (const [code, combination] of cube.groups[group].combinations.entries()) {
    const incidents = met.incidents[code]! + (nearTally?.incidents[code] ?? 0);
    if (incidents === 0) continue;
    for (const value of facetValues(facet, combination, filter)) {
      const sum = sums.get(value) ?? { incidents: 0, killed: 0, injured: 0 };
      sum.incidents += incidents;
      sum.killed += met.killed[code]! + (nearTally?.killed[code] ?? 0);
      sum.injured += met.injured[code]! + (nearTally?.injured[code] ?? 0);
      sums.set(value, sum);
    }
  }
  return [...sums].map(([value, sum]) => ({ value, ...sum })).sort(byIncidents);
}
