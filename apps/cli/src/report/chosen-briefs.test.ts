import { expect, test } from 'vitest';
import { UsageError } from '../command-context.ts';
import { chooseBriefs, readPeriod, readPlaces } from './chosen-briefs.ts';

/** The API of two datasets: nothing happened in Montenegro. */
async function ask<Answer>(path: string): Promise<Answer> {
  const datasets = [
    { from: '2014-01-01', to: '2020-12-31', countries: ['RS', 'ME'] },
    { from: '2018-01-01', to: '2026-10-31', countries: ['AL'] },
  ];
  const incidents = { measure: 'incidents', count: path.includes('country=ME') ? 0 : 7 };
  const isCovered = !/country=US|country=AL.*from=2015/.test(path);
  return (path === '/datasets' ? { datasets } : { data: isCovered ? { figures: [incidents] } : null }) as Answer;
}

const choose = async (period: string, places: string) => chooseBriefs(readPlaces(places), readPeriod(period), ask);

test('each place has a brief, and every stands for all together and each with incidents in the period', async () => {
  expect(await choose('2026-Q3', 'all, RS-00,AL')).toEqual([
    { place: 'all', query: 'from=2026-07-01&to=2026-09-30' },
    { place: 'RS-00', query: 'from=2026-07-01&region=RS-00&to=2026-09-30' },
    { place: 'AL', query: 'country=AL&from=2026-07-01&to=2026-09-30' },
  ]);
  const every = await choose('2020', 'every');
  expect(every.map(({ place }) => place)).toEqual(['all', 'AL', 'RS']);
  expect((await choose('2020', 'ME')).map(({ place }) => place)).toEqual(['ME']);
});

test.each([
  ['2031-Q1', 'all', 'There is no data in 2031-Q1. The data covers 2014-01-01 to 2026-10-31.'],
  ['2026-Q3', 'US', 'There is no data for United States (US). There is data for AL, ME, RS.'],
  ['2015', 'AL', 'There is no data for Albania (AL) in 2015.'],
  ['2026-13', 'all', '--period must be a month (2026-09), a quarter (2026-Q3) or a year (2025), not "2026-13".'],
  ['2026', 'ZZ', '--place: there is no location or region "ZZ".'],
  ['2026', ' , ', '--place is empty.'],
])('a brief of %s for %s is refused with the reason', async (period, places, reason) => {
  await expect(choose(period, places)).rejects.toThrow(reason);
  await expect(choose(period, places)).rejects.toThrow(UsageError);
});
