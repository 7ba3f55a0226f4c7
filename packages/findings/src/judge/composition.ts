import type { FacetValue } from '@monitor/contract';

/** A part of a whole. */
export interface CompositionPart {
  /** Values of the list that it adds up. */
  readonly values: readonly string[];
  readonly count: number;
  /** Of the sum of all parts. */
  readonly share: number;
}

/** Parts below this share are added up, as are those that are called "other" anyway. */
const smallest = 0.03;
const otherValues = ['other', 'not_reported'];

/** What a number is made of: its parts, largest first, the small ones together at the end. */
export function compositionOf(counted: readonly FacetValue[]): CompositionPart[] {
  const found = counted.filter(({ incidents }) => incidents > 0).toSorted((one, other) => other.incidents - one.incidents);
  const whole = found.reduce((sum, { incidents }) => sum + incidents, 0);
  const small = found.filter(({ value, incidents }) => otherValues.includes(value) || incidents / whole < smallest);
  // A single one is named rather than called "other".
  const together = small.length > 1 ? small : small.filter(({ value }) => otherValues.includes(value));
  const part = (values: readonly FacetValue[]): CompositionPart => {
    const count = values.reduce((sum, { incidents }) => sum + incidents, 0);
    return { values: values.map(({ value }) => value), count, share: count / whole };
  };
  const alone = found.filter((value) => !together.includes(value)).map((value) => part([value]));
  return together.length === 0 ? alone : [...alone, part(together)];
}
