import {
  calendarPeriodAt,
  calendarPeriodText,
  type CalendarUnit,
  calendarUnits,
  dateOfDay,
  dayNumber,
  type Filter,
  parseCalendarPeriod,
  typesOfKind,
} from '@monitor/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { askedBrief, briefFilter, briefPeriod, briefPeriods, type BriefPlace, hasData, yearFilter } from './brief-subject.ts';

const place = fc.constantFrom<BriefPlace>(
  { kind: 'all' },
  { kind: 'country', code: 'XK' },
  { kind: 'country', code: 'US' },
  { kind: 'region', code: 'RS-20' },
);
const period = fc
  .tuple(fc.integer({ min: dayNumber('1950-01-01'), max: dayNumber('2090-12-31') }), fc.constantFrom(...calendarUnits))
  .map(([day, unit]) => calendarPeriodAt(dateOfDay(day), unit));
const quarter = calendarPeriodAt('2026-07-01', 'quarter');

test('a filter of a brief is read as it was written', () => {
  fc.assert(
    fc.property(place, period, fc.constantFrom(undefined, ['demo']), (one, of, dataset) => {
      expect(askedBrief(briefFilter({ place: one, dataset }, of))).toEqual({ place: one, period: of, dataset, unused: [] });
    }),
  );
});

test('what a brief cannot count is named, and the rest is used', () => {
  expect(askedBrief({ country: ['RS'], from: quarter.from, to: quarter.to, type: ['suicide'] })).toEqual({
    place: { kind: 'country', code: 'RS' },
    period: quarter,
    dataset: undefined,
    unused: ['type'],
  });
  expect(askedBrief({ country: ['RS', 'XK'], from: '2026-07-01', to: '2026-09-29' })).toMatchObject({
    place: { kind: 'all' },
    period: undefined,
    unused: ['country', 'from', 'to'],
  });
  expect(askedBrief({ region: ['RS-20'], country: ['RS'] })).toMatchObject({
    place: { kind: 'region', code: 'RS-20' },
    unused: [],
  });
  expect(askedBrief({ region: ['RS-20'], country: ['XK'] }).unused).toEqual(['country']);
  expect(askedBrief({ from: '2026-07-01' }).unused).toEqual(['from']);
  expect(askedBrief({})).toEqual({ place: { kind: 'all' }, period: undefined, dataset: undefined, unused: [] });
});

test('without a period it is the last whole quarter of the data', () => {
  const dataset = madeUpDataset('made-up', { RS: { from: '2014-01-01', to: '2026-11-27' } });
  const of = (filter: Filter) => briefPeriod(askedBrief(filter), [dataset]);
  expect(of({})).toEqual(quarter);
  expect(of({ from: '2025-01-01', to: '2025-12-31' })).toEqual(calendarPeriodAt('2025-01-01', 'year'));
  expect(briefPeriod(askedBrief({}), [])).toBeUndefined();
});

test('rates are of violence in twelve months of the whole location', () => {
  expect(yearFilter({ place: { kind: 'region', code: 'RS-20' }, dataset: undefined, period: quarter })).toEqual({
    country: ['RS'],
    type: typesOfKind('violence'),
    from: '2025-10-01',
    to: '2026-09-30',
  });
});

test('there is data where a dataset covers a day of the place', () => {
  const dataset = madeUpDataset('made-up', { RS: { from: '2014-01-01', to: '2026-07-10' } });
  const has = (one: BriefPlace, of = quarter) => hasData({ place: one, dataset: undefined, period: of }, [dataset]);
  expect(has({ kind: 'all' })).toBe(true);
  expect(has({ kind: 'region', code: 'RS-20' })).toBe(true);
  expect(has({ kind: 'country', code: 'AL' })).toBe(false);
  expect(has({ kind: 'all' }, calendarPeriodAt('2026-10-01', 'quarter'))).toBe(false);
});

test('without a period a brief is of the last whole quarter with data, else of the last month', () => {
  const of = (from: string, to: string) => {
    const { unit, ...days } = briefPeriod(askedBrief({}), [madeUpDataset('demo', { BR: { from, to } })])!;
    return [unit, days.from];
  };
  expect(of('2020-01-01', '2024-02-29')).toEqual(['quarter', '2023-10-01']);
  expect(of('2024-01-01', '2024-02-29')).toEqual(['month', '2024-02-01']);
  expect(of('2024-02-03', '2024-02-20')).toEqual(['month', '2024-02-01']);
});

test('without a period a brief is of the last whole quarter of the data of its place and datasets, or of the unit that is asked for', () => {
  const datasets = [
    madeUpDataset('usual', { RS: { from: '2014-01-01', to: '2026-11-30' } }),
    madeUpDataset('ended', { EC: { from: '2020-01-01', to: '2026-01-31' } }),
  ];
  const of = (filter: Filter, ...units: CalendarUnit[]) =>
    calendarPeriodText(briefPeriod(askedBrief(filter), datasets, ...(units.length > 0 ? [units] : []))!);
  expect([of({}), of({ country: ['RS'] }), of({ country: ['EC'] })]).toEqual(['2026-Q3', '2026-Q3', '2025-Q4']);
  expect([of({ region: ['EC-G'] }), of({ dataset: ['ended'] })]).toEqual(['2025-Q4', '2025-Q4']);
  expect([of({ country: ['EC'] }, 'month'), of({ country: ['EC'] }, 'year')]).toEqual(['2026-01', '2025']);
});

test('the periods that a brief offers are those with data of its place, the latest first', () => {
  const datasets = [
    madeUpDataset('usual', { RS: { from: '2014-01-01', to: '2026-11-30' } }),
    madeUpDataset('early', { EC: { from: '2020-01-01', to: '2020-12-31' } }),
    madeUpDataset('late', { EC: { from: '2025-05-01', to: '2026-01-31' } }),
  ];
  const of = (one: BriefPlace, dataset: Filter['dataset'], text: string) =>
    briefPeriods({ place: one, dataset, period: parseCalendarPeriod(text)! }, datasets).map(calendarPeriodText);
  const ecuador = { kind: 'country', code: 'EC' } as const;
  expect(of(ecuador, undefined, '2025')).toEqual(['2026', '2025', '2020']);
  expect(of(ecuador, ['late'], '2025-Q4')).toEqual(['2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2']);
  expect(of({ kind: 'all' }, ['early'], '2020')).toEqual(['2020']);
  // That of the address stays among them, so that the menu shows it.
  expect(of(ecuador, undefined, '2031')).toEqual(['2031', '2026', '2025', '2020']);
});
