import type { FacetValue, Summary } from '@monitor/contract';
import { type Reported, reportedOf } from '@monitor/domain';

/** What the figures of seizures of a period are read from, so that they are counted once. */
export const seizuresRequest = {
  interval: 'none',
  facets: ['weapon', 'mode', 'legal', 'traced'],
  measures: ['weapons', 'rounds'],
} as const;

const amountOf = (facet: readonly FacetValue[] | undefined, value: string) =>
  facet?.find((one) => one.value === value)?.weapons ?? 0;

/** How many of the weapons seized were traced, and how many not: of all classes, where SDG indicator 16.4.2 is of firearms alone. */
export function tracedShare({ facets }: Pick<Summary, 'facets'>) {
  const [yes = 0, no = 0, unknown = 0] = ['yes', 'no', 'not_reported'].map((value) => amountOf(facets.traced, value));
  return { yes, no, all: yes + no + unknown };
}

/** The weapons of each value of a list that the filter selects, most first and not reported last. */
export function weaponsBy(
  facet: readonly FacetValue[] | undefined,
  selected: readonly string[] | undefined,
): { readonly value: string; readonly weapons: Reported }[] {
  return (facet ?? [])
    .filter(({ value }) => selected?.includes(value) ?? true)
    .map(({ value, ...figures }) => ({ value, weapons: reportedOf(figures, 'weapons') }))
    .filter(({ weapons }) => weapons.count > 0)
    .toSorted(
      (one, other) =>
        Number(one.value === 'not_reported') - Number(other.value === 'not_reported') || other.weapons.count - one.weapons.count,
    );
}
