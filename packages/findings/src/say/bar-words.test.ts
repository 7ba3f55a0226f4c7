import { expect, test } from 'vitest';
import type { BarReading } from '../judge/bar-rows.ts';
import { barReadingText } from './bar-words.ts';
import { voiceOf } from './voice.ts';

const say = (reading: BarReading | undefined, chosen = 0, asked: Partial<Parameters<typeof barReadingText>[1]> = {}) =>
  barReadingText(
    reading,
    { dimension: 'type', measure: 'incidents', chosen, incidents: 3420, ...asked },
    (value) => value.toUpperCase(),
    voiceOf('en'),
  );

test('the sentence names the most, with its share of all', () => {
  const first = { first: ['a'], amount: 971, share: 0.284 };
  expect(say(first)).toBe('A is the largest group: 971 incidents (28%).');
  expect(say(first, 0, { dimension: 'country' })).toBe('A has the most: 971 incidents (28%).');
  expect(say({ first: ['a'], amount: 1, share: undefined })).toBe('A is the largest group: 1 incident.');
  expect(say(undefined)).toBe('No matching incidents.');
  expect(say(undefined, 0, { measure: 'killed' })).toBe('No people recorded as killed.');
});

test('most incidents are said to have harmed nobody only where they are more than half of all', () => {
  const unharmed = (amount: number) =>
    say({ first: ['none'], amount, share: undefined }, 0, { dimension: 'outcome', incidents: 3420 });
  expect(unharmed(2676)).toBe('In most incidents nobody was harmed: 2,676 incidents (78%).');
  expect(unharmed(1710)).toBe('NONE is the largest group: 1,710 incidents.');
});

test('with a selection it is about the selection', () => {
  expect(say({ first: ['a'], amount: 971, share: 0.7 }, 2)).toBe('Of the two selected, A has more: 971 incidents (70%).');
  expect(say({ first: ['a'], amount: 971, share: 0.7 }, 3)).toBe('Of the 3 selected, A is the largest group: 971 incidents (70%).');
  expect(say({ first: ['a', 'b'], amount: 12, share: 0.5 }, 2)).toBe('The two selected are level: 12 incidents (50%) each.');
  expect(say({ first: ['a'], amount: 971, share: 1 }, 1)).toBe('A: 971 incidents.');
});

test('those that are level are named together', () => {
  expect(say({ first: ['a', 'b'], amount: 12, share: 0.4 }, 0, { dimension: 'country' })).toBe(
    'A and B have the most: 12 incidents (40%) each.',
  );
  expect(say({ first: ['a', 'b', 'c', 'd'], amount: 12, share: undefined })).toBe(
    '4 are tied for the highest number: 12 incidents each.',
  );
});
