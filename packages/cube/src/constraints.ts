import {
  ageBands,
  codesOf,
  type Facet,
  type Filter,
  legalStatuses,
  maskOf,
  outcomes,
  relationships,
  sexes,
  sourceKinds,
  victimPairMask,
  type Vocabulary,
  weaponClasses,
  weaponPairMask,
  without,
} from '@monitor/domain';
import { type Combination, type GroupName, groupNames } from './groups.ts';

/* What a filter and its facets mean for one combination of values. The one place in the cube that knows. */

type Test = (combination: Combination) => boolean;
type Reader = (combination: Combination) => readonly string[];

interface Dimension {
  readonly group: GroupName;
  /** Whether a combination meets the filter's constraint on this dimension and those that pair with it; undefined where there is none. */
  readonly test: (filter: Filter) => Test | undefined;
  /** The facet's values that a combination has, under the filter without the facet's own constraint. */
  readonly reader: (filter: Filter) => Reader;
}

/** A dimension of which an incident has one value or none. */
function single(group: GroupName, name: Facet, field: string = name): Dimension {
  return {
    group,
    test(filter) {
      const allowed = filter[name] && new Set<unknown>(filter[name]);
      return allowed && ((combination) => allowed.has(combination[field]));
    },
    reader: () => (combination) => (combination[field] === null ? [] : [String(combination[field])]),
  };
}

/** A dimension of which an incident may have several values, each a bit of a mask. */
function several<Code extends string>(group: GroupName, name: Facet, field: string, of: Vocabulary<Code>): Dimension {
  return {
    group,
    test(filter) {
      const allowed = filter[name] && maskOf(of, filter[name] as readonly Code[]);
      return allowed === undefined ? undefined : (combination) => (Number(combination[field]) & allowed) !== 0;
    },
    reader: () => (combination) => codesOf(of, Number(combination[field])),
  };
}

/** One of two dimensions whose values belong to one and the same weapon or victim, each pair a bit of a mask. */
function paired<Code extends string>(
  group: GroupName,
  field: string,
  of: Vocabulary<Code>,
  allowedBy: (filter: Filter) => number | undefined,
  bitsOf: (code: Code, filter: Filter) => number,
): Dimension {
  return {
    group,
    test(filter) {
      const allowed = allowedBy(filter);
      return allowed === undefined ? undefined : (combination) => (Number(combination[field]) & allowed) !== 0;
    },
    reader(filter) {
      const bits = of.codes.map((code) => ({ code, mask: bitsOf(code, filter) }));
      return (combination) => bits.filter(({ mask }) => (Number(combination[field]) & mask) !== 0).map(({ code }) => code);
    },
  };
}

const weaponsAllowed = ({ weapon, legal }: Filter) => (weapon || legal ? weaponPairMask(weapon, legal) : undefined);
const victimsAllowed = ({ victim_sex, victim_age }: Filter) =>
  victim_sex || victim_age ? victimPairMask(victim_sex, victim_age) : undefined;

export const dimensions: Readonly<Record<Facet, Dimension>> = {
  country: single('place', 'country'),
  region: single('place', 'region'),
  type: single('kind', 'type'),
  subtype: single('kind', 'subtype'),
  dataset: single('kind', 'dataset'),
  outcome: several('kind', 'outcome', 'outcome_mask', outcomes),
  setting: single('circumstance', 'setting'),
  urbanity: single('circumstance', 'urbanity'),
  precision: single('circumstance', 'precision', 'place_precision'),
  source: several('circumstance', 'source', 'source_mask', sourceKinds),
  perpetrator_sex: several('people', 'perpetrator_sex', 'perpetrator_mask', sexes),
  relationship: several('people', 'relationship', 'relationship_mask', relationships),
  weapon: paired('weapon', 'weapon_mask', weaponClasses, weaponsAllowed, (code, { legal }) => weaponPairMask([code], legal)),
  legal: paired('weapon', 'weapon_mask', legalStatuses, weaponsAllowed, (code, { weapon }) => weaponPairMask(weapon, [code])),
  victim_sex: paired('people', 'victim_mask', sexes, victimsAllowed, (code, { victim_age }) => victimPairMask([code], victim_age)),
  victim_age: paired('people', 'victim_mask', ageBands, victimsAllowed, (code, { victim_sex }) =>
    victimPairMask(victim_sex, [code]),
  ),
};

const dimensionsOfGroup = Object.fromEntries(
  groupNames.map((group) => [group, Object.values(dimensions).filter((dimension) => dimension.group === group)]),
) as Record<GroupName, Dimension[]>;

/** Whether a combination meets all that the filter says about the group; undefined where it says nothing. */
export function groupTest(group: GroupName, filter: Filter): Test | undefined {
  const tests = dimensionsOfGroup[group].map((dimension) => dimension.test(filter)).filter((test) => test !== undefined);
  return tests.length === 0 ? undefined : (combination) => tests.every((test) => test(combination));
}

/** Reads the facet's values that a combination counts for: those it has, where all of the filter but the facet's own constraint is met. */
export function facetReader(facet: Facet, filter: Filter): Reader {
  const { group, reader } = dimensions[facet];
  const others = without(filter, facet);
  const read = reader(others);
  const test = groupTest(group, others);
  return test ? (combination) => (test(combination) ? read(combination) : []) : read;
}
