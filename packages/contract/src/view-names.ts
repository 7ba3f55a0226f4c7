import { type DimensionName, intervals } from '@monitor/domain';

/** Parameters of a screen's address that are not part of the filter: how its answer is looked at. */
export const viewNames = [
  'against',
  'at',
  'columns',
  'hexagons',
  'hours',
  'incident',
  'incidents',
  'indicators',
  'interval',
  'layer',
  'locations',
  'measure',
  'opacity',
  'period',
  'pinned',
  'regions',
  'shade',
  'show',
  'signals',
  'sort',
  'split',
  'spots',
  'statistics',
  'tables',
  'unit',
  'widths',
] as const;

/** Plain counts, or rates per 100,000 people and year. */
export const units = ['count', 'rate'] as const;
export type Unit = (typeof units)[number];

/** Lists by whose values a series over time can be split. */
export const seriesSplits = ['none', 'country', 'region', 'type', 'weapon', 'victim_sex', 'victim_age', 'outcome'] as const;
export type SeriesSplit = (typeof seriesSplits)[number];

/** What Signals lists. */
export const signalKinds = ['all', 'violence', 'seizures', 'weapons'] as const;
export type SignalKind = (typeof signalKinds)[number];

/** Whether Indicators has rows of each location, or only of all together. */
export const indicatorRowChoices = ['each', 'together'] as const;

/** Lengths of a step of the series that can be requested; `auto` is the one that suits the period. */
export const intervalChoices = ['auto', ...intervals] as const;
export type IntervalChoice = (typeof intervalChoices)[number];

/** The lists of the panel's sections that start open: their counts come with the summary. */
export const openLists = ['country', 'type', 'outcome'] as const satisfies readonly DimensionName[];
