import { expect, test } from 'vitest';
import { remembering } from './remembering.ts';

test('answers are those of the function, however many there are, and those that come first are worked out once', () => {
  let asked = 0;
  const half = remembering((value: number) => {
    asked += 1;
    return value / 2;
  });
  for (let turn = 0; turn < 2; turn += 1) for (let value = 0; value < 6000; value += 1) expect(half(value)).toBe(value / 2);
  expect(asked).toBe(7000);
});

test('answers are known by what decides them', () => {
  const nameOf = remembering(
    ({ code, other }: { code: string; other: number }) => `${code} ${other}`,
    ({ code }) => code,
  );
  expect([nameOf({ code: 'a', other: 1 }), nameOf({ code: 'b', other: 2 }), nameOf({ code: 'a', other: 3 })]).toEqual([
    'a 1',
    'b 2',
    'a 1',
  ]);
});
