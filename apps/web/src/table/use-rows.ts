import type { IncidentList, ListedIncident } from '@monitor/contract';
import { useQueries, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type ListOfRows, queries, rowsPerPage } from '../api/queries.ts';
import { inBrowser } from '../controls/in-browser.ts';
import { useExplore } from '../filter/use-explore.ts';

/** The sorted list of the address. */
export function useList(): ListOfRows {
  const { query, view } = useExplore();
  const { sort, measure } = view;
  return useMemo(() => ({ query, sort, measure }), [query, sort, measure]);
}

/** Rows of the list, as far as they have come. */
export interface Rows {
  /** Undefined before the first answer. */
  readonly total: number | undefined;
  /** The row at a position from 0; undefined while it is awaited. */
  readonly rowAt: (index: number) => ListedIncident | undefined;
  /** True if the rows are those of an earlier list, while the first of this one are awaited. */
  readonly outdated: boolean;
  readonly fetching: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

interface Loaded {
  readonly list: ListOfRows;
  readonly pages: ReadonlyMap<number, IncidentList>;
  readonly total: number;
}

/**
 * The rows from one position to another, a page at a time, all of one dataset version: where the data changes, pages of the older
 * version are requested again.
 * @param first and @param last positions from 0, both included
 */
export function useRows(list: ListOfRows, first: number, last: number): Rows {
  const [from, to] = [Math.floor(first / rowsPerPage), Math.floor(Math.max(first, last) / rowsPerPage)];
  const numbers = useMemo(() => Array.from({ length: to - from + 1 }, (_, at) => from + at), [from, to]);
  const { answers, failed, fetching } = useQueries({ queries: numbers.map((page) => queries.rows(list, page)), combine });
  // In the browser, only where they came with the page.
  const { data: beginning } = useQuery({ ...queries.firstRows(list), enabled: !inBrowser });
  useOneVersion(list, numbers, answers);

  const current: Loaded | undefined = useMemo(() => {
    const pages = new Map<number, IncidentList>();
    for (const [at, answer] of answers.entries()) if (answer !== undefined) pages.set(numbers[at]!, answer);
    if (numbers[0] === 0 && !pages.has(0) && beginning !== undefined) pages.set(0, beginning);
    const [newest] = [...pages.values()].toSorted((one, other) => other.datasetVersion - one.datasetVersion);
    return newest === undefined ? undefined : { list, pages, total: newest.total };
  }, [list, numbers, beginning, answers]);
  const [kept, keep] = useState(current);
  if (current !== undefined && current !== kept) keep(current);
  const shown = current ?? kept;

  const rowAt = useCallback(
    (index: number) => shown?.pages.get(Math.floor(index / rowsPerPage))?.items[index % rowsPerPage],
    [shown],
  );
  return {
    total: shown?.total,
    rowAt,
    outdated: shown !== undefined && shown.list !== list,
    fetching,
    error: failed[0]?.error ?? null,
    retry: () => {
      for (const { refetch } of failed) void refetch();
    },
  };
}

function combine(results: readonly UseQueryResult<IncidentList>[]) {
  return {
    answers: results.map(({ data }) => data),
    failed: results.filter(({ error }) => error !== null),
    fetching: results.some(({ isFetching }) => isFetching),
  };
}

/** Requests pages again that are of an older dataset version than others. */
function useOneVersion(list: ListOfRows, numbers: readonly number[], answers: readonly (IncidentList | undefined)[]): void {
  const client = useQueryClient();
  useEffect(() => {
    const newest = Math.max(0, ...answers.map((answer) => answer?.datasetVersion ?? 0));
    for (const [at, answer] of answers.entries()) {
      if (answer === undefined || answer.datasetVersion === newest) continue;
      void client.refetchQueries({ queryKey: queries.rows(list, numbers[at]!).queryKey, exact: true });
    }
  }, [client, list, numbers, answers]);
}
