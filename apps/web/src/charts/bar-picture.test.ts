import { expect, test } from 'vitest';
import { englishTexts } from '../i18n/english-texts.ts';
import { barActionText } from './bar-picture.tsx';

const t = await englishTexts();

test('what a press on a bar does depends on what is chosen already', () => {
  const act = (pressed: boolean, muted: boolean) => barActionText({ label: 'Serbia', pressed, muted }, t);
  expect(act(false, false)).toBe('Show only Serbia');
  expect(act(false, true)).toBe('Also show Serbia');
  expect(act(true, false)).toBe('Stop filtering by Serbia');
});
