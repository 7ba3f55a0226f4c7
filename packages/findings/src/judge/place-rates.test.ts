import { population } from '@monitor/geography';
import { expect, test } from 'vitest';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { placeRates } from './place-rates.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const point = (start: string, incidents: number) => ({
  start,
  incidents,
  killed: 0,
  injured: 0,
  ...allReported,
  partial: start === '2026-01-01',
});
const rates = (period: { readonly from: string; readonly to: string }, counts: Readonly<Record<string, readonly number[]>>) =>
  placeRates(
    {
      period,
      series: {
        interval: 'year',
        points: [],
        parts: Object.entries(counts).map(([value, of]) => ({
          value,
          points: of.map((count, at) => point(`${2026 - of.length + 1 + at}-01-01`, count)),
        })),
      },
    },
    'incidents',
    { filter: {}, period, datasets: [madeUpDataset('demo', { AL: period, RS: period })], findPopulation: population },
  );

test('places are ordered by the rate over the whole period, which an unfinished year does not lead', () => {
  const [first, second] = rates({ from: '2024-01-01', to: '2026-03-31' }, { RS: [100, 100, 90], AL: [300, 300, 1] });
  expect([first?.code, second?.code]).toEqual(['AL', 'RS']);
  expect(first!.rates.at(-1)!).toBeLessThan(second!.rates.at(-1)!);
  // The mean of the years, each with its days.
  const days = [366, 365, 90];
  const mean = first!.rates.reduce<number>((sum, rate, at) => sum + rate! * days[at]!, 0) / 821;
  expect(first!.whole!).toBeCloseTo(mean, 1);
});

test('of a period too short for a yearly rate there is none', () => {
  expect(rates({ from: '2026-01-01', to: '2026-01-31' }, { AL: [30] })).toEqual([]);
});
