import { type CalendarPeriod, parseCalendarPeriod, yearsEarlier } from '@monitor/domain';
import { expect, test } from 'vitest';
import { madeUpAnswer } from '../../testing/made-up-answer.ts';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { changeOnPeriodBefore, peakOf, periodsInARow, rankOfLast, trendMonths, yearlyAmounts } from './brief-figures.ts';

const quarter = parseCalendarPeriod('2026-Q3')!;
const datasets = [madeUpDataset('made-up', { RS: { from: '2022-01-01', to: '2026-09-30' } })];
const scope = { period: quarter, filter: { country: ['RS'], from: quarter.from, to: quarter.to }, datasets };

/** A month of a series. */
const point = (start: string, incidents: number, killed = 0) => ({ start, incidents, killed, injured: 0, partial: false });

test('an earlier period has no numbers where the data does not cover it', () => {
  const points = [point('2025-07-01', 3), point('2025-09-01', 4), point('2026-06-01', 9), point('2026-07-01', 5, 2)];
  const incidents = (amounts: ReturnType<typeof yearlyAmounts>) => amounts.map((one) => one.amounts?.incidents);
  expect(incidents(yearlyAmounts(scope, points, 6))).toEqual([undefined, 0, 0, 0, 7, 5]);
  const inARow = periodsInARow(scope, points, 3);
  expect(incidents(inARow)).toEqual([0, 9, 5]);
  expect(inARow.at(-1)).toMatchObject({ period: quarter, amounts: { killed: 2, injured: 0 } });
});

test('a month or quarter is compared with the one before, and a year only with the year before', () => {
  const answer = (period: CalendarPeriod, incidents: number) => ({
    datasetVersion: 1,
    period,
    comparison: null,
    series: { interval: 'month' as const, points: [] },
    ...madeUpAnswer({ incidents }),
  });
  const change = (period: CalendarPeriod) =>
    changeOnPeriodBefore({ ...scope, period }, { now: answer(period, 126), before: answer(period, 80) }, 'incidents');
  expect(change(quarter)).toMatchObject({ kind: 'change', before: { count: 80, baseline: { kind: 'months', count: 3 } } });
  expect(change(parseCalendarPeriod('2025')!)).toBeUndefined();
});

test('the last year has a rank where it passes at least three before it: since the year that had as many, or of all', () => {
  const years = (...counts: readonly (number | undefined)[]) =>
    counts.map((incidents, index) => ({
      period: yearsEarlier(quarter, counts.length - 1 - index) satisfies CalendarPeriod,
      amounts: incidents === undefined ? undefined : { incidents, killed: 0, injured: 0, weapons: 0 },
    }));
  expect(rankOfLast(years(97, 104, 108, 113, 118, 126))).toEqual({ kind: 'mostOf', first: '2021-07-01' });
  expect(rankOfLast(years(197, 194, 188, 183, 178, 126))).toEqual({ kind: 'fewestOf', first: '2021-07-01' });
  expect(rankOfLast(years(97, 126, 108, 113, 118, 126))).toEqual({ kind: 'most', since: '2022-07-01' });
  expect(rankOfLast(years(180, 90, 188, 183, 178, 126))).toEqual({ kind: 'fewest', since: '2022-07-01' });
  expect(rankOfLast(years(97, 104, 108, 150, 118, 126))).toBeUndefined();
  expect(rankOfLast(years(undefined, undefined, 1, 2, 3, 4))).toEqual({ kind: 'mostOf', first: '2023-07-01' });
  expect(rankOfLast(years(undefined, undefined, undefined, 2, 3, 4))).toBeUndefined();
  // What cannot be compared may have had more.
  expect(rankOfLast(years(90, undefined, 1, 2, 3, 4))).toEqual({ kind: 'mostOf', first: '2023-07-01' });
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
    { month: '2026-07-01', incidents: 14, partial: false, chosen: true, usual: { least: 10, most: 13, years: 4 } },
    { month: '2026-08-01', incidents: 90, partial: false, chosen: true, usual: { least: 10, most: 13, years: 4 } },
    { month: '2026-09-01', incidents: 14, partial: false, chosen: true, usual: { least: 10, most: 13, years: 4 } },
  ]);
  expect(peakOf(months)?.month).toBe('2026-08-01');
  expect(peakOf(months.slice(0, -3))).toBeUndefined();
});
