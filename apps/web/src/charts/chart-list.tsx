import type { DimensionName, Interval } from '@monitor/domain';
import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import type { Answers, SummaryParts } from '../answers/use-answers.ts';
import { loadedPart } from '../controls/loaded-part.tsx';
import type { Measure } from '../filter/explore-state.ts';
import type { Texts } from '../i18n/text-files.ts';
import { FacetCard } from './facet-card.tsx';
import { LocationCard } from './location-card.tsx';
import { TrendCard } from './trend-card.tsx';

/** One chart: what it is called, what of the summary it draws, and its card. */
export interface Chart {
  readonly name: string;
  readonly title: (t: TFunction, shown: { readonly measure: Measure; readonly interval: Interval }) => string;
  /** Lists whose values it counts. */
  readonly facets: readonly DimensionName[];
  /** Whether it draws the hours of the week. */
  readonly hours?: true;
  readonly Card: ComponentType<{ title: string; answers: Answers }>;
}

/** The lists whose charts have titles in the texts. */
type TitledList = DimensionName & keyof Texts['interface']['chart']['by'];

/** Bars by the values of a list; a chart of a list without titles does not compile. */
function facetChart(dimension: TitledList): Chart {
  return {
    name: dimension,
    title: (t, { measure }) => t(`chart.by.${dimension}.${measure}`),
    facets: [dimension],
    Card: (props) => <FacetCard dimension={dimension} {...props} />,
  };
}

const WeekCard = loadedPart(() => import('./week-card.tsx'));

/** The charts beside the map, from top to bottom. */
export const charts: readonly Chart[] = [
  {
    name: 'trend',
    title: (t, { measure, interval }) => t(`chart.trend.title.${measure}.${interval}`),
    facets: [],
    Card: TrendCard,
  },
  facetChart('type'),
  { ...facetChart('country'), Card: LocationCard },
  facetChart('weapon'),
  facetChart('outcome'),
  {
    name: 'week',
    title: (t) => t('chart.week.title'),
    facets: [],
    hours: true,
    Card: (props) => <WeekCard what={props.title} {...props} />,
  },
];

/** What all charts together draw of a summary. */
export const chartParts: SummaryParts = {
  facets: charts.flatMap(({ facets }) => facets),
  hours: charts.some(({ hours }) => hours === true),
};
