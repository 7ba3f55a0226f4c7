import { type Facet, type Filter, without } from './filter.ts';
import { victimPairMask, weaponPairMask } from './incident.ts';
import { byIncidents, type FacetValue, type Figures } from './summary.ts';
import { ageBands, legalStatuses, outcomes, relationships, sexes, sourceKinds, weaponClasses } from './vocabularies.ts';
import { maskOf, type Vocabulary } from './vocabulary.ts';

/*
 * What a filter and its facets mean for a combination of values. Incidents with the same values are counted first, by the cube
 * or by SQL; then a constraint is decided, and a facet read, once for each combination.
 */

/** What a field of a combination holds: a code as text, or a mask as a number. */
export type FieldValue = string | number | null;

/** Values by the name of the incident's field. */
export type Combination = Readonly<Record<string, FieldValue>>;

type Test<Tested> = (tested: Tested) => boolean;

/** A facet's code with the bits that stand for it in the mask of the facet's field. */
export interface CodeBits {
  readonly code: string;
  readonly bits: number;
}

interface FacetMeaning {
  /** The incident's field that the facet is read off. */
  readonly field: string;
  /** Whether the field's value meets the filter's constraint on this dimension and those that pair with it; undefined where there is none. */
  readonly test: (filter: Filter) => Test<FieldValue> | undefined;
  /** The bits of each code under the filter without the facet's own constraint; undefined where the field holds the code itself. */
  readonly codeBits: (filter: Filter) => readonly CodeBits[] | undefined;
}

/** A dimension of which an incident has one value or none. */
function single(name: Facet, field: string = name): FacetMeaning {
  return {
    field,
    test(filter) {
      const allowed = filter[name] && new Set<unknown>(filter[name]);
      return allowed && ((value) => allowed.has(value));
    },
    codeBits: () => undefined,
  };
}

/** A dimension of which an incident may have several values, each a bit of a mask. */
function several<Code extends string>(name: Facet, field: string, of: Vocabulary<Code>): FacetMeaning {
  const codeBits = of.codes.map((code) => ({ code, bits: maskOf(of, [code]) }));
  return {
    field,
    test: (filter) => anyOf(filter[name] && maskOf(of, filter[name] as readonly Code[])),
    codeBits: () => codeBits,
  };
}

/** One of two dimensions whose values belong to one and the same weapon or victim, each pair a bit of a mask. */
function paired<Code extends string>(
  field: string,
  of: Vocabulary<Code>,
  allowedBy: (filter: Filter) => number | undefined,
  bitsOf: (code: Code, filter: Filter) => number,
): FacetMeaning {
  return {
    field,
    test: (filter) => anyOf(allowedBy(filter)),
    codeBits: (filter) => of.codes.map((code) => ({ code, bits: bitsOf(code, filter) })),
  };
}

function anyOf(allowed: number | undefined): Test<FieldValue> | undefined {
  return allowed === undefined ? undefined : (mask) => (Number(mask) & allowed) !== 0;
}

const weaponsAllowed = ({ weapon, legal }: Filter) => (weapon || legal ? weaponPairMask(weapon, legal) : undefined);
const victimsAllowed = ({ victim_sex, victim_age }: Filter) =>
  victim_sex || victim_age ? victimPairMask(victim_sex, victim_age) : undefined;

const facetMeanings: Readonly<Record<Facet, FacetMeaning>> = {
  country: single('country'),
  region: single('region'),
  type: single('type'),
  subtype: single('subtype'),
  dataset: single('dataset'),
  outcome: several('outcome', 'outcome_mask', outcomes),
  setting: single('setting'),
  urbanity: single('urbanity'),
  precision: single('precision', 'place_precision'),
  source: several('source', 'source_mask', sourceKinds),
  perpetrator_sex: several('perpetrator_sex', 'perpetrator_mask', sexes),
  relationship: several('relationship', 'relationship_mask', relationships),
  weapon: paired('weapon_mask', weaponClasses, weaponsAllowed, (code, { legal }) => weaponPairMask([code], legal)),
  legal: paired('weapon_mask', legalStatuses, weaponsAllowed, (code, { weapon }) => weaponPairMask(weapon, [code])),
  victim_sex: paired('victim_mask', sexes, victimsAllowed, (code, { victim_age }) => victimPairMask([code], victim_age)),
  victim_age: paired('victim_mask', ageBands, victimsAllowed, (code, { victim_sex }) => victimPairMask(victim_sex, [code])),
};

/** The incident's field that a facet is read off. */
export function fieldOfFacet(facet: Facet): string {
  return facetMeanings[facet].field;
}

/** The codes of a facet, and their bits, in the mask of its field; undefined where the field holds the code itself. */
export function codeBitsOf(facet: Facet, filter: Filter): readonly CodeBits[] | undefined {
  return facetMeanings[facet].codeBits(without(filter, facet));
}

/** What the filter says about a facet, and those that pair with it, of the value of its field; undefined where it says nothing. */
export function testOfFacet(facet: Facet, filter: Filter): Test<FieldValue> | undefined {
  return facetMeanings[facet].test(filter);
}

/** Whether a combination meets all that the filter says about these facets; undefined where it says nothing. */
function testOf(facets: readonly Facet[], filter: Filter): Test<Combination> | undefined {
  const tests = facets.flatMap((facet) => {
    const { field, test } = facetMeanings[facet];
    const meets = test(filter);
    return meets ? [(combination: Combination) => meets(combination[field] ?? null)] : [];
  });
  return tests.length === 0 ? undefined : (combination) => tests.every((test) => test(combination));
}

/** Combinations that occur, with the sums over the incidents that have them. */
export type CountedCombinations = Iterable<readonly [Combination, Figures]>;

/**
 * The values of a facet, most incidents first, under the filter without the facet's own constraint.
 * @param together all facets of the combinations; their constraints are applied here, and nowhere before
 */
export function sumFacet(facet: Facet, together: readonly Facet[], filter: Filter, counted: CountedCombinations): FacetValue[] {
  const test = testOf(together, without(filter, facet));
  const field = fieldOfFacet(facet);
  const codeBits = codeBitsOf(facet, filter);
  const sums = new Map<string, { incidents: number; killed: number; injured: number }>();
  for (const [combination, figures] of counted) {
    if (figures.incidents === 0 || test?.(combination) === false) continue;
    for (const value of codesIn(combination[field] ?? null, codeBits)) {
      const sum = sums.get(value) ?? { incidents: 0, killed: 0, injured: 0 };
      sum.incidents += figures.incidents;
      sum.killed += figures.killed;
      sum.injured += figures.injured;
      sums.set(value, sum);
    }
  }
  return [...sums].map(([value, sum]) => ({ value, ...sum })).sort(byIncidents);
}

function codesIn(value: FieldValue, codeBits: readonly CodeBits[] | undefined): readonly string[] {
  if (codeBits) return codeBits.filter(({ bits }) => (Number(value) & bits) !== 0).map(({ code }) => code);
  return value === null ? [] : [String(value)];
}
