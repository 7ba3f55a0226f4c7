import type { Summary } from '@monitor/contract';
import { expect, test } from 'vitest';
import { madeUpAnswer } from '../../testing/made-up-answer.ts';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { voiceOf } from '../say/voice.ts';
import { trendsPlaces } from './trends-places.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

test('rates are of the years that the data covers, and the last of them is said to be incomplete', () => {
  const covered = { from: '2024-01-01', to: '2025-09-30' };
  const datasets = [madeUpDataset('demo', { AL: covered, RS: covered })];
  const filter = { from: '2023-01-01', to: '2026-12-31' };
  const points = [2023, 2024, 2025, 2026].map((year) => ({
    start: `${year}-01-01`,
    incidents: year === 2024 || year === 2025 ? 300 : 0,
    killed: 0,
    injured: 0,
    ...allReported,
    partial: false,
  }));
  const parts = ['AL', 'RS'].map((value) => ({ value, points }));
  const years: Summary = {
    ...madeUpAnswer({ incidents: 600 }),
    datasetVersion: 1,
    period: filter,
    comparison: null,
    series: { interval: 'year', points, parts },
  };
  const { rates } = trendsPlaces.say(
    { filter, choices: { measure: 'incidents' }, datasets, publisher: '', licence: undefined },
    { years, first: years, everFirst: years },
    voiceOf('en'),
  );
  expect(rates).toMatchObject({ years: ['2024-01-01', '2025-01-01'], isPartial: true });
  expect(rates?.reading).toMatch(/Number and hollow point: 2025, which is incomplete\.$/);
  expect(rates?.places.map(({ code }) => code)).toEqual(['AL', 'RS', undefined]);
  for (const place of rates!.places) expect(place.rates).toEqual([expect.any(Number), expect.any(Number)]);
});
