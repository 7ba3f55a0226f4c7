import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { keyFigure, TileCounter } from '../figures.ts';
import { useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();
const { visit: visitMap } = useBrowser({ map: true });

/** Opens the picker of the first or the last day. */
async function openPicker(page: Page, which: 'Start date' | 'End date' = 'Start date'): Promise<void> {
  await page.getByRole('button', { name: new RegExp(which) }).click();
  await page.getByRole('spinbutton').first().waitFor();
}

/** Types a day in the picker that is open: day, month and year without anything between. */
async function typeDay(page: Page, digits: string): Promise<void> {
  await page.getByRole('spinbutton').first().click();
  await page.keyboard.type(digits, { delay: 40 });
}

/** Waits until the first part of the typed day has the focus. */
async function firstPartHasFocus(page: Page): Promise<void> {
  const part = page.getByRole('spinbutton').first();
  await expect.poll(() => part.evaluate((one) => one === document.activeElement)).toBe(true);
}

test('a day that no calendar has and one of a distant year are refused with the reason; a possible one is used', async () => {
  const page = await visit(`${address}/explore?period=all`);
  await openPicker(page);
  const dialog = page.getByRole('dialog');
  await typeDay(page, '31022024');
  await dialog.getByRole('alert').getByText('This is not a real date.').waitFor();
  await typeDay(page, '01019999');
  await dialog
    .getByRole('alert')
    .getByText(/The date must be between 1 Jan 1946 and 31 Dec/)
    .waitFor();
  await expect.poll(() => dialog.getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
  await typeDay(page, '29022024');
  await expect.poll(() => dialog.getByRole('alert').count()).toBe(0);
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await page.waitForURL(/from=2024-02-29/);
});

test('with the keyboard alone a day is typed as soon as the field is open, and Enter uses it', async () => {
  const page = await visit(`${address}/explore?type=suicide`);
  const field = page.getByRole('button', { name: /^Start date/ });
  await field.focus();
  await page.keyboard.press('Enter');
  await firstPartHasFocus(page);
  await page.keyboard.type('05032023', { delay: 40 });
  await page.keyboard.press('Enter');
  await page.waitForURL(/from=2023-03-05/);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => field.evaluate((button) => button === document.activeElement)).toBe(true);
  // Over a day that is chosen already, too, an impossible one is refused.
  await page.keyboard.press('Enter');
  await page.getByRole('spinbutton').first().waitFor();
  await firstPartHasFocus(page);
  await page.keyboard.type('31022024', { delay: 40 });
  await page.getByRole('dialog').getByRole('alert').getByText('This is not a real date.').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('dialog').getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
  expect(page.url()).toContain('from=2023-03-05');
});

test('the calendar opens at the chosen day or else at the end of the data, and any month and year can be chosen', async () => {
  const page = await visit(`${address}/explore?to=2023-08-31`);
  const { datasets } = (await (await fetch(`${address}/api/v1/datasets`)).json()) as { datasets: { to: string }[] };
  const end = new Date(
    datasets
      .map(({ to }) => to)
      .toSorted()
      .at(-1)!,
  );
  const dialog = page.getByRole('dialog');
  const month = dialog.getByRole('combobox', { name: 'month' });
  const year = dialog.getByRole('combobox', { name: 'Year' });
  const shown = async () => [await month.locator('option:checked').innerText(), await year.inputValue()];

  // The end of the data is known when the presets can be pressed.
  await page.getByRole('button', { name: '12 months', disabled: false }).waitFor();
  await openPicker(page, 'Start date');
  await expect.poll(shown).toEqual([end.toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' }), String(end.getUTCFullYear())]);
  await page.keyboard.press('Escape');
  await openPicker(page, 'End date');
  await expect.poll(shown).toEqual(['August', '2023']);
  await month.selectOption('February');
  await year.selectOption('2020');
  await dialog.getByRole('button', { name: /29 February 2020/ }).click();
  await page.waitForURL(/to=2020-02-29/);
});

test('a period that is typed narrows the figures and the map', async () => {
  const page = await visitMap(`${address}/explore`);
  const tiles = new TileCounter(page);
  const before = await keyFigure(page, 'incidents');
  for (const [which, digits, use] of [
    ['Start date', '01032022', /from=2022-03-01/],
    ['End date', '31082022', /to=2022-08-31/],
  ] as const) {
    await openPicker(page, which);
    await typeDay(page, digits);
    await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
    await page.waitForURL(use);
  }
  const query = '?from=2022-03-01&to=2022-08-31';
  await expect.poll(() => new URL(page.url()).search).toBe(query);
  const { totals } = (await (await fetch(`${address}/api/v1/summary${query}&facets=none`)).json()) as {
    totals: { incidents: number; withoutPoint: number };
  };
  expect(totals.incidents).toBeLessThan(before);
  await expect.poll(() => keyFigure(page, 'incidents')).toBe(totals.incidents);
  await expect.poll(() => tiles.incidents(query)).toBe(totals.incidents - totals.withoutPoint);
});
