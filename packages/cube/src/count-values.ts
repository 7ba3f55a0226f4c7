import {
  byIncidents,
  codeReader,
  type DimensionName,
  type FacetValue,
  fieldOf,
  figureNames,
  type Filter,
  isCounted,
  isFigureName,
  isSplitBy,
  isTraitField,
  type Measure,
  without,
} from '@monitor/domain';
import { amountsOf } from './amounts.ts';
import type { Cube } from './cube.ts';
import type { Field } from './cube-rows.ts';
import { constrainedFields, type GroupName, numbersOfField } from './groups.ts';
import { codesOfTraits, groupOf, matchingCombinations } from './matching-combinations.ts';
import type { Population } from './population.ts';
import type { Tally } from './tally.ts';
import { passingTraits, subjectsOfTraits, sumsOfCodes } from './trait-table.ts';

/** Sums of a tally by value of a field. @param matching 1 for each combination that counts, 0 for each that does not */
export function sumsByValue({ values, positions }: Field, tally: Tally, matching?: Uint8Array): Tally {
  const sums = {
    incidents: new Uint32Array(values.length),
    killed: new Uint32Array(values.length),
    injured: new Uint32Array(values.length),
  };
  for (let code = 0; code < positions.length; code++) {
    if (matching?.[code] === 0) continue;
    const position = positions[code]!;
    sums.incidents[position]! += tally.incidents[code]!;
    sums.killed[position]! += tally.killed[code]!;
    sums.injured[position]! += tally.injured[code]!;
  }
  return sums;
}

/** Counts the facets of one filter, and what measures give in them beside incidents, killed and injured. */
export class FacetCounter {
  readonly #cube: Cube;
  readonly #filter: Filter;
  readonly #population: Population;
  readonly #asked: readonly Measure[];
  /** What several facets share, each worked out once. */
  readonly #known = new Map<string, Float64Array>();

  /** @param asked measures beside incidents, killed and injured */
  constructor(cube: Cube, filter: Filter, population: Population, asked: readonly Measure[]) {
    this.#cube = cube;
    this.#filter = filter;
    this.#population = population;
    this.#asked = asked;
  }

  /** The values of a facet, most incidents first, under the filter without the facet's own constraint. */
  values(facet: DimensionName): FacetValue[] {
    const rest = without(this.#filter, facet);
    const group = groupOf(facet);
    const { groups, traitTables } = this.#cube;
    const { fields } = groups[group];
    const field = fields[fieldOf(facet)]!;
    // In a group of one field, a trait that has a code meets the rest of the filter, and so does its combination.
    const matching = constrainedFields[group].length === 1 ? undefined : matchingCombinations(this.#cube, group, rest);
    const tally = this.#population.tallyWithoutOwn(group);
    const { codes, ofTrait } = codesOfTraits(this.#cube, facet, this.#filter);
    const named = [...figureNames, ...this.#asked].map((name) => {
      if (name !== 'incidents' && isSplitBy(name, facet)) {
        const subjects = this.#subjects(name, facet, rest);
        return [name, codes.map((code) => subjects.get(code) ?? 0)] as const;
      }
      const ofCombinations = isFigureName(name) ? tally[name] : this.#amountsOf(group, name);
      return [
        name,
        sumsOfCodes(traitTables[fieldOf(facet)], ofTrait, codes.length, ofValues(fields, field, ofCombinations, matching)),
      ] as const;
    });
    return codes
      .map((value, at) => {
        const figures: Record<string, number> = {};
        for (const [name, sums] of named) figures[name] = sums[at]!;
        return { value, ...figures } as unknown as FacetValue;
      })
      .filter(({ incidents }) => incidents > 0)
      .sort(byIncidents);
  }

  /** The subjects of each code that a measure counts. */
  #subjects(measure: Measure, facet: DimensionName, rest: Filter): ReadonlyMap<string, number> {
    const field = fieldOf(facet);
    if (!isTraitField(field)) throw new TypeError(`"${facet}" has no subjects`);
    const numbers = numbersOfField(field);
    const table = this.#cube.traitTables[numbers.field];
    const test = isCounted(measure, rest);
    // An incident with a subject that counts meets the rest of the filter by it, so that all lists of the subject share these sums.
    const ofTraits = this.#once(numbers.group, () => {
      const { incidents } = this.#population.tallyWithoutOwn(numbers.group, groupOf(facet));
      const { fields } = this.#cube.groups[numbers.group];
      return subjectsOfTraits(table, ofValues(fields, fields[numbers.field]!, incidents));
    });
    const passes = passingTraits(table, test);
    const codeOf = codeReader(facet);
    const sums = new Map<string, number>();
    for (const [trait, codes] of table.codes.entries()) {
      const code = codeOf({ codes, number: 1 });
      if (passes[trait] === 1) sums.set(code, (sums.get(code) ?? 0) + ofTraits[trait]!);
    }
    return sums;
  }

  /** What a measure gives for each combination of a group; added up once for all facets of the group. */
  #amountsOf(group: GroupName, measure: Measure): Float64Array {
    return this.#once(`${group} ${measure} amounts`, () =>
      this.#population.amountsWithoutOwn(group, amountsOf(this.#cube, measure, this.#filter)),
    );
  }

  #once(key: string, calculate: () => Float64Array): Float64Array {
    let known = this.#known.get(key);
    if (!known) this.#known.set(key, (known = calculate()));
    return known;
  }
}

/** Sums by combination as sums by value of one of the group's fields: the same where it is the only one. */
function ofValues(
  fields: Readonly<Record<string, Field>>,
  { values, positions }: Field,
  sums: Uint32Array | Float64Array,
  matching?: Uint8Array,
): Uint32Array | Float64Array {
  if (matching === undefined && Object.keys(fields).length === 1) return sums;
  const found = new Float64Array(values.length);
  for (let code = 0; code < positions.length; code++) if (matching?.[code] !== 0) found[positions[code]!]! += sums[code]!;
  return found;
}
