import { type CodeOfDimension, type DimensionName, dimensions } from './dimensions.ts';
import { type Filter, without } from './filter.ts';
import { recordOf } from './record-of.ts';
import { byIncidents, type FacetValue, type FigureName, figureNames, type Figures } from './summary.ts';
import { dimensionsOfField, type DimensionField, fieldOf, type FieldValue, testOfField, type Trait, traitsIn } from './traits.ts';

/*
 * What a filter and its facets mean for a combination of fields. Incidents with the same values are counted first, by the cube or by
 * SQL; then a constraint is decided, and a facet read, once for each combination.
 */

/** Values by the name of the field. */
export type Combination = Readonly<Record<string, FieldValue>>;

/** The codes of a dimension that the traits of its field have, each once, where the filter allows the rest of the trait. */
export function codesOfFacet(facet: DimensionName, filter: Filter): (traits: readonly Trait[]) => readonly string[] {
  const field = fieldOf(facet);
  const at = (dimensionsOfField.get(field) ?? []).indexOf(facet);
  const meets = testOfField(field, without(filter, facet));
  return (traits) => [...new Set((meets ? traits.filter(meets) : traits).map((trait) => trait[at] ?? ''))];
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
 * The values of a facet, most incidents first, under the filter without the facet's own constraint.
 * @param fields all fields of the combinations; what the filter says of them is applied here, and nowhere before
 */
export function sumFacet(
  facet: DimensionName,
  fields: readonly DimensionField[],
  filter: Filter,
  counted: CountedCombinations,
): FacetValue[] {
  const tests = fields.map((field) => [field, testOfField(field, without(filter, facet))] as const);
  const codesWanted = codesOfFacet(facet, filter);
  const sums = new Map<string, Record<FigureName, number>>();
  for (const [combination, figures] of counted) {
    const traits = (field: DimensionField) => traitsIn(field, combination[field] ?? null);
    if (figures.incidents === 0 || tests.some(([field, meets]) => meets && !traits(field).some(meets))) continue;
    for (const value of codesWanted(traits(fieldOf(facet)))) {
      const sum = sums.get(value) ?? recordOf(figureNames, () => 0);
      for (const name of figureNames) sum[name] += figures[name];
      sums.set(value, sum);
    }
  }
  return [...sums].map(([value, sum]) => ({ value, ...sum })).sort(byIncidents);
}
