import { type Static, Type } from 'typebox';
import { indicatorVerdictCodes } from '@monitor/domain';
import { Framework } from '../indicators.ts';
import { pageOf } from './page.ts';
import { Count, List, MeasureName, named, Query, Sentence } from './verdicts.ts';

const Cell = Type.Object({
  year: Type.Integer(),
  isComplete: Type.Boolean({ description: 'False if the data covers only part of the year.' }),
  value: Type.Union([Type.Number(), Type.Null()], { description: 'In the unit of the indicator. Null where `text` says why.' }),
  text: Type.String({ description: 'The value in words: `76`, `29%`, `not reported`.' }),
  detail: Type.Optional(Type.String({ description: 'What a share is made of, or the 95% interval of a rate.' })),
  query: Type.Optional(Query('the incidents counted. Absent where the data does not cover the year')),
});

const Row = Type.Object({
  place: Type.Union([Type.String(), Type.Null()], { description: 'Code of the location. Null for all together.' }),
  name: Type.String(),
  verdict: Type.Optional(
    Type.Object(
      {
        code: named(
          indicatorVerdictCodes,
          '`rise` and `fall` stand out after correction for the number of comparisons, `possible_rise` and `possible_fall` only by themselves.',
        ),
        text: Type.String({ description: '`24% fewer`' }),
        interval: Type.Optional(Type.String({ description: 'The 95% interval, if the change has one.' })),
        note: Type.Optional(Type.String({ description: 'Whether the change is an improvement, or may be due to chance.' })),
        unknown: Type.Optional(Type.String({ description: 'How much is not known.' })),
      },
      { description: 'The last complete year against the year before.' },
    ),
  ),
  cells: List(Cell, 'By year. Of each location beside all together, only the year that is compared.'),
});

const Indicator = Type.Object({
  id: Type.String({ description: 'Stable name.' }),
  title: Type.String(),
  definition: Sentence,
  measure: MeasureName,
  rows: List(Row, 'All locations together first, then those with most violent incidents for their people.'),
});

/** Answer of `GET /api/v1/pages/indicators`: the indicators of each framework by location and year, and how they changed. */
export const IndicatorsPage = pageOf(
  'IndicatorsPage',
  Type.Object({
    finding: Type.Optional(Type.String({ description: 'What the last complete year says, in one sentence.' })),
    reading: Type.Optional(Sentence),
    families: List(
      Type.String(),
      'How many comparisons the changes are corrected for: of all together, and of all single locations, chosen or not.',
    ),
    more: Type.Optional(Type.String({ description: 'How many locations are left out.' })),
    places: { ...Count, description: 'Number of locations.' },
    synthetic: named(['none', 'some', 'all'], 'How many of the datasets are made up.'),
    frameworks: List(
      Type.Object({
        framework: Framework,
        title: Type.String(),
        reading: Sentence,
        years: List(Type.Object({ year: Type.Integer(), isComplete: Type.Boolean() }), 'Oldest first.'),
        indicators: List(Indicator),
        unavailable: List(
          Type.Object({ title: Type.String(), reason: Sentence }),
          'What the framework asks for that incidents cannot answer.',
        ),
      }),
    ),
  }),
);
export type IndicatorsPage = Static<typeof IndicatorsPage>;
export type IndicatorsData = NonNullable<IndicatorsPage['data']>;
