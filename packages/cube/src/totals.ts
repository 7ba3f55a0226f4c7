import {
  type Dispersion,
  countedPeople,
  fieldOfMeasure,
  harmedPeople,
  isMeasureOfDescribed,
  isSubjectMeasure,
  type Measure,
  peopleOfMeasure,
  recordOf,
  type SubjectMeasure,
  type Totals,
} from '@monitor/domain';
import type { SubjectSums } from './amounts.ts';
import type { Cube } from './cube.ts';
import { groupOfNumbers } from './groups.ts';
import type { Counted } from './population.ts';

/**
 * The totals of what a filter selects.
 * @param dispersion how its incidents vary over the weeks of the answer
 * @param sumsOf what a measure counts of the subjects on record
 */
export function totalsOf(
  { rowFlags }: Cube,
  population: Counted,
  asked: readonly Measure[],
  dispersion: Dispersion,
  sumsOf: (measure: SubjectMeasure) => SubjectSums,
): Totals {
  const { notReported, withoutPoint, undescribed } = rowFlags;
  const people = asked.map(peopleOfMeasure).filter((name) => name !== undefined);
  const subjects = asked.filter(isSubjectMeasure).map((name) => [name, subjectsOf(name)] as const);
  function subjectsOf(measure: SubjectMeasure): SubjectSums {
    const sums = sumsOf(measure);
    if (!isMeasureOfDescribed(measure)) return sums;
    // What the filter says of people cannot be decided for incidents that describe nobody.
    const group = groupOfNumbers(fieldOfMeasure(measure)!);
    return { ...sums, notReported: population.among(undescribed[group]!, group) };
  }
  const ofSubjects = <Part extends keyof SubjectSums>(part: Part) =>
    Object.fromEntries(subjects.map(([name, sums]) => [name, sums[part]])) as Partial<Record<SubjectMeasure, SubjectSums[Part]>>;
  return {
    incidents: population.incidents,
    ...population.people(),
    ...ofSubjects('sum'),
    withoutPoint: population.among(withoutPoint),
    notReported: {
      ...recordOf(countedPeople, (name) => population.among(notReported[name])),
      ...ofSubjects('notReported'),
    },
    clustering: {
      ...recordOf(harmedPeople, (name) => population.clustering(name)),
      ...recordOf(people, (name) => population.clustering(name)),
      ...ofSubjects('clustering'),
    },
    dispersion,
  };
}
