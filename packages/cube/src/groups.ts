import type { CubeRow } from './row.ts';

/*
 * Columns that are asked about together are stored together: a group holds, for each incident, the position of its combination
 * of values in a list of the combinations that occur. There are far fewer combinations than incidents, so a constraint is
 * decided once a combination, and one count of combinations gives all facets of the group.
 */

/** Names of the values in one combination of each group, in order. */
export const groupFields = {
  kind: ['type', 'subtype', 'outcome_mask', 'dataset'],
  circumstance: ['setting', 'urbanity', 'place_precision', 'source_mask', 'not_reported'],
  weapon: ['weapon_mask'],
  people: ['victim_mask', 'perpetrator_mask', 'relationship_mask'],
  place: ['country', 'region'],
} as const;

export type GroupName = keyof typeof groupFields;
export const groupNames = Object.keys(groupFields) as readonly GroupName[];

/** One combination: codes as text, masks as numbers, in the order of `groupFields`. */
export type Combination = readonly (string | number | null)[];

/** Bits of `not_reported`. */
export const notReportedBits = { killed: 1, injured: 2, threatened: 4 } as const;

/** The combination of an incident in each group. */
export function combinationsOf(row: CubeRow): Record<GroupName, Combination> {
  const notReported =
    (row.killed === null ? notReportedBits.killed : 0) |
    (row.injured === null ? notReportedBits.injured : 0) |
    (row.threatened === null ? notReportedBits.threatened : 0);
  return {
    kind: [row.type, row.subtype, row.outcome_mask, row.dataset],
    circumstance: [row.setting, row.urbanity, row.place_precision, row.source_mask, notReported],
    weapon: [row.weapon_mask],
    people: [row.victim_mask, row.perpetrator_mask, row.relationship_mask],
    place: [row.country, row.region],
  };
}
