import { type Filter, without } from './filter.ts';

/**
 * Weapons, without ammunition and knives, that make a weapon seizure a large one. This is our own definition: SEESAC publishes numbers of
 * large seizures ("In Focus: weapon seizures 2022", https://serbia.un.org/en/234913), and we could not check where it draws the line.
 */
export const weaponsOfLargeSeizure = 5;

/** The seizures of a filter: all of them, wherever it selects other types. */
export function filterOfSeizures(filter: Filter): Filter {
  return { ...without(filter, 'subtype'), type: ['weapon_seizure'] };
}

/** The large ones among the seizures of a filter. */
export function filterOfLargeSeizures(filter: Filter): Filter {
  return { ...filterOfSeizures(filter), min_weapons: Math.max(weaponsOfLargeSeizure, filter.min_weapons ?? 0) };
}
