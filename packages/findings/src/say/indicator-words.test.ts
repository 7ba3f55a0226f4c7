import type { IndicatorCell, IndicatorSeries } from '@monitor/contract';
import { expect, test } from 'vitest';
import { comparedCell, unknownWords, valueWords, type VerdictWords, verdictWords } from './indicator-words.ts';
import { voiceOf } from './voice.ts';

const voice = voiceOf('en');
const count = { kind: 'count', better: 'lower', measure: 'killed' } as IndicatorSeries;
const share = { kind: 'share', better: 'none', measure: 'victims' } as IndicatorSeries;
const rate = { kind: 'rate', better: 'lower', measure: 'killed' } as IndicatorSeries;
const cell: IndicatorCell = {
  place: 'AL',
  year: 2025,
  complete: true,
  value: 76,
  low: null,
  high: null,
  gap: null,
  numerator: 76,
  denominator: null,
  unknown: 0,
  unknownShare: 0,
  before: 100,
  ratio: 0.76,
  ratioLow: 0.58,
  ratioHigh: 0.99,
  verdict: 'fall',
  population: null,
  query: 'country=AL&from=2025-01-01&to=2025-12-31',
};
const saidOf = ({ interval = '', note }: VerdictWords) => [interval.replaceAll('\u00a0', ' '), note].filter(Boolean).join(', ');

test('a value is given with what it is made of, and a missing one with its reason', () => {
  expect(valueWords(count, cell, voice)).toEqual({ text: '76', detail: undefined });
  const ofShare = { ...cell, value: 28.5714, numerator: 8, denominator: 28 };
  expect(valueWords(share, ofShare, voice)).toEqual({ text: '29%', detail: '8 of 28' });
  expect(valueWords(rate, { ...cell, value: 0.5052, low: 0.2305, high: 0.959 }, voice)).toEqual({
    text: '0.51',
    detail: '0.23–0.96',
  });
  expect(valueWords(count, { ...cell, value: null, gap: 'not_reported' }, voice).text).toBe('not reported');
  expect(valueWords(rate, { ...cell, value: null, gap: 'too_few', numerator: 3 }, voice).text).toBe('3 (too few for a rate)');
});

test('a clear change says how much, its interval, and whether it is an improvement', () => {
  const fall = verdictWords(count, cell, 97, voice);
  expect([fall.text, saidOf(fall), fall.code]).toEqual(['24% fewer', '(−42% to −1%), an improvement', 'fall']);
  const possible = verdictWords(count, { ...cell, verdict: 'possible_fall' }, 97, voice);
  expect([possible.text, saidOf(possible)]).toEqual(['24% fewer', '(−42% to −1%), may be due to chance among 97 comparisons']);
  const rise = { ...cell, verdict: 'rise', ratio: 1.5, ratioLow: 1.1, ratioHigh: 2 } as const;
  expect(saidOf(verdictWords(count, rise, 97, voice))).toBe('(+10% to +100%), a worsening');
  const ofShare = verdictWords(share, rise, 97, voice);
  expect([ofShare.text, saidOf(ofShare)]).toEqual(['50% higher', '(+10% to +100%)']);
});

test('without a clear change no difference is given, and without a comparison the reason is', () => {
  const unclear = verdictWords(count, { ...cell, verdict: 'no_clear_change', ratioHigh: 1.2 }, 97, voice);
  expect([unclear.text, saidOf(unclear)]).toEqual(['No clear change', '(−42% to +20%)']);
  const none = { ...cell, ratio: null, ratioLow: null, ratioHigh: null };
  expect(verdictWords(count, { ...none, verdict: 'too_few' }, 97, voice)).toEqual({
    code: 'too_few',
    text: 'Too few to compare',
  });
  expect(verdictWords(count, { ...none, verdict: 'incomplete_year' }, 97, voice).text).toBe('Not compared: the year is incomplete');
});

test('what is unknown is said, unless nothing is', () => {
  expect(unknownWords(count, cell, voice)).toBeUndefined();
  expect(unknownWords(count, { ...cell, unknown: 11 }, voice)).toBe('not reported in 11 incidents');
  expect(unknownWords(share, { ...cell, unknown: 3, unknownShare: 9.4 }, voice)).toBe('unknown: 9%');
});

test('the last complete year is compared', () => {
  const years = [2023, 2024, 2025].map((year) => ({ ...cell, year, complete: year < 2025 }));
  expect(comparedCell(years)?.year).toBe(2024);
  expect(comparedCell(years.slice(2))?.year).toBe(2025);
  expect(comparedCell([])).toBeUndefined();
});
