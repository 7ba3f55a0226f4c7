import { type Static, type TSchema, Type } from 'typebox';
import { type IndicatorFramework, indicatorFrameworks, indicatorVerdictCodes, type Measure, measureNames } from '@monitor/domain';

const oneOf = <Code extends string>(codes: readonly Code[], description: string) =>
  Type.Unsafe<Code>({ type: 'string', enum: [...codes], description });
const orNull = <Schema extends TSchema>(schema: Schema, options: { readonly description?: string } = {}) =>
  Type.Union([schema, Type.Null()], options);
const List = <Item extends TSchema>(item: Item, description: string) => Type.Immutable(Type.Array(item, { description }));

export const Framework = oneOf(Object.keys(indicatorFrameworks) as IndicatorFramework[], 'Who asks for the indicator.');

/** Why a year of an indicator has no value. */
export const indicatorGaps = [
  'no_data',
  'not_reported',
  'none_counted',
  'too_few',
  'short',
  'no_population',
  'part_covered',
] as const;
export type IndicatorGap = (typeof indicatorGaps)[number];

/** What the values of indicators are counted in. */
export const indicatorUnits = ['incidents', 'people', 'weapons', 'rounds', 'percent', 'per_100000'] as const;
export type IndicatorUnit = (typeof indicatorUnits)[number];

/** One indicator in one year, for one location or for all of the answer together. */
export const IndicatorCell = Type.Object({
  place: orNull(Type.String(), { description: 'Code of the location. `null` for all locations of the answer together.' }),
  year: Type.Integer(),
  complete: Type.Boolean({ description: 'False if the data covers only part of the year.' }),
  value: orNull(Type.Number(), { description: 'In the unit of the indicator. `null` if there is none: see `gap`.' }),
  low: orNull(Type.Number(), { description: 'Of a rate: lower end of its 95% interval.' }),
  high: orNull(Type.Number(), { description: 'Of a rate: upper end of its 95% interval.' }),
  gap: orNull(oneOf(indicatorGaps, 'The reason.'), {
    description:
      'Why there is no value. `no_data`: the data does not cover the year. `not_reported`: no incident gives the number. `none_counted`: a share of nothing. `too_few`: a rate of fewer than 10 events. `no_population`: the population of the year is not known. `part_covered`: the data covers a part of the location only.',
  }),
  numerator: Type.Integer({ minimum: 0, description: 'What `query` counts.' }),
  denominator: orNull(Type.Number(), {
    description: 'Of a share: what the numerator is divided by. Of a rate: people times years.',
  }),
  unknown: orNull(Type.Integer({ minimum: 0 }), {
    description:
      'Of a share: those of whom it is not known whether they belong to the numerator. Of other indicators: incidents that do not give the number, which is not counted as 0. `null` for numbers of incidents.',
  }),
  unknownShare: orNull(Type.Number(), {
    description: '`unknown` in percent of everyone or everything that the share is about, or of the incidents.',
  }),
  before: orNull(Type.Number(), { description: 'The value of the year before.' }),
  ratio: orNull(Type.Number(), { description: 'This year divided by the year before, per day covered (a rate: per person).' }),
  ratioLow: orNull(Type.Number(), { description: 'Lower end of the 95% interval of `ratio`.' }),
  ratioHigh: orNull(Type.Number(), { description: 'Upper end of the 95% interval of `ratio`.' }),
  verdict: oneOf(
    indicatorVerdictCodes,
    'What can be said of the change on the year before. `rise` and `fall` only if it stands out after correction for the number of comparisons of the year (Benjamini and Hochberg, 5%): all together, or single locations. `possible_rise` and `possible_fall` if only its own interval excludes 1.',
  ),
  population: orNull(Type.Object({ source: Type.String(), firstYear: Type.Integer(), lastYear: Type.Integer() }), {
    description: 'Of a rate: where the population comes from, and the years of the figures used.',
  }),
  query: Type.String({ description: 'The filter of the incidents that are counted, as query parameters.' }),
});
export type IndicatorCell = Static<typeof IndicatorCell>;

export const IndicatorSeries = Type.Object({
  id: Type.String({ description: 'Stable name.' }),
  framework: Framework,
  title: Type.String(),
  definition: Type.String(),
  kind: oneOf(['count', 'rate', 'share'], 'A number, a rate per 100,000 people and year, or a share.'),
  unit: oneOf(indicatorUnits, 'What the values are in.'),
  measure: Type.Unsafe<Measure>({ type: 'string', enum: [...measureNames], description: 'The measure that is added up.' }),
  better: oneOf(['lower', 'higher', 'none'], 'The direction that is an improvement.'),
  cells: List(IndicatorCell, 'By location, all together first, and year.'),
});
export type IndicatorSeries = Static<typeof IndicatorSeries>;

/** Answer of `GET /api/v1/indicators`. */
export const IndicatorTable = Type.Object(
  {
    datasetVersion: Type.Integer(),
    years: List(Type.Integer(), 'Oldest first.'),
    places: List(
      Type.Object({
        code: Type.String(),
        name: Type.String(),
        note: orNull(Type.String()),
        synthetic: oneOf(['none', 'some', 'all'], 'How many of the datasets about it are made up.'),
      }),
      'The locations of the answer.',
    ),
    morePlaces: Type.Integer({
      minimum: 0,
      description: 'Locations with data that are left out, those with the fewest incidents. Name them in `country` to see them.',
    }),
    indicators: List(IndicatorSeries, 'By framework.'),
    families: List(
      Type.Object({
        year: Type.Integer(),
        of: oneOf(
          ['together', 'single'],
          'The changes of all locations together, or those of all single locations with data, chosen or not.',
        ),
        compared: Type.Integer({ minimum: 0, description: 'Changes whose number the verdicts are corrected for.' }),
        alone: Type.Integer({ minimum: 0, description: 'Those whose own interval excludes 1.' }),
        clear: Type.Integer({ minimum: 0, description: 'Those that stand out after correction.' }),
      }),
      'The comparisons that are corrected together.',
    ),
    unavailable: List(
      Type.Object({ framework: Framework, title: Type.String(), reason: Type.String() }),
      'What the frameworks ask for that incidents cannot answer.',
    ),
    synthetic: oneOf(['none', 'some', 'all'], 'How many of the datasets are made up.'),
    notes: List(Type.String(), 'Sentences that must accompany the figures.'),
    datasets: List(
      Type.Object({
        slug: Type.String(),
        title: Type.String(),
        licence: Type.String(),
        licence_url: orNull(Type.String()),
        attribution: Type.String(),
      }),
      'The datasets that the figures come from.',
    ),
  },
  { $id: 'IndicatorTable' },
);
export type IndicatorTable = Static<typeof IndicatorTable>;
