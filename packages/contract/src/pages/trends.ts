import { type Interval, intervals } from '@monitor/domain';
import { type Static, Type } from 'typebox';
import { component } from '../field-schemas.ts';
import { FacetValue } from '../summary.ts';
import { type SeriesSplit, seriesSplits, type Unit, units } from '../view-names.ts';
import { pageOf } from './page.ts';
import {
  Amount,
  Count,
  Day,
  Difference,
  List,
  MeasureName,
  named,
  NoData,
  NotReported,
  PeriodOf,
  Query,
  SaidBreak,
  SaidChanges,
  Sentence,
  SyntheticShare,
  TrendMark,
  TrendStep,
  withReporting,
} from './verdicts.ts';

/** A change of the level. */
const DrawnLevel = Type.Object({
  at: { ...Day, description: 'First day of the first month of the new level.' },
  from: { ...Day, description: 'The change lies between these two with 95% certainty.' },
  to: Day,
  title: Sentence,
  detail: Sentence,
});
export type DrawnLevel = Static<typeof DrawnLevel>;

const DrawnPart = Type.Object({
  value: Type.String({ description: 'A value of the list. `not_reported`: what belongs to none.' }),
  name: Type.String(),
  amounts: List(Type.Union([Amount, Type.Null()]), 'One for each step. Null if the data does not cover it, or it has no rate.'),
  end: Type.String({ description: 'The last amount.' }),
});
export type DrawnPart = Static<typeof DrawnPart>;

/** How each part of a split series changed. */
const SplitVerdicts = Type.Object({
  title: Sentence,
  reading: Sentence,
  note: Type.Optional({ ...Sentence, description: 'What the mark † means, where a row has it.' }),
  rows: List(
    Type.Object({
      value: Type.Optional(Type.String({ description: 'A value of the list. Absent for all together.' })),
      name: Type.String(),
      rate: Type.Optional({ ...Amount, description: 'Per 100,000 people and year.' }),
      count: Count,
      earlier: Type.Optional({ ...Count, description: 'The number in the period compared with.' }),
      difference: Type.Optional(component(Difference)),
      verdict: Sentence,
      isClear: Type.Boolean({ description: 'True if the change stands out after correction for the number of comparisons.' }),
      isMarked: Type.Boolean({
        description: 'True if the 95% interval alone does not contain zero, but the change does not stand out.',
      }),
      query: Query('the incidents counted'),
    }),
    'The part with the highest rate first or, without rates, the largest; all together last.',
  ),
});
export type SplitVerdicts = Static<typeof SplitVerdicts>;

/** What is written at the end of the line. */
const LineEnd = Type.Object({
  key: named(['average', 'last', 'partial'], 'What ends there.'),
  title: Type.String(),
  detail: Type.Optional(Type.String()),
  value: { ...Amount, description: 'Where it ends.' },
});
export type LineEnd = Static<typeof LineEnd>;

/** Answer of `GET /api/v1/pages/trends`: one long series, and its finding. */
export const TrendsPage = pageOf(
  'TrendsPage',
  Type.Object({
    query: Query('the incidents counted'),
    coverage: PeriodOf(
      'First and last day of the data about the locations of the filter, or of all data if there is none about them.',
    ),
    period: Type.Optional(PeriodOf('First and last day of the series.')),
    incidents: Count,
    noData: Type.Optional(NoData),
    sources: List(Type.String(), 'The datasets that the incidents come from.'),
    synthetic: SyntheticShare,
    facets: Type.Record(Type.String(), List(FacetValue), {
      description:
        'How many incidents each value of the lists that people filter by most would leave, whichever of them are chosen.',
    }),
    title: { ...Sentence, description: 'The finding: how the level changed, or how the last year compares with the one before.' },
    reading: Sentence,
    what: { ...Sentence, description: 'What the series is of: `Violent incidents per month`.' },
    notes: List(Sentence),
    measure: MeasureName,
    split: named<SeriesSplit>(seriesSplits, 'The list by which the series is split.'),
    interval: named<Interval>(intervals, 'The length of a step.'),
    unit: named<Unit>(units, '`rate`: per 100,000 people and year.'),
    noRate: Type.Optional(Type.String({ description: 'Why no rate can be given.' })),
    steps: List(component(TrendStep)),
    legend: List(TrendMark),
    legendText: { ...Sentence, description: 'The legend and the changes of the data, for a file.' },
    levels: List(DrawnLevel, 'Changes of the level whose date is known to within a year. Empty beside parts.'),
    provisionalFrom: Type.Optional({ ...Day, description: 'First step of those that still fill up.' }),
    ends: List(LineEnd, 'Empty beside parts.'),
    peak: Type.Optional(
      Type.Object(
        {
          start: Day,
          value: Amount,
          also: List(Day, 'Earlier steps that are as high: at most two.'),
          title: Type.String(),
          detail: Type.String(),
        },
        { description: 'The highest step, or the last of a few that are as high.' },
      ),
    ),
    addsUp: Type.Boolean({ description: 'Whether the parts are parts of a whole. Otherwise an incident can be in several.' }),
    parts: List(DrawnPart, 'The series of each value of the list by which it is split, largest first.'),
    unfinished: Type.Optional({
      ...Sentence,
      description: 'Which days the last amounts of the parts cover, where the last step is incomplete.',
    }),
    verdicts: Type.Optional(SplitVerdicts),
  }),
);
export type TrendsPage = Static<typeof TrendsPage>;
export type TrendsData = NonNullable<TrendsPage['data']>;

/** Answer with `part=places`: what changed in each place, and the rate of each by year. */
export const TrendsPlaces = pageOf(
  'TrendsPlaces',
  Type.Object({
    period: PeriodOf('The period that is compared with the one before.'),
    query: Query('the incidents compared'),
    changes: Type.Object({ ...SaidChanges.properties, reading: Sentence }),
    rates: Type.Optional(
      Type.Object(
        {
          title: Sentence,
          reading: Sentence,
          isPartial: Type.Boolean({ description: 'True if the last year is not complete.' }),
          years: List(Day, 'First days of the years.'),
          places: List(
            Type.Object({
              code: Type.Optional(Type.String({ description: 'Code of a location. Absent for all together.' })),
              rates: List(Type.Union([Amount, Type.Null()]), 'One for each year. Null if there is none.'),
              breaks: Type.Optional(List(component(SaidBreak), 'Where the data of these years changes.')),
            }),
            'The place with the highest rate of the last year first.',
          ),
        },
        { description: 'Per 100,000 people and year. Absent if there are not several places with a rate.' },
      ),
    ),
  }),
);
export type TrendsPlaces = Static<typeof TrendsPlaces>;
export type TrendsPlacesData = NonNullable<TrendsPlaces['data']>;

/** People or seizures by year, as columns. */
const ByYear = Type.Object({
  title: Sentence,
  reading: Sentence,
  query: Query('what is counted'),
  columns: List(
    Type.Object({
      label: Type.String({ description: 'The year.' }),
      value: Count,
      unknown: { ...Count, description: 'What may belong to it, since it is not reported.' },
      partly: Type.Optional(Type.String({ description: 'How far the year goes, if it is not complete: `to Oct`.' })),
    }),
  ),
  places: Type.Optional(
    List(
      Type.Object({ code: Type.String(), count: Count }),
      'How many of them each location has, where they are people: most first.',
    ),
  ),
});
export type ByYear = Static<typeof ByYear>;

/** Lists by whose values people are counted. */
const peopleLists = ['victim_sex', 'victim_age', 'relationship', 'victim_outcome', 'perpetrator_sex', 'perpetrator_age'] as const;
export type PeopleList = (typeof peopleLists)[number];
const PeopleListName = named<PeopleList>(peopleLists, 'A list of the filter.');
const Value = Type.String({ description: 'A value of the list.' });

/** Answer with `part=subjects`: the people and weapons of the incidents. */
export const TrendsSubjects = pageOf(
  'TrendsSubjects',
  Type.Object({
    period: PeriodOf('The period of what is not by year.'),
    partners: Type.Optional({ ...ByYear, description: 'Women killed by a partner. Absent if the filter selects none of them.' }),
    children: Type.Optional({ ...ByYear, description: 'Children in accidental shootings. Absent if it selects none of them.' }),
    suicides: Type.Optional({ ...ByYear, description: 'Absent without data.' }),
    people: Type.Optional(
      Type.Object(
        {
          title: Sentence,
          reading: Sentence,
          query: Query('the people'),
          columns: List(
            Type.Object({
              measure: named(['killed', 'injured'], 'What happened to them.'),
              count: Count,
              notReported: NotReported,
              amount: Type.String(),
            }),
          ),
          groups: List(
            Type.Object({
              list: PeopleListName,
              rows: List(Type.Object({ value: Value, amounts: List(Count, 'One for each column.') })),
            }),
          ),
        },
        {
          description:
            'People killed and injured by sex and age. Those who are not described at all are `not_reported`; a filter of victims leaves them out. Absent if there are none, or both lists are selected.',
        },
      ),
    ),
    seizures: Type.Optional(
      Type.Object(
        {
          title: Sentence,
          reading: Sentence,
          query: Query('the seizures'),
          weapons: Count,
          weaponsNotReported: {
            ...NotReported,
            description: 'Seizures in which the number of at least one weapon is not reported.',
          },
          amount: Type.String({ description: '`5,366 weapons`' }),
          groups: List(
            Type.Object({
              list: named(['weapon', 'mode', 'legal', 'traced'], 'A list of the filter.'),
              rows: List(Type.Object({ value: Value, ...withReporting(['weapons'], Count) })),
            }),
          ),
          traced: Type.Optional(Type.Object({ title: Sentence, text: Type.Optional(Sentence) })),
          largest: Type.Optional(Sentence),
          notReported: Type.Optional(Sentence),
        },
        { description: 'What was seized. Absent if there are no seizures, or other types are selected.' },
      ),
    ),
  }),
);
export type TrendsSubjects = Static<typeof TrendsSubjects>;
export type TrendsSubjectsData = NonNullable<TrendsSubjects['data']>;

/** Answer with `part=tables`: its detailed tables. */
export const TrendsTables = pageOf(
  'TrendsTables',
  Type.Object({
    described: Type.Object(
      {
        reading: Sentence,
        query: Query('the people'),
        types: List(Type.String(), 'Incident types with a column of their own. The columns after them: other types, all.'),
        groups: List(
          Type.Object({
            list: PeopleListName,
            role: named(['victims', 'perpetrators'], 'Who they are.'),
            rows: List(
              Type.Object({
                value: Value,
                amounts: List(Count, 'One for each column but the last.'),
                sum: Count,
                query: Query('all of them'),
              }),
            ),
            sums: List(Count, 'One for each column.'),
          }),
        ),
      },
      { description: 'Victims and perpetrators who are described one by one.' },
    ),
    large: Type.Optional(
      Type.Object(
        {
          ...ByYear.properties,
          years: List(
            Type.Object({
              seizures: Count,
              large: Count,
              unknown: { ...Count, description: 'Seizures of weapons none of which has a number: they may be large.' },
              ...withReporting(['weapons'], Count),
              inLarge: { ...Count, description: 'Weapons in large seizures.' },
              query: Query('the seizures'),
              largeQuery: Query('the large seizures'),
            }),
            'One for each column.',
          ),
          found: Type.Optional(Type.Object({ text: Sentence, query: Query('the large seizures of the period') })),
        },
        { description: 'Large seizures beside all. Absent without data, or if other types are selected.' },
      ),
    ),
  }),
);
export type TrendsTables = Static<typeof TrendsTables>;
export type TrendsTablesData = NonNullable<TrendsTables['data']>;
