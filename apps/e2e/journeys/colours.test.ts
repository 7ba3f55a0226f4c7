import type { AxeResults } from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { addAxe } from '../axe.ts';
import { atRest, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();
const { visit: visitMap } = useBrowser({ map: true });

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a preset of the period can be read while it is pointed at, chosen or not: ${colorScheme}`, async () => {
    const page = await visit(`${address}/explore`, { colorScheme });
    await addAxe(page);
    const presets = page.getByRole('group', { name: 'Common periods' });
    const all = presets.getByRole('button', { name: 'All' });
    const twelveMonths = presets.getByRole('button', { name: '12 months' });
    for (const chosen of [all, twelveMonths]) {
      await chosen.click();
      await expect.poll(() => chosen.getAttribute('aria-pressed')).toBe('true');
      for (const preset of [all, twelveMonths]) {
        await preset.hover();
        await atRest(page);
        const { violations, incomplete } = await page.evaluate<AxeResults>(
          `axe.run('fieldset[aria-label="Common periods"]', { runOnly: ['color-contrast'] })`,
        );
        // Letters in the very colour of their background are incomplete to axe.
        expect([...violations, ...incomplete].flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
      }
    }
  });

  test(`with the colours of a high-contrast theme nothing that is drawn is lost: ${colorScheme}`, async () => {
    const page = await visitMap(`${address}/explore?from=2024-01-01&to=2026-10-31`, { colorScheme, forcedColors: 'active' });
    // The colour of the theme's page, as the empty background of a button computes to it.
    const canvas = await colourOf(page.locator('html'), 'background-color');
    await page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').first().waitFor();
    await atRest(page);

    // Swatches keep the colours of the map, in a frame.
    const swatches = page.locator('[class*="swatch"]');
    const colours = () => colourOfEach(swatches, 'background-color');
    await expect.poll(async () => new Set(await colours()).size).toBeGreaterThan(5);
    expect(await colours()).not.toContain(canvas);
    // Those that are drawn again at the very moment have none.
    await expect.poll(async () => new Set(await colourOfEach(swatches, 'outline-style'))).toEqual(new Set(['solid']));

    // What is pressed, chosen or current differs from what is not.
    await page.getByRole('button', { name: 'All', exact: true }).click();
    const background = (button: Locator) => colourOf(button, 'background-color');
    await expect.poll(() => background(page.getByRole('button', { name: 'All', exact: true }))).not.toBe(canvas);
    await expect.poll(() => background(page.getByRole('button', { name: '12 months' }))).toBe(canvas);
    await atRest(page);
    const tabs = page.getByRole('navigation', { name: 'Pages' });
    expect(await background(tabs.getByRole('link', { name: 'Explore' }))).not.toBe(
      await background(tabs.getByRole('link', { name: 'Data' })),
    );

    // The browser lays the colour of the page under letters, save where it is kept from it.
    const striped = () =>
      page.locator('button, a, span').evaluateAll((nodes: Element[], ground: string) => {
        return nodes
          .filter((node) => {
            const { backgroundColor, forcedColorAdjust } = getComputedStyle(node) as CSSStyleDeclaration & {
              forcedColorAdjust: string;
            };
            return (
              node.textContent !== '' &&
              backgroundColor !== ground &&
              !backgroundColor.endsWith(', 0)') &&
              forcedColorAdjust !== 'none'
            );
          })
          .map((node) => node.outerHTML);
      }, canvas);
    await expect.poll(striped).toEqual([]);

    // Bars, lines and handles.
    const bars = page.getByRole('region', { name: 'Incidents by type' }).locator('svg rect[width]');
    await bars.first().waitFor();
    expect(await colourOfEach(bars, 'fill')).not.toContain(canvas);
    const handles = page.locator('[data-edge]');
    await expect.poll(() => handles.count()).toBe(2);
    expect(await colourOfEach(handles, 'background-color', '::after')).not.toContain(canvas);
  });

  test(`with the colours of a high-contrast theme circles of the map keep theirs: ${colorScheme}`, async () => {
    const page = await visitMap(`${address}/explore?from=2024-01-01&to=2026-10-31`, { colorScheme, forcedColors: 'active' });
    await page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').first().waitFor();
    const swatches = page.getByRole('group', { name: 'Type', exact: true }).locator('[class*="swatch"]');
    const seizures = await colourOf(swatches.first(), 'background-color');
    await expect.poll(() => pixelsOf(page, page.locator('canvas.maplibregl-canvas'), seizures)).toBeGreaterThan(200);
  });
}

/** A colour or another computed value of the only element. */
async function colourOf(element: Locator, property: string): Promise<string> {
  return element.evaluate((node: Element, name: string) => getComputedStyle(node).getPropertyValue(name), property);
}

async function colourOfEach(elements: Locator, property: string, part?: string): Promise<string[]> {
  return elements.evaluateAll(
    (nodes: Element[], [name, pseudo]: (string | undefined)[]) =>
      nodes.map((node) => getComputedStyle(node, pseudo).getPropertyValue(name!)),
    [property, part],
  );
}

/** How many pixels of what an element looks like have a colour, given as `rgb(…)`. */
async function pixelsOf(page: Page, element: Locator, colour: string): Promise<number> {
  const picture = await element.screenshot();
  return page.evaluate(
    async ([data, wanted]) => {
      const bytes = Uint8Array.from(atob(data!), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      const [red, green, blue] = wanted!.match(/\d+/g)!.map(Number);
      const { data: pixels } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      let found = 0;
      for (let at = 0; at < pixels.length; at += 4)
        if (pixels[at] === red && pixels[at + 1] === green && pixels[at + 2] === blue) found += 1;
      return found;
    },
    [picture.toString('base64'), colour],
  );
}
