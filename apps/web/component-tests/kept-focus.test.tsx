import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { drawPage } from './drawn.tsx';
import { focus, focused } from './keyboard.ts';
import { answer } from './stubbed-api.ts';

const heading = 'Explore incidents';
const record = page.getByRole('region', { name: 'Record', exact: true });

async function drawExplore(query: string) {
  const address = await drawPage(`/explore?${query}`);
  await expect.element(page.getByRole('grid').getByRole('link').first()).toBeVisible();
  return address;
}

test('removing filters leaves the focus on the next one, and at last on the heading', async () => {
  await drawExplore('country=RS&type=suicide&outcome=suicide');
  const chips = page.getByRole('group', { name: 'Selected filters' });
  await focus(chips.getByRole('button', { name: /Serbia/ }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe('Remove Type: Suicide');
  await focus(chips.getByRole('button', { name: 'Clear all' }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe(heading);
});

test('a button that disappears leaves the focus beside it', async () => {
  await drawExplore('country=RS&nothing=1');
  await focus(page.getByRole('button', { name: 'Dismiss this notice' }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe(heading);
  await focus(page.getByRole('button', { name: 'Clear Location' }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toMatch(/^Location/);
});

test('a record that a row opened leaves the focus on the row, and one that a link opened on the heading', async () => {
  const address = await drawExplore('country=RS');
  const link = page.getByRole('grid').getByRole('link').first();
  await link.click();
  await expect.element(record.getByText('Provenance', { exact: true })).toBeVisible();
  const withRecord = address.query();
  await record.getByRole('button', { name: 'Close record' }).click();
  await expect.element(link).toHaveFocus();

  await drawExplore(withRecord);
  await expect.element(record.getByText('Provenance', { exact: true })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.poll(focused).toBe(heading);
});

test('a dialog gives the focus back to its button, and another page has it on its heading', async () => {
  answer({ '/incidents.csv': () => new Response('id\r\n') });
  await drawExplore('country=RS');
  for (const name of ['Download…', /^Start date/]) {
    const button = page.getByRole('button', { name });
    await expect.element(button).not.toHaveAttribute('aria-disabled');
    await focus(button);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.closest('[role=dialog]')).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    await expect.element(button).toHaveFocus();
  }
  const pages = page.getByRole('navigation', { name: 'Pages' });
  for (const [name, title] of [
    ['Data', 'Data'],
    ['Places', 'Places'],
    ['Explore', heading],
  ] as const) {
    await pages.getByRole('link', { name }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: title })).toHaveFocus();
  }
});

afterEach(() => {
  vi.useRealTimers();
});

test('a dialog that closes late gives the focus back itself, however long ago something in it was disabled', async () => {
  await drawPage('/about');
  const opener = page.getByRole('banner').getByRole('button', { name: 'Saved views' });
  await expect.element(opener).toBeVisible();
  const dialog = document.body.appendChild(document.createElement('div'));
  dialog.role = 'dialog';
  dialog.innerHTML = '<button>Make</button><button>Cancel</button>';
  const [make, cancel] = dialog.querySelectorAll('button');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] });
  make!.focus();
  make!.disabled = true;
  await vi.waitUntil(() => document.activeElement === document.body);
  dialog.append('Making …');
  await Promise.resolve();
  cancel!.focus();
  // The page is busy: what waits for the next frame waits for long.
  vi.advanceTimersByTime(600);
  dialog.remove();
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) (opener.element() as HTMLElement).focus();
  });
  await Promise.resolve();
  vi.advanceTimersByTime(5000);
  expect(document.activeElement).toBe(opener.element());
});
