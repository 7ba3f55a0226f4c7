import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { keyFigure } from '../figures.ts';
import { atRest, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();

/** The labels of a list of the panel, as they stand. */
function labels(page: Page, list: string): Promise<string[]> {
  return page.getByRole('group', { name: list, exact: true }).locator('label').allInnerTexts();
}

test('the region that a link has chosen is seen in the panel, and stays there when it is no longer chosen', async () => {
  const page = await visit(`${address}/explore?region=RS-20`);
  const box = page.getByRole('group', { name: 'Location', exact: true }).getByRole('checkbox', { name: /^Ni/ });
  await box.waitFor();
  await expect.poll(() => box.isChecked()).toBe(true);
  const before = await keyFigure(page, 'incidents');
  await box.click();
  await page.waitForURL((url) => !url.search.includes('region'));
  await expect.poll(() => keyFigure(page, 'incidents')).toBeGreaterThan(before);
  await atRest(page);
  expect(await box.isVisible()).toBe(true);
});

test('a list keeps its order as long as the pointer or the focus is in it', async () => {
  // So high that the panel is not scrolled, which would take the list from under the pointer.
  const page = await visit(`${address}/explore?from=2014-01-01`, { viewport: { width: 1440, height: 2000 } });
  const all = await keyFigure(page, 'incidents');
  const list = page.getByRole('group', { name: 'Type', exact: true });
  await expect.poll(async () => (await labels(page, 'Type')).length).toBeGreaterThan(1);
  const before = await labels(page, 'Type');
  await list.getByText(before[1]!, { exact: true }).hover();
  // Incidents with people killed are of other types; the keyboard leaves the pointer where it is.
  await page.getByRole('checkbox', { name: 'Killed' }).focus();
  await page.keyboard.press('Space');
  await expect.poll(() => keyFigure(page, 'incidents')).toBeLessThan(all);
  expect(await labels(page, 'Type')).toEqual(before);
  await page.mouse.move(900, 30);
  await expect.poll(() => labels(page, 'Type')).not.toEqual(before);

  const after = await labels(page, 'Type');
  await list.getByRole('checkbox').first().focus();
  await page.evaluate(() => history.back());
  await expect.poll(() => keyFigure(page, 'incidents')).toBe(all);
  expect(await labels(page, 'Type')).toEqual(after);
  await page.getByRole('button', { name: 'Download…' }).focus();
  await expect.poll(() => labels(page, 'Type')).toEqual(before);
});

test('an area says how large it is and what it leaves out, and can be taken away', async () => {
  const period = 'from=2024-01-01&to=2024-12-31';
  const page = await visit(`${address}/explore?${period}&near=20.46,44.81,30`);
  const section = page.locator('section').filter({ has: page.getByRole('button', { name: 'Area', exact: true }) });
  await section.getByText('About 2,800 km².').waitFor();
  const without = await fetch(`${address}/api/v1/incidents?${period}&place_precision=region,jurisdiction&limit=1`);
  const { total } = (await without.json()) as { total: number };
  expect(total).toBeGreaterThan(0);
  await section.getByText(`Leaves out ${total} incidents without a point, wherever they were.`).waitFor();
  await section.getByRole('button', { name: 'Clear Area' }).click();
  await section.waitFor({ state: 'detached' });
  await expect.poll(() => new URL(page.url()).search).toBe(`?${period}`);
});
