import type { SignalList, SignalSeries } from '@monitor/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries } from '../api/queries.ts';
import { type LastAnswer, useLastAnswer } from '../api/use-last-answer.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { SignalWording } from './signal-words.ts';

/** Weeks that a list of signals looks back at most. */
export const mostSignalWeeks = 52;

/**
 * The unusual weeks of some series; the last ones while new ones are on their way.
 * @param query chooses series by location, type and weapon, as a filter does; all of them where empty
 */
export function useSignals(query: string, weeks = mostSignalWeeks): LastAnswer<SignalList, string> {
  return useLastAnswer(useQuery(queries.signals(query, weeks)), query);
}

/** The series of an answer by their identifier. */
export function useSeriesOf(list: SignalList | undefined): ReadonlyMap<string, SignalSeries> {
  return useMemo(() => new Map((list?.series ?? []).map((one) => [one.id, one])), [list]);
}

/** What the sentences about signals are made with, in the language of the interface. */
export function useSignalWording(): SignalWording {
  const { t } = useTranslation();
  const terms = useTerms();
  const format = useFormat();
  return { t, terms, ...format };
}
