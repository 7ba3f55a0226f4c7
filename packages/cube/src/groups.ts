import type { Combination, Facet } from '@monitor/domain';
import { squareOf } from './mercator.ts';
import type { CubeRow } from './row.ts';

/*
 * Columns that are asked about together are stored together: a group holds, for each incident, the position of its combination
 * of values in a list of the combinations that occur. There are far fewer combinations than incidents, so a constraint is
 * decided once a combination, and one count of combinations gives all facets of the group.
 */

export const groupNames = ['kind', 'circumstance', 'weapon', 'people', 'place', 'square'] as const;
export type GroupName = (typeof groupNames)[number];

/** The facets that each group answers. */
export const facetsOfGroup: Readonly<Record<GroupName, readonly Facet[]>> = {
  kind: ['type', 'subtype', 'outcome', 'dataset'],
  circumstance: ['setting', 'urbanity', 'precision', 'source'],
  weapon: ['weapon', 'legal'],
  people: ['victim_sex', 'victim_age', 'perpetrator_sex', 'relationship'],
  place: ['country', 'region'],
  square: [],
};

/** The group that answers a facet. */
export function groupOfFacet(facet: Facet): GroupName {
  return groupNames.find((name) => facetsOfGroup[name].includes(facet))!;
}

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
