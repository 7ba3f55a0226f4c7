import { calendarPeriodAt, calendarUnits, dateOfDay, dayNumber } from '@monitor/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latestQuarter, readReportAddress, reportFilter, type ReportPlace, reportQuery } from './report-address.ts';

const place = fc.constantFrom<ReportPlace>(
  { kind: 'all' },
  { kind: 'country', code: 'XK' },
  { kind: 'country', code: 'US' },
  { kind: 'region', code: 'RS-20' },
);
const period = fc
  .tuple(fc.integer({ min: dayNumber('1950-01-01'), max: dayNumber('2090-12-31') }), fc.constantFrom(...calendarUnits))
  .map(([day, unit]) => calendarPeriodAt(dateOfDay(day), unit));

test('the address of a brief is read as it was written', () => {
  fc.assert(
    fc.property(place, period, fc.constantFrom(undefined, ['demo']), (one, of, dataset) => {
      const read = readReportAddress(reportQuery({ place: one, dataset }, of));
      expect(read).toEqual({ place: one, period: of, dataset, unused: [] });
    }),
  );
});

test('what a brief cannot count is named, and the rest is used', () => {
  const quarter = calendarPeriodAt('2026-07-01', 'quarter');
  const read = (query: string) => readReportAddress(query);
  expect(read('country=RS&from=2026-07-01&to=2026-09-30&type=suicide&color=red')).toEqual({
    place: { kind: 'country', code: 'RS' },
    period: quarter,
    dataset: undefined,
    unused: ['type', 'color'],
  });
  expect(read('country=RS,XK&from=2026-07-01&to=2026-09-29')).toMatchObject({
    place: { kind: 'all' },
    period: undefined,
    unused: ['country', 'from', 'to'],
  });
  expect(read('region=RS-20&country=RS')).toMatchObject({ place: { kind: 'region', code: 'RS-20' }, unused: [] });
  expect(read('region=RS-20&country=XK').unused).toEqual(['country']);
  expect(read('from=2026-07-01').unused).toEqual(['from']);
  expect(read('')).toEqual({ place: { kind: 'all' }, period: undefined, dataset: undefined, unused: [] });
});

test('a filter has the place and the days', () => {
  expect(reportFilter({ place: { kind: 'region', code: 'RS-20' }, dataset: undefined }, { to: '2026-09-30' })).toEqual({
    region: ['RS-20'],
    to: '2026-09-30',
  });
  expect(reportFilter({ place: { kind: 'all' }, dataset: ['demo'] })).toEqual({ dataset: ['demo'] });
  expect(latestQuarter({ to: '2026-11-27' })).toEqual(calendarPeriodAt('2026-07-01', 'quarter'));
});
