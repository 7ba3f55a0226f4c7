import type { Locator, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { seriousFindings } from '../axe.ts';
import { keyFigure } from '../figures.ts';
import { onEachDevice, onPaper, seen } from '../look.ts';
import { openLegend } from '../on-map.ts';
import { lead } from '../one-page.ts';
import { deep } from '../../../testing/depth.ts';
import { seenControls } from '../../../testing/seen-controls.ts';
import { smallTargets } from '../../../testing/small-targets.ts';
import { atRest, paintMap, useBrowser } from '../visit.ts';

/* Explore with its map: on each device, on paper, and in the colours that a device forces on every page. */

const address = inject('address');
const { visit } = useBrowser({ map: true });

/** The list for screen readers comes with the circles. */
async function circlesAreThere(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').first().waitFor();
  await atRest(page);
}

test('the first view reaches to the heads of the table, has few controls, and the rest is at its place for keys; axe finds nothing serious on the map, all of it can be pressed at 24 by 24 pixels, it prints on two pages at most, and forced colours lose nothing', async () => {
  const page = await visit(`${address}/explore`, { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 0.5 });
  await circlesAreThere(page);
  await expectFirstView(page);

  await lead(page, '/explore?from=2024-01-01&to=2024-12-31');
  await keyFigure(page, 'incidents');
  const map = 'section[aria-label="Map of incidents"]';
  await (await openLegend(page)).getByRole('button', { name: /^\d+ more types$/ }).click();
  await onEachDevice(page, async (width, colours) => {
    await circlesAreThere(page);
    expect(await seriousFindings(page, map)).toEqual([]);
    expect(await page.evaluate(smallTargets, map)).toEqual([]);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect([1, 2], `${width} pixels`).toContain(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length);
    expect(await themeOf(page)).toBe(colours);
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  await paintMap(page);
  // Each of another size than the one before, since a map that stays as it is is not painted.
  for (const width of deep ? [400, 1440] : [400]) {
    await page.setViewportSize({ width, height: 844 });
    await circlesAreThere(page);
    await expectLaidOutForPaper(page);
    await expect.poll(() => themeOf(page)).toBe('dark');
  }

  await page.setViewportSize({ width: 1200, height: 600 });
  for (const colorScheme of deep ? (['light', 'dark'] as const) : (['dark'] as const)) {
    await page.emulateMedia({ colorScheme, forcedColors: 'active' });
    await circlesAreThere(page);
    await expectAllSeen(page);
  }
});

async function expectFirstView(page: Page): Promise<void> {
  const { y, height } = (await page.getByRole('columnheader', { name: 'Date' }).boundingBox())!;
  expect(y + height).toBeLessThanOrEqual(900);
  const figures = (await page.locator('dl').first().locator('xpath=ancestor::section[1]').boundingBox())!;
  expect(figures.height).toBeLessThanOrEqual(90);
  const controls = await page.evaluate(seenControls);
  expect(controls.length, controls.join('\n')).toBeLessThanOrEqual(60);
  // Else they were not counted.
  expect(controls.length).toBeGreaterThan(40);
  const later = page.getByRole('button', { name: 'Cite', exact: true }).first();
  expect(controls.filter((name) => name.endsWith(' Cite'))).toEqual([]);
  await later.focus();
  expect((await page.evaluate(seenControls)).filter((name) => name.endsWith(' Cite'))).toHaveLength(1);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(async () => (await page.locator('.maplibregl-canvas').first().boundingBox())!.y).toBeLessThanOrEqual(300);
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Without controls, in light colours, with all that must be said, and a copy of the map. */
async function expectLaidOutForPaper(page: Page): Promise<void> {
  await onPaper(page, async () => {
    // What a script does for paper comes a moment after what a style sheet does.
    const controls = 'button, input, select, [role=slider], [role=combobox], aside, .maplibregl-map';
    await expect.poll(() => seen(page, controls)).toEqual([]);
    const isWide = `one.closest('.visually-hidden') === null && one.getBoundingClientRect().right > innerWidth + 1`;
    await expect.poll(() => seen(page, 'body *', isWide)).toEqual([]);
    await expect.poll(() => colourOf(page.locator('html'), 'background-color')).toBe('rgb(255, 255, 255)');
    await expect.poll(() => themeOf(page)).toBe('light');
    const said = ['Filter: ', 'resolution 1244', 'boundaries and names shown', 'Synthetic data', 'Source: ', 'Printed on '];
    const missing = async () => {
      const text = (await page.locator('main').innerText()).toLowerCase();
      return [...said, `${address}/explore?`, 'is not printed'].filter((words) => !text.includes(words.toLowerCase()));
    };
    await expect.poll(missing).toEqual([]);
    // The copy of the map is of the map: many colours, and land that is light.
    await expect.poll(() => coloursOfCopy(page)).toEqual({ isColourful: true, isLight: true });
  });
}

function themeOf(page: Page): Promise<string> {
  return page.evaluate('document.documentElement.dataset.theme');
}

function coloursOfCopy(page: Page): Promise<{ isColourful: boolean; isLight: boolean }> {
  return page.evaluate(() => {
    const canvas = [...document.querySelectorAll<HTMLCanvasElement>('main canvas')].find((one) => one.checkVisibility())!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const all = new Set<number>();
    let light = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0, alpha] = data.subarray(at, at + 4);
      all.add(red * 65536 + green * 256 + blue);
      if (Math.min(red, green, blue) > 200 && alpha === 255) light++;
    }
    return { isColourful: all.size > 50, isLight: light > (0.6 * data.length) / 4 };
  });
}

/** With the colours of a theme of high contrast, nothing that is drawn is lost. */
async function expectAllSeen(page: Page): Promise<void> {
  // The colour of the theme's page, as the empty background of a button computes to it.
  const canvas = await colourOf(page.locator('html'), 'background-color');

  // Swatches keep the colours of the map, in a frame, and so do circles.
  const swatches = page.locator('[class*="swatch"]');
  const colours = () => colourOfEach(swatches, 'background-color');
  await expect.poll(async () => new Set(await colours()).size).toBeGreaterThan(5);
  expect(await colours()).not.toContain(canvas);
  // Those that are drawn again at the very moment have none.
  await expect.poll(async () => new Set(await colourOfEach(swatches, 'outline-style'))).toEqual(new Set(['solid']));
  const types = page.getByRole('group', { name: 'Type', exact: true }).locator('[class*="swatch"]');
  const seizures = await colourOf(types.first(), 'background-color');
  await expect.poll(() => pixelsOf(page, page.locator('canvas.maplibregl-canvas').first(), seizures)).toBeGreaterThan(10);

  // What is pressed, chosen or current differs from what is not.
  const background = (button: Locator) => colourOf(button, 'background-color');
  const tabs = page.getByRole('navigation', { name: 'Pages' });
  expect(await background(tabs.getByRole('link', { name: 'Explore' }))).not.toBe(
    await background(tabs.getByRole('link', { name: 'Data' })),
  );
  const pressed = page.locator('button[aria-pressed=true]');
  expect(await pressed.count()).toBeGreaterThan(0);
  await expect.poll(() => colourOfEach(pressed, 'background-color')).not.toContain(canvas);
  await expect.poll(() => background(page.locator('aside button[aria-pressed=false]').first())).toBe(canvas);

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

  // Bars with their labels, lines and handles.
  const bars = page.getByRole('region', { name: 'Incidents by type' }).locator('svg');
  await bars.locator('rect[width]').first().waitFor();
  expect(await colourOfEach(bars.locator('rect[width]'), 'fill')).not.toContain(canvas);
  const ink = await colourOf(page.locator('body'), 'color');
  expect([...new Set(await colourOfEach(bars.locator('text, g > rect:last-of-type'), 'fill'))]).toEqual([ink]);
  const handles = page.locator('[data-edge]');
  await expect.poll(() => handles.count()).toBe(2);
  expect(await colourOfEach(handles, 'background-color', '::after')).not.toContain(canvas);
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
