import { expect, test } from 'vitest';
import { sizeReadingText } from './size-words.ts';
import { voiceOf } from './voice.ts';

const { t, number } = voiceOf('en');

test('a place is called the most for its size only where it clearly is', () => {
  const highest = { rate: 12.3, low: 10.1, high: 14.9 };
  const saySize = (perhaps: string[], compared: number, without = 0) =>
    sizeReadingText({ perhaps, highest, compared, without }, (value) => value.toUpperCase(), t, number);
  const amount = '12.3 per 100,000 people per year (95% interval 10.1 to 14.9)';
  expect(saySize(['a'], 5)).toBe(`Most for its size: A, ${amount}.`);
  expect(saySize(['a', 'b', 'c'], 5)).toBe(`Highest for its size: A, ${amount}, but with no clear difference from B and C.`);
  expect(saySize(['a', 'b', 'c', 'd'], 5)).toBe(`Highest for its size: A, ${amount}, but with no clear difference from 3 others.`);
  expect(saySize(['a'], 1)).toBe(`A: ${amount}.`);
  expect(saySize(['a'], 5, 2)).toBe(`Most for its size: A, ${amount}. 2 places have no rate and are not compared.`);
  expect(sizeReadingText(undefined, String, t, number)).toBe(
    'No rates: the numbers are too small or there are no population figures.',
  );
});
