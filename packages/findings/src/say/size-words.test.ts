import { expect, test } from 'vitest';
import { highestRateText, sizeReadingText } from './size-words.ts';
import { voiceOf } from './voice.ts';

const voice = voiceOf('en');
const { t, number } = voice;

test('a place is said to have the highest rate only where it clearly is', () => {
  const highest = { rate: 12.3, low: 10.1, high: 14.9 };
  const saySize = (perhaps: string[], compared: number, without = 0) =>
    sizeReadingText({ perhaps, highest, compared, without }, (value) => value.toUpperCase(), t, number);
  const amount = '12.3 per 100,000 people per year (95% interval 10.1 to 14.9)';
  expect(saySize(['a'], 5)).toBe(`Highest rate: A, ${amount}.`);
  expect(saySize(['a', 'b', 'c'], 5)).toBe(`Highest rate: A, ${amount}, but with no clear difference from B and C.`);
  expect(saySize(['a', 'b', 'c', 'd'], 5)).toBe(`Highest rate: A, ${amount}, but with no clear difference from 3 others.`);
  expect(saySize(['a'], 1)).toBe(`A: ${amount}.`);
  expect(saySize(['a'], 5, 2)).toBe(
    `Highest rate: A, ${amount}. 2 places are not compared: they have no rate, or different data from the others.`,
  );
  expect(sizeReadingText(undefined, String, t, number)).toBe(
    'No rates: the numbers are too small, there are no population figures, or the data covers a part only.',
  );
});

test('the highest of some places is said with the places that it is among, and why others are not', () => {
  const row = (code: string, incidents: number, rate?: number) => ({
    code,
    incidents,
    isAlike: true,
    why: undefined,
    rate: rate && { rate, low: rate / 2, high: rate * 2, events: incidents, exposure: incidents / rate, dispersion: 1, ...figures },
  });
  const figures = { source: '', firstYear: 2024, lastYear: 2024 };
  const said = (...rows: readonly ReturnType<typeof row>[]) =>
    highestRateText(
      rows.map((one) => ({ ...one, rate: one.rate === 0 ? undefined : one.rate })),
      'violent incidents',
      voice,
    ).replace(/^.*?\)[^.]*\. ?/, '');
  expect(said(row('RS', 50, 5), row('XK', 60, 20))).toBe('');
  expect(said(row('RS', 50, 5), row('XK', 60, 20), row('ME', 5, 9))).toBe(
    'Only 2 places are compared. 1 other has fewer than 10 incidents.',
  );
  expect(said(row('RS', 50, 5), row('XK', 60, 20), { ...row('ME', 50, 90), isAlike: false })).toBe(
    'Only 2 places are compared. 1 other has data for only part of the period, or more data in one part of it.',
  );
  expect(said(row('BA-09', 50, 50), row('RS-20', 60, 5), row('XK-01', 90), row('XK-02', 5))).toBe(
    'Only 2 regions are compared, in Bosnia and Herzegovina and Serbia. 2 others have no population figure for the period.',
  );
});

test('where no rates can be compared, the reason is the true one', () => {
  const said = (...rows: readonly (readonly [incidents: number, why?: 'short' | 'words' | 'no_population'])[]) =>
    highestRateText(
      rows.map(([incidents, kind]) => ({ code: 'RS', incidents, isAlike: true, rate: undefined, why: kind && { kind } })),
      'violent incidents',
      voice,
    );
  expect(said([3, 'no_population'], [4])).toMatch(/^No place has the 10 incidents/);
  expect(said([3, 'short'], [0, 'short'])).toBe(
    'No rates can be compared. The period has fewer than 90 days of data. A yearly rate would say more about the season or a single event than about the place.',
  );
  expect(said([3], [0])).toBe('No place has the 10 incidents that a comparison of rates needs.');
  expect(said([3], [0, 'no_population'])).toBe('No place has the 10 incidents that a comparison of rates needs.');
  expect(said([3], [40, 'no_population'])).toBe(
    'No rates can be compared: there are too few incidents, no population figures, data about a part only, or different data for each place.',
  );
});
