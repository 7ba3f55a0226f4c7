import { type DimensionName, type Interval, isSplitBy, type Measure } from '@monitor/domain';
import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import type { Answers, SummaryParts } from '../answers/use-answers.ts';
import { loadedPart } from '../controls/loaded-part.tsx';
import type { Texts } from '../i18n/text-files.ts';

/** One chart: what it is called, what of the summary it draws, and its card. */
export interface Chart {
  readonly name: string;
  readonly title: (t: TFunction, shown: { readonly measure: Measure; readonly interval: Interval }) => string;
  /** Lists whose values it counts. */
  readonly facets: readonly DimensionName[];
  /** Whether it says anything of a measure; of every one where left out. */
  readonly isOf?: (measure: Measure) => boolean;
  /** Whether it draws the hours of the week. */
  readonly hours?: true;
  readonly Card: ComponentType<{ title: string; answers: Answers }>;
}

const TrendCard = loadedPart(() => import('./trend-card.tsx'));
const RunningCard = loadedPart(() => import('./running-card.tsx'));
const FacetCard = loadedPart(() => import('./facet-card.tsx'));
const LocationCard = loadedPart(() => import('./location-card.tsx'));
const RegionCard = loadedPart(() => import('./region-card.tsx'));
const WeekCard = loadedPart(() => import('./week-card.tsx'));

/** The lists whose charts have titles in the texts. */
type TitledList = DimensionName & keyof Texts['interface']['chart']['by'];

/** Bars by the values of a list; a chart of a list without titles does not compile. */
function facetChart(dimension: TitledList, isOf: (measure: Measure) => boolean = () => true): Chart {
  return {
    isOf,
    name: dimension,
    title: (t, { measure }) =>
      t(`chart.by.${dimension}.${measure === 'incidents' ? 'incidents' : 'others'}`, { measure: t(`measure.${measure}.name`) }),
    facets: [dimension],
    Card: (props) => <FacetCard what={props.title} dimension={dimension} {...props} />,
  };
}

/** The charts beside the map, from top to bottom. */
export const charts: readonly Chart[] = [
  {
    name: 'trend',
    title: (t, { measure, interval }) => t(`chart.trend.title.${interval}`, { measure: t(`measure.${measure}.name`) }),
    facets: [],
    Card: (props) =>
      props.answers.against === undefined ? (
        <TrendCard what={props.title} {...props} />
      ) : (
        <RunningCard what={props.title} answers={props.answers} />
      ),
  },
  facetChart('type'),
  { ...facetChart('country'), Card: (props) => <LocationCard what={props.title} dimension="country" {...props} /> },
  { ...facetChart('region'), Card: (props) => <RegionCard what={props.title} {...props} /> },
  facetChart('weapon'),
  // For people killed, it would only say that they were killed.
  facetChart('outcome', (measure) => measure === 'incidents'),
  ...(['victim_sex', 'victim_age', 'relationship', 'perpetrator_sex', 'perpetrator_age', 'mode'] as const).map((dimension) =>
    facetChart(dimension, (measure) => isSplitBy(measure, dimension)),
  ),
  {
    name: 'week',
    title: (t) => t('chart.week.title'),
    facets: [],
    hours: true,
    Card: (props) => <WeekCard what={props.title} {...props} />,
  },
];

/** The charts that say something of a measure. */
export function chartsOf(measure: Measure): readonly Chart[] {
  return charts.filter(({ isOf }) => isOf?.(measure) ?? true);
}

/** What the charts of a measure together draw of a summary. */
export function chartParts(measure: Measure): SummaryParts {
  const drawn = chartsOf(measure);
  return { facets: drawn.flatMap(({ facets }) => facets), hours: drawn.some(({ hours }) => hours === true) };
}
