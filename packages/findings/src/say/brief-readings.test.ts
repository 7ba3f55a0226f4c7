import { expect, test } from 'vitest';
import type { TrendMonth } from '../judge/brief-figures.ts';
import { trendReading, typesReading } from './brief-readings.ts';
import { voiceOf } from './voice.ts';

const voice = voiceOf('en');

test('the trend says how many months are outside the usual range, and none where there is none', () => {
  const month = (date: string, incidents: number, usual?: TrendMonth['usual']): TrendMonth => {
    return { month: date, incidents, partial: false, chosen: true, usual };
  };
  const usual = { least: 31, most: 35, years: 5 };
  const quarter = (august: number) =>
    trendReading([month('2026-07-01', 36, usual), month('2026-08-01', august, usual), month('2026-09-01', 36, usual)], voice);
  expect(quarter(34)).toBe(
    'July 2026 (36) was the month with most incidents in this period. July 2026 and September 2026 were outside the range of the previous 5 years: 2 of 3 months. By chance alone, about 1 would be.',
  );
  expect(quarter(90)).toContain('August 2026 (90)');
  expect(trendReading([month('2026-08-01', 34, usual)], voice)).toBe(
    'August 2026: 34. It was within the range of the previous 5 years.',
  );
  expect(trendReading([month('2026-08-01', 90, usual)], voice)).toBe(
    'August 2026: 90. It was outside the range of the previous 5 years (31 to 35). By chance alone, 33% of months are.',
  );
  // Of two years, two months in three are outside.
  expect(trendReading([month('2026-08-01', 90, { ...usual, years: 2 })], voice)).toContain(
    'the previous 2 years (31 to 35). By chance alone, 67% of months are.',
  );
  expect(trendReading([month('2026-07-01', 36, usual), month('2026-08-01', 34)], voice)).toContain('not enough earlier years');
  expect(trendReading([{ ...month('2026-08-01', 34), chosen: false }], voice)).toBe('No month of this period has data.');
});

test('the surest change of a type is said, and how many others there are', () => {
  const rows = [{ code: 'weapon_seizure', now: 400, before: 390, killed: 0, injured: 0 }] as const;
  const reading = (changed: Parameters<typeof typesReading>[2]) => typesReading(rows, 450, changed, '2025', voice);
  const disputes = { code: 'public_dispute', low: -0.7, high: -0.33 } as const;
  expect(reading([])).toBe('Largest group: Weapon seizure, 400 (89%). No type clearly changed from 2025.');
  expect(reading([disputes])).toContain('Clear change from the year before: Public dispute, 70% to 33% fewer (95% interval).');
  expect(reading([disputes, disputes])).toContain('1 more type clearly changed.');
  expect(reading(undefined)).toContain('The data of 2025 cannot be compared.');
});
