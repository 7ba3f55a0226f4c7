import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { countOf } from '../ask.ts';
import { deep } from '../../../testing/depth.ts';
import { exportedRows } from '../../api/database-tests/exported-rows.ts';
import { absent, realFiles } from '../../api/database-tests/real-files.ts';
import { ready } from '../../cli/database-tests/ready-database.ts';
import { openDownloads } from '../download-dialog.ts';
import { bothOf, keyFigure, leaveFiguresToServer, numberIn } from '../figures.ts';
import { drawPolygon, highWindow, layerButton, openLegend, pressMore, type Share } from '../on-map.ts';
import { runMonitor } from '../run-monitor.ts';
import { type RunningProduct, startProduct } from '../running-product.ts';
import { contentOf, useBrowser } from '../visit.ts';

/* An analyst's way through the whole workbench, on made-up and on real data; every number on it is that of the API. */

/** A product with nothing but some months of the Gun Violence Archive; there is none if its files are not. */
let archive: RunningProduct | undefined;
beforeAll(async () => {
  if (absent || !deep) return;
  archive = await startProduct(inject('cluster'), 0, ready);
  // One before the period and two after it, so that time can go on while it plays.
  const files = await realFiles('gva-2017', (file) => /-0[1-4]\.csv$/.test(file));
  await runMonitor(archive.databaseUrl, ['import', ...files, '--format', 'gva', '--dataset', 'gva-2017']);
  // The running product takes new data in a moment after it is published.
  const isThere = async () => (await countOf('dataset=gva-2017&from=2017-04-01', archive!.address)) > 0;
  await vi.waitUntil(isThere, { timeout: 60_000, interval: 200 });
});
afterAll(() => archive?.remove());
const { visit } = useBrowser({ map: true });
// A colleague need not see the map, which takes most of the time.
const colleague = useBrowser();

interface Journey {
  readonly data: string;
  readonly isAbsent: boolean;
  readonly address: () => string;
  /** Where it begins. */
  readonly query: string;
  /** The picture that the map is switched to, and what its legend says of whole places and of an area that is drawn. */
  readonly layer: string;
  readonly legend: Readonly<Record<'whole' | 'drawn', string | RegExp>>;
  /** What the menu offers to compare with, and which days these are. */
  readonly other: { readonly offer: string; readonly from: string; readonly to: string };
  /** The period after one step of time. */
  readonly next: { readonly from: string; readonly to: string };
}

const journeys: readonly Journey[] = [
  {
    data: 'the demonstration data',
    isAbsent: false,
    address: () => inject('address'),
    query: 'from=2024-01-01&to=2024-12-31&at=20.5,44,5.4',
    layer: 'Areas',
    legend: { whole: 'Incidents per 100,000 people per year', drawn: /^Counts are shown, because no area has a rate/ },
    other: { offer: 'A year earlier', from: '2023-01-01', to: '2023-12-31' },
    next: { from: '2024-02-01', to: '2025-01-31' },
  },
  {
    data: 'the Gun Violence Archive',
    isAbsent: absent,
    address: () => archive!.address,
    query: 'dataset=gva-2017&from=2017-02-01&to=2017-02-28&at=-86,41,5',
    layer: 'Hexagons',
    legend: { whole: /about .* km² each/, drawn: /about .* km² each/ },
    other: { offer: 'The period before', from: '2017-01-01', to: '2017-01-31' },
    next: { from: '2017-03-01', to: '2017-03-31' },
  },
];

const corners: readonly Share[] = [
  [0.35, 0.3],
  [0.65, 0.3],
  [0.6, 0.55],
  [0.35, 0.5],
];

/** The API's counts of what the address of a page selects, and of the period that it is compared with. */
async function countsOf(page: Page): Promise<[a: number, b: number]> {
  const { origin, searchParams: a } = new URL(page.url());
  const against = new URLSearchParams(a.get('against') ?? '');
  for (const name of ['at', 'layer', 'against']) a.delete(name);
  const b = new URLSearchParams(a);
  for (const [name, value] of against) b.set(name, value);
  return [await countOf(a.toString(), origin), await countOf(b.toString(), origin)];
}

const parameterOf = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const periodOf = (page: Page) => ({ from: parameterOf(page, 'from'), to: parameterOf(page, 'to') });
const sentenceOf = (page: Page) => page.getByText(/^There (was|were) [\d,]+ incidents? in /).innerText();

/** Both numbers of a comparison, and the one of its sentence, are those of the API. */
async function expectBoth(page: Page): Promise<[a: number, b: number]> {
  const counts = await countsOf(page);
  // Without any, all of it would agree with anything.
  expect(Math.min(...counts)).toBeGreaterThan(10);
  await expect.poll(() => bothOf(page, 'incidents')).toEqual(counts);
  await expect.poll(async () => numberIn(await sentenceOf(page))).toBe(counts[0]);
  return counts;
}

async function expectPicture(page: Page, { layer, legend }: Journey, area: keyof Journey['legend']): Promise<void> {
  await expect.poll(async () => (await layerButton(page, layer)).getAttribute('aria-pressed')).toBe('true');
  const unfolded = await openLegend(page);
  await unfolded.getByText(legend[area]).first().waitFor();
  // Unfolded, it would lie over what is drawn.
  await unfolded.getByRole('button').first().click();
}

/** Plays time for one step. The figures of the step after it are held back, so that it cannot go further however late the pause is. */
async function playOneStep(page: Page, next: Journey['next']): Promise<void> {
  await leaveFiguresToServer(page);
  let release = () => {};
  const paused = new Promise<void>((resolve) => (release = resolve));
  const isLater = ({ pathname, searchParams }: URL) =>
    pathname === '/api/v1/pages/explore' && (searchParams.get('from') ?? '') > next.from;
  await page.route(isLater, async (route) => {
    await paused;
    await route.continue().catch(() => undefined);
  });
  await page.getByRole('button', { name: 'Play through time' }).click();
  await expect.poll(() => periodOf(page)).toEqual(next);
  await page.getByRole('button', { name: 'Pause' }).click();
  release();
  await page.getByRole('button', { name: 'Play through time' }).waitFor();
}

// Real data take a database of their own.
for (const journey of deep ? journeys : journeys.slice(0, 1))
  test.skipIf(journey.isAbsent)(`from a drawn area to a file, on ${journey.data}`, async () => {
    const { query, layer, other: before, next } = journey;
    const page = await visit(`${journey.address()}/explore?${query}`, { ...highWindow, reducedMotion: 'no-preference' });

    await (await layerButton(page, layer)).click();
    await expectPicture(page, journey, 'whole');

    await drawPolygon(page, corners);
    const [drawn] = await countsOf(page);
    expect(drawn).toBeLessThan(await countOf(query.replace(/&at=.*/, ''), journey.address()));
    await expect.poll(() => keyFigure(page, 'incidents')).toBe(drawn);
    await expectPicture(page, journey, 'drawn');

    await page.getByRole('button', { name: 'Compare with…' }).click();
    await page.getByRole('menuitem', { name: before.offer }).click();
    await expect.poll(() => parameterOf(page, 'against')).toBe(`from=${before.from}&to=${before.to}`);
    expect((await expectBoth(page))[0]).toBe(drawn);

    await playOneStep(page, next);
    expect(periodOf(page)).toEqual(next);
    const counts = await expectBoth(page);
    await expectPicture(page, journey, 'drawn');

    const other = await colleague.visit(page.url());
    await expect.poll(() => bothOf(other, 'incidents')).toEqual(counts);
    await expect.poll(() => sentenceOf(other)).toBe(await sentenceOf(page));
    expect(new URL(other.url()).search).toBe(new URL(page.url()).search);

    // Both periods are in the file, which have no day in common.
    const both = counts[0] + counts[1];
    const dialog = await openDownloads(other);
    await dialog.getByRole('radio', { name: /^CSV/ }).check();
    const link = dialog.getByRole('link', { name: new RegExp(`^Download ${both.toLocaleString('en-GB')} incidents, `) });
    const [download] = await Promise.all([other.waitForEvent('download'), link.click()]);
    const rows = await exportedRows('csv', await contentOf(download));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(both);

    await pressMore(page, 'Draw an area');
    await page.getByRole('button', { name: 'Remove area', exact: true }).click();
    await expect.poll(() => parameterOf(page, 'within')).toBeNull();
    await expectBoth(page);
  });
