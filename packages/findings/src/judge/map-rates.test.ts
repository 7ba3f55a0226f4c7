import { learnLocations } from '@monitor/geography';
import { knowledgeOf } from '@monitor/geography/world';
import { beforeAll, expect, test } from 'vitest';
import { counted, madeUpAnswer } from '../../testing/made-up-answer.ts';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { countsReason, mapRates, ratesShown } from './map-rates.ts';

beforeAll(() => learnLocations(knowledgeOf(['TR'])));

const year = { from: '2024-01-01', to: '2024-12-31' };
/** Türkiye, which has no figure of people in its regions, and Moldova, which has. */
const facets = {
  country: [counted('TR', { incidents: 300 }), counted('MD', { incidents: 90 })],
  region: [counted('TR-34', { incidents: 200 }), counted('TR-06', { incidents: 100 }), counted('MD-CU', { incidents: 90 })],
};
const answer = { period: year, ...madeUpAnswer({ incidents: 390 }, facets) };
const judged = (country: readonly string[], days = year) =>
  mapRates(answer, { ...year, country }, [madeUpDataset('made-up', { TR: days, MD: days })], 'incidents')!;

test('a map on which no area has a rate shows counts, for lack of people or of days', () => {
  expect([countsReason(judged(['MD'])), ratesShown(judged(['MD'])).shows]).toEqual([undefined, 'rates']);
  expect([countsReason(judged(['TR'])), ratesShown(judged(['TR'])).shows]).toEqual(['unknown', 'counts']);
  const short = judged(['MD'], { from: '2024-11-01', to: '2024-12-31' });
  expect([countsReason(short), ratesShown(short).shows]).toEqual(['short', 'counts']);
  expect(short.of['MD-CU']).toEqual({ kind: 'short', events: 90 });
});

test('a map of a location of which the data covers a part shows counts; beside others, it has no rate', () => {
  const city = { ...madeUpDataset('city', { MD: year }), covers: 'Chișinău' };
  const judgedWith = (country: readonly string[]) =>
    mapRates(answer, { ...year, country }, [madeUpDataset('made-up', { TR: year }), city], 'incidents')!;
  expect(countsReason(judgedWith(['MD']))).toEqual({ kind: 'part', codes: ['MD'], parts: ['Chișinău'] });
  expect(ratesShown(judgedWith(['MD']))).toMatchObject({ shows: 'counts', of: { 'MD-CU': { kind: 'part', events: 90 } } });
  expect(ratesShown(judgedWith(['MD', 'TR'])).of['MD']).toEqual({ kind: 'part', events: 90 });
  expect(countsReason(judgedWith(['MD', 'TR']))).toBeUndefined();
});

test('a map without a single incident shows no counts', () => {
  const none = mapRates(
    { period: year, ...madeUpAnswer({}) },
    { ...year, country: ['TR'] },
    [madeUpDataset('made-up', { TR: year })],
    'incidents',
  )!;
  expect(countsReason(none)).toBeUndefined();
});

test('beside other locations, one whose regions have no rate is drawn as a whole', () => {
  const { of, shows } = ratesShown(judged(['MD', 'TR']));
  expect(shows).toBe('rates');
  expect(of['TR']?.kind).toBe('rate');
  expect(Object.keys(of).filter((code) => code.startsWith('TR-'))).toEqual([]);
  expect(of['MD-CU']?.kind).toBe('rate');
  expect(Object.keys(ratesShown(judged(['TR'])).of)).toContain('TR-34');
});
