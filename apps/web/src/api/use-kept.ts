import { filterQuery, type Summary } from '@monitor/contract';
import type { DimensionName, Filter } from '@monitor/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from './queries.ts';

/** What a person sees of one question to the API. */
export interface Kept<Answer, Question = undefined> {
  /** The answer, or the last one that came, while a new one is awaited or has failed; undefined before the first. */
  readonly data: Answer | undefined;
  /** What `data` answers, which is an older question where it is outdated; undefined before the first answer. */
  readonly question: Question | undefined;
  /** True where `data` is an older answer than the question. */
  readonly outdated: boolean;
  readonly fetching: boolean;
  /** Why the question has no answer: until one comes, so that a notice of it stays while it is tried again. */
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
 * @param question what is asked now: kept with its answer, for whoever must know what an outdated answer is of, and with its failure
 */
export function useKept<Answer, Question = undefined>(
  { data, isFetching, error, refetch }: QueryState<Answer>,
  question?: Question,
): Kept<Answer, Question> {
  const [kept, keep] = useState({ data, question });
  if (data !== undefined && data !== kept.data) keep({ data, question });
  const [failed, fail] = useState({ error, question });
  if (error !== null && error !== failed.error) fail({ error, question });
  const triedAgain = data === undefined && isFetching && question !== undefined && question === failed.question;
  const shown = data === undefined ? kept : { data, question };
  return {
    data: shown.data,
    question: shown.data === undefined ? undefined : shown.question,
    outdated: data === undefined && kept.data !== undefined,
    fetching: isFetching,
    error: error ?? (triedAgain ? failed.error : null),
    retry: () => void refetch(),
  };
}

/** Counts of the values of some lists under a filter; the last ones while new ones are on their way. */
export function useFacets(filter: Filter, facets: readonly DimensionName[], enabled = true): Summary['facets'] | undefined {
  // The coarsest series, since only the facets are wanted.
  const asked = useQuery({ ...queries.summary(filterQuery(filter), 'year', facets), enabled });
  return useKept(asked).data?.facets;
}
