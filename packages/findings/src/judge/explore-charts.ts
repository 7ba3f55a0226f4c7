import { type DimensionName, isSplitBy, type Measure } from '@monitor/domain';

/** The lists whose values Explore counts as bars, from top to bottom. */
const barLists = [
  'type',
  'country',
  'region',
  'weapon',
  'outcome',
  'victim_sex',
  'victim_age',
  'relationship',
  'perpetrator_sex',
  'perpetrator_age',
  'mode',
] as const satisfies readonly DimensionName[];
export type BarList = (typeof barLists)[number];

/** The charts of Explore, from top to bottom. */
export const exploreCharts = ['trend', ...barLists, 'week'] as const;
export type ExploreChart = (typeof exploreCharts)[number];

/** What an answer is for: all of the screen, the key figures alone, the map alone, or one chart alone. */
export const exploreParts = ['all', 'figures', 'map', ...exploreCharts] as const;
export type ExplorePart = (typeof exploreParts)[number];

export function isBarList(chart: ExploreChart): chart is BarList {
  return (barLists as readonly string[]).includes(chart);
}

/** Lists whose bars say something of some measures only. */
const ofSomeMeasures: Partial<Record<ExploreChart, (measure: Measure) => boolean>> = {
  // Of people killed, it would only say that they were killed.
  outcome: (measure) => measure === 'incidents',
  ...Object.fromEntries(
    (['victim_sex', 'victim_age', 'relationship', 'perpetrator_sex', 'perpetrator_age', 'mode'] as const).map((list) => [
      list,
      (measure: Measure) => isSplitBy(measure, list),
    ]),
  ),
};

/** The charts that say something of a measure. */
export function chartsOf(measure: Measure): readonly ExploreChart[] {
  return exploreCharts.filter((chart) => ofSomeMeasures[chart]?.(measure) ?? true);
}
