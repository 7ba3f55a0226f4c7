import type { IncidentList, ListedIncident } from '@monitor/contract';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
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
  /** True where the rows are those of an earlier list, while the first of this one are awaited. */
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
  const asked = useQueries({ queries: numbers.map((page) => queries.rows(list, page)) });
  // In the browser, only where they came with the page.
  const { data: beginning } = useQuery({ ...queries.firstRows(list), enabled: !inBrowser });

  const came = asked.flatMap(({ data }) => data ?? []);
  const newest = Math.max(0, ...came.map(({ datasetVersion }) => datasetVersion));
  const outdatedPages = asked.flatMap(({ data }, at) => (data !== undefined && data.datasetVersion < newest ? [numbers[at]!] : []));
  const client = useQueryClient();
  const reread = outdatedPages.join();
  useEffect(() => {
    for (const page of reread === '' ? [] : reread.split(',').map(Number))
      void client.refetchQueries({ queryKey: queries.rows(list, page).queryKey, exact: true });
  }, [client, list, reread]);

  const current: Loaded | undefined = useMemo(() => {
    const pages = new Map<number, IncidentList>();
    for (const [at, { data }] of asked.entries()) if (data !== undefined) pages.set(numbers[at]!, data);
    if (numbers[0] === 0 && !pages.has(0) && beginning !== undefined) pages.set(0, beginning);
    const [any] = [...pages.values()].toSorted((one, other) => other.datasetVersion - one.datasetVersion);
    return any === undefined ? undefined : { list, pages, total: any.total };
    // The answers one by one, since their list is a new one each time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [list, numbers, beginning, ...came]);
  const [kept, keep] = useState(current);
  if (current !== undefined && current !== kept) keep(current);
  const isOfList = kept?.list === list;
  const shown = current ?? kept;

  const rowAt = useCallback(
    (index: number) => shown?.pages.get(Math.floor(index / rowsPerPage))?.items[index % rowsPerPage],
    [shown],
  );
  const failed = asked.filter(({ error }) => error !== null);
  return {
    total: shown?.total,
    rowAt,
    outdated: current === undefined && shown !== undefined && !isOfList,
    fetching: asked.some(({ isFetching }) => isFetching),
    error: failed[0]?.error ?? null,
    retry: () => {
      for (const { refetch } of failed) void refetch();
    },
  };
}
