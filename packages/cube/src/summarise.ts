import {
  dayNumber,
  type DimensionName,
  dimensions,
  type ExpectedPeople,
  expectedPeople,
  type FacetValue,
  fieldOf,
  type FieldValue,
  type Filter,
  frameOf,
  harmedPeople,
  precisionsWithoutPoint,
  recordOf,
  type SeriesStep,
  type SummaryAnswer,
  type SummaryRequest,
  type SummaryStep,
  type Totals,
} from '@monitor/domain';
import { coverage } from './coverage.ts';
import { countFacet, sumsByValue } from './count-values.ts';
import type { Cube } from './cube.ts';
import { type GroupName, notReportedBits, notReportedGroup } from './groups.ts';
import type { Population } from './population.ts';
import { countHours } from './week-hours.ts';

/** Totals, comparison, series and facets of a filter. @param populate gives the population of a filter, made or remembered */
export function summarise(
  cube: Cube,
  filter: Filter,
  request: SummaryRequest,
  populate: (filter: Filter) => Population,
): SummaryAnswer {
  const { period, comparison, interval, steps } = frameOf(filter, request.interval, coverage(cube, filter));
  const population = populate(filter);
  return {
    datasetVersion: cube.version,
    period,
    totals: totalsOf(cube, population),
    comparison: comparison && {
      ...comparison,
      totals: totalsOf(cube, populate({ ...filter, from: comparison.from, to: comparison.to })),
    },
    series: { interval, points: steps.map((step) => pointOf(population, step)) },
    facets: Object.fromEntries(request.facets.map((facet) => [facet, facetOf(cube, facet, filter, population)])),
    ...(request.hours === true && { hours: countHours(cube, population) }),
  };
}

function totalsOf(cube: Cube, population: Population): Totals {
  const incidentsWhere = (group: GroupName, name: string, counts: (value: FieldValue) => boolean) => {
    const field = cube.groups[group].fields[name]!;
    const { incidents } = sumsByValue(field, population.tally(group));
    return incidents.reduce((sum, some, at) => (counts(field.values[at]!) ? sum + some : sum), 0);
  };
  const notReported = (name: ExpectedPeople) =>
    incidentsWhere(notReportedGroup, 'not_reported', (value) => (Number(value) & notReportedBits[name]) !== 0);
  return {
    incidents: population.incidents,
    ...population.people(),
    withoutPoint: incidentsWhere(dimensions.place_precision.group, fieldOf('place_precision'), (value) =>
      (precisionsWithoutPoint as readonly FieldValue[]).includes(value),
    ),
    notReported: recordOf(expectedPeople, notReported),
    clustering: recordOf(harmedPeople, (name) => population.clustering(name)),
  };
}

function pointOf(population: Population, { start, next, partial }: SummaryStep): SeriesStep {
  return { start, ...population.ofDays(dayNumber(start), dayNumber(next)), partial };
}

function facetOf(cube: Cube, facet: DimensionName, filter: Filter, population: Population): FacetValue[] {
  const name = dimensions[facet].group;
  return countFacet(facet, filter, cube.groups[name], population.tallyWithoutOwn(name));
}
