import { expect, inject, test } from 'vitest';
import { drawnPage } from '../drawn-page.ts';
import { expectWellMade, onEachDevice } from '../look.ts';
import { useBrowser } from '../visit.ts';

/* What people see of the standards by which programs read the data. */

const { visit } = useBrowser();
const address = inject('address');

test('someone finds in the page of the standard what to enter in a map program', async () => {
  const page = await visit(`${address}/ogc`);
  await onEachDevice(page, () => expectWellMade(page, 'standard'));
  expect(await page.locator('code').textContent()).toBe(`${address}/ogc`);
  await Promise.all([page.waitForNavigation(), page.getByRole('link', { name: 'Datasets, as collections' }).click()]);
  expect(await page.textContent('body')).toContain('"collections":[{"id":"demo"');
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
