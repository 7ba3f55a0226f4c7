import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { saidOfFocus } from '../keyboard.ts';
import { atRest, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();
const place = `${address}/explore?country=RS&from=2022-01-01&to=2024-12-31&interval=month`;

/** Role and name of every stop of the Tab key after the focused element, as a screen reader says them, up to one of this name. */
async function stopsBefore(page: Page, name: string): Promise<string[]> {
  const stops: string[] = [];
  while (stops.length < 20) {
    await page.keyboard.press('Tab');
    const said = await saidOfFocus(page);
    if (said.includes(name)) return stops;
    stops.push(said);
  }
  throw new Error(`No stop “${name}” after ${stops.join(' | ')}`);
}

test('the keyboard stops once at the trend, by its name, and reads it step by step or as a table', async () => {
  const page = await visit(place);
  const card = page.getByRole('region', { name: 'Incidents per month' });
  const chart = card.getByRole('application', { name: 'Incidents per month' });
  const asTable = card.getByRole('button', { name: /as a table/ });
  await chart.waitFor();
  // The chart is drawn again with the earlier years, and what has no numbers yet cannot have the focus.
  await card.getByText('same month in the previous 5 years').waitFor();
  await atRest(page);

  const download = card.getByRole('button', { name: /^Download/, disabled: false });
  await download.focus();
  await expect.poll(() => download.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Tab');
  await card.getByRole('status').filter({ hasText: 'January 2022' }).waitFor();
  await page.keyboard.press('ArrowRight');
  await card.getByRole('status').filter({ hasText: 'February 2022' }).waitFor();

  await page.getByRole('button', { name: 'Show “Incidents by type” as a table' }).waitFor();
  await asTable.focus();
  // After them, unusual months can be pressed.
  const stops = await stopsBefore(page, 'Show “Incidents by type” as a table');
  expect(stops.filter((stop) => !/button "\w+ \d{4}"/.test(stop))).toEqual([
    expect.stringContaining('button "Download “Incidents per month”"'),
    expect.stringContaining('application "Incidents per month"'),
    expect.stringContaining('link "See in Trends"'),
  ]);

  await asTable.focus();
  await page.keyboard.press('Enter');
  await card.getByRole('table').waitFor();
  await chart.waitFor({ state: 'hidden' });
  expect(await stopsBefore(page, 'Show “Incidents by type” as a table')).toEqual([
    expect.stringContaining('button "Download “Incidents per month”"'),
    expect.stringContaining('region "Figures for “Incidents per month”"'),
  ]);
});
