import type { FacetValue, Summary } from '@monitor/contract';

/** What the figures of seizures of a period are read from, so that they are counted once. */
export const seizuresRequest = {
  interval: 'none',
  facets: ['weapon', 'mode', 'legal', 'traced'],
  measures: ['weapons', 'rounds'],
} as const;

/** How much of what was seized was traced (SDG 16.4.2): the least it can be, and the most, with what is not reported. */
export interface TracedShare {
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
  readonly all: number;
}

const amountOf = (facet: readonly FacetValue[] | undefined, value: string) =>
  facet?.find((one) => one.value === value)?.weapons ?? 0;

export function tracedShare({ facets }: Pick<Summary, 'facets'>): TracedShare {
  const [yes, no, unknown] = ['yes', 'no', 'not_reported'].map((value) => amountOf(facets.traced, value)) as [
    number,
    number,
    number,
  ];
  return { yes, no, unknown, all: yes + no + unknown };
}

/** The weapons of each value of a list, most first and not reported last. */
export function weaponsBy(facet: readonly FacetValue[] | undefined): { readonly value: string; readonly weapons: number }[] {
  return (facet ?? [])
    .map(({ value, weapons = 0 }) => ({ value, weapons }))
    .filter(({ weapons }) => weapons > 0)
    .toSorted(
      (one, other) => Number(one.value === 'not_reported') - Number(other.value === 'not_reported') || other.weapons - one.weapons,
    );
}
