import { expect, test } from 'vitest';
import type { PopulationRate } from '../judge/population-rate.ts';
import { rateWords } from './rate-words.ts';
import { voiceOf } from './voice.ts';

const voice = { ...voiceOf('en'), place: (code: string) => `place ${code}` };
const words = (rate: PopulationRate) => rateWords(rate, 'incidents', voice);
const rate = {
  kind: 'rate',
  rate: 16.66,
  low: 15.2,
  high: 18.04,
  events: 802,
  exposure: 4_820_000_000,
  source: 'World Bank, SP.POP.TOTL (via a mirror)',
  firstYear: 2023,
  lastYear: 2024,
  leftOut: [],
} as const;

test('a rate says whose population it is of, and at length its interval', () => {
  expect(words(rate)).toEqual({
    text: 'population: World Bank 2023–2024',
    explanation:
      'This is the number of incidents per 100,000 people per year. Population: World Bank, SP.POP.TOTL (via a mirror), 2023–2024. ' +
      '95% interval: 15.2 to 18.0.',
  });
  expect(words({ ...rate, low: 16.66, high: 16.67 }).explanation).not.toContain('interval');
  const without = words({ ...rate, leftOut: [{ code: 'US', events: 1500 }] });
  expect(without.text).toBe('excludes place US (1,500) · World Bank 2023–2024');
  expect(without.explanation).toContain('Excludes incidents in place US (1,500)');
});

test('a rate of nothing says how high the true one can be, however small: never 0 to 0', () => {
  const none = (high: number) => words({ ...rate, rate: 0, low: 0, high });
  expect(none(31.9).text).toBe('none recorded (the rate could be up to 31.9)');
  expect(none(0.00004).text).toBe('none recorded (the rate could be up to 0.00004)');
  expect(none(31.9).explanation).toContain('true rate could be as high as 31.9');
});

test('where there is no rate the reason is shown instead', () => {
  expect(words({ kind: 'before_population', firstYear: 2014 }).text).toBe('no population figure before 2014');
  expect(words({ kind: 'no_days' }).text).toBe('no data');
  expect(words({ kind: 'region' }).explanation).toBe(
    'This rate is for whole locations. The chart by region can show the rates of regions.',
  );
});

test('a rate beside another says where the years of their populations differ', () => {
  const beside = (other: PopulationRate) => rateWords({ ...rate, firstYear: 2024 }, 'incidents', voice, other).text;
  expect(beside({ ...rate, firstYear: 2023, lastYear: 2023 })).toBe('population: World Bank 2024 (B: 2023)');
  expect(beside({ ...rate, firstYear: 2024 })).toBe('population: World Bank 2024');
  expect(beside({ kind: 'short' })).toBe('population: World Bank 2024');
});

test('the part that the data covers is named, of one location or of several', () => {
  const part = { kind: 'part', codes: ['US'], parts: ['New York City'] } as const;
  expect(words(part)).toEqual({
    text: 'the data covers New York City only',
    explanation: 'place US: the data covers New York City only, so there is no rate.',
  });
  expect(words({ ...part, kind: 'some_part', codes: ['US', 'RS'], parts: ['New York City', 'Niš'] }).explanation).toBe(
    'place US and place RS: some of the data covers New York City and Niš only, so there is no rate.',
  );
  const leftOut = [
    { code: 'US', events: 1500, part },
    { code: 'RS', events: 7 },
  ];
  const both = words({ ...rate, leftOut }).explanation;
  expect(both).toContain('Excludes incidents in place RS (7), which have no population figure.');
  expect(both).toContain('Excludes incidents in place US (1,500), since that data covers New York City only.');
});
