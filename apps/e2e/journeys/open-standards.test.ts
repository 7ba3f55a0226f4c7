import { expect, inject, test } from 'vitest';
import { seriousFindings } from '../axe.ts';
import { atRest, openPage, useBrowser } from '../visit.ts';

/* What people see of the standards by which programs read the data. */

const { visit } = useBrowser();
const address = inject('address');

test.each(['light', 'dark'] as const)(
  'someone finds the way from the standard to an incident by links alone (%s)',
  async (colorScheme) => {
    for (const width of [1440, 390]) {
      const page = await visit(`${address}/ogc`, { colorScheme, viewport: { width, height: 844 } });
      for (const name of [
        /^Datasets, as collections$/,
        /^Synthetic demonstration data$/,
        /^Incidents as HTML$/,
        /^\d{4}-\d\d-\d\d$/,
      ]) {
        expect(await seriousFindings(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        const link = page.getByRole('main').getByRole('link', { name }).first();
        await Promise.all([page.waitForNavigation(), link.click()]);
      }
      expect(await seriousFindings(page)).toEqual([]);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Incident AV-/);
      expect(await page.getByText('Synthetic data: made up for demonstration').count()).toBeGreaterThan(0);
      await page.getByRole('link', { name: 'Show on the map, with everything on record' }).click();
      await expect.poll(() => page.url()).toContain('/explore?incident=AV-');
    }
  },
);

test('the next page goes on where the last one ended', async () => {
  const page = await visit(
    `${address}/ogc/collections/demo/items?f=html&limit=20&filter=${encodeURIComponent("type = 'suicide'")}`,
  );
  const dates = () => page.locator('tbody a').allTextContents();
  const [before] = [await dates()];
  expect(await page.locator('code').first().textContent()).toBe(`"type" = 'suicide'`);
  await Promise.all([page.waitForNavigation(), page.getByRole('link', { name: 'Next page' }).click()]);
  const after = await dates();
  expect(after).toHaveLength(20);
  expect(after[0]! >= before.at(-1)!).toBe(true);
});

test('search engines find the datasets in the page, and the policy for scripts lets the description be', async () => {
  const page = await visit(`${address}/data`);
  const description = page.locator('script[type="application/ld+json"]');
  // A page does not wait for it where the server is busy; a search engine comes again.
  await expect
    .poll(async () => {
      if ((await description.count()) === 0) await openPage(page);
      return description.count();
    })
    .toBe(1);
  const text = await description.textContent();
  expect((JSON.parse(text ?? '') as { '@graph': { name: string }[] })['@graph'].map(({ name }) => name)).toContain(
    'Synthetic demonstration data',
  );
  await expect.poll(() => page.getByRole('heading', { name: 'Synthetic demonstration data' }).count()).toBeGreaterThan(0);
  const catalogue = await page.locator('link[rel="alternate"][type="application/ld+json"]').getAttribute('href');
  expect((await page.request.get(new URL(catalogue ?? '', address).href)).status()).toBe(200);
});

test('an example on the page about the API names this server and is copied whole', async () => {
  const page = await visit(`${address}/api/docs`, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page
    .getByRole('button', { name: /\/api\/v1\/datasets/ })
    .first()
    .click();
  const blocks = page.locator('.opblock-description pre');
  await expect.poll(() => blocks.count()).toBe(4);
  await atRest(page);
  expect(await seriousFindings(page)).toEqual([]);
  const python = page.locator('pre', { hasText: 'urlopen' }).first();
  await page.locator('.copy-example').nth(2).click();
  await expect
    .poll(() => page.evaluate<string>('navigator.clipboard.readText()'))
    .toContain(`address = '${address}/api/v1/datasets'`);
  await expect.poll(() => python.textContent()).toContain(address);
});
