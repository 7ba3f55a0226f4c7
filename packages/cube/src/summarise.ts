import {
  comparisonOf,
  dayNumber,
  type Facet,
  type FacetValue,
  type Filter,
  type Interval,
  intervalOf,
  type Period,
  periodOf,
  type SeriesStep,
  stepsOf,
  sumFacet,
  type SummaryAnswer,
  type SummaryQuestion,
  type Totals,
} from '@monitor/domain';
import { coverage } from './coverage.ts';
import type { Cube } from './cube.ts';
import { facetsOfGroup, groupOfFacet, notReportedBits } from './groups.ts';
import type { Population } from './population.ts';
import { weekHoursOf } from './week-hours.ts';

/** Totals, comparison, series and facets of a filter. @param populate gives the population of a filter, made or remembered */
export function summarise(
  cube: Cube,
  filter: Filter,
  question: SummaryQuestion,
  populate: (filter: Filter) => Population,
): SummaryAnswer {
  const covered = coverage(cube, filter);
  const period = covered && periodOf(filter, covered);
  const comparison = period && covered && comparisonOf(filter, period, covered);
  const interval = period ? intervalOf(question.interval, period) : question.interval === 'auto' ? 'month' : question.interval;
  const population = populate(filter);
  return {
    datasetVersion: cube.version,
    period,
    totals: totalsOf(cube, population),
    comparison: comparison && {
      ...comparison,
      totals: totalsOf(cube, populate({ ...filter, from: comparison.from, to: comparison.to })),
    },
    series: { interval, points: period && covered ? seriesOf(population, period, interval, covered) : [] },
    facets: Object.fromEntries(question.facets.map((facet) => [facet, facetOf(cube, facet, filter, population)])),
    ...(question.hours === true && { hours: weekHoursOf(cube, filter, population) }),
  };
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
  const clustering = { killed: population.clustering('killed'), injured: population.clustering('injured') };
  return { incidents: population.incidents, ...population.people, withoutPoint, notReported, clustering };
}

function seriesOf(population: Population, period: Period, interval: Interval, covered: Period): SeriesStep[] {
  const count = population.byDays();
  return stepsOf(period, interval, covered.to).map(({ start, next, partial }) => ({
    start,
    ...count(dayNumber(start), dayNumber(next)),
    partial,
  }));
}

function facetOf(cube: Cube, facet: Facet, filter: Filter, population: Population): FacetValue[] {
  const group = groupOfFacet(facet);
  const { incidents, killed, injured } = population.tallyWithoutOwn(group);
  const counted = cube.groups[group].combinations.map(
    (combination, code) => [combination, { incidents: incidents[code]!, killed: killed[code]!, injured: injured[code]! }] as const,
  );
  return sumFacet(facet, facetsOfGroup[group], filter, counted);
}
