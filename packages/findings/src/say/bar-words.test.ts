import { expect, test } from 'vitest';
import { counted, madeUpAnswer } from '../../testing/made-up-answer.ts';
import { barReading } from '../judge/bar-rows.ts';
import { barReadingText, unharmedText } from './bar-words.ts';
import { voiceOf } from './voice.ts';

const voice = voiceOf('en');
function say(
  amounts: Readonly<Record<string, number>>,
  chosen: readonly string[] = [],
  asked: Partial<Parameters<typeof barReadingText>[1]> = {},
) {
  const rows = Object.entries(amounts).map(([value, amount]) => ({ value, amount }));
  const reading = barReading(rows, chosen, { total: rows.reduce((sum, { amount }) => sum + amount, 0), dispersion: 1 });
  return barReadingText(
    reading,
    { dimension: 'type', measure: 'incidents', chosen: chosen.length, ...asked },
    (value) => value.toUpperCase(),
    voice,
  );
}

test('the sentence names the most, of how many, and how many are not reported', () => {
  expect(say({ a: 971, b: 500 })).toBe('A is the largest group: 971 of 1,471 incidents (66%).');
  expect(say({ a: 971, not_reported: 1200 })).toBe('A is the largest group: 971 of 2,171 incidents (45%). Not reported: 1,200.');
  expect(say({ a: 971, b: 500 }, [], { dimension: 'country' })).toBe('A has the most: 971 of 1,471 incidents (66%).');
  expect(say({ not_reported: 12 })).toBe('Not reported: 12.');
  expect(say({})).toBe('No matching incidents.');
  expect(say({}, [], { measure: 'killed' })).toBe('No people recorded as killed.');
});

test('where the largest differ by no more than chance, none of them is ranked first', () => {
  expect(say({ a: 26, b: 25, c: 3 }, [], { measure: 'killed' })).toBe(
    'Of 54 people killed, A (26) and B (25) are too close to rank.',
  );
  expect(say({ a: 8, b: 8, c: 7, d: 6, e: 5 })).toBe(
    'None is clearly ahead of the others: the highest number is 8 of 34 incidents.',
  );
});

test('one group is not the largest of several', () => {
  expect(say({ a: 1 }, [], { dimension: 'country' })).toBe('A: 1 incident.');
  expect(say({ a: 971 })).toBe('A: 971 incidents.');
  expect(say({ a: 5 }, ['a', 'b'])).toBe('A: 5 incidents.');
});

test('with a selection it is about the selection', () => {
  expect(say({ a: 971, b: 400 }, ['a', 'b'])).toBe('Of the two selected, A has more: 971 of 1,371 incidents (71%).');
  expect(say({ a: 971, b: 400, c: 9 }, ['a', 'b', 'c'])).toBe(
    'Of the 3 selected, A is the largest group: 971 of 1,380 incidents (70%).',
  );
  expect(say({ a: 12, b: 12 }, ['a', 'b'])).toBe('Of 24 incidents, A and B have 12 each.');
  expect(say({ a: 971 }, ['a'])).toBe('A: 971 incidents.');
});

test('that most harmed nobody is said of one kind of incident, and of no few', () => {
  const unharmed = (incidents: number, none: number, kind: Parameters<typeof unharmedText>[1] = 'violence') =>
    unharmedText(madeUpAnswer({ incidents }, { outcome: [counted('none', { incidents: none })] }), kind, voice);
  expect(unharmed(3420, 2676)).toBe('In most violent incidents nobody is on record as harmed: 2,676 of 3,420 (78%).');
  expect(unharmed(19590, 19590, 'weapon_seizure')).toBe('Nobody is on record as harmed in any of 19,590 weapon seizures.');
  expect([unharmed(3420, 1710), unharmed(7, 6), unharmed(3420, 2676, 'all')]).toEqual([undefined, undefined, undefined]);
});
