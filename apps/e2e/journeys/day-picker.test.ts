import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();

/** Opens the picker of the first day. */
async function openPicker(page: Page): Promise<void> {
  await page.getByRole('button', { name: /First day/ }).click();
  await page.getByRole('spinbutton').first().waitFor();
}

test('a day that no calendar has and one of a distant year are refused with the reason; a possible one is used', async () => {
  const page = await visit(`${address}/`);
  await openPicker(page);
  const dialog = page.getByRole('dialog');
  const type = async (digits: string) => {
    await page.getByRole('spinbutton').first().click();
    await page.keyboard.type(digits, { delay: 40 });
  };
  await type('31022024');
  await dialog.getByRole('alert').getByText('There is no such day').waitFor();
  await type('01019999');
  await dialog
    .getByRole('alert')
    .getByText(/Choose a day from 1 Jan 1946 to 31 Dec/)
    .waitFor();
  await expect.poll(() => dialog.getByRole('button', { name: 'Use' }).isDisabled()).toBe(true);
  await type('29022024');
  await expect.poll(() => dialog.getByRole('alert').count()).toBe(0);
  await dialog.getByRole('button', { name: 'Use' }).click();
  await page.waitForURL(/from=2024-02-29/);
});
