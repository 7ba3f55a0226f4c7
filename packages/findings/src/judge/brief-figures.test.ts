import { type CalendarPeriod, parseCalendarPeriod, yearsEarlier } from '@monitor/domain';
import { expect, test } from 'vitest';
import { madeUpAnswer } from '../../testing/made-up-answer.ts';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { changeOnPeriodBefore, peakOf, periodsInARow, trendMonths, yearlyAmounts } from './brief-figures.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const quarter = parseCalendarPeriod('2026-Q3')!;
const datasets = [madeUpDataset('made-up', { RS: { from: '2022-01-01', to: '2026-09-30' } })];
const scope = { period: quarter, filter: { country: ['RS'], from: quarter.from, to: quarter.to }, datasets };

/** A month of a series. */
const point = (start: string, incidents: number, killed = 0) => ({
  start,
  incidents,
  killed,
  injured: 0,
  ...allReported,
  partial: false,
});

const answer = (period: CalendarPeriod, counts: Parameters<typeof madeUpAnswer>[0]) => ({
  datasetVersion: 1,
  period,
  comparison: null,
  series: { interval: 'month' as const, points: [] },
  ...madeUpAnswer(counts),
});

test('an earlier period has no numbers where the data does not cover it', () => {
  const points = [point('2026-01-01', 3, 1), point('2026-06-01', 9), point('2026-07-01', 5, 2)];
  expect(periodsInARow(scope, points, 3).map(({ amounts }) => amounts?.killed)).toEqual([
    { count: 1, incidents: 3, notReported: 0 },
    { count: 0, incidents: 9, notReported: 0 },
    { count: 2, incidents: 5, notReported: 0 },
  ]);
  expect(periodsInARow(scope, points, 20)[0]?.amounts).toBeUndefined();
  const earlier = [1, 2, 3, 4, 5].map((years) => answer(yearsEarlier(quarter, years), { incidents: years }));
  const years = yearlyAmounts(scope, { now: answer(quarter, { incidents: 9 }), before: answer(quarter, {}), earlier }, 'incidents');
  expect(years.map(({ count }) => count)).toEqual([undefined, 4, 3, 2, 1, 9]);
  expect(years.at(-1)).toEqual({ period: quarter, count: 9, ofOne: undefined });
});

test('what one seizure has of a year is told where it is most of it, and of ten weapons or more', () => {
  const ofOne = (weapons: number, largest: number) => {
    const now = answer(quarter, { incidents: 30, weapons });
    const clustering = { ...now.totals.clustering, weapons: { squares: 0, largest: [largest, 1] as const } };
    const answers = { now: { ...now, totals: { ...now.totals, clustering } }, before: now, earlier: [] };
    return yearlyAmounts(scope, answers, 'weapons')[0]?.ofOne;
  };
  expect([ofOne(1248, 1075), ofOne(20, 10), ofOne(9, 8)]).toEqual([1075, undefined, undefined]);
});

test('a month or quarter is compared with the one before, and a year only with the year before', () => {
  const change = (period: CalendarPeriod) =>
    changeOnPeriodBefore(
      { ...scope, period },
      { now: answer(period, { incidents: 126 }), before: answer(period, { incidents: 80 }) },
      'incidents',
    );
  expect(change(quarter)).toMatchObject({ kind: 'change', before: { count: 80, baseline: { kind: 'months', count: 3 } } });
  expect(change(parseCalendarPeriod('2025')!)).toBeUndefined();
});

test('a month has a usual range where at least two earlier years have data', () => {
  const points = Array.from({ length: 57 }, (_, index) => {
    const [year, month] = [2022 + Math.floor(index / 12), (index % 12) + 1];
    return point(`${year}-${String(month).padStart(2, '0')}-01`, year === 2026 && month === 8 ? 90 : 10 + (year - 2022));
  });
  const months = trendMonths(scope, points, 36);
  expect(months.map(({ month }) => month).at(0)).toBe('2023-10-01');
  expect(months[0]?.usual).toBeUndefined();
  expect(months.slice(-3)).toEqual([
    { month: '2026-07-01', incidents: 14, partial: false, chosen: true, alike: true, usual: { least: 10, most: 13, years: 4 } },
    { month: '2026-08-01', incidents: 90, partial: false, chosen: true, alike: true, usual: { least: 10, most: 13, years: 4 } },
    { month: '2026-09-01', incidents: 14, partial: false, chosen: true, alike: true, usual: { least: 10, most: 13, years: 4 } },
  ]);
  expect(peakOf(months, quarter)?.month).toBe('2026-08-01');
  expect(peakOf(months.slice(0, -3), quarter)).toBeUndefined();
  // Where a dataset ends within the period, months with it had more for that reason alone.
  const ending = madeUpDataset('ending', { RS: { from: '2022-01-01', to: '2026-08-19' } });
  expect(peakOf(trendMonths({ ...scope, datasets: [...scope.datasets, ending] }, points, 36), quarter)).toBeUndefined();
  // Where another dataset ends before the period, the months with it are not shown.
  const ended = madeUpDataset('ended', { RS: { from: '2022-01-01', to: '2025-12-31' } });
  expect(trendMonths({ ...scope, datasets: [...scope.datasets, ended] }, points, 36)[0]?.month).toBe('2026-01-01');
  // A month that the data does not cover could have had more.
  expect(peakOf(months, { from: '2026-07-01', to: '2026-12-31' })).toBeUndefined();
});
