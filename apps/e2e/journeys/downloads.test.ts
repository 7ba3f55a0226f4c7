import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { exportedRows, fingerprint, formats } from '../../api/database-tests/exported-rows.ts';
import { keyFigure } from '../figures.ts';
import { contentOf, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser({ expectedErrors: /503/ });

async function openDialog(query: string): Promise<{ page: Page; incidents: number }> {
  const page = await visit(`${address}/explore?${query}`);
  const incidents = await keyFigure(page, 'incidents');
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('dialog').getByRole('heading', { name: 'Download data' }).waitFor();
  return { page, incidents };
}

/** Bytes of a size in words, such as 1.2 MB. */
function bytesIn(text: string): number {
  const [, amount = '', unit = ''] = /([\d.,]+) ?([kMG])B/.exec(text) ?? [];
  return Number(amount.replace(',', '')) * { k: 1e3, M: 1e6, G: 1e9 }[unit as 'k' | 'M' | 'G'];
}

test('every format of the dialog has the incidents of the screen, and about the size that it says', async () => {
  const { page, incidents } = await openDialog('country=RS&from=2022-01-01&to=2023-12-31');
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('radio').and(dialog.locator('[name=format]')).count()).toBe(formats.length);
  const found = new Set<string>();
  for (const { name, label, extension } of formats) {
    if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Export…' }).click();
    await dialog.getByRole('radio', { name: new RegExp(`^${label}`) }).check();
    await dialog.getByText(new RegExp(`^armed-violence_.*\\.${extension}$`)).waitFor();
    const link = dialog.getByRole('link', { name: new RegExp(`^Download ${incidents.toLocaleString('en-GB')} incidents, `) });
    const expected = bytesIn(await link.innerText());
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^armed-violence_country-RS_.*\\.${extension}$`));
    const file = await contentOf(download);
    expect(file.length / expected).toBeGreaterThan(0.6);
    expect(file.length / expected).toBeLessThan(1.6);
    const rows = await exportedRows(name, file);
    expect(rows).toHaveLength(incidents);
    found.add(fingerprint(rows.map(({ id }) => id)));
    // It closes by itself once the file is saved.
    await dialog.waitFor({ state: 'detached' });
  }
  expect([...found]).toHaveLength(1);
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
