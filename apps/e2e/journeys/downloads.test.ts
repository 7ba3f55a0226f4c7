import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { rowsOf } from '../../api/database-tests/csv-rows.ts';
import { fingerprint } from '../../api/database-tests/exported-rows.ts';
import { seriousFindings } from '../axe.ts';
import { downloadEveryFormat, openDownloads } from '../download-dialog.ts';
import { keyFigure } from '../figures.ts';
import { contentOf, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser({ expectedErrors: /503/ });

async function openDialog(query: string): Promise<{ page: Page; incidents: number }> {
  const page = await visit(`${address}/explore?${query}`);
  const incidents = await keyFigure(page, 'incidents');
  await openDownloads(page);
  return { page, incidents };
}

test('every format of the dialog has the incidents of the screen, and about the size that it says', async () => {
  const page = await visit(`${address}/explore?country=RS&from=2022-01-01&to=2023-12-31`);
  const incidents = await keyFigure(page, 'incidents');
  const files = await downloadEveryFormat(page, incidents);
  for (const { fileName, bytes, expectedBytes, rows } of files) {
    expect(fileName).toMatch(/^armed-violence_country-RS_/);
    expect(bytes / expectedBytes).toBeGreaterThan(0.6);
    expect(bytes / expectedBytes).toBeLessThan(1.6);
    expect(rows).toHaveLength(incidents);
  }
  expect(new Set(files.map(({ rows }) => fingerprint(rows.map(({ id }) => id))))).toHaveLength(1);
});

test('everything can be downloaded without letting go of the filter', async () => {
  const { page, incidents } = await openDialog('country=ME');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^Everything/ }).check();
  const link = dialog.getByRole('link', { name: /^Download [\d,]+ incidents/ });
  await expect.poll(() => link.getAttribute('href')).toBe('/api/v1/incidents.csv');
  const all = Number(/[\d,]+/.exec(await link.innerText())?.[0].replaceAll(',', ''));
  expect(all).toBeGreaterThan(incidents);
  await dialog.getByRole('button', { name: 'Close' }).click();
  expect(new URL(page.url()).search).toBe('?country=ME');
});

test('a download says how far it is, and can be cancelled', async () => {
  const { page } = await openDialog('country=ME');
  const dialog = page.getByRole('dialog');
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/incidents.csv*', async (route) => {
    if (route.request().method() === 'HEAD') return route.continue();
    await held;
    return route.continue().catch(() => undefined);
  });
  await dialog.getByRole('link', { name: /^Download [\d,]+ incidents/ }).click();
  await dialog.getByText(/^0 kB of about [\d.]+ [kM]B$/).waitFor();
  expect(await dialog.getByRole('progressbar').count()).toBe(1);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('link', { name: /^Download [\d,]+ incidents/ }).waitFor();
  release();
  expect(await dialog.getByRole('alert').count()).toBe(0);
});

test('a download that is refused says why, and can be tried again', async () => {
  const { page } = await openDialog('country=ME');
  const dialog = page.getByRole('dialog');
  const detail = 'Too many downloads are running. Try again in 30 seconds.';
  const refuse = {
    status: 503,
    contentType: 'application/problem+json',
    body: JSON.stringify({ code: 'too_many_downloads', detail }),
  };
  await page.route('**/incidents.csv*', (route) => route.fulfill(refuse), { times: 1 });
  const link = dialog.getByRole('link', { name: /^Download [\d,]+ incidents/ });
  await link.click();
  await dialog.getByRole('alert').filter({ hasText: detail }).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect((await contentOf(download)).length).toBeGreaterThan(1000);
});

test('the dialog gives a citation with the version and the address of the selection', async () => {
  const { page } = await openDialog('country=RS&from=2023-01-01&to=2023-12-31');
  const dialog = page.getByRole('dialog');
  await expect
    .poll(() => dialog.getByRole('blockquote').innerText())
    .toMatch(
      /dataset version \d+\. http\S+\/explore\?country=RS&from=2023-01-01&to=2023-12-31 \(accessed \d{4}-\d\d-\d\d\)\. Data: .+, licence \S+\.$/,
    );
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'BibTeX' }).click()]);
  expect((await contentOf(download)).toString()).toContain('[synthetic data]');
});

test('a comparison can be downloaded in one file, or a side of it', async () => {
  const { page, incidents: inA } = await openDialog(
    'country=RS&from=2024-01-01&to=2024-06-30&against=from%3D2023-01-01%26to%3D2023-06-30',
  );
  const dialog = page.getByRole('dialog');
  const link = dialog.getByRole('link', { name: /^Download [\d,]+ incidents/ });
  const said = async () => Number(/[\d,]+/.exec(await link.innerText())?.[0].replaceAll(',', ''));
  await link.waitFor();
  const both = await said();
  await dialog.getByRole('radio', { name: /^Period B only/ }).check();
  await expect.poll(said).toBe(both - inA);
  await dialog.getByRole('radio', { name: /^Period A and B/ }).check();
  await expect.poll(said).toBe(both);
  await dialog.getByText('Period: Jan–Jun 2023 (B)').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const rows = rowsOf((await contentOf(download)).toString());
  expect(rows).toHaveLength(both);
  expect(rows.filter(({ side }) => side === 'A')).toHaveLength(inA);
  for (const { side, occurred_on } of rows) expect(occurred_on.slice(0, 4)).toBe(side === 'A' ? '2024' : '2023');
});

test('a file can have fewer columns, such as those of the table', async () => {
  const { page, incidents } = await openDialog('country=ME&from=2024-01-01&to=2024-12-31');
  const dialog = page.getByRole('dialog');
  const link = dialog.getByRole('link', { name: /^Download [\d,]+ incidents?, up to / });
  await dialog.getByRole('button', { name: 'Choose…' }).click();
  await dialog.getByRole('searchbox', { name: 'Find a column' }).fill('licence');
  await dialog.getByText('No column has this name.').waitFor();
  await dialog.getByRole('searchbox', { name: 'Find a column' }).fill('type');
  await dialog.getByRole('button', { name: 'None' }).click();
  await dialog.getByRole('checkbox', { name: 'type', exact: true }).check();
  await dialog.getByText('7 of 63').waitFor();
  expect(await seriousFindings(page, '[role=dialog]')).toEqual([]);
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const rows = rowsOf((await contentOf(download)).toString());
  expect(rows).toHaveLength(incidents);
  expect(Object.keys(rows[0] ?? {})).toEqual([
    'id',
    'country_note',
    'type',
    'killed_includes_suicides',
    'synthetic',
    'licence',
    'attribution',
  ]);
});
