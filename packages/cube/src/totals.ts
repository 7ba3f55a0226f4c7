import {
  type Clustering,
  dimensions,
  type ExpectedPeople,
  expectedPeople,
  fieldOf,
  fieldOfMeasure,
  type FieldValue,
  type Filter,
  harmedPeople,
  isMeasureOfDescribed,
  isSubjectMeasure,
  type Measure,
  peopleOfMeasure,
  precisionsWithoutPoint,
  recordOf,
  type SubjectMeasure,
  type Totals,
} from '@monitor/domain';
import { amountsOfCombinations, clusteringOfCombinations } from './amounts.ts';
import type { Cube } from './cube.ts';
import { type GroupName, groupOfNumbers, notReportedBits, notReportedGroup } from './groups.ts';
import type { Counted } from './population.ts';

/** The groups whose combinations totals are made of. */
export function groupsOfTotals(asked: readonly Measure[]): readonly GroupName[] {
  const ofSubjects = asked.filter(isSubjectMeasure).map((name) => groupOfNumbers(fieldOfMeasure(name)!));
  return [...new Set<GroupName>([notReportedGroup, dimensions.place_precision.group, ...ofSubjects])];
}

/** The totals of what a filter selects. */
export function totalsOf(cube: Cube, population: Counted, filter: Filter, asked: readonly Measure[]): Totals {
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
function subjectsOf(cube: Cube, population: Counted, filter: Filter, measure: SubjectMeasure): SubjectSums {
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
function incidentsWithout({ groups }: Cube, population: Counted, measure: SubjectMeasure): number {
  const field = fieldOfMeasure(measure)!;
  const group = groupOfNumbers(field);
  const { values, positions } = groups[group].fields[field]!;
  const { incidents } = population.tally(group, group);
  return incidents.reduce((sum, some, code) => (values[positions[code]!] === '' ? sum + some : sum), 0);
}
