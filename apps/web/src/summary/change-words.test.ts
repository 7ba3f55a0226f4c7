import { expect, test } from 'vitest';
import { formatOf } from '../format/use-format.ts';
import { englishTexts } from '../i18n/english-texts.ts';
import type { FigureChange } from './change.ts';
import { changeWords } from './change-words.ts';

const t = await englishTexts();
const { number } = formatOf('en-GB');
const words = (change: FigureChange, long = true) => changeWords(change, long, t, number);
const change = { kind: 'change', difference: -0.042, low: -0.07, high: -0.012 } as const;

test('a change is said with its interval and what it is compared with', () => {
  expect(words({ ...change, against: { kind: 'months', count: 34 } }).text).toBe('−4% on the 34 months before (−7 to −1)');
  expect(words({ ...change, against: { kind: 'months', count: 1 } }).text).toBe('−4% on the month before (−7 to −1)');
  expect(words({ ...change, against: { kind: 'days', count: 1060 } }).text).toBe('−4% on the 1,060 days before (−7 to −1)');
  expect(words({ ...change, against: { kind: 'year_earlier' } }).text).toBe('−4% on a year earlier (−7 to −1)');
});

test('beside it the short form is enough, and the long one is in the explanation', () => {
  const { text, explanation } = words(
    { ...change, difference: 0.06, low: -0.02, high: 0.15, against: { kind: 'year_earlier' } },
    false,
  );
  expect(text).toBe('+6% (−2 to +15)');
  expect(explanation).toBe('+6% per day, compared with a year earlier; 95% interval −2 to +15 per cent');
});

test('where there is no change the reason stands in its place', () => {
  expect(words({ kind: 'too_few' }).text).toBe('too few to call a change');
  expect(words({ kind: 'no_first_day' }).text).toBe('choose a first day to compare');
  expect(words({ kind: 'uneven_data' }).text).toBe('data of the two periods differ');
  expect(words({ kind: 'no_earlier_data' }).text).toBe('no earlier data');
});
