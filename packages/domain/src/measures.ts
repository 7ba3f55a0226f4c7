import type { CountedPeople } from './counted-people.ts';
import { type DimensionName, dimensions, type Subject, subjects } from './dimensions.ts';
import type { Filter } from './filter.ts';
import { dimensionsOfField, testOfField, type Trait, type TraitField } from './traits.ts';
import { classesOfWeapons } from './vocabularies.ts';

/*
 * The one table of measures: what an answer adds up. Totals, series, facets, map, table order, the API and what charts say derive from
 * it.
 */

/** The subjects whose number means something. */
export type CountedSubject = { [Name in Subject]: (typeof subjects)[Name] extends { numberOf: unknown } ? Name : never }[Subject];

export function isCountedSubject(name: string): name is CountedSubject {
  return Object.hasOwn(subjects, name) && 'numberOf' in subjects[name as Subject];
}

/** What the table says of a measure; nothing of the incidents themselves. */
interface MeasureMeaning {
  /** The number on the record that is added up. Without it, the subjects on record are counted that meet the filter. */
  readonly people?: CountedPeople;
  /** What is counted, where subjects are: all that meet what the filter says of them. */
  readonly subject?: CountedSubject;
  /** What these subjects must be besides. */
  readonly only?: Filter;
}

export const measures = {
  incidents: {},
  killed: { people: 'killed', subject: 'victim', only: { victim_outcome: ['killed'] } },
  injured: { people: 'injured', subject: 'victim', only: { victim_outcome: ['injured'] } },
  threatened: { people: 'threatened', subject: 'victim', only: { victim_outcome: ['threatened'] } },
  suicides: { people: 'suicides', subject: 'victim', only: { victim_outcome: ['suicide'] } },
  victims: { subject: 'victim' },
  perpetrators: { subject: 'perpetrator' },
  weapons: { subject: 'weapon', only: { weapon: classesOfWeapons } },
  rounds: { subject: 'weapon', only: { weapon: ['ammunition'] } },
} as const satisfies Readonly<Record<string, MeasureMeaning>>;

export type Measure = keyof typeof measures;
export const measureNames = Object.keys(measures) as readonly Measure[];

/** Measures that add up subjects on record, so that they follow what the filter says of these. */
export type SubjectMeasure = { [Name in Measure]: Name extends 'incidents' | CountedPeople ? never : Name }[Measure];
export const subjectMeasures = measureNames.filter((name): name is SubjectMeasure => {
  const { people, subject }: MeasureMeaning = measures[name];
  return people === undefined && subject !== undefined;
});

/**
 * Measures of people who are described one by one. Incidents that describe none may have had some, so that they are named beside the sum;
 * of weapons, what is missing is the number of an entry.
 */
export type DescribedMeasure = {
  [Name in SubjectMeasure]: (typeof measures)[Name]['subject'] extends 'weapon' ? never : Name;
}[SubjectMeasure];
export const measuresDescribed = subjectMeasures.filter((name): name is DescribedMeasure => measures[name].subject !== 'weapon');

/** Whether a measure counts people who are described one by one. */
export function isMeasureOfDescribed(measure: Measure): measure is DescribedMeasure {
  return (measuresDescribed as readonly Measure[]).includes(measure);
}

export function isSubjectMeasure(measure: Measure): measure is SubjectMeasure {
  return (subjectMeasures as readonly Measure[]).includes(measure);
}

/** The field that holds the subjects of a measure; undefined for incidents. */
export function fieldOfMeasure(measure: Measure): TraitField | undefined {
  const { subject }: MeasureMeaning = measures[measure];
  return subject && `${subject}_traits`;
}

/** The number on the record that a measure adds up; undefined if it counts incidents or subjects. */
export function peopleOfMeasure(measure: Measure): CountedPeople | undefined {
  const { people }: MeasureMeaning = measures[measure];
  return people;
}

/** Whether a facet splits what a measure counts: victims by their sex, but not incidents with a woman among their victims. */
export function isSplitBy(measure: Measure, facet: DimensionName): boolean {
  const { subject }: MeasureMeaning = measures[measure];
  return subject !== undefined && subject === dimensions[facet].subject;
}

/** Whether a trait is of what a measure counts under a filter. Throws `TypeError` for incidents, which have no subjects. */
export function isCounted(measure: Measure, filter: Filter): (trait: Trait) => boolean {
  const field = fieldOfMeasure(measure);
  if (field === undefined) throw new TypeError(`"${measure}" counts no subjects`);
  const { only = {} }: MeasureMeaning = measures[measure];
  const tests = [testOfField(field, only), testOfField(field, filter)].filter((test) => test !== undefined);
  return (trait) => tests.every((test) => test(trait));
}

/** How many subjects a measure counts in the traits of an incident; those whose number is not reported are in none of the sums. */
export function amountIn(traits: readonly Trait[], counts: (trait: Trait) => boolean): number {
  let sum = 0;
  for (const trait of traits) if (counts(trait)) sum += trait.number ?? 0;
  return sum;
}

/** Whether the number of any subject that counts is missing. */
export function lacksNumber(traits: readonly Trait[], counts: (trait: Trait) => boolean): boolean {
  return traits.some((trait) => trait.number === null && counts(trait));
}

const isWeapon = isCounted('weapons', {});

/** The weapons of an incident on record, whatever a filter says of them. */
export function weaponsIn(traits: readonly Trait[]): number {
  return amountIn(traits, isWeapon);
}

/** Whether the filter says anything of the subjects of a measure. */
export function constrainsSubject(measure: Measure, filter: Filter): boolean {
  const field = fieldOfMeasure(measure);
  return field !== undefined && (dimensionsOfField.get(field) ?? []).some((name) => filter[name] !== undefined);
}
