import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { keyFigure, numberIn } from '../figures.ts';
import { useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();

async function open(query = ''): Promise<Page> {
  const page = await visit(`${address}/indicators${query}`);
  await page
    .getByRole('rowheader', { name: /People killed/ })
    .first()
    .waitFor();
  return page;
}

test('each number leads to Explore, which shows the same one', async () => {
  for (const [indicator, figure] of [
    ['Celebratory shootings', 'Incidents'],
    ['People injured', 'Injured'],
    ['Firearms seized, found or surrendered', 'Weapons'],
  ] as const) {
    const page = await open();
    const link = page.getByRole('link', { name: new RegExp(`^${indicator}, All locations, 2025: `) });
    const expected = numberIn(await link.innerText());
    expect(expected).toBeGreaterThan(0);
    await link.click();
    await page.waitForURL(/\/explore\?.*from=2025-01-01.*to=2025-12-31/);
    expect(await keyFigure(page, figure)).toBe(expected);
  }
});

test('a location is chosen in the address, and each of several can be shown', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Show each location' }).click();
  await page
    .getByRole('rowheader', { name: /^Serbia/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Location: All locations' }).click();
  await page.getByRole('menuitemradio', { name: 'Serbia' }).click();
  await page.waitForURL(/\/indicators\?country=RS/);
  await page.getByRole('link', { name: /^People killed, Serbia, 2025: / }).waitFor();
  // Its link was there before, in the table of each location.
  const downloads = () => page.locator('a[download]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  await expect.poll(downloads).toEqual(['/api/v1/indicators.xlsx?country=RS', '/api/v1/indicators.csv?country=RS']);
});

test('other filters do not apply, and the page says so', async () => {
  const page = await open('?country=RS&type=suicide');
  await page.getByText('Your other filters do not apply.').waitFor();
  const link = page.getByRole('link', { name: /^People killed, Serbia, 2025: / });
  expect(await link.getAttribute('href')).toBe('/explore?country=RS&from=2025-01-01&to=2025-12-31&measure=killed');
});
