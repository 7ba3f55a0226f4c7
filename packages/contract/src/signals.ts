import { signalLevels, type SignalLevel } from './page-names.ts';
import { type Static, type TSchema, Type } from 'typebox';

/* What these schemas describe is calculated in `packages/findings/src/judge/signals.ts`. */

const Day = Type.String({ format: 'date' });
const Count = Type.Integer({ minimum: 0 });
/** Nobody changes an answer. */
const List = <Item extends TSchema>(item: Item, description: string) => Type.Immutable(Type.Array(item, { description }));
const nullable = <Item extends TSchema>(item: Item) => Type.Union([item, Type.Null()]);

export const Level = Type.Unsafe<SignalLevel>({
  type: 'string',
  enum: [...signalLevels],
  description:
    '`possible`: could be chance, which gives such a week in one of all series at least twice a year. `rare`: at least once in 10 years. `very_rare`: less often.',
});

/** A value that most of the incidents of a signal have. */
const Share = Type.Object({ value: Type.String(), incidents: Type.Integer({ minimum: 1 }) });

const Drivers = Type.Object(
  {
    places: List(Share, 'Locations, if the series has several, or regions with most of the incidents, most first.'),
    day: nullable(Share),
    types: List(Share, 'Incident types with most of them, if the series is not of one type.'),
    killed: Count,
    injured: Count,
    notReported: Type.Object(
      { killed: Count, injured: Count },
      { description: 'How many of the incidents do not give the number. They do not count as zero.' },
    ),
  },
  { description: 'What the incidents have in common.' },
);
export type SignalDrivers = Static<typeof Drivers>;

/** What was counted of a series, and what was expected. */
const counted = {
  series: Type.String({ description: 'Identifier of the series.' }),
  query: Type.String({ description: 'The filter of exactly these incidents, as at any other address.' }),
  from: Type.String({ format: 'date', description: 'First day, a Monday.' }),
  to: Type.String({ format: 'date', description: 'Last day, a Sunday.' }),
  incidents: Count,
  expected: Type.Number({ description: 'Mean that the past of the series leads to expect, for this time of the year.' }),
  low: Type.Integer({ minimum: 0, description: 'Start of the expected range.' }),
  high: Type.Integer({ minimum: 0, description: 'End of the expected range. More incidents in one week are unusual.' }),
};

const Signal = Type.Object({
  id: Type.String({ description: 'Series and Monday of the first week in which it was a signal.' }),
  ...counted,
  weeks: Type.Integer({ minimum: 1, description: 'Number of weeks that are counted together.' }),
  chance: Type.Number({ description: 'Chance of at least as many incidents in these weeks if nothing rose.' }),
  onceInWeeks: Type.Number({ description: 'By chance, one of all series does this once in this many weeks, on average.' }),
  level: Level,
  provisional: Type.Boolean({ description: 'True if late reports may still raise the count.' }),
  drivers: Drivers,
});
export type Signal = Static<typeof Signal>;

const ClosestWeek = Type.Object(counted);
export type ClosestWeek = Static<typeof ClosestWeek>;

/** The weeks of a series with the range expected of each. */
export const SignalLines = Type.Object({
  incidents: List(Count, 'Incidents of each week shown, oldest first.'),
  low: List(nullable(Count), 'Start of the expected range of each week, or null if the past is too short.'),
  high: List(nullable(Count), 'End of the expected range of each week.'),
});
export type SignalLines = Static<typeof SignalLines>;

const SignalSeries = Type.Object({
  id: Type.String(),
  place: Type.String({ description: 'Code of the location, or `all`.' }),
  countries: List(Type.String(), 'Codes of the locations that it counts.'),
  dimension: Type.Unsafe<'type' | 'weapon'>({ type: 'string', enum: ['type', 'weapon'] }),
  value: Type.String({ description: 'An incident type, `violence`, or a weapon class.' }),
  query: Type.String({ description: 'The filter of its incidents of all days.' }),
  lines: Type.Optional({ ...SignalLines, description: 'Only where `lines` asks for it.' }),
});
export type SignalSeries = Static<typeof SignalSeries>;

/** Answer of `GET /api/v1/signals`. */
export const SignalList = Type.Object(
  {
    datasetVersion: Type.Integer(),
    weeks: List(Day, 'Mondays of the weeks shown, oldest first. The last is the latest complete week of the data.'),
    provisionalFrom: nullable({
      ...Day,
      description: 'Monday of the first week that late reports may still raise, or null without data.',
    }),
    allSeries: Type.Integer({ minimum: 0, description: 'Number of all series that are watched.' }),
    seriesWeeks: Type.Integer({ minimum: 0, description: 'Number of weeks of series that could be a signal in this answer.' }),
    falsePerSeriesAndYear: Type.Number({
      description: 'False signals of a series in a year without any rise, measured by simulation.',
    }),
    expectedFalse: Type.Number({ description: 'How many of the signals are expected to be chance.' }),
    signals: List(Signal, 'Newest first, and of one week the most unusual first.'),
    closest: nullable({
      ...ClosestWeek,
      description: 'The most unusual series of the latest week, whether or not it is a signal. Null if none is watched.',
    }),
    series: List(SignalSeries, 'The series that the answer looked at.'),
  },
  { $id: 'SignalList' },
);
export type SignalList = Static<typeof SignalList>;
