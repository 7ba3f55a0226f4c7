import type { FacetValue } from '@monitor/contract';
import { type DimensionName, dimensions } from '@monitor/domain';

/** One line of a list of the panel; `incidents` is undefined while the count is awaited. */
export interface FacetLine {
  readonly value: string;
  readonly incidents: number | undefined;
  /** Of what is compared with; undefined if nothing is, or while it is awaited. */
  readonly other?: number | undefined;
}

/**
 * The lines of a list: what the data holds, most incidents first, then what is chosen or possible without any.
 * A closed vocabulary is shown whole; of names only those that occur or are chosen.
 */
export function facetLines(
  dimension: DimensionName,
  counted: readonly FacetValue[] | undefined,
  chosen: readonly string[],
  against?: readonly FacetValue[],
): FacetLine[] {
  const expected = dimensions[dimension].values;
  const possible: readonly string[] = expected instanceof RegExp ? chosen : expected.codes;
  const others = new Map((against ?? []).map(({ value, incidents }) => [value, incidents]));
  const otherOf = (value: string) => (against === undefined ? {} : { other: others.get(value) ?? 0 });
  const lines: FacetLine[] = (counted ?? []).map(({ value, incidents }) => ({ value, incidents, ...otherOf(value) }));
  const known = new Set(lines.map((line) => line.value));
  const rest = [...new Set([...others.keys(), ...possible])].filter((value) => !known.has(value));
  return [...lines, ...rest.map((value) => ({ value, incidents: counted === undefined ? undefined : 0, ...otherOf(value) }))];
}

/** Lines in the order of these values; those of other values follow, as they are. */
export function inOrder<Line extends { readonly value: string }>(lines: readonly Line[], order: readonly string[]): Line[] {
  const placeOf = new Map(order.map((value, index) => [value, index]));
  return lines.toSorted((one, other) => (placeOf.get(one.value) ?? order.length) - (placeOf.get(other.value) ?? order.length));
}

/** The lines shown while a list is short: the first ones, and every chosen one wherever it stands. */
export function shortLines<Line extends { readonly value: string }>(
  lines: readonly Line[],
  chosen: readonly string[],
  length: number,
): Line[] {
  // A list that would hide a single line is shown whole: the line costs no more than the button.
  if (lines.length <= length + 1) return [...lines];
  return lines.filter((line, index) => index < length || chosen.includes(line.value));
}
