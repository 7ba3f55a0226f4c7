import { expect, test } from 'vitest';
import type { BriefPage, ExplorePage, PlacePage, PlacesPage, TrendsPlacesData } from '@monitor/contract';
import { demoIncidents } from '@monitor/demo';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { ready } from '../../cli/database-tests/ready-database.ts';
import { useTestApp } from './test-app.ts';

/* A change of one location or of all together has one verdict on all pages: that of its family. */

/** With a rise in one place that stands out. */
const drafts = [...demoIncidents(await loadGazetteer(), { until: '2025-12-31', seed: 11, rows: 8000 })].filter(
  ({ country, occurred_on }, at) => country !== 'XK' || occurred_on >= '2022-01-01' || at % 2 === 0,
);
const used = useTestApp(drafts, { template: ready });

async function get<Page>(address: string): Promise<Page> {
  const { statusCode, body } = await used.app.inject(`/api/v1/pages/${address}`);
  expect([address, statusCode]).toEqual([address, 200]);
  return JSON.parse(body) as Page;
}

const measures = ['incidents', 'killed', 'injured'] as const;

test('a change of a location is clear on all pages or on none', async () => {
  let [clear, hidden] = [0, 0];
  for (const year of [2022, 2024]) {
    const days = `from=${year}-01-01&to=${year}-12-31`;
    const { data: family } = await get<{ readonly data: TrendsPlacesData }>(`trends?${days}&type=violence&part=places`);
    const judged = [...family.changes.compared, ...family.changes.without].filter(({ kind }) => kind === 'violence');
    for (const place of new Set(judged.map((one) => one.place))) {
      const { data: explored } = await get<ExplorePage>(`explore?country=${place}&${days}&type=violence`);
      const { data: told } = await get<PlacePage>(`place?place=${place}&${days}`);
      const { data: brief } = await get<BriefPage>(`brief?country=${place}&${days}`);
      for (const measure of measures) {
        const one = judged.find((row) => row.place === place && row.measure === measure)!;
        const isClear = one.evidence === 'clear';
        const ofPages = [
          explored!.figures.find(({ of }) => of === measure)!.isClear,
          told!.figures!.findings.find((row) => row.name === (measure === 'incidents' ? 'violence' : measure))!.change.isClear,
          brief!.figures.find((figure) => figure.measure === measure)!.verdicts[0]!.isClear,
        ];
        expect([year, place, measure, ...ofPages]).toEqual([year, place, measure, isClear, isClear, isClear]);
        if (isClear) clear++;
        const { low = 0, high = 0 } = one.difference ?? {};
        if (one.evidence === 'chance' && (low > 0 || high < 0)) hidden++;
      }
    }
  }
  // Some are clear by themselves alone.
  expect([clear > 0, hidden > 0]).toEqual([true, true]);
});

test('a change of a region has one interval and one verdict on the page of all places and on its own', async () => {
  const days = 'from=2020-01-01&to=2024-12-31';
  const { data } = await get<PlacesPage>(`places?${days}`);
  const rows = data!.regions.rows.filter(({ change }) => change.kind === 'change');
  expect(rows.length).toBeGreaterThan(10);
  for (const { code, change } of rows) {
    const { data: told } = await get<PlacePage>(`place?place=${code}&${days}`);
    expect([code, told!.figures!.findings[0]!.change]).toEqual([code, change]);
  }
});
