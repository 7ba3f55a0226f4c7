import { filterQuery } from '@monitor/contract';
import {
  calendarPeriodBefore,
  type DimensionName,
  type Filter,
  filterOfLargeSeizures,
  type Measure,
  yearsEarlier,
} from '@monitor/domain';
import { type Dataset, datasetsHolding, datasetsInScope } from '@monitor/findings';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { queries } from '../../api/queries.ts';
import { reportFilter } from '../../filter/report-address.ts';
import { type Brief, type BriefAnswers, facet, filterOf, type Subject, yearFilter } from './brief.ts';

interface Question {
  readonly filter: Filter;
  readonly interval: 'month' | 'none';
  readonly facets?: readonly DimensionName[];
  readonly measures?: readonly Measure[];
  readonly hours?: boolean;
}

/** What a brief asks the API, by the name of the answer. */
function questionsOf({ place, dataset, period }: Subject): Readonly<Record<keyof BriefAnswers, Question>> {
  const at = (days: { from?: string; to: string }) => reportFilter({ place, dataset }, days);
  const seizures = (days: { from?: string; to: string }): Question => ({
    filter: { ...at(days), type: ['weapon_seizure'] },
    measures: ['weapons', 'rounds'],
    interval: 'none',
  });
  const victims = (sex: 'woman' | 'man' | 'not_reported'): Question => ({
    filter: { ...at(period), victim_sex: [sex] },
    facets: ['victim_age', 'relationship'],
    interval: 'none',
  });
  const before = calendarPeriodBefore(period);
  const yearBefore = yearsEarlier(period, 1);
  return {
    now: {
      filter: at(period),
      facets: ['type', 'legal', 'weapon', 'source', 'place_precision', 'dataset'],
      hours: true,
      interval: 'none',
    },
    before: { filter: at(before), interval: 'none' },
    yearBefore: { filter: at(yearBefore), facets: ['type'], interval: 'none' },
    months: { filter: at({ to: period.to }), facets: ['dataset', 'country'], interval: 'month' },
    seizures: { ...seizures(period), facets: ['weapon', 'mode', 'traced'] },
    largeSeizures: { filter: filterOfLargeSeizures(at(period)), measures: ['weapons'], interval: 'none' },
    seizuresBefore: seizures(before),
    seizuresYearBefore: { ...seizures(yearBefore), facets: ['weapon'] },
    seizuresByMonth: { ...seizures({ to: period.to }), interval: 'month' },
    women: victims('woman'),
    men: victims('man'),
    unknownSex: victims('not_reported'),
    year: { filter: yearFilter({ place, dataset, period }), facets: ['country', 'region'], interval: 'none' },
    yearEverywhere: { filter: yearFilter({ place: { kind: 'all' }, dataset, period }), facets: ['country'], interval: 'none' },
  };
}

/** A brief, or why there is none yet. */
export interface BriefState {
  /** Undefined until all of its answers are there: half a brief would be printed. */
  readonly brief: Brief | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Asks for all that a brief says. @param subject undefined where the data are not known yet */
export function useBrief(subject: Subject | undefined): BriefState {
  const datasets = useQuery(queries.datasets());
  const questions = subject === undefined ? [] : Object.values(questionsOf(subject));
  const asked = useQueries({
    queries: questions.map(({ filter, interval, facets, ...others }) =>
      queries.summary(filterQuery(filter), interval, facets ?? [], others),
    ),
  });
  const answers = asked.flatMap(({ data }) => data ?? []);
  const isWhole = answers.length > 0 && answers.length === questions.length;
  const isMixed = isWhole && new Set(answers.map(({ datasetVersion }) => datasetVersion)).size > 1;
  const renew = useEffectEvent(() => {
    for (const one of asked) void one.refetch();
  });
  // The data changed between two answers; figures of two states would not add up.
  useEffect(() => {
    if (isMixed) renew();
  }, [isMixed]);

  const error = datasets.error ?? asked.find((one) => one.error !== null)?.error ?? null;
  const retry = () => {
    for (const one of [datasets, ...asked]) if (one.error !== null) void one.refetch();
  };
  if (subject === undefined || datasets.data === undefined || !isWhole || isMixed) return { brief: undefined, error, retry };
  const named = Object.fromEntries(Object.keys(questionsOf(subject)).map((name, index) => [name, answers[index]]));
  return { brief: briefOf(subject, named as unknown as BriefAnswers, datasets.data.datasets), error, retry };
}

function briefOf(subject: Subject, answers: BriefAnswers, all: readonly Dataset[]): Brief {
  const inScope = datasetsInScope(subject, all);
  const shown = facet(answers.now, 'dataset').map(({ value }) => value);
  return {
    ...subject,
    answers,
    datasets: datasetsHolding(inScope, filterOf(subject), answers.months.facets),
    datasetsKnown: inScope,
    datasetsShown: inScope.filter(({ slug }) => shown.includes(slug)),
  };
}
