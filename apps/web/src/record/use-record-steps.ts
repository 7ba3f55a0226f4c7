import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef } from 'react';
import { queries } from '../api/queries.ts';
import { openIncident } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';

/** Where a record is among those that the table lists, and the way to the ones beside it. */
export interface RecordSteps {
  /** Counted from 1 in the order of the table; undefined while it is not known, or where it is not in the table. */
  readonly position: number | undefined;
  readonly total: number;
  /** False if the table does not list it; undefined while that is not known. */
  readonly isListed: boolean | undefined;
  /** Undefined if there is none. */
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
}

/** Previous and next in the order of the table: same filter and same order, however far down. */
export function useRecordSteps(id: string): RecordSteps {
  const { query, view, actInPlace } = useExplore();
  const { sort, measure } = view;
  const list = useMemo(() => ({ query, sort, measure }), [query, sort, measure]);
  const { data } = useQuery(queries.rowsAround(list, id));
  const at = data?.items.findIndex((item) => item.id === id) ?? -1;
  const before = data?.items[at - 1]?.id;
  const after = at < 0 ? undefined : data?.items[at + 1]?.id;

  // A person who has opened another record meanwhile, or closed it, stays there.
  const go = (other: string) => actInPlace((state) => (state.view.incident === id ? openIncident(other)(state) : state));

  // The neighbours are read next, and are there at once then, with the way on from them.
  const client = useQueryClient();
  useEffect(() => {
    for (const one of [after, before]) {
      if (one === undefined) continue;
      void client.prefetchQuery(queries.incident(one));
      void client.prefetchQuery(queries.rowsAround(list, one));
    }
  }, [client, list, after, before]);

  return {
    position: at < 0 || data === undefined ? undefined : (data.offset ?? 0) + at + 1,
    total: data?.total ?? 0,
    isListed: data && at >= 0,
    previous: before === undefined ? undefined : () => go(before),
    next: after === undefined ? undefined : () => go(after),
  };
}

/** Does something for each record that is opened or stepped to, once it has been drawn and before it is seen. */
export function useEachRecord(id: string, act: () => void): void {
  const done = useRef<string>(undefined);
  const begin = useEffectEvent(act);
  useLayoutEffect(() => {
    if (done.current === id) return;
    done.current = id;
    begin();
  }, [id]);
}
