import type { CountedName } from '../../charts/place-order.ts';
import type { Summary } from '@monitor/contract';
import { type Filter, type Period, without, withoutPlace } from '@monitor/domain';
import { coverageOf, type Dataset, datasetsHolding, datasetsInScope, type SyntheticShare, syntheticShare } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSummary } from '../../answers/use-summary.ts';
import { queries } from '../../api/queries.ts';
import { kindFilters } from './kinds-of-filter.ts';
import { withPeriod } from './use-place-answers.ts';

/** What the index of places is drawn from: answers to one selection and period in all places. */
export interface PlacesAnswers {
  readonly filter: Filter;
  /** Violence, or what the address selects of it; seizures where it selects nothing else. */
  readonly main: { readonly filter: Filter; readonly name: CountedName; readonly answer: Summary };
  readonly seizures: { readonly filter: Filter; readonly answer: Summary } | undefined;
  /** The same by month over all data, with a part for each location. */
  readonly past: Summary;
  /** The period that is compared with, by region; undefined until it is known. */
  readonly before: Summary | undefined;
  readonly datasets: readonly Dataset[];
  readonly concerned: readonly Dataset[];
  readonly synthetic: SyntheticShare;
}

export interface Places {
  readonly coverage: Period | undefined;
  /** With the period that the page is of. */
  readonly filter: Filter;
  /** Undefined until they are there. */
  readonly answers: PlacesAnswers | undefined;
  /** True while any of them is of an earlier filter: together they are of no selection at all. */
  readonly outdated: boolean;
  readonly error: Error | null;
}

/** The answers for all places, the filter of the address being known. */
export function usePlaces(addressFilter: Filter): Places {
  const list = useQuery(queries.datasets());
  const rest = useMemo(() => withoutPlace(addressFilter), [addressFilter]);
  const datasets = useMemo(
    () =>
      list.data &&
      datasetsInScope(
        rest,
        list.data.datasets.filter(({ incidents }) => incidents > 0),
      ),
    [list.data, rest],
  );
  const coverage = useMemo(() => datasets && coverageOf(datasets), [datasets]);
  const filter = useMemo(() => withPeriod(rest, coverage), [rest, coverage]);
  const kinds = useMemo(() => kindFilters(filter), [filter]);
  const ready = coverage !== undefined;
  const mainFilter = kinds.violence ?? kinds.seizures ?? filter;
  const seizureFilter = kinds.violence === undefined ? undefined : kinds.seizures;
  const asked = (one: Filter | undefined) => (ready ? one : undefined);
  // As the front door asks, which most people come from.
  const main = useSummary(asked(mainFilter), { facets: ['type', 'country', 'region'], split: 'country', partTotals: true });
  const past = useSummary(asked(without(mainFilter, 'from', 'to')), { facets: ['dataset', 'country'], split: 'country' });
  const seizures = useSummary(asked(seizureFilter), { facets: ['country', 'region'], interval: 'none' });
  const comparison = main.data?.comparison;
  const before = useSummary(comparison ? { ...mainFilter, from: comparison.from, to: comparison.to } : undefined, {
    facets: ['region'],
    interval: 'none',
  });
  const error = list.error ?? main.error ?? past.error ?? seizures.error;
  const outdated =
    main.outdated ||
    past.outdated ||
    (seizureFilter !== undefined && seizures.outdated) ||
    (comparison !== undefined && comparison !== null && before.outdated);
  const isThere = datasets !== undefined && main.data !== undefined && past.data !== undefined;
  if (!isThere || (seizureFilter !== undefined && seizures.data === undefined))
    return { coverage, filter, answers: undefined, outdated, error };
  const name = kinds.violence === undefined ? 'seizures' : kinds.narrowed ? 'incidents' : 'violence';
  const answers = {
    filter,
    main: { filter: mainFilter, name, answer: main.data },
    seizures: seizureFilter && seizures.data && { filter: seizureFilter, answer: seizures.data },
    past: past.data,
    before: before.data,
    datasets,
    concerned: datasetsHolding(datasets, mainFilter, past.data.facets),
    synthetic: syntheticShare(datasets),
  } as const;
  return { coverage, filter, answers, outdated, error };
}
