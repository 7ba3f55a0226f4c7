import { expect, test } from 'vitest';
import { aoristicHours } from './aoristic.ts';

const week = (): number[][] => Array.from({ length: 7 }, () => Array<number>(24).fill(0));

test('events of an evening are spread over its six hours, and none is lost', () => {
  const known = week();
  known[4]![23] = 2;
  const hours = aoristicHours(known, [
    { day: 4, from: 18, to: 24, events: 3 },
    { day: 0, from: 0, to: 24, events: 12 },
  ]);
  expect(hours[4]?.slice(17)).toEqual([0, 0.5, 0.5, 0.5, 0.5, 0.5, 2.5]);
  expect(hours[0]).toEqual(Array(24).fill(0.5));
  expect(hours.flat().reduce((sum, one) => sum + one, 0)).toBeCloseTo(17, 12);
  expect(known[4]![18]).toBe(0);
});

test.each([
  [{ day: 7, from: 0, to: 6, events: 1 }],
  [{ day: 0, from: 6, to: 6, events: 1 }],
  [{ day: 0, from: 18, to: 25, events: 1 }],
])('a span outside the week is refused: %j', (span) => {
  expect(() => aoristicHours(week(), [span])).toThrow(RangeError);
});
