import { useState } from 'react';

/** What a person sees of one question to the API. */
export interface Kept<Answer> {
  /** The answer, or the last one that came, while a new one is awaited or has failed; undefined before the first. */
  readonly data: Answer | undefined;
  /** True where `data` is an older answer than the question. */
  readonly outdated: boolean;
  readonly fetching: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

interface QueryState<Answer> {
  readonly data: Answer | undefined;
  readonly isFetching: boolean;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** Keeps the last answer on the screen while the next one is on its way and when it fails. */
export function useKept<Answer>({ data, isFetching, error, refetch }: QueryState<Answer>): Kept<Answer> {
  const [kept, keep] = useState(data);
  if (data !== undefined && data !== kept) keep(data);
  return {
    data: data ?? kept,
    outdated: data === undefined && kept !== undefined,
    fetching: isFetching,
    error,
    retry: () => void refetch(),
  };
}
