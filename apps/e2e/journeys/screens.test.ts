import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { rulesOfDrawing, seriousFindings } from '../axe.ts';
import { expectFigureFiles, type FigureFiles } from '../figure-files.ts';
import { numberIn } from '../figures.ts';
import { expectFitsEveryWidth, expectWellMade, onEachDevice, onPaper, seen, widths } from '../look.ts';
import { deep } from '../../../testing/depth.ts';
import { smallTargets } from '../../../testing/small-targets.ts';
import { onePage } from '../one-page.ts';
import { atRest, useBrowser } from '../visit.ts';

/* Every page once: what must be so of each page is looked at while it is open. Explore has a file of its own. */

const address = inject('address');
const { open } = onePage();
const { visit } = useBrowser();

interface Screen {
  readonly path: string;
  readonly title: string;
  /** A text that says that all of it is there. */
  readonly ready: string;
  /** Figures with files that it has at least. */
  readonly figures?: number;
  readonly isPrinted?: true;
  /** Whether all that can be pressed is large enough by itself, wherever it lies. */
  readonly isLarge?: true;
  /** What else is looked at, once it is loaded. */
  readonly also?: (page: Page, figures: readonly FigureFiles[]) => Promise<void>;
}

/** Figures whose numbers are compared with the screen. */
const withNumbers = '^(?:What changed|Places: )';

const screens: Readonly<Record<string, Screen>> = {
  home: { path: '/', title: 'Home', ready: 'Explore the map', figures: 4, isPrinted: true, also: expectTableOfPlaces },
  trends: { path: '/trends', title: 'Trends', ready: 'no change', figures: 4, isPrinted: true, also: expectWhatChanged },
  places: { path: '/places', title: 'Places', ready: 'Regions', figures: 2 },
  place: { path: '/places/RS', title: 'Serbia', ready: 'How good the data is', figures: 4, isPrinted: true },
  signals: { path: '/signals', title: 'Signals', ready: 'Follow signals', figures: 4, isPrinted: true },
  indicators: { path: '/indicators', title: 'Indicators', ready: 'Armed violence (SALW Control Roadmap)' },
  report: {
    path: '/report?country=XK&from=2026-07-01&to=2026-09-30',
    title: 'Kosovo\\*, third quarter of 2026',
    ready: 'Weapons seized',
    figures: 4,
  },
  embed: { path: '/embed?show=type&country=RS', title: 'Embedded figures', ready: 'Incidents by type' },
  data: { path: '/data', title: 'Data', ready: 'Data', isLarge: true },
  about: { path: '/about', title: 'About', ready: 'About', isLarge: true },
  methods: { path: '/methods', title: 'Methods', ready: 'Families of comparisons', isLarge: true },
  nowhere: { path: '/nowhere', title: 'Page not found', ready: 'Page not found', isLarge: true },
  API: { path: '/api/docs#bad_query', title: 'API', ready: 'Records', isLarge: true, also: expectApiTried },
};

test.each(Object.entries(screens).map((entry, index) => [...entry, index] as const))(
  'axe finds nothing serious, all fits, can be pressed, printed and taken along: %s',
  async (name, screen, index) => {
    const { path, title, ready, figures, isPrinted, isLarge, also } = screen;
    // The page about the API is none of the web app. Each of the others is opened in a window of another width.
    const isOfApi = path.startsWith('/api/');
    const page = await (isOfApi ? visit(address + path) : open(path, widths[index % widths.length]));
    await page.getByText(ready, { exact: true }).first().waitFor();
    if (!isOfApi) await expectFitsEveryWidth(page, name, index);
    await expect.poll(() => page.title()).toMatch(new RegExp(`^${title} – Open Armed Violence Monitor$|: ${title}$`));
    await onEachDevice(page, async (device, colours) => {
      // The elements are those of the first device. Explore is looked at with all rules on each.
      await expectWellMade(page, name, undefined, device === 1440 || deep ? undefined : rulesOfDrawing);
      if (isLarge === true) expect(await page.evaluate(smallTargets, 'html'), `${name}, ${device} pixels`).toEqual([]);
      if (device !== 1440 || colours !== 'light') return;
      const files = figures === undefined ? [] : await expectFigureFiles(page, figures, withNumbers);
      await also?.(page, files);
      // What is under the head of the page could not be pressed there.
      await page.evaluate('scrollTo(0, 0)');
    });
    if (isPrinted === true) await expectLaidOutForPaper(page);
  },
);

test('every page is among them', async () => {
  const elsewhere = ['/explore'];
  const looked = [...elsewhere, ...Object.values(screens).map(({ path }) => new URL(path, address).pathname)];
  const pages = JSON.parse(await readFile(new URL('../../web/public/pages.json', import.meta.url), 'utf8')) as string[];
  const patternOf = (path: string) => new RegExp(`^${path.replace(/\$\w+/, '[^/]+')}$`);
  expect(pages.filter((path) => !looked.some((one) => patternOf(path).test(one)))).toEqual([]);
});

/** Without controls, in the width of the paper, and pictures in their size. */
async function expectLaidOutForPaper(page: Page): Promise<void> {
  await onPaper(page, async () => {
    await expect.poll(() => seen(page, 'main button, main input, main select')).toEqual([]);
    const isWide = `one.closest('svg, .visually-hidden') === null && one.innerText !== '' && one.getBoundingClientRect().right > innerWidth + 1`;
    await expect.poll(() => seen(page, 'main *', isWide)).toEqual([]);
    // Drawn for the width that it has: letters of a picture that is stretched to it would be as large as a title.
    const isStretched = `one.querySelector('text') !== null && one.getBoundingClientRect().width > 1.5 * one.viewBox.baseVal.width`;
    await expect.poll(() => seen(page, 'main svg[viewBox]', isStretched)).toEqual([]);
  });
}

/** The CSV of the table of places has the numbers on the screen. */
async function expectTableOfPlaces(page: Page, figures: readonly FigureFiles[]): Promise<void> {
  const card = page.getByRole('region', { name: /^Places: / });
  const shown = await Promise.all(
    (await card.getByRole('table').locator('tbody tr').all()).map(async (row) => {
      const rate = numberIn(await row.locator('td').first().innerText());
      const counts = await row.locator('td a').allInnerTexts();
      return [await row.getByRole('rowheader').innerText(), rate, ...counts.map(numberIn)];
    }),
  );
  const filed = rowsOf(figures, 'Places: ').map((row) => [
    row['Place'],
    Number(Number(row['Rate per 100,000 people per year']).toFixed(1)),
    ...['Violent incidents', 'People killed', 'Weapon seizures'].map((name) => Number(row[name])),
  ]);
  expect(shown.length).toBeGreaterThan(5);
  expect(filed).toEqual(shown);
}

/** The CSV of What changed has the numbers on the screen. */
async function expectWhatChanged(page: Page, figures: readonly FigureFiles[]): Promise<void> {
  const card = page.getByRole('region', { name: /^What changed/ });
  const other = card.getByRole('button', { name: /^Show the other/ });
  await other.click();
  await other.waitFor({ state: 'hidden' });
  const cells = await card
    .getByRole('table')
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText)));
  const shown = cells.map(([before = '', now = '', change = '', interval = '']) => {
    const [low = '', high = ''] = interval.split(' to ');
    return [before, now, change, low, high].map(signed);
  });
  const filed = rowsOf(figures, 'What changed')
    .filter((row) => row['Change, %'] !== '')
    .map((row) =>
      Object.values(row)
        .slice(2, 7)
        .map((cell, index) => (index < 2 ? Number(cell) : inWhole(Number(cell)))),
    );
  expect(shown.length).toBeGreaterThan(20);
  expect(filed).toEqual(shown);
}

/** The page about the API is at the row of its problem, and tries a request of this server. */
async function expectApiTried(page: Page): Promise<void> {
  const refused = await fetch(`${address}/api/v1/summary?country=Narnia`);
  expect(await refused.json()).toMatchObject({ type: page.url().replace(address, '') });
  const row = page.getByRole('row', { name: /^bad_query 400 / });
  await row.waitFor();
  // While the page is drawn, the row can be in view before what is above it is there.
  const isScrolledTo = () => row.evaluate((element) => window.scrollY > 0 && element.getBoundingClientRect().top < 900);
  await expect.poll(isScrolledTo).toBe(true);
  const operation = page.getByRole('button', { name: /^GET \/api\/v1\/datasets/ });
  await operation.click();
  await expectExampleCopied(page);
  await page.getByRole('button', { name: 'Try it out' }).click();
  const answer = page.waitForResponse(/\/api\/v1\/datasets$/);
  await page.getByRole('button', { name: 'Execute' }).click();
  expect((await answer).status()).toBe(200);
  await page.locator('.live-responses-table').getByText('"datasets"').first().waitFor();
  const asked = await page.evaluate<string[]>(`performance.getEntriesByType('resource').map(({ name }) => name)`);
  expect(asked.filter((one) => !one.startsWith(address) && !one.startsWith('data:'))).toEqual([]);
  await operation.click();
}

/** An example of an operation that is open names this server, and is copied whole. */
async function expectExampleCopied(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await expect.poll(() => page.locator('.opblock-description pre').count()).toBe(4);
  await atRest(page);
  expect(await seriousFindings(page)).toEqual([]);
  await page.locator('.copy-example').nth(2).click();
  const copied = () => page.evaluate<string>('navigator.clipboard.readText()');
  await expect.poll(copied).toContain(`address = '${address}/api/v1/datasets'`);
  await expect.poll(() => page.locator('pre', { hasText: 'urlopen' }).first().textContent()).toContain(address);
}

function rowsOf(figures: readonly FigureFiles[], start: string): Record<string, string>[] {
  const { files } = figures.find(({ name }) => name.startsWith(start))!;
  return parse<Record<string, string>>(files.CSV, { columns: true });
}

/** `−39%` and `+6%` as numbers. */
function signed(text: string): number {
  return Number(text.replace('−', '-').replaceAll(/[,%+]/g, ''));
}

/** As it is printed: whole, but for what is small. */
function inWhole(percent: number): number {
  return Math.abs(percent) < 0.5 ? Number(percent.toPrecision(1)) : Math.round(percent);
}
