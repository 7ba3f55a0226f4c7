import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { keyFigure } from '../figures.ts';
import { atRest, useBrowser } from '../visit.ts';

/** Where the pictures go, for people to look at. */
const folder = fileURLToPath(new URL('../screenshots/', import.meta.url));
const address = inject('address');
const { visit } = useBrowser({ map: true });

const sizes = [
  { name: 'desktop', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
  { name: 'narrow', width: 360, height: 740 },
];

for (const { name, width, height } of sizes) {
  test(`nothing sticks out sideways, light or dark: ${name}`, async () => {
    await mkdir(folder, { recursive: true });
    const page = await visit(`${address}/?from=2024-01-01&to=2026-10-31`, { viewport: { width, height } });
    await keyFigure(page, 'incidents');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').first().waitFor();
      await atRest(page);
      await page.screenshot({ path: `${folder}explore-${name}-${colorScheme}.png` });
      expect(await page.evaluate('document.documentElement.scrollWidth'), colorScheme).toBeLessThanOrEqual(width);
    }
  });
}

test('nothing is asked of any other server', async () => {
  const page = await visit('about:blank');
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(blob|data):/.test(request.url())) elsewhere.push(request.url());
  });
  await page.goto(address);
  await keyFigure(page, 'incidents');
  await page.waitForLoadState('networkidle');
  expect(elsewhere).toEqual([]);
});
