import { expect, test } from 'vitest';
import { formatOf } from '../format/use-format.ts';
import { englishTexts } from '../i18n/english-texts.ts';
import type { BarReading } from './bar-rows.ts';
import { barReadingText } from './bar-words.ts';

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
