import type { Page, Route } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { countOf } from '../ask.ts';
import { openDownloads } from '../download-dialog.ts';
import { keyFigure, numberIn } from '../figures.ts';
import { onePage } from '../one-page.ts';

const address = inject('address');
const { open } = onePage({ expectedErrors: /503/, isOwn: true });
const place = `/explore?country=RS&from=2022-01-01&to=2024-12-31&interval=month`;

const isFigures = ({ pathname }: URL) => pathname === '/api/v1/pages/explore';

/** Holds back the requests of a kind until told what becomes of them. */
async function hold(page: Page, which: (url: URL) => boolean) {
  const held: Route[] = [];
  let becomes: ((route: Route) => Promise<void>) | undefined;
  await page.route(which, async (route) => {
    if (becomes === undefined) held.push(route);
    else await becomes(route);
  });
  return {
    held,
    async end(next: (route: Route) => Promise<void>) {
      becomes = next;
      // A request that was cancelled meanwhile takes no answer.
      await Promise.all(held.splice(0).map((route) => next(route).catch(() => undefined)));
    },
  };
}

test('figures of an earlier selection are neither downloaded nor counted under the new one', async () => {
  const page = await open(place);
  const before = await keyFigure(page, 'incidents');
  const download = page.getByRole('button', { name: 'Download “Incidents by type”' });
  await expect.poll(() => download.isEnabled()).toBe(true);

  const figures = await hold(page, isFigures);
  await page.getByRole('checkbox', { name: 'Moldova' }).click();
  await expect.poll(() => figures.held.length).toBeGreaterThan(0);
  await expect.poll(() => download.isDisabled()).toBe(true);
  await expect.poll(() => download.getAttribute('aria-label')).toContain('waiting for the new figures');
  const dialog = await openDownloads(page);
  await expect.poll(() => dialog.innerText()).toContain('Moldova, Serbia');
  expect(await dialog.innerText()).not.toMatch(new RegExp(`${before.toLocaleString('en-GB')} incidents`));

  await expect.poll(() => dialog.getByRole('button', { name: /^Download: waiting for the new figures/ }).isDisabled()).toBe(true);

  await figures.end((route) => route.continue());
  await dialog.getByRole('link', { name: /^Download [\d,]+ incidents/ }).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => download.isEnabled()).toBe(true);
});

test('where the figures of a selection are not to be had, its file still is, without a count or licences of another', async () => {
  const page = await open(place);
  const before = await keyFigure(page, 'incidents');
  const figures = await hold(page, isFigures);
  await figures.end((route) => route.fulfill({ status: 503, json: {} }));
  await page.getByRole('checkbox', { name: 'Albania' }).click();
  await page.getByRole('alert').filter({ hasText: 'The figures shown are from the last successful request.' }).waitFor();
  const dialog = await openDownloads(page);
  await dialog.getByText('Could not be loaded. Every row of the file gives its licence').waitFor();
  expect(await dialog.innerText()).not.toContain(before.toLocaleString('en-GB'));
  const file = await dialog.getByRole('link', { name: 'Download', exact: true }).getAttribute('href');
  expect(new URL(file ?? '', address).searchParams.get('country')).toBe('AL,RS');
  await dialog.getByRole('button', { name: 'Close' }).click();
});

test('requests for figures and rows that a newer filter replaces are cancelled at once', async () => {
  const page = await open('/explore?country=RS&from=2022-01-01&to=2023-12-31');
  const before = await keyFigure(page, 'incidents');
  await page.getByRole('region', { name: 'Table' }).getByRole('row').nth(1).waitFor();

  // Never answered: as on a line on which an answer takes longer than the reader's next thought.
  const isOlder = ({ pathname, searchParams }: URL) =>
    ['/api/v1/pages/explore', '/api/v1/incidents'].includes(pathname) &&
    searchParams.get('country') === 'BA,RS' &&
    searchParams.get('from') === '2022-01-01';
  const older = await hold(page, isOlder);
  const asked = () => older.held.map((route) => new URL(route.request().url()).pathname).toSorted();
  const givenUp = new Map<string, string | undefined>();
  page.on('requestfailed', (request) => {
    const url = new URL(request.url());
    if (isOlder(url)) givenUp.set(url.pathname, request.failure()?.errorText);
  });

  await page.getByRole('checkbox', { name: 'Bosnia and Herzegovina' }).click();
  await expect.poll(asked).toEqual(['/api/v1/incidents', '/api/v1/pages/explore']);
  expect([...givenUp]).toEqual([]);
  expect(numberIn(await page.locator('[data-figure=incidents] dd').first().innerText())).toBe(before);

  await page.getByRole('checkbox', { name: 'Albania' }).click();
  await expect.poll(() => givenUp.get('/api/v1/pages/explore')).toBe('net::ERR_ABORTED');
  await expect.poll(() => givenUp.get('/api/v1/incidents')).toBe('net::ERR_ABORTED');
  await expect.poll(() => keyFigure(page, 'incidents')).toBe(await countOf('country=AL,BA,RS&from=2022-01-01&to=2023-12-31'));
});

test('the way from the filters of a phone to the incidents says no number of an earlier selection', async () => {
  const page = await open(place);
  await page.setViewportSize({ width: 390, height: 844 });
  await keyFigure(page, 'incidents');
  const figures = await hold(page, isFigures);
  await page.getByRole('button', { name: 'Filters · 2' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('checkbox', { name: 'Montenegro' }).click();
  const back = sheet.getByRole('button', { name: /^Show .*incidents/ });
  await expect.poll(() => back.innerText()).toBe('Show incidents');
  await figures.end((route) => route.continue());
  await expect.poll(() => back.innerText()).toMatch(/^Show [\d,]+ incidents$/);
  await back.click();
  await sheet.waitFor({ state: 'detached' });
  await page.setViewportSize({ width: 1440, height: 900 });
});

test.each(['/places/RS', '/places'])('%s says while its figures are of an earlier period', async (path) => {
  const page = await open(`${path}?from=2023-01-01&to=2023-12-31`);
  const figures = page.locator(path === '/places' ? '[data-place=RS] td >> nth=2' : '[data-finding=violence] h3');
  const violenceOf = (year: number) => countOf(`country=RS&type=violence&from=${year}-01-01&to=${year}-12-31`);
  await expect.poll(async () => numberIn(await figures.innerText())).toBe(await violenceOf(2023));
  await expect.poll(() => page.locator('[data-outdated]').count()).toBe(0);
  const answers = await hold(page, ({ pathname }) => pathname.startsWith('/api/v1/pages/'));
  await page.getByRole('button', { name: /^Period/ }).click();
  await page.getByRole('menuitemradio', { name: '2022' }).click();
  await page.locator('[data-outdated]').getByText('Serbia').first().waitFor();
  await answers.end((route) => route.continue());
  await expect.poll(() => page.locator('[data-outdated]').count()).toBe(0);
  expect(numberIn(await figures.innerText())).toBe(await violenceOf(2022));
});
