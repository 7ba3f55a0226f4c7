import { type Interval, intervals, measureNames } from '@monitor/domain';
import { type Static, Type } from 'typebox';
import { component } from '../field-schemas.ts';
import { Summary } from '../summary.ts';
import { pageOf } from './page.ts';
import {
  Amount,
  Count,
  Day,
  List,
  MeasureName,
  named,
  NoData,
  PeriodOf,
  Query,
  Sentence,
  SyntheticShare,
  TrendMark,
  TrendStep,
} from './verdicts.ts';

/** The incidents of the filter (A), or those that it is compared with (B). */
const ExploreSide = Type.Object({
  query: Query('its incidents'),
  name: Type.String({ description: 'What it is called in a sentence, by what differs: `B (Kosovo*)`.' }),
  summary: component(Summary),
  ranked: Type.Optional(
    Type.Object(
      { query: Query('them'), summary: component(Summary) },
      { description: 'The numbers that rates are made of, where these leave something out: see `leftOut` of the page.' },
    ),
  ),
  sources: List(Type.String(), 'The datasets that its incidents come from.'),
  held: List(Type.String(), 'The datasets with such incidents at any time. The days that they cover decide what can be compared.'),
  synthetic: SyntheticShare,
  coverage: Type.Optional(
    PeriodOf('First and last day of the data about the locations of the filter, or of all data if there is none about them.'),
  ),
});
export type ExploreSide = Static<typeof ExploreSide>;

/** A number with its name, and how it changed or differs. */
const KeyFigure = Type.Object({
  of: named([...measureNames, 'rate'], '`rate`: the chosen measure per 100,000 people per year.'),
  label: Type.String({ description: 'The words beside the number: `person killed`.' }),
  amounts: List(Type.Union([Amount, Type.Null()]), 'Of A and, if two are compared, of B. Null: not reported, or no rate.'),
  values: List(Type.String(), 'The same as text.'),
  verdict: Type.Optional(Type.String({ description: 'How it changed or differs, in a few words: `16% fewer`.' })),
  isClear: Type.Boolean({ description: 'True if the 95% interval does not include “no difference”.' }),
  detail: Type.Optional(
    Type.String({ description: 'What it is compared with, where a rate comes from, or why nothing is compared.' }),
  ),
  explanation: Type.Optional(Type.String({ description: 'In full sentences.' })),
  about: Type.Optional(Type.String({ description: 'What the explanation is about: `About this change: people killed`.' })),
  missing: Type.Optional(Type.String({ description: 'How many incidents describe nobody, for a number of people described.' })),
});
export type KeyFigure = Static<typeof KeyFigure>;

/** The amount of one value of a list. */
const SaidBar = Type.Object({
  value: Type.String({ description: 'A value of the list.' }),
  name: Type.String(),
  amounts: List(
    Type.Union([Amount, Type.Null()]),
    'Of A and, if two are compared, of B. Null: the selection does not include the value, or there is no rate.',
  ),
  low: Type.Optional({ ...Amount, description: 'The 95% interval of a rate.' }),
  high: Type.Optional(Amount),
  ratio: Type.Optional(
    Type.Object(
      { ratio: Type.Number(), low: Type.Number(), high: Type.Number() },
      { description: 'A divided by B with its 95% interval. Absent if it cannot be given.' },
    ),
  ),
  note: Type.Optional(Type.String({ description: 'That ratio in words, or why there is none.' })),
  isClear: Type.Optional(
    Type.Boolean({ description: 'True if A and B clearly differ, after correction for the number of values (5%).' }),
  ),
});
export type SaidBar = Static<typeof SaidBar>;

const SaidBars = Type.Object({
  reading: Sentence,
  bars: List(SaidBar, 'Those with most in A first.'),
  notes: List(Sentence),
  without: Type.Optional(
    List(Type.Object({ name: Type.String(), text: Sentence, why: Sentence }), 'Values with incidents but without a rate, and why.'),
  ),
});
export type SaidBars = Static<typeof SaidBars>;

/** The chosen measure over time. */
const ExploreTrend = Type.Object({
  interval: named<Interval>(intervals, 'The length of a step.'),
  steps: List(component(TrendStep)),
  parts: List(
    Type.Object({
      value: Type.String({ description: 'Code of a location.' }),
      name: Type.String(),
      counts: List(Type.Union([Count, Type.Null()]), 'One for each step. Null if the step is not whole.'),
    }),
    'Lines of several chosen locations, in place of one line. Empty if there are not several.',
  ),
  reading: Type.Optional(Sentence),
  legend: List(TrendMark),
  legendText: { ...Sentence, description: 'The legend and the changes of the data, for a file.' },
  unusual: List(Day, 'First days of the months outside the usual range, those with most first.'),
});
export type ExploreTrend = Static<typeof ExploreTrend>;

/** Answer of `GET /api/v1/pages/explore`: figures and charts of one filter, or of two side by side. */
export const ExplorePage = pageOf(
  'ExplorePage',
  Type.Object({
    sides: List(ExploreSide, 'A and, if two are compared, B.'),
    measure: MeasureName,
    months: Type.Optional(
      Type.Object(
        { from: Day, counts: List(Count, 'One for each month.') },
        { description: 'The chosen measure by month under the filter without its period. Absent if there is no data.' },
      ),
    ),
    noData: Type.Optional(NoData),
    finding: Type.Object({ text: Sentence, detail: Type.Optional(Sentence), isClear: Type.Boolean() }),
    figures: List(KeyFigure),
    datasetNotes: Type.Optional({
      ...Sentence,
      description: 'Present if the people killed include suicides, or if incidents of several days are counted on their first.',
    }),
    charts: Type.Record(
      Type.String(),
      Type.Object({
        counts: SaidBars,
        rates: Type.Optional({ ...SaidBars, description: 'Per 100,000 people per year. Only with `rates`.' }),
      }),
      { description: 'The charts of the lists of the filter, by the name of the list.' },
    ),
    trend: Type.Optional({
      ...ExploreTrend,
      description: 'Absent if two selections are compared, or if another chart is requested.',
    }),
  }),
);
export type ExplorePage = Static<typeof ExplorePage>;
export type ExploreData = NonNullable<ExplorePage['data']>;
