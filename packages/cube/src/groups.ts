import {
  type CountedIncident,
  type DimensionField,
  dimensionGroups,
  dimensionsOfGroup,
  countedPeople,
  type FieldValue,
  fieldsOfGroup as dimensionFieldsOf,
  harmedPeople,
  isSplitBy,
  recordOf,
  type TraitField,
  weekdayOf,
  withoutNumbers,
} from '@monitor/domain';
import { squareOf } from './mercator.ts';

/*
 * Fields that filters use together are stored together: a group holds, for each incident, the position of its combination
 * of values in a list of the combinations that occur. There are far fewer combinations than incidents, so a constraint is
 * decided once a combination, and one count of combinations gives all facets of the group.
 */

/**
 * Fields of which the dimensions look at the traits alone. Numbers of weapons and rounds make so many different texts that a group of
 * their own holds them, for measures that count them; numbers of people are small, and stay with the traits.
 */
const withNumbersApart = ['weapon_traits'] as const satisfies readonly TraitField[];
type FieldWithNumbersApart = (typeof withNumbersApart)[number];
const numberGroups = withNumbersApart.map((field) => `${field}_numbered` as const);

export const groupNames = [...dimensionGroups, 'moment', 'square', ...numberGroups] as const;
export type GroupName = (typeof groupNames)[number];

/** The group with the field `not_reported`. */
export const notReportedGroup = 'circumstance' satisfies GroupName;
/** Bits of the field `not_reported`. */
export const notReportedBits = recordOf(countedPeople, (name) => 1 << countedPeople.indexOf(name));

/** Stands for exactly 00:00 beside the hours 0 to 23 in the field `hour` of the group `moment`. */
export const exactMidnight = 24;

/** The parts of the day of incidents without a known time are codes from this one on. */
export const firstPart = exactMidnight + 1;

/** The hour of a minute of the day, 0 to 1439, or the code for exactly midnight. */
function hourCodeOf(minute: number): number {
  return minute === 0 ? exactMidnight : Math.floor(minute / 60);
}

/** A record with a value for each group. */
export function recordOfGroups<Value>(make: (name: GroupName) => Value): Record<GroupName, Value> {
  return recordOf(groupNames, make);
}

/** The fields of each group that the filter can constrain: those of its dimensions. */
export const constrainedFields: Readonly<Record<GroupName, readonly DimensionField[]>> = {
  ...recordOfGroups(() => []),
  ...recordOf(dimensionGroups, dimensionFieldsOf),
};

/** The group that holds a field of the dimensions. */
export function groupOfField(field: DimensionField): GroupName {
  return groupNames.find((name) => constrainedFields[name].includes(field))!;
}

type ReadField = (row: CountedIncident) => FieldValue;

/** Groups of which no tallies are kept: seldom counted, and of many combinations. */
export const groupsWithoutTallies: readonly GroupName[] = numberGroups;

/** The group in which a field has the numbers of its subjects. */
export function groupOfNumbers(field: TraitField): GroupName {
  return hasNumbersApart(field) ? `${field}_numbered` : groupOfField(field);
}

/** The groups that hold nothing but one such field, without its numbers. */
export const groupsWithoutNumbers: Readonly<Partial<Record<GroupName, TraitField>>> = Object.fromEntries(
  withNumbersApart
    .filter((field) => constrainedFields[groupOfField(field)].length === 1)
    .map((field) => [groupOfField(field), field]),
);

function hasNumbersApart(field: DimensionField): field is FieldWithNumbersApart {
  return (withNumbersApart as readonly DimensionField[]).includes(field);
}

/**
 * Groups of whose combinations answers add up people killed and injured. The facets of victims split them by what is described of each
 * victim instead.
 */
export const groupsWithPeople: readonly GroupName[] = [
  ...dimensionGroups.filter((group) =>
    dimensionsOfGroup(group).some((facet) => harmedPeople.some((name) => !isSplitBy(name, facet))),
  ),
  'square',
];

/** Fields that are counted beside those of the dimensions. */
const otherFields: Readonly<Partial<Record<GroupName, Readonly<Record<string, ReadField>>>>> = {
  [notReportedGroup]: {
    not_reported: (row) => countedPeople.reduce((bits, name) => (row[name] === null ? bits | notReportedBits[name] : bits), 0),
  },
  moment: {
    weekday: (row) => (row.minute === null && row.part === null ? null : weekdayOf(row.day)),
    hour: (row) => (row.minute === null ? (row.part === null ? null : firstPart + row.part) : hourCodeOf(row.minute)),
  },
  square: {
    square: (row) => (row.lon === null || row.lat === null ? null : squareOf(row.lon, row.lat)),
    country: (row) => row.country,
    type: (row) => row.type,
  },
  ...Object.fromEntries(withNumbersApart.map((field) => [`${field}_numbered`, { [field]: (row: CountedIncident) => row[field] }])),
};

function readerOf(field: DimensionField): ReadField {
  return hasNumbersApart(field) ? (row) => withoutNumbers(row[field] ?? '') : (row) => row[field];
}

/** The fields of each group, and what an incident has there. */
export const fieldsOfGroup: Readonly<Record<GroupName, Readonly<Record<string, ReadField>>>> = recordOfGroups((name) => ({
  ...recordOf(constrainedFields[name], readerOf),
  ...otherFields[name],
}));
