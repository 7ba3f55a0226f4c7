import type { IsoDate } from '@monitor/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type Answers, summaryQuestion } from '../../answers/use-answers.ts';
import { setPeriod } from '../../filter/filter-actions.ts';
import { useExplore } from '../../filter/use-explore.ts';
import { type BrushWindow, periodOf } from './brush-window.ts';

/** Fetches the figures of a window ahead, so that they are at hand when the window goes there. Rejects where they cannot be had. */
export function usePreparedFigures(
  months: readonly IsoDate[],
  { coverage, datasets }: Pick<Answers, 'coverage' | 'datasets'>,
): (window: BrushWindow) => Promise<unknown> {
  const client = useQueryClient();
  const { stateAfter } = useExplore();
  return useCallback(
    (window) => client.ensureQueryData(summaryQuestion(stateAfter(setPeriod(periodOf(window, months, coverage))), datasets)),
    [client, stateAfter, months, coverage, datasets],
  );
}
