import { expect, test } from 'vitest';
import { partOf } from '../judge/reported.ts';
import { partWords } from './part-words.ts';
import { voiceOf } from './voice.ts';

test('a part says all that it can be, and nothing where nothing is reported', () => {
  const words = (yes: number, no: number, all: number) => partWords(partOf({ yes, no, all }), voiceOf('en'));
  expect(words(12, 28, 40)).toBe('12 of 40 (30%)');
  expect(words(12, 10, 40)).toBe('12 to 30 of 40 (30% to 75%; 18 not reported)');
  expect(words(0, 10, 192)).toBe('0 to 182 of 192 (0% to 95%; 182 not reported)');
  expect(words(101, 41, 143)).toBe('101 to 102 of 143 (71%; 1 not reported)');
  expect(words(0, 0, 208)).toBe('not reported for any of 208');
  expect(words(0, 0, 0)).toBe('none');
  expect(words(0, 208, 208)).toBe('0 of 208 (0%)');
});
