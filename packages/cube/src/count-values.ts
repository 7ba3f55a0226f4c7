import {
  byIncidents,
  type DimensionName,
  type FacetValue,
  fieldOf,
  type FigureName,
  figureNames,
  type Filter,
  isCounted,
  isSplitBy,
  type Measure,
  without,
} from '@monitor/domain';
import { amountsOf } from './amounts.ts';
import type { Cube } from './cube.ts';
import type { Field } from './cube-rows.ts';
import type { GroupName } from './groups.ts';
import { groupOf, matchingCombinations, type ValuesOfCode, valuesOfCodes } from './matching-combinations.ts';
import type { Population } from './population.ts';
import type { Tally } from './tally.ts';
import { passingTraits, type TraitTable } from './trait-table.ts';

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
  readonly #amounts = new Map<string, Float64Array>();

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
    const field = this.#cube.groups[group].fields[fieldOf(facet)]!;
    const matching = matchingCombinations(this.#cube, group, rest);
    const sums = sumsByValue(field, this.#population.tallyWithoutOwn(group), matching);
    const table = this.#cube.traitTables[fieldOf(facet)];
    const measures = [...figureNames, ...this.#asked].map((name) => {
      if (isSplitBy(name, facet)) {
        const passes = passingTraits(table, isCounted(name, rest));
        return [name, (code: ValuesOfCode) => subjectsOfCode(table, code, passes, sums.incidents)] as const;
      }
      const ofValues = isFigure(name) ? sums[name] : byValue(field, this.#amountsOf(group, name), matching);
      return [name, ({ values }: ValuesOfCode) => values.reduce((sum, value) => sum + ofValues[value]!, 0)] as const;
    });
    return valuesOfCodes(this.#cube, facet, this.#filter)
      .map((code) => {
        const figures = Object.fromEntries(measures.map(([name, sumOf]) => [name, sumOf(code)]));
        return { value: code.code, ...figures } as unknown as FacetValue;
      })
      .filter(({ incidents }) => incidents > 0)
      .sort(byIncidents);
  }

  /** What a measure gives for each combination of a group; added up once for all facets of the group. */
  #amountsOf(group: GroupName, measure: Measure): Float64Array {
    const key = `${group} ${measure}`;
    const known = this.#amounts.get(key) ?? this.#population.amountsWithoutOwn(group, amountsOf(this.#cube, measure, this.#filter));
    this.#amounts.set(key, known);
    return known;
  }
}

function isFigure(measure: Measure): measure is FigureName {
  return (figureNames as readonly Measure[]).includes(measure);
}

/** Sums by combination as sums by value of a field. */
function byValue({ values, positions }: Field, sums: Float64Array, matching: Uint8Array | undefined): Float64Array {
  const found = new Float64Array(values.length);
  for (let code = 0; code < positions.length; code++) if (matching?.[code] !== 0) found[positions[code]!]! += sums[code]!;
  return found;
}

/** How many subjects that count have a code. @param incidents of each value */
function subjectsOfCode(
  { start, trait, number }: TraitTable,
  code: ValuesOfCode,
  passes: Uint8Array,
  incidents: Uint32Array,
): number {
  let sum = 0;
  for (const value of code.values) {
    const count = incidents[value]!;
    if (count === 0) continue;
    for (let at = start[value]!; at < start[value + 1]!; at++)
      if ((passes[trait[at]!]! & code.traits[trait[at]!]!) === 1) sum += count * (number[at]! || 0);
  }
  return sum;
}
