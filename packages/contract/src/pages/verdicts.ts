import { trendMarks } from '../page-names.ts';
import { type Static, type TSchema, Type } from 'typebox';
import { type Measure, measureNames, recordOf, type ReportedMeasure } from '@monitor/domain';
import { component } from '../field-schemas.ts';
import { Level, SignalLines } from '../signals.ts';

/* What pages say of figures. What is described here is judged in `packages/findings/src/judge` and said in `packages/findings/src/say`. */

export const Count = Type.Integer({ minimum: 0 });
export const Amount = Type.Number({ minimum: 0 });
export const Day = Type.String({ format: 'date' });
export const Sentence = Type.String();
export const NoData = Type.String({
  description: 'Present if the data has no day of the period, or of these places: nothing is known, which is not zero.',
});
/** Nobody changes an answer. */
export const List = <Item extends TSchema>(item: Item, description?: string) =>
  Type.Immutable(Type.Array(item, description === undefined ? {} : { description }));
export const named = <const Name extends string>(names: readonly Name[], description: string) =>
  Type.Unsafe<Name>({ type: 'string', enum: [...names], description });
export const MeasureName = named<Measure>(measureNames, 'What is counted.');
export const PeriodOf = (description: string) => Type.Object({ from: Day, to: Day }, { description });
export const Query = (of: string) =>
  Type.String({ description: `The filter of ${of}, as at any other address of the API. Empty: everything.` });

export const SyntheticShare = named(['none', 'some', 'all'], 'How much of the data is made up.');

/** A difference between two periods and its 95% interval. */
export const Difference = Type.Object(
  { difference: Type.Number(), low: Type.Number(), high: Type.Number() },
  { $id: 'Difference', description: 'Change per day with its 95% interval, as shares of one: -0.04 is 4% fewer.' },
);
export type Difference = Static<typeof Difference>;

/** Whether a change is given, or why not. */
export const changeKinds = [
  'change',
  'too_few',
  'in_waves',
  'rests_on_largest',
  'few_incidents',
  'not_reported',
  'no_first_day',
  'no_earlier_data',
  'data_end',
  'data_begin',
  'uneven_data',
] as const;

/** A change as it is said. */
export const SaidChange = Type.Object(
  {
    kind: named(changeKinds, '`change`, or why no change is given.'),
    isClear: Type.Boolean({
      description: 'True if the 95% interval does not contain zero, and the change stands out in its family.',
    }),
    difference: Type.Optional(component(Difference)),
    earlier: Type.Optional({ ...Count, description: 'The number in the period compared with.' }),
    verdict: Type.String({ description: 'In a few words: `16% fewer`, `No clear change`, or why none is given.' }),
    before: Type.Optional(Type.String({ description: 'What it is compared with: `939 a year before (−22% to −6%)`.' })),
    explanation: Type.String({ description: 'In full sentences.' }),
  },
  { $id: 'SaidChange', description: 'How a number changed, with the sentences that say it.' },
);
export type SaidChange = Static<typeof SaidChange>;

/** A finding: a sentence, and whether it says that something clearly changed. */
export const Finding = Type.Object({ text: Sentence, isClear: Type.Boolean() });
export type Finding = Static<typeof Finding>;

const notReported = 'How many of the incidents do not give the number. They do not count as zero.';

/** Beside a count of one measure. */
export const NotReported = Type.Integer({ minimum: 0, description: notReported });

/** Numbers of people or weapons, and beside them how many incidents do not give each. */
export function withReporting<Name extends ReportedMeasure, Of extends TSchema>(names: readonly Name[], of: Of) {
  return {
    ...recordOf(names, () => of),
    notReported: Type.Object(
      recordOf(names, () => Count),
      { description: notReported },
    ),
  };
}

/** A number with its name and its change. */
export const Figure = Type.Object(
  {
    measure: MeasureName,
    count: Type.Union([Count, Type.Null()], {
      description: 'Null if no incident has this number reported. Zero is a reported zero.',
    }),
    notReported: NotReported,
    label: Type.String({ description: 'What stands beside the number: `person killed`.' }),
    many: Type.String({ description: 'What is counted: `people killed`.' }),
    query: Query('its incidents'),
    change: component(SaidChange),
  },
  { $id: 'Figure' },
);
export type Figure = Static<typeof Figure>;

export const evidences = ['clear', 'driven', 'chance', 'none'] as const;

/** A measure of one place beside that of the period before. */
export const SaidComparison = Type.Object(
  {
    place: Type.String({ description: 'Code of a location or region.' }),
    name: Type.String({ description: 'Its name, or that of the part of it that the filter selects.' }),
    kind: named(
      ['violence', 'weapon_seizure', 'chosen'],
      'What is compared: violence, weapon seizures, or the types that the filter chooses.',
    ),
    measure: MeasureName,
    many: Type.String({ description: 'What is counted: `violent incidents`.' }),
    count: Count,
    notReported: NotReported,
    earlier: Type.Optional({ ...Count, description: 'The number in the period compared with.' }),
    difference: Type.Optional(component(Difference)),
    evidence: named(
      evidences,
      '`clear`: stands out after correction for the number of comparisons (Benjamini and Hochberg, 5%). `driven`: would, but not without one or two incidents. `chance`: no more than chance brings about. `none`: not compared.',
    ),
    subject: Type.String({ description: '`Albania, violent incidents`' }),
    headline: Sentence,
    sentence: Sentence,
    largest: Type.Optional(
      Type.String({
        description: 'How much the one or two largest incidents hold where that is a fifth, and what is left without them.',
      }),
    ),
    query: Query('the incidents counted'),
  },
  { $id: 'SaidComparison' },
);
export type SaidComparison = Static<typeof SaidComparison>;

/** All comparisons of a period. */
export const SaidChanges = Type.Object({
  comparedWith: Type.Optional(PeriodOf('The period compared with.')),
  title: Sentence,
  rest: Type.String({ description: 'What became of the comparisons that do not stand out.' }),
  compared: List(
    SaidComparison,
    'Those with a difference: clear ones first, then driven ones, then chance; the strongest first in each group.',
  ),
  without: List(component(SaidComparison), 'Those that could not be compared.'),
});
export type SaidChanges = Static<typeof SaidChanges>;

/** Of events, with its 95% interval. */
export const Rate = { rate: Type.Number(), low: Type.Number(), high: Type.Number() };
const perPeople = 'Incidents per 100,000 people per year, with its 95% interval.';

const CountWithData = Type.Optional({ ...Count, description: 'Absent if the data has no day of the place in the period.' });

/** Where a line is broken, since datasets begin or end. */
export const SaidBreak = Type.Object(
  { at: Type.Integer({ minimum: 1, description: 'Position of the first year after it, from 0.' }), note: Sentence },
  { $id: 'SaidBreak', description: 'Years before and after it come from different data and cannot be compared.' },
);
export type SaidBreak = Static<typeof SaidBreak>;

/** A place among others. */
export const SaidPlace = Type.Object(
  {
    code: Type.Optional(Type.String({ description: 'Code of a location or region. Absent for all places together.' })),
    incidents: CountWithData,
    rate: Type.Optional(Type.Object(Rate, { description: perPeople })),
    why: Type.Optional(Type.String({ description: 'Why there is no rate.' })),
    past: Type.Optional(
      List(
        Type.Union([Type.Number(), Type.Null()]),
        'Rates of each twelve months, oldest first. The last are those of the period. Null where the data does not cover them.',
      ),
    ),
    breaks: Type.Optional(List(component(SaidBreak), 'Where the data of these years changes.')),
    change: component(SaidChange),
    standsOut: Type.Boolean({ description: 'True if the change stands out after correction for the number of comparisons.' }),
    killed: CountWithData,
    notReported: Type.Optional(Type.Object({ killed: Count }, { description: `Beside \`killed\`. ${notReported}` })),
    seizures: CountWithData,
    query: Query('its incidents'),
    seizureQuery: Type.Optional(Query('its weapon seizures')),
  },
  { $id: 'SaidPlace' },
);
export type SaidPlace = Static<typeof SaidPlace>;

/** What a map shows of an area. */
export const AreaRate = Type.Union([
  Type.Object({ kind: Type.Literal('rate'), ...Rate, events: Count }),
  Type.Object({
    kind: named(
      ['few', 'unknown', 'short', 'part'],
      '`few`: too few for a rate. `unknown`: no population figure, or no data for the period. `short`: data of fewer than 90 days. `part`: the data covers a part of the location only.',
    ),
    events: Count,
  }),
]);
export type AreaRate = Static<typeof AreaRate>;

/** The rates of a map. */
export const MapRates = Type.Object(
  {
    locations: List(Type.String(), 'Codes of the locations covered.'),
    of: Type.Record(Type.String(), AreaRate, {
      description: 'By code: each location and its regions. A location without its regions is drawn as a whole.',
    }),
    shows: named(['rates', 'counts'], 'What the map shows. `counts`: no area that it draws has a rate.'),
    sources: List(Type.String(), 'Sources of the population figures.'),
  },
  { $id: 'MapRates', description: perPeople },
);
export type MapRates = Static<typeof MapRates>;

const week = {
  series: Type.String({ description: 'Identifier of the series.' }),
  title: Type.String({ description: '`Serbia: 24 public disputes, 0–6 expected`' }),
  monday: { ...Day, description: 'Monday of the last week counted.' },
  together: Type.Integer({ minimum: 1, description: 'Number of weeks that are counted together.' }),
  incidents: Count,
  low: Type.Number({ description: 'The least that is expected of the weeks together.' }),
  high: Type.Number({ description: 'The most that is expected of them.' }),
  query: Query('exactly these incidents'),
  seriesQuery: Query('the incidents of the series in all weeks shown'),
  lines: SignalLines,
};

/** A week of a series beside the range expected of it. */
export const SaidWeek = Type.Object(week, { $id: 'SaidWeek' });
export type SaidWeek = Static<typeof SaidWeek>;

/** A week, or several together, in which a series rose beyond its own past. */
export const SaidSignal = Type.Object(
  {
    ...week,
    level: Level,
    when: Type.String({ description: 'The week and how rare: `Week of 17–23 Nov 2025. Rare by chance.`' }),
    rarity: Type.String({ description: 'How rare it is by chance: `Rare by chance.`' }),
    chance: Type.String({ description: 'How often chance does the same.' }),
    drivers: Type.String({ description: 'What the incidents have in common, and how many people were harmed.' }),
  },
  { $id: 'SaidSignal' },
);
export type SaidSignal = Static<typeof SaidSignal>;

export const SaidClosest = Type.Object(
  { title: Sentence, week: component(SaidWeek) },
  { description: 'The most unusual series of the latest week, where the last weeks have no signal.' },
);

/** What is unusual right now. */
export const Unusual = Type.Object(
  {
    title: Sentence,
    reading: Sentence,
    weeks: List(Day, 'Mondays of the weeks of the lines, oldest first.'),
    signals: List(component(SaidSignal), 'Of the last three weeks, newest first; three at most.'),
    closest: Type.Optional(SaidClosest),
    rest: Type.String({ description: 'What of the other series.' }),
  },
  { $id: 'Unusual' },
);
export type Unusual = Static<typeof Unusual>;
/** The same as part of a page. */
export const UnusualOfPage = Type.Optional(
  Type.Union([component(Unusual), Type.Null()], {
    description: 'Null while it is still being calculated. Absent if too few incidents are known to watch anything.',
  }),
);

const orNull = (description: string) => Type.Union([Amount, Type.Null()], { description });

/** One step of a series over time, as it is drawn. */
export const TrendStep = Type.Object(
  {
    start: Day,
    count: { ...Amount, description: 'The number of the step or, where the unit is `rate`, the rate.' },
    all: Type.Optional({
      ...Amount,
      description: 'The number of all data, where the line leaves out what is not there throughout: see `leftOut` of the page.',
    }),
    incidents: { ...Count, description: 'The incidents of the step.' },
    notReported: NotReported,
    partial: Type.Boolean({
      description: 'True if the period or the data covers only part of the step, so that it cannot be compared with the others.',
    }),
    covered: Type.Boolean({ description: 'False if no dataset covers any part of the step: its number is not zero, but unknown.' }),
    stretch: Type.Integer({
      minimum: 0,
      description: 'Counts the stretches of steps that the same datasets hold. Each has its own line.',
    }),
    changes: List(Sentence, 'Which datasets begin or end where the step begins.'),
    whole: orNull('The number of a whole step: the line.'),
    dashed: orNull('The number of a step that is not whole, and of its whole neighbours: the dashed ends of the line.'),
    average: orNull('Centred average over twelve months. Null near the ends of the data, and for other intervals.'),
    range: Type.Union(
      [Type.Unsafe<readonly [number, number]>({ type: 'array', items: Amount, minItems: 2, maxItems: 2 }), Type.Null()],
      {
        description: 'The usual range: least and greatest number of the same month in up to five earlier years.',
      },
    ),
    rangeYears: Type.Union([Count, Type.Null()], { description: 'The number of years that the range is of.' }),
    yearBefore: orNull('The number of the same month a year before, for a series of up to 24 months.'),
  },
  { $id: 'TrendStep' },
);
export type TrendStep = Static<typeof TrendStep>;

export const TrendMark = Type.Object({
  mark: named(trendMarks, 'How it looks.'),
  label: Type.String({ description: 'What it means.' }),
});
export type TrendMark = Static<typeof TrendMark>;

/** The shapes that pages share. */
export const sharedShapes: readonly (TSchema & { readonly $id?: string })[] = [
  Difference,
  SaidChange,
  Figure,
  SaidComparison,
  SaidBreak,
  SaidPlace,
  MapRates,
  SaidWeek,
  SaidSignal,
  Unusual,
  TrendStep,
];
