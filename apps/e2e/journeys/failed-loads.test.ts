import type { Route } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { keyFigure } from '../figures.ts';
import { pressIn } from '../keyboard.ts';
import { useBrowser } from '../visit.ts';

const address = inject('address');
// The browser reports what these tests keep from it.
const { visit } = useBrowser({ expectedErrors: /503|404|ERR_FAILED|dynamically imported module|could not be drawn/ });

test('a part of the page that could not be loaded says so, and loads when tried again', async () => {
  const page = await visit(`${address}/explore?country=RS`);
  await keyFigure(page, 'incidents');
  const program = /\/assets\/export-dialog[^/]*\.js$/;
  await page.route(program, (route) => route.fulfill({ status: 503 }));
  await page.getByRole('button', { name: 'Download…' }).click();
  const notice = page.getByRole('alert').filter({ hasText: '“Download data” could not be displayed.' });
  await notice.waitFor();
  await page.unroute(program);
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect
    .poll(() =>
      page
        .getByRole('dialog')
        .getByRole('link', { name: /^Download [\d,]+ incidents/ })
        .count(),
    )
    .toBe(1);
});

const failures = {
  'the server is away': (route: Route) => route.abort(),
  'a new version has replaced its program': (route: Route) =>
    route.request().url().includes('/assets/') ? route.fulfill({ status: 404 }) : route.continue(),
} as const;

test.each(Object.entries(failures))('what could not be loaded fails in its place, while %s', async (_, fail) => {
  const page = await visit(`${address}/explore?country=RS`);
  await keyFigure(page, 'incidents');
  const row = page.getByRole('region', { name: 'Table' }).getByRole('grid').getByRole('link').first();
  await row.waitFor();
  await page.waitForLoadState('networkidle');
  await page.route('**/*', fail);
  const dialog = page.getByRole('dialog');
  const record = page.getByRole('region', { name: 'Record', exact: true });
  for (const [open, opened] of [
    [page.getByRole('button', { name: 'Download…' }), page.getByRole('dialog', { name: 'Download data' })],
    [row, record],
  ] as const) {
    await open.click();
    await opened.getByRole('alert').waitFor();
    expect(await opened.getByRole('button', { name: 'Reload' }).count()).toBe(1);
    await opened.getByRole('button', { name: 'Close' }).click();
    await opened.waitFor({ state: 'detached' });
    // The page is still there; a dialog that has closed gives it back to those who cannot see a moment later.
    await expect.poll(() => page.getByRole('button', { name: 'Download…' }).count()).toBe(1);
  }
  await page.getByRole('button', { name: /^Start date/ }).click();
  await dialog.getByRole('alert').waitFor();
  await pressIn(dialog, 'Escape');
  await dialog.waitFor({ state: 'detached' });

  const tabs = page.getByRole('navigation', { name: 'Pages' });
  await tabs.getByRole('link', { name: 'Data' }).click();
  await page.getByRole('main').getByRole('alert').waitFor();
  expect(await page.getByRole('heading', { level: 1, name: 'Data' }).count()).toBe(1);
  await page.unroute('**/*');
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Codebook' }).waitFor();
  await tabs.getByRole('link', { name: 'Explore' }).click();

  await row.waitFor();
  await page.route('**/*', fail);
  await row.click();
  await record.getByRole('alert').waitFor();
  await page.unroute('**/*');
  await record.getByRole('button', { name: 'Try again' }).click();
  await record.getByText('Provenance', { exact: true }).waitFor();
  // With its styles.
  expect(await record.evaluate((element) => getComputedStyle(element.querySelector('header')!).borderBottomStyle)).toBe('solid');
});

test('a chart that could not be downloaded says so, until a download succeeds', async () => {
  const page = await visit(`${address}/explore?country=RS`);
  const chart = page.getByRole('region', { name: 'Incidents by type' });
  await page.evaluate('HTMLCanvasElement.prototype.toBlob = (take) => take(null)');
  const download = async (kind: RegExp) => {
    await chart.getByRole('button', { name: /^Download/ }).click();
    await page.getByRole('menuitem', { name: kind }).click();
  };
  await download(/PNG/);
  const notice = chart.getByRole('alert');
  await notice.waitFor();
  expect(await notice.innerText()).toBe('The chart could not be downloaded. Try again.');
  await download(/SVG/);
  await notice.waitFor({ state: 'detached' });
});
