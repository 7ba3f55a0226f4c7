import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { keyFigure } from '../figures.ts';
import { pressIn } from '../keyboard.ts';
import { openPage, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();

/** What has the focus: its label or text; `BODY` where nothing has it. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement!;
    return element === document.body ? 'BODY' : (element.getAttribute('aria-label') ?? element.textContent.trim());
  });
}

/** Holds back a program of the page until the function that it gives is called. */
async function holdProgram(page: Page, name: string): Promise<() => void> {
  let load = () => {};
  const loading = new Promise<void>((resolve) => (load = resolve));
  await page.route(`**/${name}-*.js`, async (route) => {
    await loading;
    await route.continue();
  });
  return load;
}

const heading = 'Explore incidents';

test('removing filters leaves the focus on the next one, and at last on the heading', async () => {
  const page = await visit(`${address}/explore?country=RS&type=suicide&outcome=killed`);
  await keyFigure(page, 'incidents');
  const remove = (name: RegExp) => page.getByRole('group', { name: 'Selected filters' }).getByRole('button', { name });
  await remove(/Serbia/).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Remove Type: Suicide');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Remove Outcome: Killed');
  await page.getByRole('button', { name: 'Clear all' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe(heading);
});

test('a button that disappears leaves the focus beside it', async () => {
  const page = await visit(`${address}/explore?country=RS&nothing=1`);
  await keyFigure(page, 'incidents');
  await page.getByRole('button', { name: 'Dismiss this notice' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe(heading);
  await page.getByRole('button', { name: 'Clear Location' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toMatch(/^Location/);
});

test('a record that a link opened leaves the focus on the heading, and one that a row opened on the row', async () => {
  const page = await visit(`${address}/explore?country=RS`);
  const row = page.getByRole('region', { name: 'Table' }).getByRole('grid').getByRole('link').first();
  await row.click();
  await page.getByText('Provenance', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Close record' }).click();
  await expect.poll(() => row.evaluate((element) => element === document.activeElement)).toBe(true);
  await row.click();
  await page.waitForURL(/incident=/);
  await openPage(page);
  await page.getByText('Provenance', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe(heading);
});

test('a link of the first rows keeps the focus when the grid takes their place', async () => {
  const page = await visit('about:blank');
  const load = await holdProgram(page, 'incident-grid');
  const table = page.getByRole('region', { name: 'Table' });
  const links = table.getByRole('table').getByRole('link');
  // A server with much to do leaves the rows out of the page.
  const open = async () => {
    await openPage(page, `${address}/explore?country=RS`);
    return links.count();
  };
  await expect.poll(open, { timeout: 200_000 }).toBeGreaterThan(2);
  await links.nth(2).focus();
  const link = await page.evaluate(`document.activeElement.getAttribute('href')`);
  load();
  await table.getByRole('grid').waitFor();
  const focusedLink = () =>
    page.evaluate(`document.activeElement.closest('[role=grid]') && document.activeElement.getAttribute('href')`);
  await expect.poll(focusedLink).toBe(link);
});

test('a dialog has the focus before its content is there, and keeps it when that comes', async () => {
  const page = await visit('about:blank');
  const load = await holdProgram(page, 'export-dialog');
  await openPage(page, `${address}/explore?country=RS`);
  await page.getByRole('button', { name: 'Download…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Download data' });
  const isFocused = () => dialog.evaluate((element) => element === document.activeElement);
  await expect.poll(isFocused).toBe(true);
  // Another one in its place would lose the key that is pressed in between.
  await dialog.evaluate((element) => (element.dataset['is'] = 'the first'));
  load();
  await dialog.getByText('Format', { exact: true }).waitFor();
  expect(await isFocused()).toBe(true);
  expect(await dialog.getAttribute('data-is')).toBe('the first');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('a dialog gives the focus back to its button, and another page has it on its heading', async () => {
  const page = await visit(`${address}/explore?country=RS`);
  await keyFigure(page, 'incidents');
  for (const name of ['Download…', /^Start date/] as const) {
    const button = page.getByRole('button', { name });
    await button.focus();
    await page.keyboard.press('Enter');
    await pressIn(page.getByRole('dialog'), 'Escape');
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
  }
  const tabs = page.getByRole('navigation', { name: 'Pages' });
  for (const [name, title] of [
    ['Data', 'Data'],
    ['About', 'About this monitor'],
    ['Explore', heading],
  ] as const) {
    await tabs.getByRole('link', { name }).click();
    await expect.poll(() => focused(page)).toBe(title);
  }
});
