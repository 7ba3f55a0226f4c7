import {
  byIncidents,
  type DimensionName,
  type FacetValue,
  fieldOf,
  fieldOfMeasure,
  figuresFrom,
  figuresWith,
  type Filter,
  type HarmedPeople,
  harmedPeople,
  isCounted,
  isFigureName,
  isReportedMeasure,
  isSplitBy,
  isSubjectMeasure,
  isTraitField,
  type Measure,
  measures,
  peopleOfMeasure,
  recordOf,
  type ReportedMeasure,
  without,
} from '@monitor/domain';
import { amountsOf } from './amounts.ts';
import type { Cube } from './cube.ts';
import { constrainedFields, type GroupName, groupOfNumbers } from './groups.ts';
import { countedCodes, groupOf, matchingCombinations } from './matching-combinations.ts';
import { missingByCombination } from './missing.ts';
import { togetherWith } from './people.ts';
import type { Population, SelectedRows } from './population.ts';
import { difference, intersection } from './row-bitmap.ts';
import { sumByCombination } from './sum-amounts.ts';
import { missingIn } from './tally.ts';
import { passingTraits, subjectsOfTraits, sumsOfCodes, sumsOfTraits, type TraitTable } from './trait-table.ts';

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
    const group = groupOf(facet);
    const table = this.#cube.traitTables[group][fieldOf(facet)]!;
    const free = this.#freeGroup(facet);
    // In a group of one field, a trait that has a code meets the rest of the filter, and so does its combination.
    const isMet = free === undefined || constrainedFields[group].length === 1;
    const matching = isMet ? undefined : matchingCombinations(this.#cube, group, without(this.#filter, facet));
    const tally = this.#population.tally(group, free);
    const { codes, ofTrait, positions } = countedCodes(this.#cube, facet, this.#filter);
    const byCode = (ofCombinations: Uint32Array | Float64Array) =>
      sumsOfCodes(table, ofTrait, codes.length, ofValues(table, positions, ofCombinations, matching));
    const amountsByCode = (name: Measure) => {
      if (name !== 'incidents' && isSplitBy(name, facet)) return sumsOfTraits(this.#subjects(name, facet), ofTrait, codes.length);
      return byCode(isFigureName(name) ? tally[name] : this.#amountsOf(group, name, free));
    };
    const missingByCode = (name: ReportedMeasure) => {
      if (isSplitBy(name, facet)) return this.#withoutNumber(name, facet, ofTrait, codes.length);
      return byCode(isHarmed(name) ? missingIn(tally, name) : this.#missingOf(group, name, free));
    };
    const names = figuresWith(this.#asked);
    const amounts = recordOf(names, amountsByCode);
    const missing = recordOf(names.filter(isReportedMeasure), missingByCode);
    return codes
      .map((value, at) => {
        const figures = figuresFrom(
          this.#asked,
          (name) => amounts[name][at]!,
          (name) => missing[name][at]!,
        );
        return { value, ...figures };
      })
      .filter(({ incidents }) => incidents > 0)
      .sort(byIncidents);
  }

  /** The group whose constraints are left out to count a facet: its own, where the filter says anything of the facet. */
  #freeGroup(facet: DimensionName): GroupName | undefined {
    return this.#filter[facet] === undefined ? undefined : groupOf(facet);
  }

  /** The subjects with each trait that a measure counts, whatever the filter says of them. */
  #subjects(measure: Measure, facet: DimensionName): Float64Array {
    const field = fieldOf(facet);
    if (!isTraitField(field)) throw new TypeError(`"${facet}" has no subjects`);
    const group = groupOfNumbers(field);
    const { groups, traitTables } = this.#cube;
    const table = traitTables[group][field]!;
    const free = this.#freeGroup(facet);
    // An incident with a subject that counts meets the rest of the filter by it.
    const all = this.#once(`${group} ${free} subjects`, () => {
      const { incidents } = this.#population.tally(group, free);
      return subjectsOfTraits(table, ofValues(table, groups[group].fields[field]!.positions, incidents));
    });
    return this.#once(`${measure} ${free} subjects`, () => {
      const passes = passingTraits(table, isCounted(measure, {}));
      return all.map((subjects, trait) => subjects * passes[trait]!);
    });
  }

  /** The incidents of each code with a subject that a measure counts and that has no number. */
  #withoutNumber(measure: ReportedMeasure, facet: DimensionName, ofTrait: Int32Array, codes: number): Float64Array {
    // Each person described is one; only entries of weapons can lack their number.
    if (measures[measure].subject !== 'weapon') return new Float64Array(codes);
    const field = fieldOfMeasure(measure)!;
    const group = groupOfNumbers(field);
    const { groups, traitTables } = this.#cube;
    const table = traitTables[group][field]!;
    const { incidents } = this.#population.tally(group, this.#freeGroup(facet));
    const passes = passingTraits(table, isCounted(measure, {}));
    const counted = ofTrait.map((code, trait) => (passes[trait] === 1 ? code : -1));
    return sumsOfCodes(table, counted, codes, ofValues(table, groups[group].fields[field]!.positions, incidents), Number.isNaN);
  }

  /** The incidents of each combination of a group that do not give the number of a measure. */
  #missingOf(group: GroupName, measure: ReportedMeasure, free: GroupName | undefined): Float64Array {
    return this.#once(`${group} ${measure} ${free} missing`, () =>
      missingByCombination(this.#cube, group, { measure, filter: this.#filter }, this.#population.rows(free)),
    );
  }

  /** What a measure gives for each combination of a group; added up once for all facets of the group. */
  #amountsOf(group: GroupName, measure: Measure, free: GroupName | undefined): Float64Array {
    return this.#once(`${group} ${measure} ${free} amounts`, () => {
      const amounts = amountsOf(this.#cube, measure, this.#filter);
      return sumByCombination(this.#cube, group, amounts, this.#rowsWith(group, measure, free));
    });
  }

  /** The rows that can add to sums: none that describes nobody where people are counted or distinguished. */
  #rowsWith(group: GroupName, measure: Measure, free: GroupName | undefined): SelectedRows {
    const { bitmaps, range } = this.#population.rows(free);
    const { rowFlags, rowsWithPeople } = this.#cube;
    const people = peopleOfMeasure(measure);
    const counted = isSubjectMeasure(measure) ? rowFlags.undescribed[groupOfNumbers(fieldOfMeasure(measure)!)] : undefined;
    const empty = [rowFlags.undescribed[group], counted].filter((rows) => rows !== undefined);
    const rows = bitmaps.map((bitmap) => {
      const some = people ? intersection(this.#cube, [bitmap, rowsWithPeople[togetherWith(people)]], range) : bitmap;
      return empty.reduce((rest, one) => difference(this.#cube, rest, one, range), some);
    });
    return { bitmaps: rows, range };
  }

  #once(key: string, calculate: () => Float64Array): Float64Array {
    let known = this.#known.get(key);
    if (!known) this.#known.set(key, (known = calculate()));
    return known;
  }
}

function isHarmed(measure: Measure): measure is HarmedPeople {
  return (harmedPeople as readonly Measure[]).includes(measure);
}

/** Sums by combination as sums by value; all 0 if nothing was counted. @param matching 1 for each combination that counts, 0 for each that does not */
function ofValues(
  { start }: TraitTable,
  positions: Uint32Array,
  sums: Uint32Array | Float64Array,
  matching?: Uint8Array,
): Float64Array {
  const found = new Float64Array(start.length - 1);
  for (let code = 0; code < sums.length; code++) if (matching?.[code] !== 0) found[positions[code]!]! += sums[code]!;
  return found;
}
