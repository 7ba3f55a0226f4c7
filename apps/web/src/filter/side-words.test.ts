import { expect, test } from 'vitest';
import { formatOf } from '@monitor/findings';
import { englishTexts } from '../i18n/english-texts.ts';
import type { Terms } from '../i18n/terms.ts';
import { offersOf } from './comparison-offers.ts';
import { sideName, sideWords } from './side-words.ts';

const named = (_: string, code: string) => code;
const terms: Terms = { label: named, definition: named, indicator: (id) => id, place: (code) => code, value: named };
const wording = { t: await englishTexts(), terms, format: formatOf('en-GB'), datasetTitle: (slug: string) => slug };

test('a side is called by what is other in it', () => {
  const filter = { country: ['RS'], from: '2025-06-01', to: '2025-08-31' };
  expect(sideWords(filter, ['country'], wording)).toBe('RS');
  expect(sideWords(filter, ['from', 'to', 'country'], wording)).toBe('Jun–Aug 2025, RS');
  expect(sideWords({}, ['from', 'to', 'country'], wording)).toBe('Period: all, Location: all');
  expect(sideName('a', filter, ['from', 'to'], wording, wording.t)).toBe('Jun–Aug 2025');
  expect(sideName('b', filter, ['country'], wording, wording.t)).toBe('B (RS)');
});

test('B can be the period before, the same days of an earlier year, another period or another selection', () => {
  const coverage = { from: '2014-01-01', to: '2026-10-31' };
  const summer = { from: '2026-06-01', to: '2026-08-31' };
  expect(offersOf({ ...summer, country: ['RS'] }, coverage).map(({ choice, against }) => [choice, against])).toEqual([
    ['earlier', { from: '2025-06-01', to: '2025-08-31' }],
    ['preceding', { from: '2026-03-01', to: '2026-05-31' }],
    ['period', { from: '2025-06-01', to: '2025-08-31' }],
    ['selection', { country: ['RS'], region: null }],
  ]);
  const [earlier, preceding, period] = offersOf({}, coverage);
  expect([earlier?.against, preceding?.against]).toEqual([undefined, undefined]);
  expect(period?.against).toEqual({ from: '2025-11-01', to: '2026-10-31' });
});
