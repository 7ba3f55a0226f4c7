import type { Page, Route } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { TileCounter } from '../figures.ts';
import { openPage, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser({ map: true, expectedErrors: /503/ });
const period = 'from=2022-01-01&to=2023-12-31';

const busy = (route: Route) =>
  route.fulfill({
    status: 503,
    headers: { 'retry-after': '1' },
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: '/api/docs#too_busy', title: 'Busy', status: 503, code: 'too_busy', detail: 'Busy' }),
  });

/** Refuses requests for tiles of a filter. @param times how often each; returns the moments of the requests by address. */
async function refuseTiles(page: Page, query: string, times: number): Promise<Map<string, number[]>> {
  const moments = new Map<string, number[]>();
  await page.route(
    ({ pathname, search }) => pathname.includes('/api/v1/tiles/') && search === query,
    async (route) => {
      const url = route.request().url();
      const before = moments.get(url) ?? [];
      moments.set(url, [...before, Date.now()]);
      if (before.length < times) await busy(route);
      else await route.continue();
    },
  );
  return moments;
}

test('tiles that a busy server refused are requested again when it said, and nobody is bothered', async () => {
  const page = await visit('about:blank');
  const tiles = new TileCounter(page);
  const requests = await refuseTiles(page, `?${period}`, 2);
  const failed = page.getByText('could not be loaded');
  let bothered = false;
  failed
    .first()
    .waitFor()
    .then(
      () => (bothered = true),
      () => undefined,
    );

  await openPage(page, `${address}/explore?${period}`);
  const largest = page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').first();
  await largest.waitFor();
  expect(await tiles.incidents(`?${period}`)).toBeGreaterThan(0);
  expect(bothered).toBe(false);
  const pauses = [...requests.values()].flatMap((moments) => moments.slice(1).map((moment, at) => moment - moments[at]!));
  expect(pauses.length).toBeGreaterThan(0);
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(990);
});

test('tiles that a busy server refused are not requested again once the filter is another one', async () => {
  const page = await visit(`${address}/explore?${period}`);
  const circles = page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button');
  await circles.first().waitFor();
  const refused = await refuseTiles(page, `?country=RS&${period}`, Infinity);
  const wanted = page.waitForResponse((response) => /\/tiles\/.*country=AL,RS/.test(response.url()) && response.ok());

  await page.getByRole('checkbox', { name: 'Serbia' }).click();
  await expect.poll(() => refused.size).toBeGreaterThan(0);
  await page.getByRole('checkbox', { name: 'Albania' }).click();
  await wanted;
  await page.getByText('The map still shows the previous figures').waitFor({ state: 'hidden' });
  // What belongs to the other filter is given up a moment after the map shows this one.
  await page.waitForTimeout(1000);
  const asked = [...refused.values()].flat().length;
  await page.waitForTimeout(2500);
  expect([...refused.values()].flat()).toHaveLength(asked);
});
