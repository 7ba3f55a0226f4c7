import type { ListedIncident } from '@monitor/contract';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type Address, drawPage, resizeTo } from './drawn.tsx';
import { focus } from './keyboard.ts';
import { incidentsOf } from './made-up-api.ts';
import { answer, atRest, standardAnswer } from './stubbed-api.ts';

const record = page.getByRole('region', { name: 'Record', exact: true });
const grid = page.getByRole('grid');
const charts = page.getByRole('region', { name: 'Charts' });
const rowOf = ({ id }: ListedIncident) => document.querySelector<HTMLElement>(`[role=grid] [data-incident="${id}"]`);

async function drawExplore(query: string): Promise<Address> {
  await resizeTo('wide');
  const address = await drawPage(`/explore?${query}`);
  await expect.element(grid.getByRole('link').first()).toBeVisible();
  return address;
}

/** Whether a row can be seen in the frame of the table, which has the heads at its top. */
function isInFrame(row: Element): boolean {
  const table = row.closest('[role=grid]')!;
  const heads = table.querySelector('[role=row]')!.getBoundingClientRect();
  const { top, bottom } = row.getBoundingClientRect();
  return top >= heads.bottom - 1 && bottom <= table.parentElement!.getBoundingClientRect().bottom;
}

/** Waits until the record shows an incident, says which of how many it is, and the table marks its row in view. */
async function expectReading(address: Address, incident: ListedIncident, position: number, total: number): Promise<void> {
  await expect.element(record.getByText(`ID ${incident.id}`)).toBeVisible();
  await expect.element(record.getByText(`Incident ${position} of ${total.toLocaleString('en-GB')}`, { exact: true })).toBeVisible();
  expect(address.query()).toContain(`incident=${incident.id}`);
  await expect.poll(() => rowOf(incident)?.dataset['open']).toBe('true');
  await expect.poll(() => isInFrame(rowOf(incident)!)).toBe(true);
}

const night = 'country=RS&from=2024-12-20&to=2024-12-31';

test('incidents are read one after the other with the keyboard alone; steps take the place of each other in the history', async () => {
  const items = incidentsOf(night, '-occurred_on');
  const total = items.length;
  const address = await drawExplore(night);
  await expect.element(charts).toBeVisible();
  const entries = address.entries();
  await focus(grid.getByRole('link').first());
  await userEvent.keyboard('{Enter}');
  await expectReading(address, items[0]!, 1, total);
  await expect.element(charts).not.toBeInTheDocument();
  await userEvent.keyboard('{ArrowRight}');
  await expectReading(address, items[1]!, 2, total);
  await record.getByRole('button', { name: 'Next incident' }).click();
  await expectReading(address, items[2]!, 3, total);
  // Another row is a step, too; and the table can be used beside the record.
  rowOf(items.at(-1)!)!.querySelector('a')!.click();
  await expectReading(address, items.at(-1)!, total, total);
  // At the end there is no next one.
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(record.getByRole('button', { name: 'Next incident' })).toHaveAttribute('aria-disabled', 'true');
  await userEvent.keyboard('{ArrowLeft}');
  await expectReading(address, items.at(-2)!, total - 1, total);
  await focus(record);
  await userEvent.keyboard('{Escape}');
  await expect.element(record).not.toBeInTheDocument();
  await expect.poll(() => document.activeElement).toBe(rowOf(items.at(-2)!)!.querySelector('a'));

  expect(address.entries()).toBe(entries + 2);
  address.back();
  await expectReading(address, items.at(-2)!, total - 1, total);
  address.back();
  await expect.poll(address.query).toBe(night);
  await expect.element(charts).toBeVisible();
});

test('opening a record does not move the page', async () => {
  await drawExplore(night);
  await expect.poll(() => document.querySelector('[data-edge]')).not.toBeNull();
  await atRest();
  const places = () =>
    ['[role=grid] [role=row]', '[data-edge]'].map((one) => JSON.stringify(document.querySelector(one)!.getBoundingClientRect()));
  const before = places();
  document.querySelector<HTMLElement>('[role=grid] a')!.click();
  await expect.element(record.getByText('Provenance', { exact: true })).toBeVisible();
  await expect.poll(places).toEqual(before);
});

test('arrow keys elsewhere are not for the record', async () => {
  const items = incidentsOf(night, '-occurred_on');
  const address = await drawExplore(`${night}&incident=${items[1]!.id}`);
  await expectReading(address, items[1]!, 2, items.length);
  await focus(page.getByRole('slider').first());
  await userEvent.keyboard('{ArrowLeft}');
  await expect.poll(address.query).not.toContain('from=2024-12-20');
  await focus(page.getByRole('searchbox').first());
  await userEvent.keyboard('{ArrowRight}{Escape}');
  expect(address.query()).toContain(`incident=${items[1]!.id}`);
});

test('a record far down the table says where it is, and the table is there', async () => {
  const items = incidentsOf('country=RS', '-occurred_on');
  const address = await drawExplore(`country=RS&incident=${items[149]!.id}`);
  await expectReading(address, items[149]!, 150, items.length);
  await userEvent.keyboard('{ArrowRight}');
  await expectReading(address, items[150]!, 151, items.length);
});

test('a record that the table does not list says so, and has no next one', async () => {
  const [outside] = incidentsOf('country=RS', '-occurred_on');
  await drawExplore(`country=XK&incident=${outside!.id}`);
  await expect.element(record.getByText('Not in the table with these filters')).toBeVisible();
  for (const name of ['Previous incident', 'Next incident'])
    await expect.element(record.getByRole('button', { name })).toHaveAttribute('aria-disabled', 'true');
});

test('a record that is awaited has lines of its own height, and says that it is loading', async () => {
  let give = () => {};
  const held = new Promise<void>((resolve) => (give = resolve));
  const path = `/incidents/${incidentsOf(night, '-occurred_on')[0]!.id}`;
  answer({ [path]: async (query, asked) => (await held, standardAnswer('/incidents/*')(query, asked)) });
  await drawExplore(`${night}&incident=${path.slice('/incidents/'.length)}`);
  await expect.poll(() => record.element().querySelector('[aria-busy=true]')?.textContent).toBe('Loading…');
  const head = () => record.element().querySelector('header')!.getBoundingClientRect().bottom;
  const height = record.element().querySelector('[aria-busy=true]')!.getBoundingClientRect().height;
  const awaited = head();
  give();
  await expect.element(record.getByText('Weapons')).toBeVisible();
  expect(record.element().querySelector('[aria-busy=true]')).toBeNull();
  expect(Math.abs(head() - awaited)).toBeLessThan(2);
  const facts = record.element().querySelector('dl:last-of-type')!.getBoundingClientRect();
  expect(height).toBeGreaterThan(0.6 * facts.height);
});
