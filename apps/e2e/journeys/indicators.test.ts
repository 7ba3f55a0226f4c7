import { expect, inject, test } from 'vitest';
import { drawnPage, textOf } from '../drawn-page.ts';
import { keyFigure, numberIn } from '../figures.ts';
import { onePage } from '../one-page.ts';

const address = inject('address');
const { open } = onePage();

test('other filters do not apply, and the page says so', async () => {
  const page = await drawnPage(`${address}/indicators?country=RS&type=suicide`);
  expect(textOf(page)).toContain('Your other filters do not apply.');
  expect(page).toContain('href="/explore?country=RS&amp;from=2025-01-01&amp;to=2025-12-31&amp;type=violence&amp;measure=killed"');
});

test('each of several locations is shown, one is chosen in the address, and a number leads to Explore, which shows the same one', async () => {
  const page = await open('/indicators');
  await page.getByRole('columnheader', { name: 'Serbia' }).first().waitFor();
  await page.getByRole('button', { name: 'Location: All locations' }).click();
  await page.getByRole('menuitemradio', { name: 'Serbia' }).click();
  await page.waitForURL(/\/indicators\?country=RS/);
  const link = page.getByRole('link', { name: /^Firearms seized, found or surrendered, Serbia, 2025: / });
  // The links of all locations are there before.
  const downloads = () => page.locator('a[download]').evaluateAll((links) => links.map((one) => one.getAttribute('href')));
  await expect.poll(downloads).toEqual(['/api/v1/indicators.xlsx?country=RS', '/api/v1/indicators.csv?country=RS']);
  const expected = numberIn(await link.innerText());
  expect(expected).toBeGreaterThan(0);
  await link.click();
  await page.getByRole('link', { name: 'Open in Explore' }).click();
  await page.waitForURL(/\/explore\?.*from=2025-01-01.*to=2025-12-31/);
  expect(await keyFigure(page, 'Weapons')).toBe(expected);
});
