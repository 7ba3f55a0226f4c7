import {
  dimensions,
  type ExpectedPeople,
  expectedPeople,
  fieldOf,
  fieldOfMeasure,
  type FieldValue,
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
import type { SubjectSums } from './amounts.ts';
import type { Cube } from './cube.ts';
import type { Field } from './cube-rows.ts';
import { type GroupName, groupOfNumbers, notReportedBits, notReportedGroup } from './groups.ts';
import type { Counted } from './population.ts';
import type { Tally } from './tally.ts';

/** The groups whose combinations totals are made of, beside those of the subjects that measures count. */
export const groupsOfTotals: readonly GroupName[] = [notReportedGroup, dimensions.place_precision.group];

/** The totals of what a filter selects. @param sumsOf what a measure counts of the subjects on record */
export function totalsOf(
  cube: Cube,
  population: Counted,
  asked: readonly Measure[],
  sumsOf: (measure: SubjectMeasure) => SubjectSums,
): Totals {
  const incidentsWhere = (group: GroupName, name: string, counts: (value: FieldValue) => boolean) =>
    incidentsOf(population.tally(group), cube.groups[group].fields[name]!, counts);
  const notReported = (name: ExpectedPeople) =>
    incidentsWhere(notReportedGroup, 'not_reported', (value) => (Number(value) & notReportedBits[name]) !== 0);
  const people = asked.map(peopleOfMeasure).filter((name) => name !== undefined);
  const subjects = asked.filter(isSubjectMeasure).map((name) => [name, subjectsOf(name)] as const);
  function subjectsOf(measure: SubjectMeasure): SubjectSums {
    const sums = sumsOf(measure);
    if (!isMeasureOfDescribed(measure)) return sums;
    // What the filter says of people cannot be decided for incidents that describe nobody.
    return { ...sums, notReported: population.undescribed(groupOfNumbers(fieldOfMeasure(measure)!)) };
  }
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

/** Incidents whose value of a field counts. */
function incidentsOf(
  { incidents }: Pick<Tally, 'incidents'>,
  { values, positions }: Field,
  counts: (value: FieldValue) => boolean,
) {
  const counted = values.map(counts);
  let sum = 0;
  for (let code = 0; code < incidents.length; code++) if (counted[positions[code]!]) sum += incidents[code]!;
  return sum;
}
