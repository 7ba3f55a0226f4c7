import { filterQuery, type Summary } from '@monitor/contract';
import type { DimensionName, Filter } from '@monitor/domain';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { queries } from './queries.ts';

/** What a person sees of one request to the API: its answer, or the last one there was. */
export interface LastAnswer<Answer, Request = undefined> {
  /** The answer, or the last one that came, while a new one is awaited or has failed; undefined before the first. */
  readonly data: Answer | undefined;
  /** What `data` answers, which is an older request where it is outdated; undefined before the first answer. */
  readonly request: Request | undefined;
  /** True if `data` is an older answer than the request. */
  readonly outdated: boolean;
  readonly fetching: boolean;
  /** Why the request has no answer: until one comes, so that a notice of it stays during the next attempt. */
  readonly error: Error | null;
  readonly retry: () => void;
}

interface QueryState<Answer> {
  readonly data: Answer | undefined;
  readonly isFetching: boolean;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/**
 * Keeps the last answer on the screen while the next one is on its way and when it fails.
 * @param request the current request: kept with its answer, so that it is known what an outdated answer is of, and with its failure
 */
export function useLastAnswer<Answer, Request = undefined>(
  { data, isFetching, error, refetch }: QueryState<Answer>,
  request?: Request,
): LastAnswer<Answer, Request> {
  const [kept, keep] = useState({ data, request });
  if (data !== undefined && data !== kept.data) keep({ data, request });
  const [failed, fail] = useState({ error, request });
  if (error !== null && error !== failed.error) fail({ error, request });
  const triedAgain = data === undefined && isFetching && request !== undefined && request === failed.request;
  const shown = data === undefined ? kept : { data, request };
  const answer = {
    data: shown.data,
    request: shown.data === undefined ? undefined : shown.request,
    outdated: data === undefined && kept.data !== undefined,
    fetching: isFetching,
    error: error ?? (triedAgain ? failed.error : null),
  };
  // The same object while it says the same, so that what is drawn from it stays.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- all that it consists of
  return useMemo(() => ({ ...answer, retry: () => void refetch() }), [...Object.values(answer), refetch]);
}

/** Counts of the values of some lists under a filter; the last ones while new ones are on their way. */
export function useFacets(filter: Filter, facets: readonly DimensionName[], enabled = true): Summary['facets'] | undefined {
  const asked = useQuery({ ...queries.summary(filterQuery(filter), 'none', facets), enabled });
  return useLastAnswer(asked).data?.facets;
}
