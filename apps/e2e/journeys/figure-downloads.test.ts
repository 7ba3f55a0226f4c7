import { parse } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { numberIn } from '../figures.ts';
import { atRest, contentOf, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();

/** Pages of figures, and a text that says that theirs are there. */
const pages = [
  ['/', 'Explore the map'],
  ['/trends', 'no change'],
  ['/places', 'Regions'],
  ['/places/RS', 'How good the data is'],
  ['/signals', 'Follow signals'],
  ['/report', 'Weapons seized'],
] as const;

async function open(path: string, ready: string): Promise<Page> {
  const page = await visit(address + path);
  await page.getByText(ready, { exact: true }).first().waitFor();
  await page
    .getByRole('button', { name: /^Download “/ })
    .first()
    .waitFor();
  await atRest(page);
  return page;
}

/** Pictures and tables whose own section has no download, by their section and their beginning. */
function withoutDownload(page: Page): Promise<string[]> {
  return page.locator('main').evaluate((main) => {
    const offers = [...main.querySelectorAll('button[aria-label^="Download “"]')].map((button) =>
      button.closest('section[data-form]'),
    );
    const isLarge = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 60 && height > 40;
    };
    const pictures = [...main.querySelectorAll('svg')].filter((svg) => svg.querySelector('text') !== null || isLarge(svg));
    const isCode = (svg: Element) => svg.getAttribute('aria-label')?.startsWith('QR code') === true;
    return [...pictures.filter((svg) => !isCode(svg)), ...main.querySelectorAll('table, figure')]
      .filter((one) => !offers.includes(one.closest('section[data-form]')))
      .map((one) => `${one.closest('section')?.getAttribute('aria-label') ?? 'no section'}: ${one.outerHTML.slice(0, 120)}`);
  });
}

async function download(page: Page, card: Locator, kind: RegExp): Promise<string> {
  await card
    .getByRole('button', { name: /^Download “/ })
    .first()
    .click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: kind }).click()]);
  return (await contentOf(file)).toString('utf8');
}

async function rowsOf(page: Page, card: Locator): Promise<Record<string, string>[]> {
  return parse<Record<string, string>>(await download(page, card, /CSV/), { columns: true });
}

test.each(pages)('every figure offers its downloads, and gives its numbers and its picture: %s', async (path, ready) => {
  const page = await open(path, ready);
  // The menus of the cards come one by one.
  await expect.poll(() => withoutDownload(page)).toEqual([]);
  const cards = page.locator('section', { has: page.locator(':scope > div > div > button[aria-label^="Download “"]') });
  await expect.poll(() => cards.count()).toBeGreaterThan(path === '/places' ? 1 : 3);
  // Those further down come later, as their figures do.
  await atRest(page);
  for (const card of await cards.all()) {
    const name = (await card.getAttribute('aria-label')) ?? '';
    const button = card.getByRole('button', { name: /^Download “/ }).first();
    await button.click();
    await page.getByRole('menuitem').first().waitFor();
    const kinds = await page.getByRole('menuitem').allInnerTexts();
    await page.keyboard.press('Escape');
    // A table gives its numbers, with small pictures in them; a picture can be looked at as a table, or has it beside it.
    const hasPicture = await card.evaluate(
      (section) =>
        section.querySelector(':scope > div > div > button[aria-label$="as a table"]') !== null ||
        [...section.querySelectorAll('svg[role="img"]')].some((svg) => svg.getBoundingClientRect().width > 300),
    );
    expect([name, kinds.map((kind) => /\((\w+)\)/.exec(kind)?.[1])]).toEqual([name, hasPicture ? ['CSV', 'PNG', 'SVG'] : ['CSV']]);
    const csv = await download(page, card, /CSV/);
    const said = ['References to Kosovo', 'made up', 'Licence: '].filter((words) => !csv.includes(words));
    expect([name, said]).toEqual([name, []]);
    if (!hasPicture) continue;
    const svg = await download(page, card, /SVG/);
    const missing = ['References to Kosovo', 'made up', 'Licence: ', 'Downloaded on '].filter(
      (words) => !svg.replaceAll(/<[^>]*>/g, ' ').includes(words),
    );
    expect([name, missing]).toEqual([name, []]);
    expect([name, svg.includes('NaN'), await card.getByRole('alert').count()]).toEqual([name, false, 0]);
  }
});

test('the CSV of What changed has the numbers on the screen', async () => {
  const page = await open('/trends', 'no change');
  const card = page.getByRole('region', { name: /^What changed/ });
  const other = card.getByRole('button', { name: /^Show the other/ });
  await other.click();
  await other.waitFor({ state: 'hidden' });
  const shown = await card.getByRole('table').locator('tbody tr').all();
  const seen = await Promise.all(
    shown.map(async (row) => {
      const [before, now, change, interval] = await row.locator('td').allInnerTexts();
      const [low, high] = (interval ?? '').split(' to ');
      return [before, now, change, low, high].map((text) => signed(text ?? ''));
    }),
  );
  const rows = (await rowsOf(page, card)).filter((row) => row['Change, %'] !== '');
  const filed = rows.map((row) =>
    Object.values(row)
      .slice(2, 7)
      .map((cell, index) => (index < 2 ? Number(cell) : inWhole(Number(cell)))),
  );
  expect(seen.length).toBeGreaterThan(20);
  expect(filed).toEqual(seen);
});

test('the CSV of the table of places has the numbers on the screen', async () => {
  const page = await open('/', 'Explore the map');
  const card = page.getByRole('region', { name: /^Places: / });
  const table = card.getByRole('table');
  const seen = await Promise.all(
    (await table.locator('tbody tr').all()).map(async (row) => {
      const rate = numberIn(await row.locator('td').first().innerText());
      const counts = await row.locator('td a').allInnerTexts();
      return [await row.getByRole('rowheader').innerText(), rate, ...counts.map(numberIn)];
    }),
  );
  const filed = (await rowsOf(page, card)).map((row) => [
    row['Place'],
    Number(Number(row['Rate per 100,000 people per year']).toFixed(1)),
    ...['Violent incidents', 'People killed', 'Weapon seizures'].map((name) => Number(row[name])),
  ]);
  expect(seen.length).toBeGreaterThan(5);
  expect(filed).toEqual(seen);
});

/** `−39%` and `+6%` as numbers. */
function signed(text: string): number {
  return Number(text.replace('−', '-').replaceAll(/[,%+]/g, ''));
}

/** As it is printed: whole, but for what is small. */
function inWhole(percent: number): number {
  return Math.abs(percent) < 0.5 ? Number(percent.toPrecision(1)) : Math.round(percent);
}
