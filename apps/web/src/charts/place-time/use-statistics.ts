import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { runInWorker } from './run-in-worker.ts';
import type { StatisticsAnswers, StatisticsTask } from './statistics-task.ts';

export interface Statistics<Answer> {
  readonly answer: Answer | undefined;
  readonly error: Error | null;
  /** Share that is done, from 0 to 1; undefined while nothing is being calculated. */
  readonly share: number | undefined;
  /** True if a person has stopped it. */
  readonly isStopped: boolean;
  readonly stop: () => void;
  readonly start: () => void;
}

/**
 * A calculation in a thread of its own, once for each key. It ends when nothing shows it any more.
 * @param key what the task is made of
 * @param task undefined while its data is on its way
 */
export function useStatistics<Task extends StatisticsTask>(
  key: readonly unknown[],
  task: Task | undefined,
): Statistics<StatisticsAnswers[Task['kind']]> {
  const client = useQueryClient();
  const queryKey = ['statistics', ...key];
  const [share, setShare] = useState(0);
  const { data, error, fetchStatus, refetch } = useQuery({
    queryKey,
    enabled: task !== undefined,
    queryFn: ({ signal }) => {
      setShare(0);
      return runInWorker(task!, { signal, progress: setShare });
    },
    staleTime: Infinity,
    retry: false,
  });
  const isRunning = fetchStatus === 'fetching';
  return {
    answer: data,
    error,
    share: isRunning ? share : undefined,
    isStopped: task !== undefined && data === undefined && error === null && !isRunning,
    stop: () => void client.cancelQueries({ queryKey }),
    start: () => void refetch(),
  };
}
