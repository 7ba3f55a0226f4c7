import {
  codesOf,
  type Facet,
  type Filter,
  legalStatuses,
  maskOf,
  outcomes,
  relationships,
  sexes,
  ageBands,
  sourceKinds,
  victimPairMask,
  weaponClasses,
  weaponPairMask,
  without,
} from '@monitor/domain';
import { type Combination, groupFields, type GroupName } from './groups.ts';

/* What a filter and its facets mean for one combination of values. The one place in the cube that knows. */

type Values = Readonly<Record<string, string | number | null>>;

interface Dimension {
  readonly group: GroupName;
  /** True where the combination meets the filter's constraint on this dimension (and on those that pair with it). */
  readonly meets: (values: Values, filter: Filter) => boolean;
  /** The facet's values that the combination has, under the filter without the facet's own constraint. */
  readonly valuesOf: (values: Values, filter: Filter) => readonly string[];
}

const mask = (values: Values, field: string) => Number(values[field]);

/** A dimension of which an incident has one value or none. */
function single(
  group: GroupName,
  name: 'type' | 'subtype' | 'dataset' | 'setting' | 'urbanity' | 'country' | 'region' | 'precision',
  field: string,
): Dimension {
  return {
    group,
    meets: (values, filter) =>
      filter[name] === undefined || (filter[name] as readonly (string | number | null)[]).includes(values[field] ?? null),
    valuesOf: (values) => (values[field] === null || values[field] === undefined ? [] : [String(values[field])]),
  };
}

/** A dimension of which an incident may have several values, each a bit of a mask. */
function several<Code extends string>(
  group: GroupName,
  name: 'outcome' | 'source' | 'perpetrator_sex' | 'relationship',
  field: string,
  of: Parameters<typeof maskOf<Code>>[0],
): Dimension {
  return {
    group,
    meets: (values, filter) =>
      filter[name] === undefined || (mask(values, field) & maskOf(of, filter[name] as readonly Code[])) !== 0,
    valuesOf: (values) => codesOf(of, mask(values, field)),
  };
}

/** The constraint on weapon class and legal status together: one and the same weapon. */
const meetsWeapon: Dimension['meets'] = (values, { weapon, legal }) =>
  (weapon === undefined && legal === undefined) || (mask(values, 'weapon_mask') & weaponPairMask(weapon, legal)) !== 0;

/** The constraint on sex and age together: one and the same victim. */
const meetsVictim: Dimension['meets'] = (values, { victim_sex, victim_age }) =>
  (victim_sex === undefined && victim_age === undefined) ||
  (mask(values, 'victim_mask') & victimPairMask(victim_sex, victim_age)) !== 0;

export const dimensions: Readonly<Record<Facet, Dimension>> = {
  country: single('place', 'country', 'country'),
  region: single('place', 'region', 'region'),
  type: single('kind', 'type', 'type'),
  subtype: single('kind', 'subtype', 'subtype'),
  dataset: single('kind', 'dataset', 'dataset'),
  outcome: several('kind', 'outcome', 'outcome_mask', outcomes),
  setting: single('circumstance', 'setting', 'setting'),
  urbanity: single('circumstance', 'urbanity', 'urbanity'),
  precision: single('circumstance', 'precision', 'place_precision'),
  source: several('circumstance', 'source', 'source_mask', sourceKinds),
  perpetrator_sex: several('people', 'perpetrator_sex', 'perpetrator_mask', sexes),
  relationship: several('people', 'relationship', 'relationship_mask', relationships),
  weapon: {
    group: 'weapon',
    meets: meetsWeapon,
    valuesOf: (values, { legal }) =>
      weaponClasses.codes.filter((code) => (mask(values, 'weapon_mask') & weaponPairMask([code], legal)) !== 0),
  },
  legal: {
    group: 'weapon',
    meets: meetsWeapon,
    valuesOf: (values, { weapon }) =>
      legalStatuses.codes.filter((code) => (mask(values, 'weapon_mask') & weaponPairMask(weapon, [code])) !== 0),
  },
  victim_sex: {
    group: 'people',
    meets: meetsVictim,
    valuesOf: (values, { victim_age }) =>
      sexes.codes.filter((code) => (mask(values, 'victim_mask') & victimPairMask([code], victim_age)) !== 0),
  },
  victim_age: {
    group: 'people',
    meets: meetsVictim,
    valuesOf: (values, { victim_sex }) =>
      ageBands.codes.filter((code) => (mask(values, 'victim_mask') & victimPairMask(victim_sex, [code])) !== 0),
  },
};

const facets = Object.keys(dimensions) as readonly Facet[];

function facetsOfGroup(group: GroupName): Facet[] {
  return facets.filter((facet) => dimensions[facet].group === group);
}

/** True where the filter says anything about the group. */
export function constrains(filter: Filter, group: GroupName): boolean {
  return facetsOfGroup(group).some((facet) => filter[facet] !== undefined);
}

/** True where the combination meets all that the filter says about its group. */
export function meetsGroup(group: GroupName, combination: Combination, filter: Filter): boolean {
  const values = named(group, combination);
  return facetsOfGroup(group).every((facet) => dimensions[facet].meets(values, filter));
}

/** The facet's values that the combination counts for: those it has, where all of the filter but the facet's own constraint is met. */
export function facetValues(facet: Facet, combination: Combination, filter: Filter): readonly string[] {
  const { group, valuesOf } = dimensions[facet];
  const others = without(filter, facet);
  return meetsGroup(group, combination, others) ? valuesOf(named(group, combination), others) : [];
}

function named(group: GroupName, combination: Combination): Values {
  return Object.fromEntries(groupFields[group].map((field, index) => [field, combination[index] ?? null]));
}
