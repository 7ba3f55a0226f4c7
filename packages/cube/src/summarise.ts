import {
  byIncidents,
  comparisonPeriod,
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
import { dimensions, facetReader } from './constraints.ts';
import { coverage } from './coverage.ts';
import type { Cube } from './cube.ts';
import { notReportedBits } from './groups.ts';
import { type Population, populationOf } from './population.ts';
import type { RowBitmap } from './row-bitmap.ts';

export interface SummaryQuestion {
  /** `auto` takes the interval that gives a readable number of steps. */
  readonly interval: Interval | 'auto';
  readonly facets: readonly Facet[];
}

/** Totals, comparison, series and facets of a filter. @param bitmap rows that meet `q` and `within`, where the filter has them */
export function summarise(cube: Cube, filter: Filter, question: SummaryQuestion, bitmap?: RowBitmap): SummaryAnswer {
  const covered = coverage(cube, filter);
  const period = covered && periodOf(filter, covered);
  const interval = question.interval === 'auto' ? (period ? readableInterval(period.from, period.to) : 'month') : question.interval;
  const population = populationOf(cube, filter, question.facets.length > 0, bitmap);
  return {
    datasetVersion: cube.version,
    period,
    totals: totalsOf(cube, population),
    comparison: period && covered ? comparisonOf(cube, filter, period, covered, bitmap) : null,
    series: { interval, points: period && covered ? seriesOf(population, period, interval, covered) : [] },
    facets: Object.fromEntries(question.facets.map((facet) => [facet, facetOf(cube, facet, filter, population)])),
  };
}

function periodOf(filter: Filter, covered: Period): Period | null {
  const from = filter.from ?? covered.from;
  const to = filter.to ?? covered.to;
  return from <= to ? { from, to } : null;
}

function totalsOf(cube: Cube, population: Population): Totals {
  const circumstance = population.tally('circumstance');
  let withoutPoint = 0;
  const notReported = { killed: 0, injured: 0, threatened: 0 };
  for (const [code, { place_precision, not_reported }] of cube.groups.circumstance.combinations.entries()) {
    const incidents = circumstance.incidents[code]!;
    if (place_precision === 'region' || place_precision === 'jurisdiction') withoutPoint += incidents;
    for (const name of ['killed', 'injured', 'threatened'] as const) {
      if ((Number(not_reported) & notReportedBits[name]) !== 0) notReported[name] += incidents;
    }
  }
  return { incidents: population.incidents, ...population.people, withoutPoint, notReported };
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
  return { from, to, rule, totals: totalsOf(cube, populationOf(cube, { ...filter, from, to }, false, bitmap)) };
}

function seriesOf(population: Population, period: Period, interval: Interval, covered: Period): SeriesStep[] {
  return stepsOf(period, interval, covered.to).map(({ start, next, partial }) => ({
    start,
    ...population.ofDays(dayNumber(start), dayNumber(next)),
    partial,
  }));
}

function facetOf(cube: Cube, facet: Facet, filter: Filter, population: Population): FacetValue[] {
  const { group } = dimensions[facet];
  const tally = population.tallyWithoutOwn(group);
  const read = facetReader(facet, filter);
  const sums = new Map<string, { incidents: number; killed: number; injured: number }>();
  for (const [code, combination] of cube.groups[group].combinations.entries()) {
    if (tally.incidents[code] === 0) continue;
    for (const value of read(combination)) {
      const sum = sums.get(value) ?? { incidents: 0, killed: 0, injured: 0 };
      sum.incidents += tally.incidents[code]!;
      sum.killed += tally.killed[code]!;
      sum.injured += tally.injured[code]!;
      sums.set(value, sum);
    }
  }
  return [...sums].map(([value, sum]) => ({ value, ...sum })).sort(byIncidents);
}
