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
} from '@monitor/domain';

/** Values of the columns of one facet group, by name of the column; the dataset as its slug. */
export type Combination = Readonly<Record<string, string | number | null>>;

interface Meaning {
  /** The facet's values that a combination has, under the filter without the facet's own constraint. */
  readonly values: (combination: Combination, filter: Filter) => readonly string[];
  /** Whether a combination meets the filter's constraint on this facet. */
  readonly meets: (combination: Combination, filter: Filter) => boolean;
}

/** One value or none. */
function single(facet: Facet, column: string = facet): Meaning {
  return {
    values: (combination) => (combination[column] === null ? [] : [String(combination[column])]),
    meets: (combination, filter) =>
      filter[facet] === undefined || (filter[facet] as readonly unknown[]).includes(combination[column]),
  };
}

/** Several values, each a bit of a mask. */
function several<Code extends string>(facet: Facet, column: string, of: Vocabulary<Code>): Meaning {
  return {
    values: (combination) => codesOf(of, Number(combination[column])),
    meets(combination, filter) {
      const codes = filter[facet] as readonly Code[] | undefined;
      return codes === undefined || (Number(combination[column]) & maskOf(of, codes)) !== 0;
    },
  };
}

/** One of two facets whose values belong to one and the same weapon or victim, each pair a bit of a mask. */
function paired<Code extends string>(
  column: string,
  of: Vocabulary<Code>,
  bitsOf: (codes: readonly Code[] | undefined, filter: Filter) => number,
  facet: Facet,
): Meaning {
  const has = (combination: Combination, codes: readonly Code[] | undefined, filter: Filter) =>
    (Number(combination[column]) & bitsOf(codes, filter)) !== 0;
  return {
    values: (combination, filter) => of.codes.filter((code) => has(combination, [code], filter)),
    meets: (combination, filter) => filter[facet] === undefined || has(combination, filter[facet] as readonly Code[], filter),
  };
}

export const facetMeanings: Readonly<Record<Facet, Meaning>> = {
  country: single('country'),
  region: single('region'),
  dataset: single('dataset'),
  type: single('type'),
  subtype: single('subtype'),
  setting: single('setting'),
  urbanity: single('urbanity'),
  precision: single('precision', 'place_precision'),
  outcome: several('outcome', 'outcome_mask', outcomes),
  source: several('source', 'source_mask', sourceKinds),
  perpetrator_sex: several('perpetrator_sex', 'perpetrator_mask', sexes),
  relationship: several('relationship', 'relationship_mask', relationships),
  weapon: paired('weapon_mask', weaponClasses, (classes, filter) => weaponPairMask(classes, filter.legal), 'weapon'),
  legal: paired('weapon_mask', legalStatuses, (legal, filter) => weaponPairMask(filter.weapon, legal), 'legal'),
  victim_sex: paired('victim_mask', sexes, (sex, filter) => victimPairMask(sex, filter.victim_age), 'victim_sex'),
  victim_age: paired('victim_mask', ageBands, (age, filter) => victimPairMask(filter.victim_sex, age), 'victim_age'),
};
