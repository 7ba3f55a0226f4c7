import { expect, test } from 'vitest';
import { remembering } from './remembering.ts';

test('answers are those of the function, however many there are, and the last ones are worked out once', () => {
  let asked = 0;
  const half = remembering((value: number) => {
    asked += 1;
    return value / 2;
  });
  for (let value = 0; value < 20_000; value += 1) expect(half(value)).toBe(value / 2);
  expect(asked).toBe(20_000);
  for (let turn = 0; turn < 2; turn += 1) expect(half(19_999)).toBe(9999.5);
  expect(asked).toBe(20_000);
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
