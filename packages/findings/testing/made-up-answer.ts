import type { FacetValue, Summary } from '@monitor/contract';
import { allReported } from '../../domain/testing/all-reported.ts';

type Counts = Partial<Record<'incidents' | 'killed' | 'injured' | 'weapons', number>>;

/** Totals and facets of an answer, for tests. Nobody shares an incident with somebody else. */
export function madeUpAnswer(counts: Counts, facets: Summary['facets'] = {}): Pick<Summary, 'totals' | 'facets'> {
  const { incidents = 0, killed = 0, injured = 0, weapons = 0 } = counts;
  const single = (count: number) => ({ squares: count, largest: [Math.min(1, count), Math.min(1, count - 1)] as const });
  return {
    totals: {
      incidents,
      killed,
      injured,
      weapons,
      threatened: 0,
      suicides: 0,
      withoutPoint: 0,
      dispersion: { weeks: 0, squares: 0, sums: 0 },
      notReported: { killed: 0, injured: 0, threatened: 0, suicides: 0 },
      clustering: { killed: single(killed), injured: single(injured), weapons: single(weapons) },
    },
    facets,
  };
}

/** A value of a facet. */
export function counted(
  value: string,
  { notReported, ...counts }: Counts & { readonly notReported?: Partial<FacetValue['notReported']> },
): FacetValue {
  return {
    value,
    incidents: 0,
    killed: 0,
    injured: 0,
    ...counts,
    notReported: { ...allReported.notReported, ...notReported },
  };
}
