import type { CountedKind, Interval, Measure } from '@monitor/domain';
import { type BarList, countedKey, type ExploreChart, exploreCharts, isBarList } from '@monitor/findings';
import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import type { Answers } from '../filter/use-answers.ts';
import { loadedPart } from '../controls/loaded-part.tsx';

/** One chart: what it is called, and its card. */
export interface Chart {
  readonly name: ExploreChart;
  readonly title: (
    t: TFunction,
    shown: { readonly measure: Measure; readonly interval: Interval; readonly kind: CountedKind },
  ) => string;
  readonly Card: ComponentType<{ title: string; answers: Answers }>;
}

const TrendCard = loadedPart(() => import('./trend-card.tsx'));
const RunningCard = loadedPart(() => import('./running-card.tsx'));
const ListCard = loadedPart(() => import('./list-card.tsx'));
const WeekCard = loadedPart(() => import('./week-card.tsx'));

type Card = Omit<Chart, 'name'>;

/** The charts that are not bars of a list. */
const otherCards: Readonly<Record<Exclude<ExploreChart, BarList>, Card>> = {
  trend: {
    title: (t, { measure, interval, kind }) =>
      t(`chart.trend.title.${interval}`, { measure: t(countedKey(kind, measure, 'name')) }),
    Card: (props) =>
      props.answers.against === undefined ? (
        <TrendCard what={props.title} {...props} />
      ) : (
        <RunningCard what={props.title} answers={props.answers} />
      ),
  },
  week: { title: (t) => t('chart.week.title'), Card: (props) => <WeekCard what={props.title} {...props} /> },
};

/** The charts beside the map, from top to bottom. */
export const charts: readonly Chart[] = exploreCharts.map((name) => ({
  name,
  ...(isBarList(name) ? barsOf(name) : otherCards[name]),
}));

/** Bars by the values of a list. */
function barsOf(list: BarList): Card {
  return {
    // Bars by type have every type, whichever are chosen.
    title: (t, { measure, kind }) =>
      t(`chart.by.${list}.${measure === 'incidents' ? 'incidents' : 'others'}`, {
        measure: t(countedKey(list === 'type' ? 'chosen' : kind, measure, 'name')),
      }),
    Card: (props) => <ListCard what={props.title} list={list} {...props} />,
  };
}
