import { parse } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { seriousFindings } from '../axe.ts';
import { keyFigure, tableCount } from '../figures.ts';
import { atRest, contentOf, openPage, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();
const { visit: visitMap } = useBrowser({ map: true });

interface Incident {
  readonly id: string;
  readonly lon: number | null;
  readonly lat: number | null;
}

/** A page of the list without a position, which SQL sorts and cuts. */
async function list(query: string): Promise<{ readonly total: number; readonly items: readonly Incident[] }> {
  return (await (await fetch(`${address}/api/v1/incidents?${query}`)).json()) as { total: number; items: Incident[] };
}

const table = (page: Page) => page.getByRole('region', { name: 'Table' });
const grid = (page: Page) => table(page).getByRole('grid');
const body = (page: Page) => grid(page).locator('[data-incident]');
const head = (page: Page, name = '') => grid(page).locator(`[data-head=${name}]`);
const chooser = (page: Page) => page.getByRole('complementary', { name: 'Columns' });
const heads = (page: Page) => grid(page).locator('[data-head]');
const shownColumns = (page: Page) => heads(page).evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['head']));
const firstRow = (page: Page) => grid(page).locator('[data-row="0"]').getAttribute('data-incident');

/** Opens a page and brings its table into view. */
async function visitTable(query: string, height = 900): Promise<Page> {
  const page = await visit(`${address}/explore?${query}`, { viewport: { width: 1440, height } });
  await body(page).first().waitFor();
  await table(page).scrollIntoViewIfNeeded();
  return page;
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

test('the rows of the whole selection are there, to the last one', async () => {
  const page = await visitTable('period=all');
  const { items, total } = await list('sort=occurred_on&limit=1');
  await expect.poll(() => tableCount(page)).toBe(total);
  await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe(String(total + 1));
  await grid(page).evaluate((element) => (element.parentElement!.scrollTop = element.scrollHeight));
  const last = grid(page).locator(`[data-incident="${items[0]!.id}"]`);
  await last.waitFor();
  await expect.poll(() => last.getAttribute('aria-rowindex')).toBe(String(total + 1));
  await table(page)
    .getByText(new RegExp(`–${total.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`))
    .waitFor();
  // Few of them are in the page.
  await expect.poll(() => body(page).count()).toBeLessThan(100);

  // Anywhere between, the rows are those that SQL has there.
  const third = Math.floor(total / 3);
  const there = (await list(`offset=${third}&limit=1`)).items[0]!;
  await grid(page).evaluate((element, row) => (element.parentElement!.scrollTop = row * 29), third);
  await grid(page).locator(`[data-row="${third}"][data-incident="${there.id}"]`).waitFor();
});

test('every column can be sorted by, either way, and the first row is that of SQL', async () => {
  const filter = 'country=XK&from=2023-01-01&to=2023-12-31&measure=weapons';
  const page = await visitTable(filter);
  await page.getByRole('button', { name: 'Columns' }).click();
  await chooser(page).getByRole('button', { name: 'Show all' }).click();
  await chooser(page).getByText('25 of 25').waitFor();
  for (const name of await shownColumns(page)) {
    for (let press = 0; press < 2; press++) {
      const before = await head(page, name).getAttribute('aria-sort');
      await head(page, name).getByRole('button').click();
      await expect.poll(() => head(page, name).getAttribute('aria-sort')).not.toBe(before);
      const order = await head(page, name).getAttribute('aria-sort');
      const { items } = await list(`${filter}&sort=${order === 'descending' ? '-' : ''}${name}&limit=1`);
      await expect.poll(() => firstRow(page), { message: `${name} ${order}` }).toBe(items[0]!.id);
    }
  }
});

test('columns are chosen, moved, widened and kept in view, and a link brings them back', async () => {
  const page = await visitTable('country=RS');
  await page.getByRole('button', { name: 'Columns' }).click();
  await chooser(page).getByRole('searchbox', { name: 'Find a column' }).fill('setting');
  await chooser(page).getByRole('row', { name: 'Setting' }).click();
  await expect.poll(() => shownColumns(page)).toContain('setting');
  await chooser(page).getByRole('searchbox', { name: 'Find a column' }).fill('');
  await chooser(page).getByText('11 of 24').waitFor();
  // The name is said once, beside what each button says of it.
  await chooser(page).getByRole('gridcell', { name: 'Move Time Time Keep Time in view', exact: true }).waitFor();
  await body(page).first().getByRole('checkbox').click();
  // Further up, what is half under the header of the page counts as too small.
  await expect.poll(() => seriousFindings(page, 'section[aria-label=Table]')).toEqual([]);
  await chooser(page).getByRole('row', { name: 'Time' }).click();
  await chooser(page).getByRole('button', { name: 'Keep Type in view' }).click();
  // Pinned columns come first.
  await expect.poll(async () => (await shownColumns(page)).slice(0, 3)).toEqual(['type', 'occurred_on', 'place']);

  await head(page, 'place').focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(async () => (await shownColumns(page)).slice(0, 3)).toEqual(['type', 'place', 'occurred_on']);
  await atRest(page);
  const width = async () => Math.round((await head(page, 'killed').boundingBox())!.width);
  const before = await width();
  await head(page, 'killed').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(width).toBe(before + 10);
  const edge = (await head(page, 'killed').boundingBox())!;
  await page.mouse.move(edge.x + edge.width, edge.y + 10);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width + 40, edge.y + 10, { steps: 4 });
  await page.mouse.up();
  await expect.poll(width).toBe(before + 50);

  const columns = await shownColumns(page);
  const copy = await visitTable(new URL(page.url()).search.slice(1));
  await expect.poll(() => shownColumns(copy)).toEqual(columns);
  await expect.poll(async () => Math.round((await head(copy, 'killed').boundingBox())!.width)).toBe(before + 50);
  await copy.getByRole('button', { name: 'Columns' }).click();
  await chooser(copy).getByRole('button', { name: 'Reset' }).click();
  await expect.poll(() => new URL(copy.url()).search).toBe('?country=RS');
  await chooser(copy).getByRole('button', { name: 'Show all' }).click();
  await expect.poll(async () => (await shownColumns(copy)).length).toBe(24);
});

test('columns are hidden and put in another order with the keyboard alone', async () => {
  const page = await visitTable('country=RS');
  await page.getByRole('button', { name: 'Columns' }).press('Enter');
  await chooser(page).getByRole('searchbox').focus();
  const row = (name: string) => chooser(page).getByRole('row', { name, exact: true });
  const press = async (key: string, then: Locator) => {
    await page.keyboard.press(key);
    await expect.poll(() => hasFocus(then)).toBe(true);
  };
  await press('Tab', row('Date'));
  await press('ArrowDown', row('Time'));
  await page.keyboard.press('Enter');
  await expect.poll(() => shownColumns(page)).not.toContain('local_time');
  // It stays where it is, and so does the focus.
  await press('ArrowDown', row('Place'));
  await press('ArrowRight', row('Place').getByRole('button', { name: 'Move Place' }));
  await page.keyboard.press('Enter');
  // The places where it can go are there a moment later, and have the focus.
  await expect
    .poll(() =>
      page
        .getByRole('button', { name: /^Insert / })
        .and(page.locator(':focus'))
        .count(),
    )
    .toBe(1);
  await press('Home', page.getByRole('button', { name: 'Insert before Date' }));
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await shownColumns(page)).slice(0, 2)).toEqual(['place', 'occurred_on']);
});

test('with the keyboard alone, every cell is reached, and the focus stays while rows come and go', async () => {
  const page = await visitTable('country=RS');
  const { total } = await list('country=RS&limit=1');
  const cell = (row: number, column: number) => grid(page).locator(`[data-row="${row}"] > [data-column="${column}"]`);
  await cell(0, 1).focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => hasFocus(cell(1, 1))).toBe(true);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => hasFocus(cell(1, 2))).toBe(true);
  await page.keyboard.press('PageDown');
  await expect.poll(() => hasFocus(cell(1, 2))).toBe(false);
  await page.keyboard.press('Control+End');
  await expect.poll(() => hasFocus(cell(total - 1, 10))).toBe(true);
  await grid(page)
    .locator(`[data-row="${total - 1}"][data-incident]`)
    .waitFor();
  // The wheel takes the row out of view, and the next key leads on from it.
  await grid(page).evaluate((element) => (element.parentElement!.scrollTop = 0));
  await grid(page).locator('[data-row="0"]').waitFor();
  expect(await hasFocus(cell(total - 1, 10))).toBe(true);
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => hasFocus(cell(total - 2, 10))).toBe(true);
  await page.keyboard.press('Control+Home');
  await expect.poll(() => hasFocus(cell(0, 0))).toBe(true);

  await page.keyboard.press('ArrowUp');
  await expect.poll(() => hasFocus(cell(-1, 0))).toBe(true);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => hasFocus(cell(-1, 1))).toBe(true);
  expect(await head(page, 'occurred_on').getAttribute('aria-sort')).toBe('descending');
  await page.keyboard.press('Enter');
  await expect.poll(() => head(page, 'occurred_on').getAttribute('aria-sort')).toBe('ascending');
  await expect.poll(() => hasFocus(cell(-1, 1))).toBe(true);

  await expect.poll(() => grid(page).getAttribute('aria-busy')).toBe('false');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => hasFocus(cell(0, 1))).toBe(true);
  await page.keyboard.press('Space');
  await expect.poll(() => grid(page).locator('[data-row="0"]').getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Enter');
  const { items } = await list('country=RS&sort=occurred_on&limit=1');
  await page.waitForURL(({ searchParams }) => searchParams.get('incident') === items[0]!.id);
});

test('rows that are picked are downloaded, and shown alone, and no others', async () => {
  const page = await visitTable('country=RS&from=2024-01-01&to=2024-12-31');
  const { items } = await list('country=RS&from=2024-01-01&to=2024-12-31&limit=40');
  const box = (index: number) => page.getByRole('checkbox', { name: `Select incident ${items[index]!.id}` });
  await box(1).click();
  await box(4).click({ modifiers: ['Shift'] });
  await grid(page).evaluate((element) => (element.parentElement!.scrollTop = 25 * 29));
  await box(30).click();
  await table(page).getByText('5 rows selected').waitFor();
  const picked = [1, 2, 3, 4, 30].map((index) => items[index]!.id).toSorted();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    table(page).getByRole('link', { name: 'Download as CSV' }).click(),
  ]);
  const rows = parse<{ id: string }>((await contentOf(download)).toString(), { columns: true, bom: true });
  expect(rows.map(({ id }) => id).toSorted()).toEqual(picked);

  await table(page).getByRole('button', { name: 'Show only these' }).click();
  await page.waitForURL(({ searchParams }) => searchParams.get('id') === picked.join(','));
  await expect.poll(() => tableCount(page)).toBe(5);
  await expect.poll(() => keyFigure(page, 'incidents')).toBe(5);
  await page.getByRole('button', { name: /Remove.*5 selected incidents/ }).click();
  await expect.poll(() => tableCount(page)).toBeGreaterThan(5);
});

test('no more rows are picked than a link can name', async () => {
  const page = await visitTable('country=RS');
  await body(page).first().getByRole('checkbox').click();
  await grid(page).evaluate((element) => (element.parentElement!.scrollTop = 300 * 29));
  await grid(page)
    .locator('[data-row="310"][data-incident]')
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect
    .poll(() =>
      table(page)
        .getByText(/rows? selected$/)
        .innerText(),
    )
    .toBe('200 rows selected');
  await table(page).getByText('You can select up to 200 rows.').waitFor();
});

test('what is not reported, and what is known in part only, says so', async () => {
  const page = await visitTable('date_precision=month&columns=occurred_on,date_precision,place_precision,local_time');
  const cells = body(page).first().locator('[role=gridcell]');
  expect(await cells.nth(1).innerText()).toMatch(/^\w{3} \d{4}$/);
  expect(await cells.nth(2).innerText()).toBe('Month');
  expect(await cells.nth(4).locator('.visually-hidden').innerText()).toBe('not reported');
  await table(page).getByText('– means not reported').waitFor();
});

test('pointing at an incident on the map marks its row', async () => {
  const { items } = await list('country=RS&from=2024-01-01&to=2024-06-30&place_precision=exact&limit=1');
  const { id, lon, lat } = items[0]!;
  const page = await visitMap(
    `${address}/explore?country=RS&from=2024-01-01&to=2024-06-30&place_precision=exact&at=${lon!.toFixed(4)},${lat!.toFixed(4)},14`,
  );
  const row = grid(page).locator(`[data-incident="${id}"]`);
  await row.waitFor();
  const canvas = page.locator('canvas.maplibregl-canvas');
  const isMarked = async () => (await row.getAttribute('data-hovered')) === 'true';
  // The point is not on the map at once, nor is its row marked.
  await expect
    .poll(
      async () => {
        if (await isMarked()) return true;
        const box = (await canvas.boundingBox())!;
        await page.mouse.move(box.x + box.width / 2 - 40, box.y + box.height / 2);
        await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
        return isMarked();
      },
      { interval: 500 },
    )
    .toBe(true);
});

test('on a phone the rows are cards, and the columns are chosen in a sheet', async () => {
  const page = await visit(`${address}/explore?country=RS&columns=occurred_on,place,type,setting`, {
    viewport: { width: 390, height: 844 },
  });
  const first = body(page).first();
  await first
    .getByText(/Street|Home|Nature|Road|Work|School|Hospitality|Border|Other|Not reported/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Columns' }).click();
  const sheet = page.getByRole('dialog', { name: 'Columns' });
  await sheet.getByText('4 of 24').waitFor();
  await expect.poll(() => seriousFindings(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Close columns' }).click();
  await sheet.waitFor({ state: 'detached' });
  await openPage(page, `${address}/explore?country=RS`);
  await body(page).first().waitFor();
  const accuracy = body(page).first().locator('[data-cell="place_precision"]');
  await expect.poll(() => accuracy.innerText()).toMatch(/^Accuracy: \S/);
  await expect.poll(() => accuracy.evaluate((cell) => cell.scrollWidth <= cell.clientWidth)).toBe(true);
});
