import { type Sort, sortFields } from '@monitor/contract';
import { expect, test } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { setHovered } from '../src/filter/hovered-incident.ts';
import { Chips } from '../src/filter/chips.tsx';
import { IncidentTable } from '../src/table/incident-table.tsx';
import { seriousFindings } from './axe.ts';
import { type Address, drawAt, resizeTo } from './drawn.tsx';
import { incidentsOf } from './made-up-api.ts';
import { requested } from './stubbed-api.ts';

const table = page.getByRole('region', { name: 'Table' });
const grid = table.getByRole('grid');
const chooser = page.getByRole('complementary', { name: 'Columns' });
const find = chooser.getByRole('searchbox', { name: 'Find a column' });
const columnsButton = table.getByRole('button', { name: 'Columns' });

/** An element of the grid by its attributes, once it is there. */
async function part(selector: string): Promise<HTMLElement> {
  await expect.poll(() => document.querySelector(`[role=grid] ${selector}`), { message: selector }).not.toBeNull();
  return document.querySelector<HTMLElement>(`[role=grid] ${selector}`)!;
}
const head = (name: string) => part(`[data-head=${name}]`);
const cell = (row: number, column: number) => part(`[data-row="${row}"] > [data-column="${column}"]`);
const isIn = (selector: string) => document.querySelector(`[role=grid] ${selector}`) !== null;
const shownColumns = () =>
  Array.from(document.querySelectorAll<HTMLElement>('[role=grid] [data-head]'), ({ dataset }) => dataset['head']);
const firstRow = () => document.querySelector<HTMLElement>('[role=grid] [data-row="0"]')?.dataset['incident'];
const scrollTo = (top: number) => (grid.element().parentElement!.scrollTop = top);

async function drawTable(query: string): Promise<Address> {
  const address = await drawAt(query, ({ summary }) => (
    <>
      <Chips />
      <IncidentTable total={summary.data?.totals.incidents} ref={null} />
    </>
  ));
  await part('[data-row="0"][data-incident]');
  return address;
}

/** Presses a key, and waits until a cell has the focus. */
async function pressTo(key: string, row: number, column: number): Promise<void> {
  await userEvent.keyboard(key);
  await expect.poll(() => document.activeElement?.matches(`[data-row="${row}"] > [data-column="${column}"]`)).toBe(true);
}

test('the rows of the whole selection are there, to the last one, and few of them are in the page', async () => {
  await drawTable('period=all');
  const all = incidentsOf('', '-occurred_on');
  await expect.element(grid).toHaveAttribute('aria-rowcount', String(all.length + 1));
  scrollTo(100_000);
  const last = await part(`[data-incident="${all.at(-1)!.id}"]`);
  expect(last.ariaRowIndex).toBe(String(all.length + 1));
  await expect.element(table.getByText(/–2,000 of 2,000/)).toBeVisible();
  expect(document.querySelectorAll('[role=grid] [data-incident]').length).toBeLessThan(100);
  // Anywhere between, too; also where one scrolls on just before the table comes to rest, which it does after 150 milliseconds.
  const third = Math.floor(all.length / 3);
  const frame = grid.element().parentElement!;
  frame.addEventListener('scroll', () => setTimeout(() => scrollTo(third * 29), 149), { once: true });
  scrollTo(20_000);
  await part(`[data-row="${third}"][data-incident="${all[third]!.id}"]`);
});

test('every column can be sorted by, and the order turned round', async () => {
  await resizeTo('wide');
  // Few rows, since all 25 columns of each are drawn again and again.
  const ids = incidentsOf('country=XK', 'id').slice(0, 4);
  const filter = `id=${ids.map(({ id }) => id).join(',')}`;
  await drawTable(`${filter}&measure=weapons`);
  await columnsButton.click();
  await chooser.getByRole('button', { name: 'Show all' }).click();
  await expect.poll(() => shownColumns().length).toBe(sortFields.length);
  const press = async (name: string) => {
    const one = await head(name);
    const before = one.ariaSort;
    one.click();
    await expect.poll(() => one.ariaSort).not.toBe(before);
    const sort = `${one.ariaSort === 'descending' ? '-' : ''}${name}` as Sort;
    await expect.poll(firstRow, { message: sort }).toBe(incidentsOf(filter, sort)[0]!.id);
    expect(requested('/incidents').some((path) => path.includes(`sort=${sort}&`))).toBe(true);
    return one.ariaSort;
  };
  for (const name of shownColumns())
    expect(new Set([await press(name!), await press(name!)])).toEqual(new Set(['ascending', 'descending']));
});

test('columns are chosen, moved, widened and kept in view, and a link brings them back', async () => {
  await resizeTo('wide');
  const address = await drawTable('country=RS');
  await columnsButton.click();
  await find.fill('setting');
  await chooser.getByRole('row', { name: 'Setting' }).click();
  await expect.poll(shownColumns).toContain('setting');
  await find.fill('');
  await expect.element(chooser.getByText('11 of 24')).toBeVisible();
  // The name is said once, beside what each button says of it.
  await expect.element(chooser.getByRole('gridcell', { name: 'Move Time Time Keep Time in view', exact: true })).toBeVisible();
  (await part('[data-row="0"] input')).click();
  expect(await seriousFindings('section[aria-label=Table]')).toEqual([]);
  await chooser.getByRole('row', { name: 'Time' }).click();
  await chooser.getByRole('button', { name: 'Keep Type in view' }).click();
  // Pinned columns come first.
  await expect.poll(() => shownColumns().slice(0, 3)).toEqual(['type', 'occurred_on', 'place']);

  (await head('place')).focus();
  await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  await expect.poll(() => shownColumns().slice(0, 3)).toEqual(['type', 'place', 'occurred_on']);
  const killed = await head('killed');
  const width = () => Math.round(document.querySelector('[data-head=killed]')!.getBoundingClientRect().width);
  const before = width();
  killed.focus();
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
  await expect.poll(width).toBe(before + 10);
  const { right: x, top } = killed.getBoundingClientRect();
  const y = top + 10;
  await commands.mouse([{ x, y }, 'down', { x: x + 40, y, steps: 4 }, 'up']);
  await expect.poll(width).toBe(before + 50);
  // Nor has that sorted by it.
  expect(killed.ariaSort).toBe('none');

  const columns = shownColumns();
  const copy = await drawTable(address.query());
  expect(shownColumns()).toEqual(columns);
  expect(width()).toBe(before + 50);
  await columnsButton.click();
  await chooser.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(copy.query).toBe('country=RS');
});

test('columns are hidden and put in another order with the keyboard alone', async () => {
  await drawTable('country=RS');
  (columnsButton.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(find).toBeVisible();
  (find.element() as HTMLElement).focus();
  const row = (name: string) => chooser.getByRole('row', { name, exact: true });
  await userEvent.keyboard('{Tab}');
  await expect.element(row('Date')).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(row('Time')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(shownColumns).not.toContain('local_time');
  // It stays where it is, and so does the focus.
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(row('Place')).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(row('Place').getByRole('button', { name: 'Move Place' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  // The places where it can go are there a moment later, and have the focus.
  await expect.poll(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent).toMatch(/^Insert /);
  await userEvent.keyboard('{Home}');
  await expect.element(page.getByRole('button', { name: 'Insert before Date' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => shownColumns().slice(0, 2)).toEqual(['place', 'occurred_on']);
});

test('with the keyboard alone, every cell is reached, and the focus stays while rows come and go', async () => {
  const address = await drawTable('country=RS');
  const all = incidentsOf('country=RS', '-occurred_on');
  const last = all.length - 1;
  (await cell(0, 1)).focus();
  await pressTo('{ArrowDown}', 1, 1);
  await pressTo('{ArrowRight}', 1, 2);
  await userEvent.keyboard('{PageDown}');
  await expect.poll(() => document.activeElement?.matches('[data-row="1"] > *')).toBe(false);
  await pressTo('{Control>}{End}{/Control}', last, 10);
  await part(`[data-row="${last}"][data-incident]`);
  // The wheel takes the row out of view, and the next key leads on from it.
  scrollTo(0);
  await part('[data-row="0"]');
  expect(document.activeElement).toBe(await cell(last, 10));
  await pressTo('{ArrowUp}', last - 1, 10);
  await pressTo('{Control>}{Home}{/Control}', 0, 0);

  await pressTo('{ArrowUp}', -1, 0);
  await pressTo('{ArrowRight}', -1, 1);
  const date = await head('occurred_on');
  expect(date.ariaSort).toBe('descending');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => date.ariaSort).toBe('ascending');
  expect(document.activeElement).toBe(date);
  await expect.element(grid).toHaveAttribute('aria-busy', 'false');
  await pressTo('{ArrowDown}', 0, 1);
  await userEvent.keyboard(' ');
  await expect.poll(() => isIn('[data-row="0"][aria-selected=true]')).toBe(true);
  await userEvent.keyboard('{Enter}');
  const [oldest] = incidentsOf('country=RS', 'occurred_on');
  await expect.poll(address.query).toContain(`incident=${oldest!.id}`);
});

test('rows that are picked are downloaded, and shown alone, until their filter is removed', async () => {
  const address = await drawTable('country=RS');
  const rows = incidentsOf('country=RS', '-occurred_on');
  const box = (index: number) => grid.getByRole('checkbox', { name: `Select incident ${rows[index]!.id}` });
  await box(1).click();
  await box(4).click({ modifiers: ['Shift'] });
  scrollTo(25 * 29);
  await box(30).click();
  await expect.element(table.getByText('5 rows selected')).toBeVisible();
  const picked = [1, 2, 3, 4, 30].map((index) => rows[index]!.id).toSorted();
  const csv = table.getByRole('link', { name: 'Download as CSV' });
  await expect.element(csv).toHaveAttribute('href', `/api/v1/incidents.csv?id=${picked.join(',')}`);
  await expect.element(csv).toHaveAttribute('download');

  await table.getByRole('button', { name: 'Show only these' }).click();
  await expect.poll(address.query).toBe(`id=${picked.join(',')}`);
  await expect.element(grid).toHaveAttribute('aria-rowcount', '6');
  await expect.element(table.getByText('5 incidents')).toBeVisible();
  // They were picked from another list.
  await expect.element(table.getByText('5 rows selected')).not.toBeInTheDocument();
  await page.getByRole('button', { name: /^Remove .*5 selected incidents$/ }).click();
  await expect.poll(address.query).toBe('period=all');
  await expect.element(grid).toHaveAttribute('aria-rowcount', '2001');
});

test('no more rows are picked than a link can name', async () => {
  await drawTable('country=RS');
  (await part('[data-row="0"] input')).click();
  scrollTo(300 * 29);
  const { dataset } = await part('[data-row="310"][data-incident]');
  await grid.getByRole('checkbox', { name: `Select incident ${dataset['incident']}` }).click({ modifiers: ['Shift'] });
  await expect.element(table.getByText(/rows? selected$/)).toHaveTextContent('200 rows selected');
  await expect.element(table.getByText('You can select up to 200 rows.')).toBeVisible();
});

test('what is not reported, and what is known in part only, says so', async () => {
  await drawTable('date_precision=month&columns=occurred_on,date_precision,place_precision,local_time');
  expect((await cell(0, 1)).innerText).toMatch(/^\w{3} \d{4}$/);
  expect((await cell(0, 2)).innerText).toBe('Month');
  expect((await cell(0, 4)).querySelector('.visually-hidden')!.textContent).toBe('not reported');
  await expect.element(table.getByText('– means not reported')).toBeVisible();
});

test('an incident that is pointed at on the map has its row marked, and none when the pointer leaves it', async () => {
  await drawTable('country=RS');
  const { id, country, lon, lat } = incidentsOf('country=RS', '-occurred_on')[2]!;
  setHovered({ id, country, lon, lat });
  await part(`[data-incident="${id}"][data-hovered=true]`);
  setHovered(undefined);
  await expect.poll(() => isIn('[data-hovered]')).toBe(false);
});

test('on a phone the rows are cards, and the columns are chosen in a sheet', async () => {
  await resizeTo('phone');
  await drawTable('country=RS&columns=occurred_on,place,type,setting');
  await expect.poll(() => firstCard().innerText).toMatch(/Street|Home|Road|Not reported/);
  await columnsButton.click();
  const sheet = page.getByRole('dialog', { name: 'Columns' });
  await expect.element(sheet.getByText('4 of 24')).toBeVisible();
  expect(await seriousFindings('body')).toEqual([]);
  await sheet.getByRole('button', { name: 'Close columns' }).click();
  await expect.element(sheet).not.toBeInTheDocument();
  await drawTable('country=RS');
  const accuracy = await part('[data-row="0"] [data-cell="place_precision"]');
  expect(accuracy.innerText).toMatch(/^Accuracy: \S/);
  expect(accuracy.scrollWidth).toBeLessThanOrEqual(accuracy.clientWidth);
  await table.getByRole('button', { name: 'Sort by: Date ↓' }).click();
  await page.getByRole('menuitemradio', { name: 'Date ↑' }).click();
  await expect.poll(firstRow).toBe(incidentsOf('country=RS', 'occurred_on')[0]!.id);
});

function firstCard(): HTMLElement {
  return document.querySelector<HTMLElement>('[role=grid] [data-row="0"]')!;
}
