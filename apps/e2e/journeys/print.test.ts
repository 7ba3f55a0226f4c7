import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { keyFigure } from '../figures.ts';
import { atRest, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser({ map: true });

/** A4 less its margins, in pixels of 1/96 inch. */
const paper = { width: Math.floor((186 / 25.4) * 96), height: Math.floor((273 / 25.4) * 96) };

/** Pages of a PDF, from the number that its list of pages has. */
async function pagesPrinted(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** What could be pressed and what is wider than the page, as it is laid out for paper. */
const seen = (query: string) =>
  `[...document.querySelectorAll('${query}')].filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 120))`;
const tooWide = `[...document.querySelectorAll('body *')]
  .filter((one) => one.checkVisibility() && one.closest('.visually-hidden') === null && one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.outerHTML.slice(0, 120))`;

test.each([
  ['the whole region in a dark window', '?from=2024-01-01&to=2024-12-31&type=violence', { colorScheme: 'dark' }],
  ['two locations by people killed on a phone', '?country=RS,XK&measure=killed', { viewport: { width: 390, height: 844 } }],
] as const)('Explore prints on two pages at most, without controls: %s', async (_, query, options) => {
  const page = await visit(`${address}/explore${query}`, options);
  await keyFigure(page, 'incidents');
  await page.locator('.recharts-surface').first().waitFor();
  await page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').first().waitFor();
  await atRest(page);
  const pages = await pagesPrinted(page);
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThanOrEqual(2);

  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(paper);
  // What a script does for paper comes a moment after what a style sheet does.
  const controls = seen('button, input, select, [role=slider], [role=combobox], aside, .maplibregl-map');
  await expect.poll(() => page.evaluate(controls)).toEqual([]);
  await expect.poll(() => page.evaluate(tooWide)).toEqual([]);
  await expect.poll(() => page.evaluate(`getComputedStyle(document.documentElement).backgroundColor`)).toBe('rgb(255, 255, 255)');
  await expect.poll(() => page.evaluate(`document.documentElement.dataset.theme`)).toBe('light');
  for (const said of [
    'Filter: ',
    'resolution 1244',
    'boundaries and names shown',
    'Synthetic data',
    'Source: ',
    'Printed on ',
    `${address}/explore?`,
    'is not printed',
  ])
    await expect.poll(async () => (await page.locator('main').innerText()).toLowerCase()).toContain(said.toLowerCase());
  // The copy of the map is of the map: many colours, and land that is light.
  const colours = `(() => {
    const canvas = [...document.querySelectorAll('main canvas')].find((one) => one.checkVisibility());
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const all = new Set();
    let light = 0;
    for (let at = 0; at < data.length; at += 4) {
      all.add(data[at] * 65536 + data[at + 1] * 256 + data[at + 2]);
      if (Math.min(data[at], data[at + 1], data[at + 2]) > 200 && data[at + 3] === 255) light++;
    }
    return { colours: all.size, light: light / (data.length / 4) };
  })()`;
  const map = () => page.evaluate<{ colours: number; light: number }>(colours);
  await expect.poll(async () => (await map()).colours).toBeGreaterThan(50);
  await expect.poll(async () => (await map()).light).toBeGreaterThan(0.6);

  await page.emulateMedia({ media: 'screen' });
  const theme = 'colorScheme' in options ? 'dark' : 'light';
  await expect.poll(() => page.evaluate(`document.documentElement.dataset.theme`)).toBe(theme);
});

test.each(['/', '/trends', '/places/RS', '/signals'])(
  'a page of figures is laid out for paper, its pictures in their size and without controls: %s',
  async (path) => {
    const page = await visit(address + path);
    await page
      .getByRole('button', { name: /^Download “/ })
      .first()
      .waitFor();
    await atRest(page);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(paper);
    await expect.poll(() => page.evaluate(seen('main button, main input, main select'))).toEqual([]);
    const wide = `[...document.querySelectorAll('main *')]
      .filter((one) => one.checkVisibility() && one.closest('svg, .visually-hidden') === null && one.innerText !== '' && one.getBoundingClientRect().right > innerWidth + 1)
      .map((one) => one.outerHTML.slice(0, 120))`;
    await expect.poll(() => page.evaluate(wide)).toEqual([]);
    // Drawn for the width that it has: letters of a picture that is stretched to it would be as large as a title.
    const stretched = `[...document.querySelectorAll('main svg[viewBox]')]
      .filter((one) => one.checkVisibility() && one.querySelector('text') !== null)
      .filter((one) => one.getBoundingClientRect().width > 1.5 * one.viewBox.baseVal.width)
      .map((one) => one.outerHTML.slice(0, 120))`;
    await expect.poll(() => page.evaluate(stretched)).toEqual([]);
  },
);
