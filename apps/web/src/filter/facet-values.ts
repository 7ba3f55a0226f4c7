import type { FacetValue } from '@monitor/contract';
import { type DimensionName, dimensions } from '@monitor/domain';

/** One line of a list of the panel; `incidents` is undefined while the count is awaited. */
export interface FacetLine {
  readonly value: string;
  readonly incidents: number | undefined;
}

/**
 * The lines of a list: what the data holds, most incidents first, then what is chosen or possible without any.
 * A closed vocabulary is shown whole; of names only those that occur or are chosen.
 */
export function facetLines(
  dimension: DimensionName,
  counted: readonly FacetValue[] | undefined,
  chosen: readonly string[],
): FacetLine[] {
  const expected = dimensions[dimension].values;
  const possible: readonly string[] = expected instanceof RegExp ? chosen : expected.codes;
  const lines: FacetLine[] = (counted ?? []).map(({ value, incidents }) => ({ value, incidents }));
  const known = new Set(lines.map((line) => line.value));
  const others = possible.filter((value) => !known.has(value));
  return [...lines, ...others.map((value) => ({ value, incidents: counted === undefined ? undefined : 0 }))];
}

/** The lines shown while a list is short: the first ones, and every chosen one wherever it stands. */
export function shortLines(lines: readonly FacetLine[], chosen: readonly string[], length: number): FacetLine[] {
  // A list that would hide a single line is shown whole: the line costs no more than the button.
  if (lines.length <= length + 1) return [...lines];
  return lines.filter((line, index) => index < length || chosen.includes(line.value));
}
