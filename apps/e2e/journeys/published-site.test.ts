import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { formats } from '../../api/database-tests/exported-rows.ts';
import { deep } from '../../../testing/depth.ts';
import { importDrafts, useTestDatabase } from '../../../packages/store/database-tests/test-database.ts';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { downloadFormats } from '../download-dialog.ts';
import { numberIn } from '../figures.ts';
import { runMonitor } from '../run-monitor.ts';
import { hostFolder, type StaticHost } from '../static-host.ts';
import { openPage, useBrowser } from '../visit.ts';

/* A folder that `monitor publish` has written, on a host that does nothing but give out its files. */

const used = useTestDatabase();
const { visit } = useBrowser({ expectedErrors: /Failed to load resource|ERR_/ });
let folder = '';
let host: StaticHost;
/** The host has the site in a folder; in a deep run, at its top. */
const base = deep ? '' : '/monitor';
const at = (path: string) => `${host.address}${path}`;

beforeAll(async () => {
  // The build that the other journeys use.
  inject('address');
  // Locations in the region and on the other side of the earth.
  const drafts = randomDrafts(2500).filter(({ country }) => ['AL', 'FJ'].includes(country));
  await importDrafts(used.database, drafts);
  folder = await mkdtemp(join(tmpdir(), 'monitor-site-'));
  await runMonitor(used.url, ['publish', folder, '--address', `https://example.org${base}`]);
  host = await hostFolder(folder, { base });
});
afterAll(async () => {
  await host?.close();
  await rm(folder, { recursive: true, force: true });
});

async function countIn(where: string): Promise<number> {
  const [row] = await used.database.connections.unsafe<{ count: number }[]>(
    `select count(*)::int as count from incidents where published and ${where}`,
  );
  return row!.count;
}

const headline = async (page: Page) => numberIn((await page.locator('[data-figure="incidents"]').first().textContent()) ?? '');

test('an analyst narrows a selection, reads a record and takes the rows away', async () => {
  const page = await visit(at('/explore/?country=AL'));
  await expect.poll(() => headline(page)).toBe(await countIn(`country = 'AL'`));
  await page.getByRole('checkbox', { name: /^Criminal context/ }).click();
  const narrowed = await countIn(`country = 'AL' and type = 'criminal_context'`);
  await expect.poll(() => headline(page)).toBe(narrowed);
  await page.getByRole('region', { name: 'Table' }).getByRole('row').nth(1).click();
  await page
    .getByText(/AV-[0-9A-Z]{12}/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  const portable = formats.filter((format) => format.portable);
  for (const { rows } of await downloadFormats(page, narrowed, portable)) expect(rows).toHaveLength(narrowed);
});

test('a page says its figures before any script runs, and is as good without the host after the first visit', async () => {
  const plain = await visit(at('/places/AL/'), { javaScriptEnabled: false });
  await plain
    .getByText(/recorded/)
    .first()
    .waitFor();
  const page = await visit(at('/'));
  await page.evaluate(`navigator.serviceWorker.ready.then(() => true)`);
  await host.close();
  await openPage(page, at('/explore/?country=FJ'));
  await expect.poll(() => headline(page)).toBe(await countIn(`country = 'FJ'`));
  await page.getByRole('link', { name: 'Places', exact: true }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  // The first page keeps its slash: the browser keeps only what is below the address of the site.
  await page.getByRole('link', { name: 'Open Armed Violence Monitor' }).first().click();
  await expect.poll(() => new URL(page.url()).pathname).toBe(`${base}/`);
  await openPage(page);
  await openPage(page, at('/data/'));
  await page.getByText(/Published on/).waitFor();
  host = await hostFolder(folder, { base });
});

test('nothing was asked for that is not in the folder', async () => {
  const page = await visit(at('/trends/'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Signals', exact: true }).first().click();
  await page.waitForURL(/signals/);
  await page.getByText('Follow signals').first().waitFor();
  await openPage(page, at('/report/?country=AL&from=2020-01-01&to=2020-12-31'));
  // The address of a page is the same as from a server.
  expect(new URL(page.url()).pathname).toBe(`${base}/report`);
  await page.getByRole('heading', { level: 1, name: /2020/ }).waitFor();
  expect(host.missing).toEqual([]);
});

test('an address that was not drawn gets a page that draws itself', async () => {
  const page = await visit(at('/places/AL-10-shkoder/'));
  await page.getByRole('heading', { level: 1, name: /Shkodër/ }).waitFor();
  // A link to a file of the API, which is not there.
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/^armed-violence_.*\.csv$/);
  await openPage(page, at('/nowhere/'));
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toMatch(/not found|no page/i);
});
