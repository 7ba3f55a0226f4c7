import { parseCalendarPeriod } from '@monitor/domain';
import { expect, test } from 'vitest';
import { briefTitle, briefWhen } from './brief-names.ts';
import { voiceOf } from './voice.ts';

test.each([
  ['2026-09', 'Serbia, September 2026', 'in September 2026'],
  ['2026-Q1', 'Serbia, first quarter of 2026', 'from January to March 2026'],
  ['2026-Q3', 'Serbia, third quarter of 2026', 'from July to September 2026'],
  ['2025', 'Serbia, 2025', 'in 2025'],
])('%s is named in a title and in a sentence', (text, title, when) => {
  const period = parseCalendarPeriod(text)!;
  expect(briefTitle({ place: { kind: 'country', code: 'RS' }, period }, voiceOf('en'))).toBe(title);
  expect(briefWhen(period, voiceOf('en'))).toBe(when);
});
