import { expect, inject, test } from 'vitest';
import { keyFigure } from '../figures.ts';
import { useBrowser } from '../visit.ts';

const address = inject('address');
// The browser reports what these tests keep from it.
const { visit } = useBrowser({ expectedErrors: /503|dynamically imported module|could not be drawn/ });

test('a part of the page that could not be loaded says so, and loads when tried again', async () => {
  const page = await visit(`${address}/?country=RS`);
  await keyFigure(page, 'incidents');
  const program = /\/assets\/export-dialog[^/]*\.js$/;
  await page.route(program, (route) => route.fulfill({ status: 503 }));
  await page.getByRole('button', { name: 'Export…' }).click();
  const notice = page.getByRole('alert').filter({ hasText: '“Export incidents” could not be displayed.' });
  await notice.waitFor();
  await page.unroute(program);
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => page.getByRole('dialog').getByRole('link', { name: 'Download CSV' }).count()).toBe(1);
});

test('a chart that could not be downloaded says so, until a download succeeds', async () => {
  const page = await visit(`${address}/?country=RS`);
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
