import { expect, inject, test } from 'vitest';
import { keyFigure } from '../figures.ts';
import { pressIn } from '../keyboard.ts';
import { useBrowser } from '../visit.ts';

const address = inject('address');
// The browser reports what these tests keep from it.
const { visit } = useBrowser({ expectedErrors: /404|ERR_FAILED|dynamically imported module|could not be drawn/ });

test('what could not be loaded or made says so in its place, and succeeds when tried again', async () => {
  const page = await visit(`${address}/explore?country=RS`);
  await keyFigure(page, 'incidents');
  const record = page.getByRole('region', { name: 'Record', exact: true });
  const row = page.getByRole('region', { name: 'Table' }).getByRole('grid').getByRole('link').first();
  await row.waitFor();

  // A chart that the browser does not draw.
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

  // A new version has replaced its program.
  await page.route('**/assets/**', (route) => route.fulfill({ status: 404 }));
  await page.getByRole('button', { name: 'Download…' }).click();
  const downloads = page.getByRole('dialog', { name: 'Download data' });
  const alert = downloads.getByRole('alert').filter({ hasText: '“Download data” could not be displayed.' });
  await alert.waitFor();
  expect(await downloads.getByRole('button', { name: 'Reload' }).count()).toBe(1);
  await page.unroute('**/assets/**');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await downloads.getByRole('link', { name: /^Download [\d,]+ incidents/ }).waitFor();
  await downloads.getByRole('button', { name: 'Close' }).click();
  await downloads.waitFor({ state: 'detached' });

  // The server is away.
  await page.route('**/*', (route) => route.abort());
  await row.click();
  await record.getByRole('alert').waitFor();
  expect(await record.getByRole('button', { name: 'Reload' }).count()).toBe(1);
  await record.getByRole('button', { name: 'Close' }).click();
  await record.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Start date/ }).click();
  const dialog = page.getByRole('dialog');
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
  await page.route('**/*', (route) => route.abort());
  await row.click();
  await record.getByRole('alert').waitFor();
  await page.unroute('**/*');
  await record.getByRole('button', { name: 'Try again' }).click();
  await record.getByText('Provenance', { exact: true }).waitFor();
  // With its styles.
  expect(await record.evaluate((element) => getComputedStyle(element.querySelector('header')!).borderBottomStyle)).toBe('solid');
});
