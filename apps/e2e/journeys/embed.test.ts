import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { times } from '../../../testing/depth.ts';
import { seriousFindings } from '../axe.ts';
import { keyFigure } from '../figures.ts';
import { giveBasemap, shareOfBasemap } from '../operator-basemap.ts';
import { paintMap, useBrowser } from '../visit.ts';

const address = inject('address');
// A browser reports frames that it refuses to show.
const { visit } = useBrowser({ expectedErrors: /frame-ancestors|X-Frame-Options|Refused to (?:frame|display)|404/ });
const { visit: visitMap } = useBrowser({ map: true });

/** Another site, on another port and so of another origin: a page with whatever HTML the tests give it. */
let html = '';
const site = createServer((_, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><title>Another site – page</title><link rel="icon" href="data:,"><body>${html}</body>`);
});
beforeAll(() => new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening)));
afterAll(() => new Promise((closed) => site.close(closed)));
const siteAddress = () => `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;

async function frameOf(page: Page): Promise<Frame> {
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('No frame');
  return frame;
}

/** The frame once its script has drawn it: what the server has drawn looks the same, and is replaced. */
async function drawnFrameOf(page: Page): Promise<Frame> {
  const frame = await frameOf(page);
  await expect.poll(() => frame.evaluate(`document.title.includes(' – ')`)).toBe(true);
  return frame;
}

/** Waits until a page or a frame says all of these words. */
async function expectWords(shown: Page | Frame, all: readonly string[]): Promise<void> {
  for (const words of all) await expect.poll(() => shown.locator('body').innerText()).toContain(words);
}

test('the code of the dialog shows the chosen chart on another site, with all that it must say', async () => {
  const query = 'country=RS&from=2024-01-01&to=2024-12-31';
  const explore = await visit(`${address}/explore?${query}`, {
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const incidents = await keyFigure(explore, 'incidents');
  await explore.getByRole('button', { name: 'Embed', exact: true }).click();
  const dialog = explore.getByRole('dialog', { name: 'Embed this view on your site' });
  await dialog.getByRole('button', { name: 'Show: Map of incidents' }).click();
  await explore.getByRole('menuitemradio', { name: 'Incidents by type' }).click();
  await dialog.getByRole('textbox', { name: 'Height in pixels' }).fill('9');
  await dialog.getByText('Enter a number between 240 and 2000.').waitFor();
  await dialog.getByRole('textbox', { name: 'Height in pixels' }).fill('640');
  // Each choice has a frame of its own.
  const preview = explore.frameLocator('iframe');
  await preview.getByRole('heading', { name: 'Incidents by type' }).waitFor();
  await dialog.getByRole('button', { name: 'Copy code' }).click();
  await dialog.getByRole('button', { name: 'Code copied' }).waitFor();
  html = await explore.evaluate<string>('navigator.clipboard.readText()');
  expect(html).toMatch(
    /^<iframe src="[^"]+" title="Incidents by type\. Period: 2024; Location: Serbia" width="100%" height="640" loading="lazy"/,
  );

  const page = await visit(siteAddress(), { viewport: { width: 800, height: 900 } });
  const frame = await drawnFrameOf(page);
  const chart = frame.getByRole('region', { name: 'Incidents by type' });
  await chart.getByRole('button', { name: /as a table/ }).click();
  const counts = async () =>
    (await chart.getByRole('row').allInnerTexts())
      .slice(1)
      .reduce((sum, row) => sum + Number((row.split('\t')[1] ?? '').replaceAll(',', '')), 0);
  await expect.poll(counts).toBe(incidents);
  await expectWords(frame, [
    'Period: 2024; Location: Serbia',
    'Synthetic data: made up for demonstration',
    'resolution 1244 (1999)',
    'Source: ',
    'CC0-1.0',
    'Dataset version ',
    'View in Open Armed Violence Monitor',
  ]);
  expect(await frame.getByRole('banner').count()).toBe(0);
  await frame.getByText('Cite', { exact: true }).click();
  await frame.getByText(`${address}/explore?${query}`).first().waitFor();
  expect(await page.context().cookies()).toEqual([]);
  expect(await frame.evaluate('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([0, 0, '']);

  // Links lead out of the frame, to the same selection.
  await page.context().route(`${address}/explore?*`, (route) => route.fulfill({ body: 'Explore', contentType: 'text/html' }));
  const [whole] = await Promise.all([page.waitForEvent('popup'), frame.getByRole('link', { name: /^View in/ }).click()]);
  await whole.waitForURL(`${address}/explore?${query}`);
  expect(frame.url()).toContain('/embed?');
});

test('no other page is shown in a frame of another site', async () => {
  for (const path of ['/explore', '/', '/about', '/api/docs', '/nowhere'].slice(0, times(1, 5))) {
    html = `<iframe src="${address}${path}"></iframe>`;
    const page = await visit(siteAddress());
    await page.waitForLoadState('networkidle');
    const frame = await frameOf(page);
    expect([path, frame.url().startsWith(address) && (await frame.locator('#root').count()) > 0]).toEqual([path, false]);
  }
});

test('a map in a frame has its layer, its legend, its footnotes and the basemap of the operator, in the colours of its address', async () => {
  const shown = `${address}/embed?show=map&theme=dark&from=2024-01-01&to=2024-12-31`;
  html = `<iframe src="${shown}" width="700" height="560"></iframe>`;
  const page = await visitMap('about:blank', { viewport: { width: 800, height: 700 }, colorScheme: 'light' });
  await paintMap(page);
  await giveBasemap(page, shown, 'Survey of tests');
  await page.goto(siteAddress());
  const frame = await drawnFrameOf(page);
  await frame.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').first().waitFor();
  const sources = 'Natural Earth · GeoNames · Survey of tests';
  await expectWords(frame, ['Period: 2024', 'boundaries and names shown', 'resolution 1244', 'Synthetic data', sources]);
  expect(await frame.evaluate('document.documentElement.dataset.theme')).toBe('dark');
  await expect.poll(() => shareOfBasemap(page, frame)).toBeGreaterThan(0.5);
  for (const width of [1100, 360, 320]) {
    await page.locator('iframe').evaluate((element, to) => element.setAttribute('width', String(to)), width);
    await expect.poll(() => frame.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  }
  expect(await seriousFindings(frame)).toEqual([]);
  expect(await frame.evaluate('[localStorage.length, sessionStorage.length]')).toEqual([0, 0]);
});
