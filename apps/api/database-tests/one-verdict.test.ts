import { expect, test } from 'vitest';
import type { BriefPage, ExplorePage, PlacePage, PlacesPage, TrendsPlacesData } from '@monitor/contract';
import { dateOfDay, dayNumber } from '@monitor/domain';
import { demoIncidents } from '@monitor/demo';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { placelessDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { ready } from '../../cli/database-tests/ready-database.ts';
import { useTestApp } from './test-app.ts';

/* A change of one location or of all together has one verdict on all pages: that of its family. */

/** With a rise in one place that stands out. */
const drafts = [...demoIncidents(await loadGazetteer(), { until: '2025-12-31', seed: 11, rows: 8000 })].filter(
  ({ country, occurred_on }, at) => country !== 'XK' || occurred_on >= '2022-01-01' || at % 2 === 0,
);
/** A region with equal numbers of incidents in two years, but more people injured: a clear change alone, but not among all the changes there. */
const region = 'ME-16';
const injuring = Array.from({ length: 80 }, (_, at) => ({
  ...placelessDraft,
  source_key: `injuring ${at}`,
  country: 'ME',
  region,
  type: 'criminal_context' as const,
  occurred_on: dateOfDay(dayNumber(`${2021 + (at % 2)}-01-01`) + 9 * Math.floor(at / 2)),
  injured: Number(at % 2 === 1 ? at < 72 : at < 40),
}));
const used = useTestApp([...drafts.filter((draft) => draft.region !== region), ...injuring], { template: ready });

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

test('a change of a region is clear on all pages or on none, and has one interval for its incidents', async () => {
  let [rows, hidden] = [0, 0];
  for (const [from, to] of [
    ['2020-01-01', '2024-12-31'],
    ['2022-01-01', '2022-12-31'],
  ]) {
    const days = `from=${from}&to=${to}`;
    const { data } = await get<PlacesPage>(`places?${days}`);
    for (const { code, change } of data!.regions.rows.filter((row) => row.change.kind === 'change')) {
      rows++;
      const { data: told } = await get<PlacePage>(`place?place=${code}&${days}`);
      const { data: explored } = await get<ExplorePage>(`explore?region=${code}&${days}&type=violence`);
      // A brief is of a year at most.
      const brief = from === '2022-01-01' ? (await get<BriefPage>(`brief?region=${code}&${days}`)).data : undefined;
      const own = told!.figures!.findings;
      expect([code, own[0]!.change]).toEqual([code, change]);
      for (const measure of measures) {
        const said = own.find((row) => row.name === (measure === 'incidents' ? 'violence' : measure))!.change;
        const ofPages = [
          explored!.figures.find(({ of }) => of === measure)!.isClear,
          ...(brief?.figures.filter((one) => one.measure === measure).map(({ verdicts }) => verdicts[0]!.isClear) ?? []),
        ];
        expect([code, measure, new Set(ofPages)]).toEqual([code, measure, new Set([said.isClear])]);
        const { low = 0, high = 0 } = said.difference ?? {};
        if (measure !== 'incidents' && !said.isClear && low * high > 0) hidden++;
      }
    }
  }
  // Some are clear by themselves alone.
  expect([rows > 10, hidden > 0]).toEqual([true, true]);
});
