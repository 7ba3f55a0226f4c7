import type { Page, Route } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { keyFigure, TileCounter } from '../figures.ts';
import { useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();
const period = 'from=2022-01-01&to=2023-12-31';

/** Holds back the tiles of one filter until told to let them go. */
async function holdTiles(page: Page, query: string): Promise<{ readonly held: readonly Route[]; release(): Promise<void> }> {
  const held: Route[] = [];
  let holding = true;
  await page.route(
    ({ pathname, search }) => pathname.includes('/api/v1/tiles/') && search === query,
    async (route) => {
      if (holding) held.push(route);
      else await route.continue();
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

/** Counts of the largest circles on the map, as it names them for keyboard and screen reader. */
async function largestCircles(page: Page): Promise<number[]> {
  const names = await page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').allInnerTexts();
  return names.map((name) => Number(/^[\d,]+/.exec(name)?.[0].replaceAll(',', '')));
}

test('a filter changed while the first tiles are on their way reaches the map', async () => {
  const page = await visit('about:blank');
  const tiles = new TileCounter(page);
  const first = await holdTiles(page, `?${period}`);
  await page.goto(`${address}/?${period}`);
  await expect.poll(() => first.held.length, { timeout: 30_000 }).toBeGreaterThan(0);

  await page.getByRole('checkbox', { name: 'Serbia' }).click();
  await page.waitForURL(/country=RS/);
  await first.release();

  await expect.poll(() => tiles.incidents(`?country=RS&${period}`), { timeout: 15_000 }).toBeGreaterThan(0);
  await expect
    .poll(async () => largestCircles(page).then((shown) => ({ shown })), { timeout: 15_000 })
    .toEqual({ shown: await tiles.largestCircles(`?country=RS&${period}`, 12) });
  expect(await keyFigure(page, 'incidents')).toBeGreaterThan(0);
});
