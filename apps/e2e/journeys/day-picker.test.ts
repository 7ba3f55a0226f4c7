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

test('a day that no calendar has and one of a distant year are refused with the reason; a possible one is used', async () => {
  const page = await visit(`${address}/?period=all`);
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

test('a period that is typed narrows the figures and the map', async () => {
  const page = await visitMap(`${address}/`);
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
  expect(new URL(page.url()).search).toBe(query);
  const { totals } = (await (await fetch(`${address}/api/v1/summary${query}&facets=none`)).json()) as {
    totals: { incidents: number; withoutPoint: number };
  };
  expect(totals.incidents).toBeLessThan(before);
  await expect.poll(() => keyFigure(page, 'incidents')).toBe(totals.incidents);
  await expect.poll(() => tiles.incidents(query)).toBe(totals.incidents - totals.withoutPoint);
});
