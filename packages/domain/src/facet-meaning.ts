import { type Facet, type Filter, without } from './filter.ts';
import { victimPairMask, weaponPairMask } from './incident.ts';
import { byIncidents, type FacetValue, type Figures } from './summary.ts';
import { ageBands, legalStatuses, outcomes, relationships, sexes, sourceKinds, weaponClasses } from './vocabularies.ts';
import { codesOf, maskOf, type Vocabulary } from './vocabulary.ts';

/*
 * What a filter and its facets mean for a combination of values. Incidents with the same values are counted first, by the cube
 * or by SQL; then a constraint is decided, and a facet read, once for each combination.
 */

/** Codes as text and masks as numbers, by the name of the incident's field. */
export type Combination = Readonly<Record<string, string | number | null>>;

type Test = (combination: Combination) => boolean;
type Reader = (combination: Combination) => readonly string[];

interface FacetMeaning {
  /** Whether a combination meets the filter's constraint on this dimension and those that pair with it; undefined where there is none. */
  readonly test: (filter: Filter) => Test | undefined;
  /** The facet's values that a combination has, under the filter without the facet's own constraint. */
  readonly reader: (filter: Filter) => Reader;
}

/** A dimension of which an incident has one value or none. */
function single(name: Facet, field: string = name): FacetMeaning {
  return {
    test(filter) {
      const allowed = filter[name] && new Set<unknown>(filter[name]);
      return allowed && ((combination) => allowed.has(combination[field]));
    },
    reader: () => (combination) => (combination[field] === null ? [] : [String(combination[field])]),
  };
}

/** A dimension of which an incident may have several values, each a bit of a mask. */
function several<Code extends string>(name: Facet, field: string, of: Vocabulary<Code>): FacetMeaning {
  return {
    test(filter) {
      const allowed = filter[name] && maskOf(of, filter[name] as readonly Code[]);
      return allowed === undefined ? undefined : (combination) => (Number(combination[field]) & allowed) !== 0;
    },
    reader: () => (combination) => codesOf(of, Number(combination[field])),
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

/** Whether a combination meets all that the filter says about these facets; undefined where it says nothing. */
export function testOf(facets: readonly Facet[], filter: Filter): Test | undefined {
  const tests = facets.map((facet) => facetMeanings[facet].test(filter)).filter((test) => test !== undefined);
  return tests.length === 0 ? undefined : (combination) => tests.every((test) => test(combination));
}

/** Combinations that occur, with the sums over the incidents that have them. */
export type CountedCombinations = Iterable<readonly [Combination, Figures]>;

/**
 * The values of a facet, most incidents first, under the filter without the facet's own constraint.
 * @param together all facets of the combinations; their constraints are applied here, and nowhere before
 */
export function sumFacet(facet: Facet, together: readonly Facet[], filter: Filter, counted: CountedCombinations): FacetValue[] {
  const others = without(filter, facet);
  const read = facetMeanings[facet].reader(others);
  const test = testOf(together, others);
  const sums = new Map<string, { incidents: number; killed: number; injured: number }>();
  for (const [combination, figures] of counted) {
    if (figures.incidents === 0 || test?.(combination) === false) continue;
    for (const value of read(combination)) {
      const sum = sums.get(value) ?? { incidents: 0, killed: 0, injured: 0 };
      sum.incidents += figures.incidents;
      sum.killed += figures.killed;
      sum.injured += figures.injured;
      sums.set(value, sum);
    }
  }
  return [...sums].map(([value, sum]) => ({ value, ...sum })).sort(byIncidents);
}
