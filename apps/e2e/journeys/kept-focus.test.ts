import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { openPage, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();

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

test('what is loaded late takes over the focus from what stood in its place', async () => {
  const path = `${address}/explore?country=RS`;
  // A server with much to do leaves the rows out of the page.
  const rows = async () => (await (await fetch(path)).text()).match(/incident=/g)?.length ?? 0;
  await expect.poll(rows).toBeGreaterThan(2);
  const page = await visit('about:blank');
  const loadGrid = await holdProgram(page, 'incident-grid');
  const loadDialog = await holdProgram(page, 'export-dialog');
  const table = page.getByRole('region', { name: 'Table' });
  const links = table.getByRole('table').getByRole('link');
  await openPage(page, path);

  // A dialog has the focus before its content is there, and keeps it when that comes.
  await page.getByRole('button', { name: 'Download…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Download data' });
  const isFocused = () => dialog.evaluate((element) => element === document.activeElement);
  await expect.poll(isFocused).toBe(true);
  // Another one in its place would lose the key that is pressed in between.
  await dialog.evaluate((element) => (element.dataset['is'] = 'the first'));
  loadDialog();
  await dialog.getByText('Format', { exact: true }).waitFor();
  expect(await isFocused()).toBe(true);
  expect(await dialog.getAttribute('data-is')).toBe('the first');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  // A link of the first rows gives it to the same link of the grid that takes their place.
  await links.nth(2).focus();
  const link = await page.evaluate(`document.activeElement.getAttribute('href')`);
  loadGrid();
  await table.getByRole('grid').waitFor();
  const focusedLink = () =>
    page.evaluate(`document.activeElement.closest('[role=grid]') && document.activeElement.getAttribute('href')`);
  await expect.poll(focusedLink).toBe(link);
});
