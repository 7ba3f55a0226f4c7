import { incidentFields, namesOf, type NamesOf } from './fields.ts';

/*
 * The numbers of people that answers add up. Their types, the cube's columns and sums, SQL and the contract derive from these lists.
 * Where a loop is written out for speed, a type asks for each of them.
 */

/** A number of people that everybody sees in the list: best estimates, without the low and high ones. */
export type CountedPeople = NamesOf<typeof incidentFields, { readonly values: 'people'; readonly shown: 'list' }>;
export const countedPeople: readonly CountedPeople[] = namesOf(incidentFields, 'list').filter(
  (name): name is CountedPeople => incidentFields[name].values === 'people',
);

/** The numbers of which every part of an answer has a sum, and whose distribution over incidents is known. */
export const harmedPeople = ['killed', 'injured'] as const satisfies readonly CountedPeople[];
export type HarmedPeople = (typeof harmedPeople)[number];
