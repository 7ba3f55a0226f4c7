import type { Summary } from '@monitor/contract';
import { expect, test } from 'vitest';
import type { TrendMonth } from '../judge/brief-figures.ts';
import type { RateFinding } from '../judge/brief-rates.ts';
import { counted, madeUpAnswer } from '../../testing/made-up-answer.ts';
import { ratesTitle, trendWords, typesReading, weaponsReading } from './brief-readings.ts';
import { voiceOf } from './voice.ts';

const voice = voiceOf('en');

const month = (date: string, incidents: number, usual?: TrendMonth['usual']): TrendMonth => {
  return { month: date, incidents, partial: false, chosen: true, alike: true, usual };
};
const usual = { least: 31, most: 35, years: 5 };

test('the trend names the months outside the usual range, and on which side', () => {
  const quarter = (...counts: readonly [number, number, number]) =>
    trendWords(
      counts.map((count, index) => month(`2026-0${7 + index}-01`, count, usual)),
      { from: '2026-07-01', to: '2026-09-30' },
      voice,
    );
  expect(quarter(36, 34, 40)).toEqual({
    title: 'July 2026 and September 2026 were above their usual range',
    reading:
      'Violent incidents per month, Jul–Sept 2026. Highest month of Jul–Sept 2026: September 2026 (40). Chance alone puts about 1 of 3 months outside the usual range.',
  });
  expect(quarter(32, 20, 33).title).toBe('August 2026 was below its usual range');
  expect(quarter(36, 20, 33).title).toBe('July 2026 and August 2026 were outside their usual range');
  expect(quarter(32, 34, 33)).toEqual({
    title: 'All 3 months were within their usual range',
    reading: 'Violent incidents per month, Jul–Sept 2026. Highest month of Jul–Sept 2026: August 2026 (34).',
  });
});

test('a single month is said with its range, and without earlier years none is', () => {
  const august = { from: '2026-08-01', to: '2026-08-31' };
  const one = (incidents: number, range?: TrendMonth['usual']) =>
    trendWords([month('2026-08-01', incidents, range)], august, voice);
  expect(one(34, usual)).toEqual({
    title: 'August 2026 was within its usual range',
    reading: 'Violent incidents per month, Aug 2026. August 2026: 34, usually 31 to 35.',
  });
  expect(one(90, usual).reading).toContain('Chance alone puts 33% of months outside the usual range.');
  // Of two years, two months in three are outside.
  expect(one(90, { ...usual, years: 2 }).reading).toContain('Chance alone puts 67% of months outside the usual range.');
  const { title, reading } = trendWords([month('2026-07-01', 36, usual), month('2026-08-01', 34)], august, voice);
  expect([title, reading]).toEqual(['Violent incidents per month', expect.stringContaining('not enough earlier years')]);
  expect(trendWords([{ ...month('2026-08-01', 34), chosen: false }], august, voice).reading).toBe(
    'No month of this period has data.',
  );
});

test('a month that the data covers only in part is said to be so, and is none of those that are as usual', () => {
  const quarter = { from: '2026-07-01', to: '2026-09-30' };
  const cut = { ...month('2026-09-01', 1, usual), partial: true };
  const { title, reading } = trendWords([month('2026-07-01', 32, usual), month('2026-08-01', 34, usual), cut], quarter, voice);
  expect(title).toBe('All 2 complete months were within their usual range');
  expect(reading).toContain('The data covers only part of September 2026.');
  // The data can also end between two months.
  expect(trendWords([month('2026-07-01', 32, usual), month('2026-08-01', 34, usual)], quarter, voice).title).toBe(title);
  expect(trendWords([cut], { from: '2026-09-01', to: '2026-09-30' }, voice).reading).toBe(
    'Violent incidents per month, Sept 2026. September 2026: 1. The data covers only part of September 2026.',
  );
});

test('weapons and rounds that no seizure gives a number of are not said to be none', () => {
  const reading = (totals: Partial<Summary['totals']>) => {
    const answer = madeUpAnswer({ incidents: 2 }, { mode: [counted('seized', { weapons: totals.weapons ?? 0 })] });
    return weaponsReading({ ...answer, totals: { ...answer.totals, rounds: 0, ...totals } }, voice);
  };
  const notReported = { killed: 0, injured: 0, threatened: 0, suicides: 0 };
  expect(reading({ weapons: 3, rounds: 40 })).toBe('3 seized, 0 found, 0 surrendered. 40 rounds of ammunition.');
  expect(reading({ weapons: 3, notReported: { ...notReported, weapons: 1 } })).toBe(
    '3 seized, 0 found, 0 surrendered. Not reported for 1 seizure. 0 rounds of ammunition.',
  );
  expect(reading({ notReported: { ...notReported, weapons: 2, rounds: 2 } })).toBe(
    'The number of weapons is not reported for 2 seizures. The number of rounds is not reported.',
  );
  expect(reading({ incidents: 0 })).toBe('No weapon seizures were recorded.');
});

test('the surest change of a type is said, and how many others there are', () => {
  const reading = (changed: Parameters<typeof typesReading>[1]) => typesReading(450, changed, '2025', voice);
  const disputes = { code: 'public_dispute', low: -0.7, high: -0.33 } as const;
  expect(reading([])).toBe('No type clearly changed from 2025.');
  expect(reading([disputes])).toBe('Public dispute: 70% to 33% fewer than in 2025 (95% interval).');
  expect(reading([disputes, disputes])).toContain('1 more type clearly changed.');
  expect(reading(undefined)).toContain('The data of 2025 cannot be compared.');
});

test.each<[RateFinding, string]>([
  [{ kind: 'twice', codes: ['XK-01'], compared: 7 }, ': over twice the average rate'],
  [{ kind: 'above', codes: ['RS', 'XK'], compared: 7 }, 'Serbia and Kosovo*: above the average rate'],
  [{ kind: 'above', codes: ['RS', 'XK', 'AL'], compared: 7 }, '3 of 7 places: above the average rate'],
  [{ kind: 'unclear', code: 'RS-00' }, 'Beograd: no clear difference from the average rate'],
  [{ kind: 'range', low: 1.7, high: 7.2 }, 'Rates from 1.7 to 7.2, none clearly above the average'],
  [{ kind: 'one', code: 'MD', rate: 3.5 }, 'Moldova: 3.5 per 100,000 people'],
  [{ kind: 'none' }, 'Not enough data for a rate'],
])('a map of rates has its finding as its title: %o', (finding, title) => {
  expect(ratesTitle(finding, voice)).toContain(title);
});
