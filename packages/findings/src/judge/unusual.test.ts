import type { Signal } from '@monitor/contract';
import { dateOfDay, dayNumber } from '@monitor/domain';
import { expect, test } from 'vitest';
import { falseByLevel, weeksOf } from './unusual.ts';

test('chance gives most of its signals where they are said to be possible, and all levels add up', () => {
  const byLevel = falseByLevel({ expectedFalse: 8, seriesWeeks: 98 * 52, allSeries: 98 });
  expect(byLevel.possible).toBeCloseTo(6, 10);
  expect(byLevel.rare).toBeCloseTo(1.9, 10);
  expect(byLevel.very_rare).toBeCloseTo(0.1, 10);
});

test('of few series there is less of each', () => {
  const byLevel = falseByLevel({ expectedFalse: 0.1, seriesWeeks: 14 * 4, allSeries: 98 });
  expect(byLevel.possible + byLevel.rare + byLevel.very_rare).toBeCloseTo(0.1, 10);
  expect(Math.min(...Object.values(byLevel))).toBeGreaterThanOrEqual(0);
});

const weeks = ['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02'];
const signalsOf = (...mondays: string[]) => mondays.map((monday) => ({ to: dateOfDay(dayNumber(monday) + 6) }) as Signal);

test('weeks are newest first, and quiet ones that follow each other are one line', () => {
  const listed = weeksOf({ weeks, signals: signalsOf('2026-10-26', '2026-10-26', '2026-10-05') });
  expect(listed.map(({ first, last, signals }) => [first, last, signals.length])).toEqual([
    ['2026-11-02', '2026-11-02', 0],
    ['2026-10-26', '2026-10-26', 2],
    ['2026-10-12', '2026-10-19', 0],
    ['2026-10-05', '2026-10-05', 1],
  ]);
});

test('without a signal all weeks are one line', () => {
  expect(weeksOf({ weeks, signals: [] })).toEqual([{ first: '2026-10-05', last: '2026-11-02', signals: [] }]);
});
