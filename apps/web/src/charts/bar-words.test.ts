import { expect, test } from 'vitest';
import { englishTexts } from '../i18n/english-texts.ts';
import { barActionText, firstBars } from './bar-words.ts';

const t = await englishTexts();
const rows = ['a', 'b', 'c'];

test('a long list is cut and says how much is left, but never for a single bar', () => {
  expect(firstBars(rows, 1)).toMatchObject({ bars: ['a'], others: 2 });
  expect(firstBars(rows, 2)).toMatchObject({ others: 0 });
});

test('what a press on a bar does depends on what is chosen already', () => {
  const act = (pressed: boolean, muted: boolean) => barActionText({ label: 'Serbia', pressed, muted }, t);
  expect(act(false, false)).toBe('Show only Serbia');
  expect(act(false, true)).toBe('Also show Serbia');
  expect(act(true, false)).toBe('Stop filtering by Serbia');
});
