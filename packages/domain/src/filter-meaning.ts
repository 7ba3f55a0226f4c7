import { type CodeOfDimension, type DimensionName, dimensions, subjects } from './dimensions.ts';
import { type ConstraintName, constraintNames, constraints, type Filter, without } from './filter.ts';
import type { FilteredIncident } from './incident.ts';
import {
  type DimensionField,
  dimensionsOfField,
  fieldOf,
  type FieldValue,
  noCode,
  testOfField,
  type Trait,
  traitsIn,
} from './traits.ts';
import { recordOf } from './vocabulary.ts';
import { amountIn, isCounted, isSplitBy, lacksNumber, type Measure } from './measures.ts';
import { isReportedMeasure } from './reported.ts';
import { byIncidents, type FacetValue, type Figures, figuresFrom, figuresWith } from './summary.ts';

/** Whether an incident meets a filter: the definition, one incident at a time. SQL and the cube answer faster and are held to it by tests. */
export function meetsFilter(incident: FilteredIncident, filter: Filter): boolean {
  return (
    [...dimensionsOfField.values()].every((names) => meetsTogether(incident, filter, names)) &&
    constraintNames.every((name) => meetsConstraint(incident, filter, name))
  );
}

/** Whether one and the same subject of an incident meets what the filter says of these dimensions, all of that subject. */
function meetsTogether(incident: FilteredIncident, filter: Filter, names: readonly DimensionName[]): boolean {
  const constrained = names.filter((name) => filter[name] !== undefined);
  const [first] = constrained;
  if (first === undefined) return true;
  const { subject } = dimensions[first];
  const all: readonly unknown[] = subject === 'incident' ? [incident] : subjects[subject].of(incident);
  return all.some((one) => constrained.every((name) => allows(filter[name], dimensions[name].codeOf(one))));
}

function allows(allowed: readonly string[] | undefined, code: string | null): boolean {
  return code !== null && (allowed?.includes(code) ?? true);
}

function meetsConstraint(incident: FilteredIncident, filter: Filter, name: ConstraintName): boolean {
  const isMet = constraints[name].isMet as (incident: FilteredIncident, value: unknown) => boolean;
  return filter[name] === undefined || isMet(incident, filter[name]);
}

/*
 * What a filter and its facets mean for a combination of fields. Incidents with the same values are counted first, by the cube or by
 * SQL; then a constraint is decided, and a facet read, once for each combination.
 */

/** Values by the name of the field. */
export type Combination = Readonly<Record<string, FieldValue>>;

/** The code of a dimension in a trait of its field; `noCode` where it has none. */
export function codeReader(name: DimensionName): (trait: Trait) => string {
  const at = (dimensionsOfField.get(fieldOf(name)) ?? []).indexOf(name);
  return ({ codes }) => codes[at] ?? noCode;
}

/** The codes of a dimension that the traits of its field have, each once, where the filter allows the rest of the trait. */
export function codesOfFacet(facet: DimensionName, filter: Filter): (traits: readonly Trait[]) => readonly string[] {
  const codeOf = codeReader(facet);
  const meets = testOfField(fieldOf(facet), without(filter, facet));
  return (traits) => [...new Set((meets ? traits.filter(meets) : traits).map(codeOf))].filter((code) => code !== noCode);
}

/** The codes of a dimension that a field has, each once, in the order of the vocabulary. Throws `RangeError` for an open list. */
export function codesIn<Name extends DimensionName>(name: Name, value: FieldValue): CodeOfDimension<Name>[] {
  const { values } = dimensions[name];
  if (values instanceof RegExp) throw new RangeError(`"${name}" has no vocabulary`);
  const found = codesOfFacet(name, {})(traitsIn(fieldOf(name), value));
  return (values.codes as readonly CodeOfDimension<Name>[]).filter((code) => found.includes(code));
}

/** Combinations that occur, with the sums over the incidents that have them. */
export type CountedCombinations = Iterable<readonly [Combination, Figures]>;

/**
 * The values of a facet, most incidents first, under the filter without the facet's own constraint. What a measure counts is split by
 * the facet where it can be: victims by their sex. Otherwise an incident counts with all that it has for each value that it has.
 * @param fields all fields of the combinations; what the filter says of them is applied here, and nowhere before
 * @param asked measures beside those that every figure has
 */
export function sumFacet(
  facet: DimensionName,
  fields: readonly DimensionField[],
  filter: Filter,
  asked: readonly Measure[],
  counted: CountedCombinations,
): FacetValue[] {
  const rest = without(filter, facet);
  const tests = fields.map((field) => [field, testOfField(field, rest)] as const);
  const codesWanted = codesOfFacet(facet, filter);
  const codeOf = codeReader(facet);
  const names = figuresWith(asked);
  const counts = new Map(names.filter((name) => isSplitBy(name, facet)).map((name) => [name, isCounted(name, rest)]));
  const sums = new Map<string, Readonly<Record<'amounts' | 'missing', Record<Measure, number>>>>();
  for (const [combination, figures] of counted) {
    const traits = (field: DimensionField) => traitsIn(field, combination[field] ?? null);
    if (figures.incidents === 0 || tests.some(([field, meets]) => meets && !traits(field).some(meets))) continue;
    const own = traits(fieldOf(facet));
    for (const value of codesWanted(own)) {
      const sum = sums.get(value) ?? { amounts: recordOf(names, () => 0), missing: recordOf(names, () => 0) };
      const ofValue = own.filter((trait) => codeOf(trait) === value);
      for (const name of names) {
        const isMeant = counts.get(name);
        sum.amounts[name] += isMeant ? figures.incidents * amountIn(ofValue, isMeant) : (figures[name] ?? 0);
        if (isMeant) sum.missing[name] += lacksNumber(ofValue, isMeant) ? figures.incidents : 0;
        else if (isReportedMeasure(name)) sum.missing[name] += figures.notReported[name] ?? 0;
      }
      sums.set(value, sum);
    }
  }
  return [...sums]
    .map(([value, { amounts, missing }]) => ({
      value,
      ...figuresFrom(
        asked,
        (name) => amounts[name],
        (name) => missing[name],
      ),
    }))
    .sort(byIncidents);
}
