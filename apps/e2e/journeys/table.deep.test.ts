import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { ask } from '../ask.ts';
import { keyFigure, tableCount } from '../figures.ts';
import { onePage } from '../one-page.ts';
import { contentOf } from '../visit.ts';

const { open } = onePage();

interface List {
  readonly total: number;
  readonly items: readonly { readonly id: string }[];
}

/** A page of the list without a position, which SQL sorts and cuts. */
const list = (query: string) => ask<List>(`incidents?${query}`);

test('all rows are there, to the last one, and those that are picked can be downloaded and shown alone', async () => {
  const page = await open('/explore?period=all');
  const table = page.getByRole('region', { name: 'Table' });
  const grid = table.getByRole('grid');
  const row = (index: number, id: string) => grid.locator(`[data-row="${index}"][data-incident="${id}"]`);
  const scrollTo = (top: number) => grid.evaluate((element, to) => (element.parentElement!.scrollTop = to), top);
  const [oldest, newest] = await Promise.all([list('sort=occurred_on&limit=1'), list('limit=5')]);
  const { total } = oldest;
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(String(total + 1));
  await expect.poll(() => tableCount(page)).toBe(total);
  await table.scrollIntoViewIfNeeded();

  const pick = (index: number, id: string) => row(index, id).getByRole('checkbox');
  await pick(1, newest.items[1]!.id).click();
  await pick(4, newest.items[4]!.id).click({ modifiers: ['Shift'] });
  const third = Math.floor(total / 3);
  const there = (await list(`offset=${third}&limit=1`)).items[0]!.id;
  await scrollTo(third * 29);
  await pick(third, there).click();
  await scrollTo(total * 29);
  await row(total - 1, oldest.items[0]!.id).waitFor();
  await table.getByText(new RegExp(`–${total.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`)).waitFor();

  await table.getByText('5 rows selected').waitFor();
  const picked = [...newest.items.slice(1).map(({ id }) => id), there].toSorted();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    table.getByRole('link', { name: 'Download as CSV' }).click(),
  ]);
  const rows = parse<{ id: string }>((await contentOf(download)).toString(), { columns: true, bom: true });
  expect(rows.map(({ id }) => id).toSorted()).toEqual(picked);
  await table.getByRole('button', { name: 'Show only these' }).click();
  await page.waitForURL(({ searchParams }) => searchParams.get('id') === picked.join(','));
  await expect.poll(() => keyFigure(page, 'incidents')).toBe(5);
  await expect.poll(() => tableCount(page)).toBe(5);
});
