import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { queries } from '../api/queries.ts';
import { openIncident } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';

/** Where a record is among those that the table lists, and the way to the ones beside it. */
export interface RecordSteps {
  /** Counted from 1 in the order of the table; undefined where it is not among the rows that have loaded. */
  readonly position: number | undefined;
  readonly total: number;
  /** Number of rows that have loaded; undefined while there are none yet. */
  readonly listed: number | undefined;
  /** Undefined where there is none. */
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
}

/** Records before the last loaded one at which more rows are requested. */
const ahead = 5;

/** Previous and next in the order of the table: same filter, same order, same answer of the API. */
export function useRecordSteps(id: string): RecordSteps {
  const { query, view, actInPlace } = useExplore();
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = useInfiniteQuery(
    queries.incidents(query, view.sort, view.measure),
  );
  const ids = useMemo(() => data?.pages.flatMap(({ items }) => items.map((item) => item.id)), [data]);
  const at = ids?.indexOf(id) ?? -1;
  const before = at > 0 ? ids?.[at - 1] : undefined;
  const after = at < 0 ? undefined : ids?.[at + 1];

  // A person who has opened another record meanwhile, or closed it, stays there.
  const go = (other: string) => actInPlace((state) => (state.view.incident === id ? openIncident(other)(state) : state));
  const goBeyond = async () => {
    const { data: more } = await fetchNextPage();
    const next = more?.pages.flatMap(({ items }) => items)[at + 1];
    if (next !== undefined) go(next.id);
  };

  const nearEnd = ids !== undefined && at >= ids.length - ahead;
  useEffect(() => {
    // After a failure, only the person tries again.
    if (nearEnd && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [nearEnd, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  // The neighbours are read next, and are there at once then.
  const client = useQueryClient();
  useEffect(() => {
    for (const one of [after, before]) if (one !== undefined) void client.prefetchQuery(queries.incident(one));
  }, [client, after, before]);

  return {
    position: at < 0 ? undefined : at + 1,
    total: data?.pages[0]?.total ?? 0,
    listed: ids?.length,
    previous: before === undefined ? undefined : () => go(before),
    next: after !== undefined ? () => go(after) : at >= 0 && hasNextPage ? () => void goBeyond() : undefined,
  };
}
