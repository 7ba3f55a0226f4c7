import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { keyFigure } from '../figures.ts';
import { atRest, contentOf, openPage, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();

async function downloaded(page: Page, chart: string, kind: RegExp): Promise<Buffer> {
  await page.getByRole('button', { name: `Download “${chart}”` }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: kind }).click()]);
  return contentOf(download);
}

/** Colour of the first pixel of a picture, as the browser draws it. */
async function cornerOf(page: Page, png: Buffer): Promise<number[]> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
  }, png.toString('base64'));
}

/** The page as another publisher's instance gives it. */
async function publishedBy(page: Page, publisher: string): Promise<void> {
  await page.route('**/api/v1/codebook', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), publisher } });
  });
}

test('a chart downloaded from the dark page is light, brings its font, and says title, filter, source and day', async () => {
  const page = await visit(`${address}/explore?country=RS,XK&from=2024-01-01&to=2024-12-31`, { colorScheme: 'dark' });
  await keyFigure(page, 'incidents');
  await page.locator('.recharts-surface').first().waitFor();
  const svg = (await downloaded(page, 'Incidents per month', /SVG/)).toString('utf8');
  const dark = { paper: '#1b2026', ink: 'rgb(236, 239, 242)', line: 'rgb(127, 176, 224)' };
  // Not the whole file in a failure's message: it holds a font.
  expect(Object.values(dark).filter((colour) => svg.includes(colour))).toEqual([]);
  expect(svg.includes('rgb(47, 93, 138)')).toBe(true);
  expect(/@font-face\{[^}]*Noto Sans[^}]*url\(data:font\/woff2;base64,/.test(svg)).toBe(true);
  const said = ['Incidents per month', 'Filter: Period: 2024; Location: Serbia, Kosovo*', 'Source: ', 'Downloaded on '];
  expect(said.filter((words) => !svg.includes(words))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');

  const bars = (await downloaded(page, 'Incidents by type', /SVG/)).toString('utf8');
  expect([bars.includes('#1c2127'), bars.includes('#eceff2')]).toEqual([true, false]);
  expect([bars.includes('rgb(28, 33, 39)'), bars.includes('rgb(236, 239, 242)')]).toEqual([true, false]);

  const png = await downloaded(page, 'Incidents per month', /PNG/);
  expect(await cornerOf(page, png)).toEqual([255, 255, 255, 255]);
});

test('a downloaded chart names who publishes it, in picture and numbers', async () => {
  const page = await visit('about:blank');
  await publishedBy(page, 'Institute of Counting');
  await openPage(page, `${address}/explore?country=RS,XK&from=2024-01-01&to=2024-12-31`);
  await keyFigure(page, 'incidents');
  for (const kind of [/SVG/, /CSV/]) {
    const file = (await downloaded(page, 'Incidents by type', kind)).toString('utf8');
    expect([file.includes('Published by Institute of Counting.'), file.includes('Open Armed Violence Monitor.')]).toEqual([
      true,
      false,
    ]);
  }
});

test('the files of a chart have all bars, also those that the screen does not show at first', async () => {
  const page = await visit(`${address}/explore?period=all`);
  await keyFigure(page, 'incidents');
  // Without days in the address, the figures are asked for once more when it is known which there are.
  await atRest(page);
  const summary = (await (await fetch(`${address}/api/v1/summary?facets=type`)).json()) as {
    facets: { type: { incidents: number }[] };
  };
  const counts = summary.facets.type.map(({ incidents }) => incidents);
  const chart = page.getByRole('region', { name: 'Incidents by type' });
  const bars = chart.getByRole('listitem');
  expect(await bars.count()).toBeLessThan(counts.length);
  const csv = parse<Record<string, string>>(await downloaded(page, 'Incidents by type', /CSV/), { columns: true });
  expect(csv.map((row) => Number(row['Incidents']))).toEqual(counts);
  const svg = (await downloaded(page, 'Incidents by type', /SVG/)).toString('utf8');
  const missing = csv.filter((row) => !svg.includes(String(row['Type'])));
  expect(missing).toEqual([]);
  await chart.getByRole('button', { name: /as a table/ }).click();
  await expect.poll(() => chart.getByRole('row').count()).toBe(counts.length + 1);
});

test('an export for people has words, one for old versions of Excel the mark of UTF-8, and another neither', async () => {
  const page = await visit(`${address}/explore?country=ME&from=2024-01-01&to=2024-01-31`);
  await keyFigure(page, 'incidents');
  const mark = Buffer.from('\uFEFF');
  for (const choice of ['radio', 'checkbox', 'neither'] as const) {
    await page.getByRole('button', { name: 'Download…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: choice === 'radio' ? /^Readable/ : /^Coded/ }).check();
    if (choice !== 'radio') await dialog.getByRole('checkbox', { name: /UTF.8/ }).setChecked(choice === 'checkbox');
    const link = dialog.getByRole('link', { name: /^Download [\d,]+ incidents?/ });
    // The last thing that the dialog learns; the link stays where it is from then on.
    await dialog.getByText(/armed-violence_.*\.csv/).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const bytes = await contentOf(download);
    expect(bytes.subarray(0, mark.length).equals(mark)).toBe(choice !== 'neither');
    const text = bytes.toString('utf8');
    expect(text).toMatch(choice === 'radio' ? /date_precision;[^]*;Day;Montenegro;/ : /date_precision,[^]*,day,ME,/);
  }
});
