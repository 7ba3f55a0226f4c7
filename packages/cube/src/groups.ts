import { squareOf } from './mercator.ts';
import type { CubeRow } from './row.ts';

/*
 * Columns that are asked about together are stored together: a group holds, for each incident, the position of its combination
 * of values in a list of the combinations that occur. There are far fewer combinations than incidents, so a constraint is
 * decided once a combination, and one count of combinations gives all facets of the group.
 */

export const groupNames = ['kind', 'circumstance', 'weapon', 'people', 'place', 'square'] as const;
export type GroupName = (typeof groupNames)[number];

/** One combination: codes as text, masks as numbers, by the name of the incident's field. */
export type Combination = Readonly<Record<string, string | number | null>>;

/** Bits of `not_reported`. */
export const notReportedBits = { killed: 1, injured: 2, threatened: 4 } as const;

/** The combination of an incident in each group. */
export function combinationsOf(row: CubeRow): Record<GroupName, Combination> {
  const notReported =
    (row.killed === null ? notReportedBits.killed : 0) |
    (row.injured === null ? notReportedBits.injured : 0) |
    (row.threatened === null ? notReportedBits.threatened : 0);
  return {
    kind: { type: row.type, subtype: row.subtype, outcome_mask: row.outcome_mask, dataset: row.dataset },
    circumstance: {
      setting: row.setting,
      urbanity: row.urbanity,
      place_precision: row.place_precision,
      source_mask: row.source_mask,
      not_reported: notReported,
    },
    weapon: { weapon_mask: row.weapon_mask },
    people: {
      victim_mask: row.victim_mask,
      perpetrator_mask: row.perpetrator_mask,
      relationship_mask: row.relationship_mask,
    },
    place: { country: row.country, region: row.region },
    square: { square: row.lon === null || row.lat === null ? null : squareOf(row.lon, row.lat), type: row.type },
  };
}
