import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { seriousFindings } from '../axe.ts';
import { atRest, openPage, type Visitor, useBrowser } from '../visit.ts';

/** Where the pictures go, for people to look at. */
const folder = fileURLToPath(new URL('../screenshots/', import.meta.url));
const address = inject('address');
const { visit } = useBrowser({ expectedErrors: /404/ });
const { visit: visitMap } = useBrowser({ map: true });

/** Looks at what the page shows, with axe and as a picture for people. */
async function look(page: Page, picture: string): Promise<void> {
  // What is just fading in or becoming ready has not its own colours yet.
  await atRest(page);
  await lookNow(page, picture);
}

/** The same of a page with a frame, which the browser does not say the rest of. */
async function lookNow(page: Page, picture: string): Promise<void> {
  await page.screenshot({ path: `${folder}${picture}.png` });
  await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(page.viewportSize()!.width);
  await expect.poll(() => seriousFindings(page)).toEqual([]);
}

/** The last button of a dialog, which is what it is for, can be pressed without scrolling. */
async function expectButtonsInView(dialog: Locator): Promise<void> {
  const isInView = async () => {
    const { width, height } = dialog.page().viewportSize()!;
    const last = await dialog.locator('button, a[download]').last().boundingBox();
    return last !== null && last.x > 0 && last.x + last.width < width && last.y + last.height < height;
  };
  await expect.poll(isInView).toBe(true);
}

/** Widths that a page has one after the other. What a phone shows is loaded at its width; a page of text needs no load of its own. */
const screensOfDevices = [[1440], [360, 390]];
const pageOfText = [[1440, 390, 360]];
const heights: Readonly<Record<number, number>> = { 1440: 900, 390: 844, 360: 844 };

/** What is opened one after the other over a page of this width: the name of its picture, its button, and what is in it when it is loaded. */
const overExplore: Readonly<Record<number, readonly (readonly [name: string, button: RegExp, content: 'radio' | 'checkbox'])[]>> = {
  1440: [['export', /^Download…/, 'radio']],
  390: [
    ['filters', /^Filters/, 'checkbox'],
    ['export', /^Download…/, 'radio'],
  ],
};

interface Screen {
  readonly name: string;
  readonly visit: Visitor['visit'];
  readonly path: string;
  readonly ready: string;
  readonly loads: readonly (readonly number[])[];
  readonly over?: typeof overExplore;
}

const explore = { visit: visitMap, path: '/explore?from=2024-01-01&to=2026-10-31', ready: 'Table', over: overExplore };
const screens: readonly Screen[] = [
  { name: 'home', visit, path: '/', ready: 'Explore the map', loads: screensOfDevices },
  { name: 'explore', ...explore, loads: screensOfDevices },
  { name: 'record', visit, path: '/explore?incident=first', ready: 'Provenance', loads: screensOfDevices },
  { name: 'trends', visit, path: '/trends', ready: 'no change', loads: screensOfDevices },
  { name: 'places', visit, path: '/places', ready: 'Regions', loads: screensOfDevices },
  { name: 'place', visit, path: '/places/RS', ready: 'How good the data is', loads: screensOfDevices },
  { name: 'signals', visit, path: '/signals', ready: 'Follow signals', loads: screensOfDevices },
  { name: 'indicators', visit, path: '/indicators', ready: 'Show each location', loads: screensOfDevices },
  {
    name: 'report',
    visit,
    path: '/report?country=XK&from=2026-07-01&to=2026-09-30',
    ready: 'Weapons seized',
    loads: screensOfDevices,
  },
  {
    name: 'embed-map',
    visit: visitMap,
    path: '/embed?from=2024-01-01&to=2026-10-31',
    ready: 'Incidents of armed violence',
    loads: pageOfText,
  },
  { name: 'embed-chart', visit, path: '/embed?show=type&country=RS', ready: 'Incidents by type', loads: pageOfText },
  { name: 'data', visit, path: '/data', ready: 'Data', loads: pageOfText },
  { name: 'about', visit, path: '/about', ready: 'About', loads: pageOfText },
  { name: 'API', visit, path: '/api/docs', ready: 'Records', loads: pageOfText },
];

for (const screen of screens) {
  for (const widths of screen.loads) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`axe finds nothing serious and nothing sticks out sideways: ${screen.name}, ${widths.join(', ')} pixels, ${colorScheme}`, async () => {
        await mkdir(folder, { recursive: true });
        const viewports = widths.map((width) => ({ width, height: heights[width]! }));
        const page = await screen.visit(address + (await named(screen.path)), { viewport: viewports[0]!, colorScheme });
        await page.getByText(screen.ready, { exact: true }).first().waitFor();
        // Choices of a period can be pressed once it is known which days there are.
        await page.locator('button:disabled', { hasText: '12 months' }).waitFor({ state: 'detached' });
        if (screen.visit === visitMap)
          await page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').first().waitFor();
        for (const viewport of viewports) {
          await page.setViewportSize(viewport);
          await look(page, `${screen.name}-${viewport.width}-${colorScheme}`);
          for (const [name, button, content] of screen.over?.[viewport.width] ?? []) {
            await page.getByRole('button', { name: button }).last().click();
            await page.getByRole('dialog').last().getByRole(content).first().waitFor();
            await look(page, `${name}-${viewport.width}-${colorScheme}`);
            await expectButtonsInView(page.getByRole('dialog').last());
          }
        }
      });
    }
  }
}

/** What is opened over Explore to take it along: the name of its picture, its button, and what it shows when it is ready. */
const takenAlong = [
  ['saved-views', 'Saved views', 'Your saved views'],
  ['cite', 'Cite', 'RIS'],
  ['embed', 'Embed', 'Preview'],
] as const;

for (const width of [1440, 390]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing serious in what takes a view along: ${width} pixels, ${colorScheme}`, async () => {
      await mkdir(folder, { recursive: true });
      const page = await visit(`${address}/explore?country=RS&from=2024-01-01&to=2024-12-31`, {
        viewport: { width, height: heights[width]! },
        colorScheme,
      });
      await page.getByText('Table', { exact: true }).first().waitFor();
      if (width === 390) {
        await page.getByRole('button', { name: /^Filters/ }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Saved views', exact: true }).waitFor();
      }
      for (const [name, button, ready] of takenAlong) {
        await page.getByRole('button', { name: button, exact: true }).last().click();
        const dialog = page.getByRole('dialog').last();
        if (name === 'saved-views') await dialog.getByRole('button', { name: 'Save view' }).click();
        await dialog
          .getByLabel(ready, { exact: true })
          .or(dialog.getByText(ready, { exact: true }))
          .first()
          .waitFor();
        if (name === 'embed') {
          await page
            .frameLocator('iframe')
            .getByText(/^Dataset version/)
            .waitFor();
          await lookNow(page, `embed-${width}-${colorScheme}`);
        } else await look(page, `${name}-${width}-${colorScheme}`);
        await page.keyboard.press('Escape');
        await expect.poll(() => page.getByRole('dialog').count()).toBe(width === 390 ? 1 : 0);
      }
    });
  }
}

test('on a phone, the encoding and the licence of a download are not broken at their hyphens', async () => {
  // At some of these widths, one of them would be at the end of a line.
  const page = await visit(`${address}/explore?country=RS`, { viewport: { width: 390, height: 844 } });
  await page.getByRole('button', { name: /^Filters/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Download…' }).click();
  const dialog = page.getByRole('dialog').last();
  await dialog.getByRole('link', { name: 'CC0-1.0' }).waitFor();
  for (let width = 390; width >= 320; width -= 5) {
    await page.setViewportSize({ width, height: 844 });
    const lines = () =>
      dialog.evaluate((element) => {
        const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const found: number[] = [];
        for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
          const at = /UTF.8|CC0.1\.0/.exec(node.textContent ?? '');
          if (at === null) continue;
          const range = document.createRange();
          range.setStart(node, at.index);
          range.setEnd(node, at.index + at[0].length);
          found.push(new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size);
        }
        return found;
      });
    await expect.poll(async () => (await lines()).length).toBeGreaterThan(1);
    await expect.poll(async () => Math.max(...(await lines()))).toBe(1);
  }
});

test('every page is among them', async () => {
  const looked = screens.map(({ path }) => new URL(path, address).pathname);
  const wanted = await pagesOfServer();
  expect(wanted.filter((path) => !looked.some((one) => patternOf(path).test(one)))).toEqual([]);
});

test('the title of a page tells it from the others', async () => {
  const titles = new Map([
    ['/', 'Home'],
    ['/explore', 'Explore'],
    ['/trends', 'Trends'],
    ['/places', 'Places'],
    ['/places/RS-20', 'Nišava'],
    ['/signals', 'Signals'],
    ['/indicators', 'Indicators'],
    ['/report', 'All locations, \\w+ quarter of \\d{4}'],
    ['/data', 'Data'],
    ['/about', 'About'],
    ['/embed', 'Embedded figures'],
  ]);
  const wanted = await pagesOfServer();
  expect(wanted.filter((path) => ![...titles.keys()].some((one) => patternOf(path).test(one)))).toEqual([]);
  for (const [path, name] of titles) {
    const page = await visit(address + path);
    await expect.poll(() => page.title()).toMatch(new RegExp(`^${name} – Open Armed Violence Monitor$`));
  }
});

test('an open record gives the page its title, and a page that does not exist has one', async () => {
  const page = await visit(address + (await named('/explore?incident=first')));
  await expect.poll(() => page.title()).toMatch(/^[A-Z][a-z ]+, .+, \d+ \w+ \d{4} – Open Armed Violence Monitor$/);
  await page.getByRole('button', { name: 'Close record' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.title()).toBe('Explore – Open Armed Violence Monitor');
  await openPage(page, `${address}/nowhere`);
  await expect.poll(() => page.title()).toBe('Page not found – Open Armed Violence Monitor');
});

/** The addresses of pages that the server knows. */
async function pagesOfServer(): Promise<string[]> {
  return JSON.parse(await readFile(new URL('../../web/public/pages.json', import.meta.url), 'utf8')) as string[];
}

/** The addresses of a page, of which a part may vary. */
function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\$\w+/, '[^/]+')}$`);
}

/** The path with the newest incident's identifier in it. */
async function named(path: string): Promise<string> {
  if (!path.endsWith('first')) return path;
  const { items } = (await (await fetch(`${address}/api/v1/incidents?limit=1`)).json()) as { items: { id: string }[] };
  return path.replace('first', items[0]?.id ?? '');
}
