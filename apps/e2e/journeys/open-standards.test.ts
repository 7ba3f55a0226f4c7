import { expect, inject, test } from 'vitest';
import { seriousFindings } from '../axe.ts';
import { drawnPage, textOf } from '../drawn-page.ts';
import { expectWellMade, onEachDevice } from '../look.ts';
import { atRest, useBrowser } from '../visit.ts';

/* What people see of the standards by which programs read the data. */

const { visit } = useBrowser();
const address = inject('address');

test('someone finds the way from the standard to an incident by links alone', async () => {
  const page = await visit(`${address}/ogc`);
  const follow = (name: RegExp) =>
    Promise.all([page.waitForNavigation(), page.getByRole('main').getByRole('link', { name }).first().click()]);
  for (const name of [/^Datasets, as collections$/, /^Synthetic demonstration data$/, /^Incidents as HTML$/]) {
    await expectWellMade(page, 'standard');
    await follow(name);
  }
  const expectWellMadeOnEach = () => onEachDevice(page, () => expectWellMade(page, 'standard'));
  await expectWellMadeOnEach();
  await follow(/^\d{4}-\d\d-\d\d$/);
  await expectWellMadeOnEach();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Incident AV-/);
  expect(await page.getByText('Synthetic data: made up for demonstration').count()).toBeGreaterThan(0);
  const onMap = page.getByRole('link', { name: 'Show on the map, with everything on record' });
  expect(await onMap.getAttribute('href')).toMatch(/\/explore\?incident=AV-[0-9A-Z]{12}$/);
});

test('the next page goes on where the last one ended', async () => {
  const filter = encodeURIComponent("type = 'suicide'");
  const pageAt = async (path: string) => (await fetch(new URL(path, address))).text();
  const datesOf = (page: string) =>
    [...(/<tbody.*<\/tbody>/s.exec(page)?.[0] ?? '').matchAll(/>(\d{4}-\d\d-\d\d)<\/a>/g)].map(([, date]) => date);
  const first = await pageAt(`/ogc/collections/demo/items?f=html&limit=20&filter=${filter}`);
  expect(textOf(/<code>.*?<\/code>/.exec(first)?.[0] ?? '')).toBe(`"type" = 'suicide'`);
  const [, next = ''] = /<a[^>]* href="([^"]*)"[^>]*>Next page/.exec(first) ?? [];
  const after = datesOf(await pageAt(next.replaceAll('&amp;', '&')));
  expect(after).toHaveLength(20);
  expect(after[0]! >= datesOf(first).at(-1)!).toBe(true);
});

test('search engines find the datasets in the page, and the catalogue beside it', async () => {
  let description = '';
  // A page does not wait for it where the server is busy; a search engine comes again.
  const ask = async () => {
    const page = await drawnPage(`${address}/data`);
    [, description = ''] = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(page) ?? [];
    return description;
  };
  await expect.poll(ask, { interval: 500 }).not.toBe('');
  const { '@graph': graph } = JSON.parse(description) as { '@graph': { name: string }[] };
  expect(graph.map(({ name }) => name)).toContain('Synthetic demonstration data');
  const [link = ''] = /<link[^>]*type="application\/ld\+json"[^>]*>/.exec(await drawnPage(`${address}/data`)) ?? [];
  const [, catalogue = ''] = /href="([^"]*)"/.exec(link) ?? [];
  expect((await fetch(new URL(catalogue, address))).status).toBe(200);
});

test('an example on the page about the API names this server and is copied whole', async () => {
  const page = await visit(`${address}/api/docs`, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page
    .getByRole('button', { name: /\/api\/v1\/datasets/ })
    .first()
    .click();
  const blocks = page.locator('.opblock-description pre');
  await expect.poll(() => blocks.count()).toBe(4);
  await atRest(page);
  expect(await seriousFindings(page)).toEqual([]);
  const python = page.locator('pre', { hasText: 'urlopen' }).first();
  await page.locator('.copy-example').nth(2).click();
  await expect
    .poll(() => page.evaluate<string>('navigator.clipboard.readText()'))
    .toContain(`address = '${address}/api/v1/datasets'`);
  await expect.poll(() => python.textContent()).toContain(address);
});
