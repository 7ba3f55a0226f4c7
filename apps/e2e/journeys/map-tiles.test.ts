import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { keyFigure, leaveFiguresToServer, numberIn, TileCounter } from '../figures.ts';
import { filterIn, highWindow, mapAtRest } from '../on-map.ts';
import { onePage } from '../one-page.ts';
import { atRest } from '../visit.ts';

/* What the map shows while its tiles are late, refused or given up. */

// The browser reports what these tests keep from it.
const expectedErrors = /ERR_CONNECTION_REFUSED|Failed to fetch|AJAXError/;
const { open } = onePage({ map: true, ...highWindow, expectedErrors, isOwn: true });
const show = (query: string) => open(`/explore?${query}`);
const period = 'from=2022-01-01&to=2023-12-31';

/** Holds back the tiles of one filter until told to let them go. @param first what happens to each of them first */
async function holdTiles(page: Page, query: string, first?: (route: Route) => Promise<void>) {
  const held: Route[] = [];
  const asked = new Set<string>();
  let holding = true;
  await page.route(
    ({ pathname, search }) => pathname.includes('/api/v1/tiles/') && search === `?${query}`,
    async (route) => {
      const url = route.request().url();
      if (first && !asked.has(url)) await first(route);
      else if (holding) held.push(route);
      else await route.continue();
      asked.add(url);
    },
  );
  return {
    held,
    async release() {
      holding = false;
      // Those that the map no longer wants are gone already.
      await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
    },
  };
}

const busy = (route: Route) =>
  route.fulfill({
    status: 503,
    headers: { 'retry-after': '1' },
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: '/api/docs#too_busy', title: 'Busy', status: 503, code: 'too_busy', detail: 'Busy' }),
  });

/** Counts of the largest circles on the map, as it names them for keyboard and screen reader. */
async function largestCircles(page: Page): Promise<number[]> {
  const names = await page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').allInnerTexts();
  return names.flatMap((name) => /^([\d,]+) (?:incidents|people)/.exec(name)?.[1] ?? []).map(numberIn);
}

/** So small that all circles are listed. */
const small = 'at=20.5,43.5,3';

/** A small map comes to rest with what the circles on the tiles of its address have: it draws some of them as one. */
async function agreesWithTiles(page: Page, tiles: TileCounter): Promise<void> {
  await mapAtRest(page);
  const { search, searchParams } = new URL(page.url());
  const measure = searchParams.get('measure');
  const query = filterIn(search) + (measure === null ? '' : `&measure=${measure}`);
  const loaded = await tiles.inCircles(`?${query}`);
  expect(loaded).toBeGreaterThan(0);
  expect((await largestCircles(page)).reduce((sum, amount) => sum + amount, 0)).toBe(loaded);
}

const stale = (page: Page) => page.getByRole('status').filter({ hasText: 'still shows the previous figures' });

test('tiles that a busy server refused are requested again, a filter changed meanwhile reaches the map, and nobody is bothered', async () => {
  // With a place, so that the map need not move.
  const page = await show(`country=ME&${period}&${small}`);
  await mapAtRest(page);
  const tiles = new TileCounter(page);
  let bothered = false;
  const warning = page.getByText('could not be loaded').first();
  warning.waitFor({ timeout: 0 }).then(
    () => (bothered = true),
    () => undefined,
  );
  const first = await holdTiles(page, `country=BA,ME&${period}`, busy);
  const refused = await holdTiles(page, `country=BA,ME,RS&${period}`, busy);
  await refused.release();
  await page.getByRole('checkbox', { name: 'Bosnia and Herzegovina' }).click();
  await expect.poll(() => first.held.length).toBeGreaterThan(0);

  await page.getByRole('checkbox', { name: 'Serbia' }).click();
  await page.waitForURL(/RS/);
  await first.release();
  await agreesWithTiles(page, tiles);
  expect(bothered).toBe(false);
});

test('an answer to an older filter that comes late is never shown', async () => {
  const page = await show(`country=RS&${period}&${small}`);
  const tiles = new TileCounter(page);
  await mapAtRest(page);
  const before = await largestCircles(page);
  const cancelled: string[] = [];
  page.on('requestfailed', (request) => cancelled.push(new URL(request.url()).search));
  const older = await holdTiles(page, `country=BA,RS&${period}`);

  await page.getByRole('checkbox', { name: 'Bosnia and Herzegovina' }).click();
  await expect.poll(() => older.held.length).toBeGreaterThan(0);
  expect(await largestCircles(page)).toEqual(before);
  await stale(page).waitFor();
  await page.getByRole('checkbox', { name: 'Albania' }).click();
  await page.waitForURL(/AL(,|%2C)BA(,|%2C)RS/);
  await agreesWithTiles(page, tiles);
  await stale(page).waitFor({ state: 'hidden' });
  await expect.poll(() => cancelled).toContain(`?country=BA,RS&${period}`);

  await older.release();
  await agreesWithTiles(page, tiles);
});

test('circles count what is chosen to be counted', async () => {
  const page = await show(`from=2022-01-01&to=2022-12-31&${small}`);
  const tiles = new TileCounter(page);
  await page.getByRole('checkbox', { name: 'Serbia' }).click();
  await page.waitForURL(/country=RS/);
  await agreesWithTiles(page, tiles);
  const most = page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').first();
  expect(await most.innerText()).toMatch(/^\d+ incidents (?:around .*, |in part of )Serbia$/);

  await page.getByRole('button', { name: 'Count: Incidents' }).click();
  await page.getByRole('menuitemradio', { name: 'People killed', exact: true }).click();
  await page.waitForURL(/measure=killed/);
  await agreesWithTiles(page, tiles);
  expect(await most.innerText()).toMatch(/^\d+ people killed (?:around .*, |in part of )Serbia$/);
});

test('when the server is away the last answer stays and the page says what to do; when it is back the page goes on', async () => {
  const page = await show(period);
  await mapAtRest(page);
  const [before, circles] = [await keyFigure(page, 'incidents'), await largestCircles(page)];
  await page.route('**/api/**', (route) => route.abort('connectionrefused'));
  await page.getByRole('checkbox', { name: 'Albania' }).click();
  const retry = page.getByRole('button', { name: /try again|retry/i }).first();
  await retry.waitFor();
  expect(numberIn(await page.locator('[data-figure=incidents] dd').first().innerText())).toBe(before);
  await stale(page).waitFor();
  expect(await largestCircles(page)).toEqual(circles);

  await page.unrouteAll();
  await retry.click();
  await expect.poll(() => keyFigure(page, 'incidents')).toBeLessThan(before);
  await mapAtRest(page);
  await stale(page).waitFor({ state: 'hidden' });
});

test('while the window of the timeline is dragged its figures go with it, and tiles and rows are requested when it rests', async () => {
  const page = await show('from=2016-01-01&to=2016-12-31');
  await leaveFiguresToServer(page);
  const window = page.getByRole('slider', { name: 'Move the period' });
  await window.scrollIntoViewIfNeeded();
  await mapAtRest(page);
  // Also the rows, which are requested where they come into view.
  await atRest(page);
  const figure = page.locator('[data-figure=incidents] dd').first();
  // By the page's own clock: from here, requests are reported late.
  await page.evaluate(() => {
    performance.clearResourceTimings();
    Object.assign(globalThis, { timings: performance });
  });
  const answers = () =>
    page.evaluate(() => {
      const { timings } = globalThis as unknown as { timings: Performance };
      return (timings.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => name.includes('/api/'))
        .map(({ name, startTime, responseEnd }) => ({ path: new URL(name).pathname, startTime, responseEnd }));
    });
  // The hand decides when time goes on: a window that is held still for a second rests.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  const box = (await window.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const figures = new Set([await figure.innerText()]);
  for (let step = 1; figures.size < 4; step++) {
    await page.mouse.move(x + 10 + (step % 100), y);
    await page.clock.runFor(50);
    figures.add(await figure.innerText());
  }
  const dragged = await answers();
  expect([...new Set(dragged.map(({ path }) => path))]).toEqual(['/api/v1/pages/explore']);
  for (const { startTime } of dragged)
    expect(dragged.filter((one) => one.startTime <= startTime && startTime < one.responseEnd)).toHaveLength(1);
  const rested: string[] = [];
  page.on('request', (request) => rested.push(new URL(request.url()).pathname));
  await page.mouse.up();
  await page.clock.resume();
  await mapAtRest(page);
  await expect.poll(() => rested).toContain('/api/v1/incidents');
  expect(rested.some((path) => path.startsWith('/api/v1/tiles/'))).toBe(true);
});
