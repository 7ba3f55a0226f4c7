import { expect, test } from 'vitest';
import { firstLook } from './signal-list.tsx';

test('a first look ends with the week that has the sixth signal', () => {
  const weeks = [0, 2, 0, 4, 0, 1].map((count) => ({ signals: Array.from({ length: count }, () => 'signal') }));
  expect(firstLook(weeks)).toEqual(weeks.slice(0, 4));
  expect(firstLook(weeks.slice(0, 3))).toEqual(weeks.slice(0, 3));
});
