import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { keyFigure, tableCount } from '../figures.ts';
import { atRest, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();
const { visit: visitMap } = useBrowser({ map: true });
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds of the levels A and AA of WCAG 2.2 that is serious or critical. */
async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

const screens = [
  { name: 'explore', visit: visitMap, path: '/?from=2024-01-01&to=2025-12-31', ready: 'Table' },
  { name: 'record', visit: visitMap, path: '/?incident=first', ready: 'Table' },
  { name: 'data', visit, path: '/data', ready: 'Data' },
  { name: 'about', visit, path: '/about', ready: 'About' },
  { name: 'API', visit, path: '/api/docs', ready: 'Records' },
];
const sizes = [
  { size: 'desktop', viewport: { width: 1440, height: 900 } },
  { size: 'phone', viewport: { width: 390, height: 844 } },
];

for (const screen of screens) {
  for (const { size, viewport } of sizes) {
    test(`axe finds nothing serious, light or dark: ${screen.name}, ${size}`, async () => {
      const page = await screen.visit(address + (await named(screen.path)), { viewport });
      await page.getByText(screen.ready, { exact: true }).first().waitFor();
      await page.evaluate(axe);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        // Choices of a period can be pressed once it is known which days there are.
        await page.locator('button:disabled', { hasText: '12 months' }).waitFor({ state: 'detached' });
        // What is just fading in or becoming ready has not its own colours yet.
        await atRest(page);
        expect(await seriousFindings(page), colorScheme).toEqual([]);
      }
    });
  }
}

/** The path with the newest incident's identifier in it. */
async function named(path: string): Promise<string> {
  if (!path.endsWith('first')) return path;
  const { items } = (await (await fetch(`${address}/api/v1/incidents?limit=1`)).json()) as { items: { id: string }[] };
  return path.replace('first', items[0]?.id ?? '');
}

/** Presses Tab until an element has the focus, and shows it. Fails where that takes more presses than these. */
async function tabTo(page: Page, target: Locator, most: number): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab');
    if (await hasFocus(target)) return;
  }
  const last = await page.locator(':focus').evaluate((element) => element.outerHTML.slice(0, 200));
  throw new Error(`${String(target)} has no focus after ${most} presses of Tab; last was ${last}`);
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element.matches(':focus-visible'));
}

test('the keyboard alone reaches filters, figures, chart, table and record', async () => {
  const page = await visitMap(address);
  const before = await keyFigure(page, 'incidents');
  await page.waitForLoadState('networkidle');

  await tabTo(page, page.getByRole('checkbox', { name: 'Albania' }), 40);
  await page.keyboard.press('Space');
  await page.waitForURL(/country=AL/);
  // The rows of before are no longer there to come back to.
  await expect.poll(() => tableCount(page)).toBeLessThan(before);
  await page.waitForLoadState('networkidle');

  await tabTo(page, page.locator('[data-figure=withoutPoint]').getByRole('button', { name: 'Show list' }), 60);
  const chart = page.getByRole('region', { name: /^Incidents per / });
  await tabTo(page, chart.getByRole('button', { name: /as a table/ }), 40);
  await page.keyboard.press('Enter');
  await chart.getByRole('table').waitFor();
  await page.keyboard.press('Enter');
  await tabTo(page, chart.getByRole('application'), 10);

  const first = page.getByRole('region', { name: 'Table' }).getByRole('row').nth(1).getByRole('link');
  await tabTo(page, first, 100);
  await page.keyboard.press('Enter');
  const record = page.getByRole('dialog');
  await record.waitFor();
  await expect.poll(() => record.evaluate((element) => element.contains(element.ownerDocument.activeElement))).toBe(true);
  await tabTo(page, record.getByRole('button', { name: 'Close record' }), 20);
  await page.keyboard.press('Escape');
  await record.waitFor({ state: 'hidden' });
  await expect.poll(() => hasFocus(first)).toBe(true);
});
