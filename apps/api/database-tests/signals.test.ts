import { Check, Errors } from 'typebox/value';
import { expect, test, vi } from 'vitest';
import { Dataset, HomePage, sharedShapes, SignalList, SignalsPage, type Summary } from '@monitor/contract';
import { countWeeks } from '@monitor/cube';
import { dateOfDay, dayNumber, seriesFilter, seriesKinds, weekAt } from '@monitor/domain';
import { weeksCounted } from '@monitor/findings';
import { readDatasetVersion, readWeekCounts } from '@monitor/store';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { importDrafts } from '../../../packages/store/database-tests/test-database.ts';
import { sqlAnalytics } from '../src/sql-analytics.ts';
import { rowsOf } from './csv-rows.ts';
import { minimalDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { useTestApp } from './test-app.ts';

const monday = '2025-06-23';
const signal = AbortSignal.timeout(300_000);

/** Incidents on a day of a week. @param week counted back from the last one */
function draftsOf(key: string, week: number, count: number, of: Partial<typeof minimalDraft> = {}) {
  return Array.from({ length: count }, (_, at) => ({
    ...minimalDraft,
    ...of,
    source_key: `${key} ${week} ${at}`,
    occurred_on: dateOfDay(dayNumber(monday) - 7 * week + (at % 7)),
  }));
}

/** Two or three disputes a week for five years and a half, and one on the last Sunday, with which the last week is complete. */
const quiet = [
  ...Array.from({ length: 285 }, (_, week) => draftsOf('quiet', week, 2 + (week % 2))).flat(),
  { ...minimalDraft, source_key: 'last', occurred_on: dateOfDay(dayNumber(monday) + 6) },
];
const rise = draftsOf('rise', 2, 14, { killed: 1 });
/** A location whose data begins with many incidents in the last month. */
const late = Array.from({ length: 4 }, (_, week) =>
  draftsOf('late', week, 9, { country: 'AL', region: 'AL-11', place: 'Tiranë' }),
).flat();

const others = randomDrafts(500).filter(
  ({ occurred_on: day, country, type }) =>
    day <= dateOfDay(dayNumber(monday) + 6) && country !== 'AL' && !(country === 'RS' && type === 'public_dispute'),
);

const used = useTestApp([...quiet, ...late, ...others], { withSignals: true });

async function signalsAt(url = '/api/v1/signals'): Promise<SignalList> {
  const version = await readDatasetVersion(used.database);
  await used.cube?.signalsAtLeast(version, signal);
  const response = await used.app.inject(url);
  expect([response.statusCode, response.headers['dataset-version']], response.body).toEqual([200, String(version)]);
  const body: unknown = response.json();
  expect(Check(SignalList, body) ? [] : Errors(SignalList, body)).toEqual([]);
  return body as SignalList;
}

const disputes = 'RS.type.public_dispute';

test('a quiet series of two or three a week gives no signal, and data that begins late gives none either', async () => {
  const { signals, weeks, closest } = await signalsAt();
  expect(weeks).toHaveLength(52);
  expect(weeks.at(-1)).toBe(monday);
  expect(signals.filter(({ series }) => series === disputes || series.startsWith('AL.'))).toEqual([]);
  expect(closest?.from).toBe(monday);
});

test('a rise makes a signal with the records behind it, which ends when they are taken back', async () => {
  const before = await signalsAt();
  await importDrafts(used.database, rise);
  const { signals, series } = await signalsAt('/api/v1/signals?country=RS&type=public_dispute');
  expect(series.map(({ id }) => id)).toEqual([disputes]);
  const [found, ...more] = signals;
  expect(more).toEqual([]);
  const days = weekAt(monday, -2);
  expect(found).toMatchObject({ series: disputes, ...days, incidents: 16, level: 'very_rare', provisional: true });
  expect(found?.incidents).toBeGreaterThan(found?.high ?? Infinity);
  expect(found?.drivers).toMatchObject({ places: [{ value: 'RS-20', incidents: 16 }], killed: 14, injured: 0 });

  const summary = (await used.app.inject(`/api/v1/summary?${found?.query}`)).json<Summary>();
  expect(summary.totals.incidents).toBe(16);
  expect(summary.period).toEqual(days);

  await used.database.connections`update incidents set status = 'retracted' where source_key like 'rise %'`;
  const after = await signalsAt();
  expect(after.signals).toEqual(before.signals);
});

test('cube and SQL count the same weeks and find the same signals', async () => {
  await used.database.connections`update incidents set status = 'published' where source_key like 'rise %'`;
  // One that is not public counts for neither.
  await used.database.connections`update incidents set status = 'draft' where source_key = 'late 0 0'`;
  await signalsAt();
  const counted = await readWeekCounts(used.database, weeksCounted);
  expect(countWeeks(used.cube!.current!, weeksCounted)).toEqual(counted);
  expect(counted.weeks).toBeGreaterThan(250);
  expect(await sqlAnalytics(used.database).signals(signal)).toEqual(await used.analytics.signals(signal));
});

test('a page waits for no signals: it says that they are being calculated, until they are there', async () => {
  const { datasetVersion } = await signalsAt();
  const page = (name: string, known?: unknown) =>
    used.app.inject({ url: `/api/v1/pages/${name}`, headers: { 'if-none-match': typeof known === 'string' ? known : '' } });
  const finding = vi.spyOn(used.cube!, 'signalsOf').mockReturnValue(undefined);
  for (const name of ['home', 'signals']) {
    const { headers, ...early } = await page(name);
    expect(early.json()).toMatchObject({ datasetVersion, isPartial: true });
    expect([headers['cache-control'], headers.etag]).toEqual(['no-store', undefined]);
  }
  expect((await page('home')).json<HomePage>().data?.unusual).toBeNull();
  expect((await page('signals')).json<SignalsPage>().data).toMatchObject({ found: null });
  finding.mockRestore();

  const home = await page('home');
  const signals = await page('signals');
  expect(home.json<HomePage>().data?.unusual?.signals[0]?.title).toMatch(/^Serbia: 16 public disputes, .* expected$/);
  expect(signals.json<SignalsPage>().data?.title).toMatch(/ series rose beyond .* in the last three weeks$/);
  const shapes = { ...Object.fromEntries(sharedShapes.map((shape) => [`${shape.$id}#`, shape])), 'Dataset#': Dataset };
  expect(Errors(shapes, HomePage, home.json()).slice(0, 3)).toEqual([]);
  expect(Errors(shapes, SignalsPage, signals.json()).slice(0, 3)).toEqual([]);
  expect((await page('home', home.headers.etag)).statusCode).toBe(304);
  expect((await page('signals', signals.headers.etag)).statusCode).toBe(304);
});

test('weekly counts are those of the summary', async () => {
  const { from, weeks, locations } = await readWeekCounts(used.database, 60);
  const days = { from, to: weekAt(from, weeks - 1).to };
  for (const { country, counts } of locations.slice(0, 3))
    for (const [at, kind] of seriesKinds.entries()) {
      const snapshot = await used.analytics.snapshot({ ...seriesFilter([country], kind), ...days }, signal);
      const { series } = await snapshot.summary({ interval: 'week', facets: [] });
      expect(
        series.points.map(({ incidents }) => incidents),
        `${country} ${kind.value}`,
      ).toEqual(counts[at]);
    }
});

test('an answer is chosen by place, kind and number of weeks, and says how many of its signals are chance', async () => {
  const all = await signalsAt('/api/v1/signals?lines=all');
  expect(all.series.every(({ lines }) => lines?.incidents.length === 52)).toBe(true);
  const one = await signalsAt('/api/v1/signals?type=violence&weeks=4&lines=none');
  expect(one.series.every(({ value, lines }) => (value === 'violence' || value !== 'weapon_seizure') && lines === undefined)).toBe(
    true,
  );
  expect(one.weeks).toEqual(all.weeks.slice(-4));
  expect(one.allSeries).toBe(all.allSeries);
  expect(one.expectedFalse).toBeCloseTo((one.falsePerSeriesAndYear * one.seriesWeeks) / 52, 1);
  const refused = await used.app.inject('/api/v1/signals?q=x');
  expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([400, 'bad_query']);
});

test('an answer that the client has is not sent again', async () => {
  await signalsAt();
  for (const path of ['signals', 'signals.csv', 'signals.atom']) {
    const { headers } = await used.app.inject(`/api/v1/${path}`);
    const again = await used.app.inject({ url: `/api/v1/${path}`, headers: { 'if-none-match': String(headers.etag) } });
    expect([path, again.statusCode]).toEqual([path, 304]);
  }
});

test('the table has a row for each signal', async () => {
  const { signals } = await signalsAt();
  const response = await used.app.inject('/api/v1/signals.csv');
  expect(response.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  const rows = rowsOf(response.body);
  const columns = ['id', 'from', 'to', 'weeks', 'incidents', 'expected', 'low', 'high', 'level', 'query'] as const;
  expect(rows.map((row) => columns.map((name) => row[name]))).toEqual(
    signals.map((one) => columns.map((name) => String(one[name]))),
  );
  expect(rows.find(({ series }) => series === disputes)).toMatchObject({
    location: 'Serbia',
    label: 'Public dispute',
    incidents: '16',
    synthetic: 'true',
  });
});

test('the feed has an entry for each signal, under an identifier that stays, with absolute links and its label', async () => {
  const { signals } = await signalsAt();
  const feed = async (host: string) => (await used.app.inject({ url: '/api/v1/signals.atom', headers: { host } })).body;
  const text = await feed('monitor.example:8080');
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, value]) => value);
  expect(all(/<id>(tag:[^<]*)<\/id>/g)).toEqual(signals.map(({ id }) => `tag:monitor.example,2026:signals/${id}`));
  expect(all(/<title>([^<]*)<\/title>/g).every((title) => title?.startsWith('Synthetic data – '))).toBe(true);
  const links = all(/href="([^"]*)"/g);
  expect(links).toHaveLength(2 + 2 * signals.length);
  expect(links.every((link) => link?.startsWith('http://monitor.example:8080/'))).toBe(true);
  expect(links).toContain(`http://monitor.example:8080/explore?${signals[0]?.query.replaceAll('&', '&amp;')}`);
});
