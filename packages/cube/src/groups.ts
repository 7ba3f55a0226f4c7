import { type Facet, type FieldValue, weekdayOf } from '@monitor/domain';
import { squareOf } from './mercator.ts';
import type { CubeRow } from './row.ts';

/*
 * Fields that are asked about together are stored together: a group holds, for each incident, the position of its combination
 * of values in a list of the combinations that occur. There are far fewer combinations than incidents, so a constraint is
 * decided once a combination, and one count of combinations gives all facets of the group.
 */

export const groupNames = ['kind', 'circumstance', 'weapon', 'people', 'place', 'moment', 'square'] as const;
export type GroupName = (typeof groupNames)[number];

/** The facets that each group answers. */
export const facetsOfGroup: Readonly<Record<GroupName, readonly Facet[]>> = {
  kind: ['type', 'subtype', 'outcome', 'dataset'],
  circumstance: ['setting', 'urbanity', 'precision', 'source'],
  weapon: ['weapon', 'legal'],
  people: ['victim_sex', 'victim_age', 'perpetrator_sex', 'relationship'],
  place: ['country', 'region'],
  moment: [],
  square: [],
};

/** The group that answers a facet. */
export function groupOfFacet(facet: Facet): GroupName {
  return groupNames.find((name) => facetsOfGroup[name].includes(facet))!;
}

/** Bits of the field `not_reported`. */
export const notReportedBits = { killed: 1, injured: 2, threatened: 4 } as const;

/** Stands for exactly 00:00 beside the hours 0 to 23 in the field `hour` of the group `moment`. */
export const exactMidnight = 24;

/** The hour of a minute of the day, 0 to 1439, or what stands for midnight itself. */
function hourCodeOf(minute: number): number {
  return minute === 0 ? exactMidnight : Math.floor(minute / 60);
}

/** Something for each group. */
export function perGroup<Value>(make: (name: GroupName) => Value): Record<GroupName, Value> {
  return Object.fromEntries(groupNames.map((name) => [name, make(name)])) as Record<GroupName, Value>;
}

type ReadField = (row: CubeRow) => FieldValue;

/** The fields of each group, and what an incident has there. */
export const fieldsOfGroup: Readonly<Record<GroupName, Readonly<Record<string, ReadField>>>> = {
  kind: {
    type: (row) => row.type,
    subtype: (row) => row.subtype,
    outcome_mask: (row) => row.outcome_mask,
    dataset: (row) => row.dataset,
  },
  circumstance: {
    setting: (row) => row.setting,
    urbanity: (row) => row.urbanity,
    place_precision: (row) => row.place_precision,
    source_mask: (row) => row.source_mask,
    not_reported: (row) =>
      (row.killed === null ? notReportedBits.killed : 0) |
      (row.injured === null ? notReportedBits.injured : 0) |
      (row.threatened === null ? notReportedBits.threatened : 0),
  },
  weapon: { weapon_mask: (row) => row.weapon_mask },
  people: {
    victim_mask: (row) => row.victim_mask,
    perpetrator_mask: (row) => row.perpetrator_mask,
    relationship_mask: (row) => row.relationship_mask,
  },
  place: { country: (row) => row.country, region: (row) => row.region },
  moment: {
    weekday: (row) => (row.minute === null ? null : weekdayOf(row.day)),
    hour: (row) => (row.minute === null ? null : hourCodeOf(row.minute)),
  },
  square: {
    square: (row) => (row.lon === null || row.lat === null ? null : squareOf(row.lon, row.lat)),
    country: (row) => row.country,
    type: (row) => row.type,
  },
};
