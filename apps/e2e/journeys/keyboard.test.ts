import { expect, inject, test } from 'vitest';
import { keyFigure, tableCount } from '../figures.ts';
import { hasFocus, tabTo } from '../keyboard.ts';
import { atRest, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();

test('the keyboard alone reaches filters, figures, chart, table and record', async () => {
  const page = await visit(`${address}/explore?period=all`);
  const before = await keyFigure(page, 'incidents');
  await atRest(page);

  await tabTo(page, page.getByRole('checkbox', { name: 'Albania' }), { most: 40 });
  await page.keyboard.press('Space');
  await page.waitForURL(/country=AL/);
  // The rows of before are no longer there to come back to.
  await expect.poll(() => tableCount(page)).toBeLessThan(before);
  await atRest(page);

  await tabTo(page, page.locator('[data-figure=withoutPoint]').getByRole('button', { name: 'Show list' }), { most: 60 });
  const chart = page.getByRole('region', { name: /^Incidents per / });
  await tabTo(page, chart.getByRole('button', { name: /as a table/ }), { most: 40 });
  await page.keyboard.press('Enter');
  await chart.getByRole('table').waitFor();
  await page.keyboard.press('Enter');
  await tabTo(page, chart.getByRole('application'), { most: 10 });

  // The table is one stop; from there the arrows lead to every cell.
  const first = page.getByRole('region', { name: 'Table' }).getByRole('row').nth(1);
  await tabTo(page, first.locator('[data-cell=occurred_on]'), { most: 100 });
  await page.keyboard.press('Enter');
  const record = page.getByRole('region', { name: 'Record', exact: true });
  await record.waitFor();
  await expect.poll(() => record.evaluate((element) => element.contains(element.ownerDocument.activeElement))).toBe(true);
  await tabTo(page, record.getByRole('button', { name: 'Close record' }), { most: 20 });
  await page.keyboard.press('Escape');
  await record.waitFor({ state: 'hidden' });
  await expect.poll(() => hasFocus(first.getByRole('link'))).toBe(true);
});
