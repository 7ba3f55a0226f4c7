import { beforeAll, expect, test } from 'vitest';
import { demoIncidents } from '@monitor/demo';
import type { IncidentDraft } from '@monitor/domain';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { placelessDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { importDrafts, testDataset } from '../../../packages/store/database-tests/test-database.ts';
import { deep } from '../../../testing/depth.ts';
import { ready } from '../../cli/database-tests/ready-database.ts';
import { useSqlApp, useTestApp } from './test-app.ts';

/*
 * A real office holds several datasets with other days and places. One after the other is imported beside the demonstration: no comparison of a
 * location disappears or changes through an import of another time or place, and each page says once what it leaves out.
 */

const last = '2025-11-30';
const demo = [...demoIncidents(await loadGazetteer(), { until: last, seed: 7, rows: 4000 })];
const used = useTestApp(demo, { template: ready });
const sql = useSqlApp(used);

/** Incidents of one location, evenly over some days. */
function draftsOf(country: string, [from, to]: readonly [string, string], count: number, more: Partial<IncidentDraft> = {}) {
  const [first, after] = [Date.parse(from), Date.parse(to)];
  return Array.from({ length: count }, (_, at): IncidentDraft => ({
    ...placelessDraft,
    source_key: `${country} ${at}`,
    country,
    type: 'criminal_context',
    occurred_on: new Date(first + Math.round((at * (after - first)) / (count - 1) / 86_400_000) * 86_400_000)
      .toISOString()
      .slice(0, 10),
    killed: at % 2,
    injured: null,
    ...more,
  }));
}

/** A short file of a location that the demonstration has too, and files in the forms of four other regions. */
const imports = [
  ['words', draftsOf('RS', ['2025-03-01', '2025-04-09'], 40)],
  ['deaths', draftsOf('IL', ['2021-01-03', '2024-12-29'], 400, { killed: 1 })],
  ['murders', draftsOf('EC', ['2023-01-01', '2025-06-30'], 900, { killed: 1 })],
  ['shots', draftsOf('BR', ['2024-01-01', '2024-02-29'], 300)],
  ['year', draftsOf('US', ['2017-01-01', '2017-12-31'], 3000, { killed: 0, injured: 1 })],
] as const;

const pages = {
  serbia: 'place?place=RS',
  bosnia: 'place?place=BA',
  places: 'places?from=2024-12-01&to=2025-11-30',
  explore: 'explore?from=2025-01-01&to=2025-11-30&country=RS',
  exploreAll: 'explore?from=2025-01-01&to=2025-11-30',
  trends: 'trends?country=RS',
  trendsAll: 'trends?interval=month',
  trendsPlaces: 'trends?part=places',
  home: 'home',
  brief: 'brief?from=2025-07-01&to=2025-09-30&country=RS',
  indicators: '../indicators',
} as const;
type PageName = keyof typeof pages;

/** Everything that compares in an answer, by where it is. */
interface Compared {
  readonly leftOut: { readonly text: string; readonly parts: readonly string[] } | undefined;
  /** Changes, ratios and evidence with their numbers; of the locations of the demonstration only. */
  readonly found: ReadonlyMap<string, string>;
  readonly text: string;
}

async function askPage(name: PageName, app = used.app): Promise<Compared> {
  const { statusCode, body } = await app.inject(new URL(pages[name], 'http://localhost/api/v1/pages/').href);
  expect([name, statusCode]).toEqual([name, 200]);
  const answer = JSON.parse(body) as { readonly leftOut?: Compared['leftOut']; readonly data?: unknown };
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const [at, one] of value.entries()) {
        const { code, place, start, measure, value: of, id, year, name: called } = (one ?? {}) as Record<string, unknown>;
        const key = [code ?? (place === null ? 'everywhere' : place) ?? of, start, year, measure, id, called].filter(
          (part) => part !== undefined && typeof part !== 'object',
        );
        walk(one, `${path}/${key.length > 0 ? key.join(' ') : path.endsWith('/rows') ? 'all' : at}`);
      }
      return;
    }
    const one = value as Record<string, unknown>;
    if (one.kind === 'change' || one.evidence === 'clear' || one.evidence === 'chance' || one.evidence === 'driven')
      found.set(path, JSON.stringify(one.difference));
    if (typeof one.ratio === 'number' && typeof one.verdict === 'string') found.set(path, String(one.ratio));
    if ('average' in one && 'whole' in one && 'start' in one) found.set(path, JSON.stringify([one.average, one.whole, one.range]));
    for (const [key, inner] of Object.entries(one)) walk(inner, `${path}/${key}`);
  };
  walk(answer.data ?? answer, '');
  return { leftOut: answer.leftOut, found, text: body };
}

const before = new Map<PageName, Compared>();
const names = Object.keys(pages) as PageName[];

beforeAll(async () => {
  await used.caughtUp();
  for (const name of names) before.set(name, await askPage(name));
});

test('before any import, nothing is left out', () => {
  for (const name of names) expect([name, before.get(name)!.leftOut]).toEqual([name, undefined]);
  for (const name of names) if (name !== 'brief') expect([name, before.get(name)!.found.size > 0]).toEqual([name, true]);
});

test.each(imports)(
  'after the import of "%s", all that was compared is compared still, with the same numbers',
  async (slug, drafts) => {
    await importDrafts(used.database, [...drafts], { ...testDataset, slug, title: slug });
    await used.caughtUp();
    for (const name of names) {
      const now = await askPage(name);
      const was = before.get(name)!;
      // What is of all locations and of several parts can have more in it.
      const isOfDemo = !/all|indicators|home|places/i.test(name);
      const lost = [...was.found].filter(([path, text]) => (isOfDemo ? now.found.get(path) !== text : !now.found.has(path)));
      expect([name, lost.slice(0, 5).map(([path, text]) => [path, text, now.found.get(path)])]).toEqual([name, []]);
      // One line says what is left out, and none that nothing can be compared.
      expect(now.text).not.toContain('The two periods have different data');
    }
    const { leftOut } = await askPage('serbia');
    expect(leftOut?.parts).toContain('words/RS');
    expect(leftOut?.text).toContain('words (40 incidents), which covers 1 Mar – 9 Apr 2025 only');
  },
);

test('totals have everything, lines what is there throughout with all of it beside, and SQL says the same', async () => {
  const { text } = await askPage('trends');
  const { steps } = (JSON.parse(text) as { data: { steps: readonly { start: string; count: number; all?: number }[] } }).data;
  const differing = steps.filter(({ all }) => all !== undefined);
  expect(differing.map(({ start }) => start)).toEqual(['2025-03-01', '2025-04-01']);
  expect(differing.reduce((sum, { all = 0, count }) => sum + all - count, 0)).toBe(40);
  const month = async (more = '') =>
    (await used.app.inject(`/api/v1/summary?country=RS&from=2025-03-01&to=2025-04-30${more}`)).json<{
      totals: { incidents: number };
    }>().totals.incidents;
  expect((await month()) - (await month('&leave_out=words/RS'))).toBe(40);
  for (const name of names) {
    if (!deep && !['serbia', 'explore', 'trends'].includes(name)) continue;
    const [cube, other] = [await askPage(name), await askPage(name, sql.app)];
    expect([name, other.text]).toEqual([name, cube.text]);
  }
});

test('where a dataset covers the same days, the larger one is compared, and the reader can choose the other', async () => {
  await importDrafts(used.database, draftsOf('MK', ['2014-01-02', last], 150), { ...testDataset, slug: 'second', title: 'Second' });
  await used.caughtUp();
  const page = async (more: string) => {
    const body = (await used.app.inject(`/api/v1/pages/explore?country=MK&from=2024-12-01&to=${last}${more}`)).json<{
      leftOut?: { text: string };
      data: { figures: readonly { values: readonly string[]; detail?: string }[] };
    }>();
    return { leftOut: body.leftOut?.text, incidents: Number(body.data.figures[0]!.values[0]) };
  };
  const [whole, demoOnly, second, both] = await Promise.all(
    ['', '&dataset=made-up', '&dataset=second', '&dataset=made-up,second'].map(page),
  );
  expect(whole!.leftOut).toMatch(
    /Second \(150 incidents\), which covers the same days as .*: select it as the dataset to compare it instead/,
  );
  expect(whole!.incidents).toBe(demoOnly!.incidents + second!.incidents);
  expect([second!.leftOut, both!.leftOut]).toEqual([undefined, undefined]);
  expect(both!.incidents).toBe(whole!.incidents);
});
