import { expect, test } from 'vitest';
import { formatOf } from '../format/use-format.ts';
import { englishTexts } from '../i18n/english-texts.ts';
import type { BarReading } from './bar-rows.ts';
import { barActionText, barReadingText, rateReadingText } from './bar-words.ts';

const t = await englishTexts();
const { number } = formatOf('en-GB');
const say = (reading: BarReading | undefined, chosen = 0) =>
  barReadingText(reading, 'incidents', chosen, (value) => value.toUpperCase(), t, number);

test('the sentence names the most, with its share of all', () => {
  expect(say({ first: ['a'], amount: 971, share: 0.284 })).toBe('A has the most: 971 incidents, 28% of all.');
  expect(say({ first: ['a'], amount: 1, share: undefined })).toBe('A has the most: 1 incident.');
  expect(say(undefined)).toBe('None under these filters.');
});

test('of a selection it speaks of the selection', () => {
  expect(say({ first: ['a'], amount: 971, share: 0.7 }, 2)).toBe('Of the 2 chosen: A has the most: 971 incidents, 70% of theirs.');
  expect(say({ first: ['a'], amount: 971, share: 1 }, 1)).toBe('Only A: 971 incidents.');
});

test('those that are level are named together', () => {
  expect(say({ first: ['a', 'b'], amount: 12, share: 0.4 })).toBe('A and B have the most: 12 incidents, 40% of all each.');
  expect(say({ first: ['a', 'b', 'c', 'd'], amount: 12, share: undefined })).toBe('4 are level with the most: 12 incidents each.');
});

const sayRates = (rates: Readonly<Record<string, number>>, chosen: readonly string[] = []) =>
  rateReadingText(
    Object.entries(rates).map(([value, amount]) => ({ value, amount })),
    chosen,
    (value) => value.toUpperCase(),
    t,
    number,
  );

test('the sentence names the highest rate, and all that are level', () => {
  expect(sayRates({ a: 5.25, b: 3 })).toBe('A has the highest rate: 5.3 per 100,000 people a year.');
  expect(sayRates({ a: 5.25, b: 5.25, c: 1 })).toBe('A and B have the highest rate: 5.3 per 100,000 people a year each.');
  expect(sayRates({ a: 2, b: 2, c: 2, d: 2 })).toBe('4 are level with the highest rate: 2.0 per 100,000 people a year each.');
  expect(sayRates({ a: 5.25, b: 3, c: 2 }, ['b', 'c'])).toBe(
    'Of the 2 chosen: B has the highest rate: 3.0 per 100,000 people a year.',
  );
});

test('a rate alone is not called the highest', () => {
  expect(sayRates({ a: 5.25, b: 3 }, ['b'])).toBe('Only B: 3.0 per 100,000 people a year.');
  expect(sayRates({ a: 5.25 })).toBe('Only A: 5.3 per 100,000 people a year.');
  expect(sayRates({ a: 5.25 }, ['a', 'b'])).toBe('Only A: 5.3 per 100,000 people a year.');
  expect(sayRates({ a: 5.25 }, ['b'])).toBe('No rate: too few, or no population figure for these filters.');
  expect(sayRates({})).toBe('No rate: too few, or no population figure for these filters.');
});

test('what a press on a bar does depends on what is chosen already', () => {
  const act = (pressed: boolean, muted: boolean) => barActionText({ label: 'Serbia', pressed, muted }, t);
  expect(act(false, false)).toBe('Show only Serbia');
  expect(act(false, true)).toBe('Also show Serbia');
  expect(act(true, false)).toBe('Stop filtering by Serbia');
});
