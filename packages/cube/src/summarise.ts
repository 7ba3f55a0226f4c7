import {
  type Clustering,
  comparisonOfPart,
  dayNumber,
  type DimensionName,
  dimensions,
  type ExpectedPeople,
  expectedPeople,
  extraMeasures,
  fieldOf,
  fieldOfMeasure,
  type FieldValue,
  filterOfPart,
  type Filter,
  frameOf,
  harmedPeople,
  isMeasureOfDescribed,
  isSubjectMeasure,
  type Measure,
  peopleOfMeasure,
  precisionsWithoutPoint,
  recordOf,
  type SeriesPart,
  type SeriesStep,
  type SubjectMeasure,
  type SummaryAnswer,
  type SummaryRequest,
  type SummaryStep,
  type Totals,
  valuesOfSplit,
} from '@monitor/domain';
import { coverage } from './coverage.ts';
import { type Amounts, amountsOf, amountsOfCombinations, clusteringOfCombinations } from './amounts.ts';
import { FacetCounter } from './count-values.ts';
import type { Cube } from './cube.ts';
import { type GroupName, groupOfNumbers, notReportedBits, notReportedGroup } from './groups.ts';
import type { Population } from './population.ts';
import { groupOf } from './matching-combinations.ts';
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
  population.expect?.([...request.facets.map(groupOf), notReportedGroup, dimensions.place_precision.group]);
  const asked = extraMeasures(request);
  const facets = new FacetCounter(cube, filter, population, asked);
  const amounts = asked.map((name) => [name, amountsOf(cube, name, filter)] as const);
  return {
    datasetVersion: cube.version,
    period,
    totals: totalsOf(cube, population, filter, asked),
    comparison: comparison && {
      ...comparison,
      totals: totalsOf(cube, populate({ ...filter, from: comparison.from, to: comparison.to }), filter, asked),
    },
    series: {
      interval,
      points: steps.map((step) => pointOf(population, step, amounts)),
      ...(request.split && { parts: partsOf(request.split) }),
    },
    facets: Object.fromEntries(request.facets.map((facet) => [facet, facets.values(facet)])),
    ...(request.hours === true && { hours: countHours(cube, population) }),
  };

  function partsOf(split: DimensionName): SeriesPart[] {
    return valuesOfSplit(filter, split, facets.values(split)).map((value) => {
      const part = filterOfPart(filter, split, value);
      const ofPart = populate(part);
      const amountsOfPart = asked.map((name) => [name, amountsOf(cube, name, part)] as const);
      const points = steps.map((step) => pointOf(ofPart, step, amountsOfPart));
      if (request.partTotals !== true) return { value, points };
      const compared = comparisonOfPart(comparison, coverage(cube, part));
      return {
        value,
        points,
        totals: totalsOf(cube, ofPart, part, asked),
        comparison: compared && totalsOf(cube, populate({ ...part, from: compared.from, to: compared.to }), part, asked),
      };
    });
  }
}

function totalsOf(cube: Cube, population: Population, filter: Filter, asked: readonly Measure[]): Totals {
  const incidentsWhere = (group: GroupName, name: string, counts: (value: FieldValue) => boolean) => {
    const { values, positions } = cube.groups[group].fields[name]!;
    const counted = values.map(counts);
    return population.tally(group).incidents.reduce((sum, some, code) => (counted[positions[code]!] ? sum + some : sum), 0);
  };
  const notReported = (name: ExpectedPeople) =>
    incidentsWhere(notReportedGroup, 'not_reported', (value) => (Number(value) & notReportedBits[name]) !== 0);
  const people = asked.map(peopleOfMeasure).filter((name) => name !== undefined);
  const subjects = asked.filter(isSubjectMeasure).map((name) => [name, subjectsOf(cube, population, filter, name)] as const);
  const ofSubjects = <Part extends keyof SubjectSums>(part: Part) =>
    Object.fromEntries(subjects.map(([name, sums]) => [name, sums[part]])) as Partial<Record<SubjectMeasure, SubjectSums[Part]>>;
  return {
    incidents: population.incidents,
    ...population.people(),
    ...ofSubjects('sum'),
    withoutPoint: incidentsWhere(dimensions.place_precision.group, fieldOf('place_precision'), (value) =>
      (precisionsWithoutPoint as readonly FieldValue[]).includes(value),
    ),
    notReported: { ...recordOf(expectedPeople, notReported), ...ofSubjects('notReported') },
    clustering: {
      ...recordOf(harmedPeople, (name) => population.clustering(name)),
      ...recordOf(people, (name) => population.clustering(name)),
      ...ofSubjects('clustering'),
    },
  };
}

interface SubjectSums {
  readonly sum: number;
  readonly clustering: Clustering;
  readonly notReported: number;
}

/** What a measure counts of the subjects on record: from the counts of their combinations, so that no incident is looked at. */
function subjectsOf(cube: Cube, population: Population, filter: Filter, measure: SubjectMeasure): SubjectSums {
  const { group, amounts, unreported } = amountsOfCombinations(cube, measure, filter);
  const tally = population.tally(group);
  return {
    ...clusteringOfCombinations(amounts, tally),
    notReported: isMeasureOfDescribed(measure)
      ? incidentsWithout(cube, population, measure)
      : tally.incidents.reduce((sum, some, code) => (unreported[code] === 1 ? sum + some : sum), 0),
  };
}

/** Incidents that describe no subject of a measure; what the filter says of such subjects cannot be decided for them. */
function incidentsWithout({ groups }: Cube, population: Population, measure: SubjectMeasure): number {
  const field = fieldOfMeasure(measure)!;
  const group = groupOfNumbers(field);
  const { values, positions } = groups[group].fields[field]!;
  const { incidents } = population.tally(group, group);
  return incidents.reduce((sum, some, code) => (values[positions[code]!] === '' ? sum + some : sum), 0);
}

type MeasuredAmounts = readonly (readonly [Measure, Amounts])[];

function pointOf(population: Population, { start, next, partial }: SummaryStep, amounts: MeasuredAmounts): SeriesStep {
  const [first, after] = [dayNumber(start), dayNumber(next)];
  const extra = amounts.map(([name, amount]) => [name, population.amountOfDays(first, after, amount)] as const);
  return { start, ...population.ofDays(first, after), ...Object.fromEntries(extra), partial };
}
