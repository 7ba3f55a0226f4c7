import { briefFigures } from '../page-names.ts';
import { type Static, Type } from 'typebox';
import { calendarUnits, harmedPeople } from '@monitor/domain';
import { component } from '../field-schemas.ts';
import { pageOf } from './page.ts';
import { Count, Day, List, MapRates, named, NotReported, PeriodOf, Query, Sentence, withReporting } from './verdicts.ts';

const Comparable = Type.Union([Count, Type.Null()], {
  description: 'Null if the data does not cover these days as it covers the period of the brief, or if the number is not reported.',
});
const Days = { from: Day, to: Day };
const Harmed = Type.Object(withReporting(harmedPeople, Count));
const People = { women: Harmed, men: Harmed, unknownSex: Harmed, all: Count };
const Types = { now: Count, before: Comparable, ...withReporting(harmedPeople, Count) };
const Weapons = {
  now: Type.Union([Count, Type.Null()], { description: 'Null if no seizure has this number reported.' }),
  before: Comparable,
};
const Code = Type.String({ description: '`rest`: all others together.' });

const BriefFigureShown = Type.Object({
  measure: named(briefFigures, 'What is counted: of violence, or weapons of seizures.'),
  count: Type.Union([Count, Type.Null()], {
    description: 'Null if no incident has this number reported. Zero is a reported zero.',
  }),
  notReported: NotReported,
  years: List(
    Type.Object({
      ...Days,
      count: Comparable,
      ofOne: Type.Optional({ ...Count, description: 'The number of the largest incident or seizure, if that is more than half.' }),
    }),
    'The same period of each year, that of the brief last.',
  ),
  verdicts: List(
    Type.Object({ verdict: Sentence, detail: Sentence, isClear: Type.Boolean() }),
    'How the figure differs from the same period of the year before and, if the brief is of a month or a quarter, from the one before.',
  ),
  unrecorded: Type.Optional({ ...Sentence, description: 'Present if no dataset of the place records what is counted.' }),
  notes: List(Sentence, 'Years without their largest incident or seizure, where that is more than half.'),
});

const TrendMonth = Type.Object({
  month: { ...Day, description: 'First day of the month.' },
  incidents: Count,
  partial: Type.Boolean({ description: 'True if the data covers only part of the month.' }),
  chosen: Type.Boolean({ description: 'True if the month is in the period of the brief.' }),
  usual: Type.Optional(
    Type.Object(
      { least: Count, most: Count, years: { ...Count, description: 'How many of the previous five years have the same data.' } },
      { description: 'The same month of those years. Absent if fewer than two of them have the same data.' },
    ),
  ),
});

/** Answer of `GET /api/v1/pages/brief`: a place in a month, quarter or year, on two pages of paper. */
export const BriefPage = pageOf(
  'BriefPage',
  Type.Object({
    title: Sentence,
    place: Type.Optional(Type.String({ description: 'Code of the location or region. Absent for all locations.' })),
    unit: named(calendarUnits, 'Length of the period.'),
    period: PeriodOf('The period of the brief.'),
    yearBefore: PeriodOf('The same period of the year before.'),
    query: Query('its violent incidents'),
    sources: List(
      Type.String(),
      'Slugs of the datasets with incidents in the period; without any, of those that cover the place then.',
    ),
    updated: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], { description: 'When one of them last changed.' }),
    lead: { ...Sentence, description: 'How violence compares with the year before.' },
    figures: List(BriefFigureShown),
    map: Type.Object({
      title: Sentence,
      reading: Sentence,
      notes: List(Sentence, 'What else to know of the rates.'),
      rates: Type.Optional(component(MapRates)),
      query: Query('the twelve months that the rates are of'),
    }),
    points: List(Type.Object({ lead: Sentence, text: Sentence }), 'What to know beside the figures, most important first.'),
    trend: Type.Object({
      title: Sentence,
      reading: Sentence,
      months: List(TrendMonth),
      peak: Type.Optional({ ...Day, description: 'First day of the month of the period with most incidents.' }),
    }),
    types: Type.Object({
      reading: Sentence,
      rows: List(Type.Object({ code: Code, ...Types }), 'Types of violence, most incidents first.'),
      all: Type.Object(Types, { description: 'All violence.' }),
      seizures: Type.Optional(
        Type.Object(Types, {
          description: 'Weapon seizures, which are not included in violence. Absent if no dataset of the place records any.',
        }),
      ),
    }),
    periods: Type.Object({
      reading: Sentence,
      columns: List(
        Type.Object({ ...Days, ...withReporting(harmedPeople, Comparable) }),
        'Months, quarters or years in a row, that of the brief last.',
      ),
    }),
    people: Type.Object({
      reading: Sentence,
      rows: List(Type.Object({ age: Type.String({ description: 'Age band.' }), ...People })),
      all: Type.Object(People),
    }),
    weapons: Type.Object({
      reading: Sentence,
      unrecorded: Type.Optional({ ...Sentence, description: 'Present if no dataset of the place records seizures.' }),
      rows: List(Type.Object({ code: Code, ...Weapons }), 'Weapon classes, most weapons seized first.'),
      all: Type.Object(Weapons),
      query: Query('the seizures'),
    }),
    method: List(Sentence, 'Paragraphs: how the figures are made.'),
    quality: List(Sentence, 'Paragraphs: how much is known of the incidents, and what words mean.'),
    publisher: Type.String({ description: 'Organisation that runs this instance.' }),
    terms: { ...Sentence, description: 'Sources and licences.' },
  }),
);
export type BriefPage = Static<typeof BriefPage>;
export type BriefData = NonNullable<BriefPage['data']>;
