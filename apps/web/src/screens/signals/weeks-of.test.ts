import type { Signal } from '@monitor/contract';
import { dateOfDay, dayNumber } from '@monitor/domain';
import { expect, test } from 'vitest';
import { weeksOf } from './weeks-of.ts';

const weeks = ['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02'];
const signalsOf = (...mondays: string[]) => mondays.map((monday) => ({ to: dateOfDay(dayNumber(monday) + 6) }) as Signal);

test('weeks are newest first, and quiet ones that follow each other are one line', () => {
  const { shown, hasMore } = weeksOf({ weeks, signals: signalsOf('2026-10-26', '2026-10-26', '2026-10-05') }, true);
  expect(shown.map(({ first, last, signals }) => [first, last, signals.length])).toEqual([
    ['2026-11-02', '2026-11-02', 0],
    ['2026-10-26', '2026-10-26', 2],
    ['2026-10-12', '2026-10-19', 0],
    ['2026-10-05', '2026-10-05', 1],
  ]);
  expect(hasMore).toBe(false);
});

test('a first look ends with the week that has the sixth signal', () => {
  const signals = signalsOf(...Array.from({ length: 6 }, () => '2026-10-26'), '2026-10-05');
  expect(weeksOf({ weeks, signals }, false).shown.at(-1)?.first).toBe('2026-10-26');
  expect(weeksOf({ weeks, signals }, false).hasMore).toBe(true);
  expect(weeksOf({ weeks, signals }, true).hasMore).toBe(false);
});

test('without a signal all weeks are one line', () => {
  expect(weeksOf({ weeks, signals: [] }, false)).toEqual({
    shown: [{ first: '2026-10-05', last: '2026-11-02', signals: [] }],
    hasMore: false,
  });
});
