import { filterLimits } from '@monitor/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { type ListOfRows, queries, rowsPerPage } from '../api/queries.ts';

/** Rows that can be picked at once: as many as an address can name. */
export const mostPicks = filterLimits.identifiers;

/** The incidents that somebody has picked by hand. */
export interface Picks {
  readonly ids: ReadonlySet<string>;
  /** True if more were wanted than can be picked. */
  readonly isFull: boolean;
  /** Picks a row, or lets it go. With `through`, all rows from the one that was picked last. */
  readonly toggle: (id: string, index: number, through: boolean) => void;
  readonly clear: () => void;
}

const none: ReadonlySet<string> = new Set();

/** Picks of one list: those of another are let go. */
export function usePicks(list: ListOfRows): Picks {
  const [state, setState] = useState({ query: list.query, ids: none, isFull: false });
  const isOfList = state.query === list.query;
  const last = useRef(0);
  const client = useQueryClient();

  const pick = useCallback(
    (change: (ids: ReadonlySet<string>) => ReadonlySet<string>) =>
      setState((before) => {
        const wanted = [...change(before.query === list.query ? before.ids : none)];
        return { query: list.query, ids: new Set(wanted.slice(0, mostPicks)), isFull: wanted.length > mostPicks };
      }),
    [list.query],
  );
  const toggle = useCallback(
    (id: string, index: number, through: boolean) => {
      const from = last.current;
      last.current = index;
      if (!through) {
        pick((ids) => (ids.has(id) ? new Set([...ids].filter((one) => one !== id)) : new Set([...ids, id])));
        return;
      }
      void idsBetween(Math.min(from, index), Math.max(from, index)).then((more) => pick((ids) => new Set([...ids, ...more])));
    },
    // oxlint-disable-next-line react/exhaustive-deps -- idsBetween depends on client and list alone
    [pick, client, list],
  );

  /** Identifiers of rows, which may not have been in view yet; a few more than can be picked at most. */
  async function idsBetween(first: number, end: number): Promise<string[]> {
    const to = Math.min(end, first + mostPicks);
    const [from, after] = [Math.floor(first / rowsPerPage), Math.floor(to / rowsPerPage)];
    const pages = await Promise.all(
      Array.from({ length: after - from + 1 }, (_, at) => client.fetchQuery(queries.rows(list, from + at))),
    );
    const begin = from * rowsPerPage;
    return pages.flatMap(({ items }) => items.map((item) => item.id)).slice(first - begin, to + 1 - begin);
  }

  return {
    ids: isOfList ? state.ids : none,
    isFull: isOfList && state.isFull,
    toggle,
    clear: useCallback(() => pick(() => none), [pick]),
  };
}
