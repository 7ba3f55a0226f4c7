import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { keyFigure } from '../figures.ts';
import { type RunningProduct, startProduct } from '../running-product.ts';
import { atRest, useBrowser } from '../visit.ts';

let product: RunningProduct;
beforeAll(async () => {
  product = await startProduct(inject('cluster'));
});
afterAll(() => product.remove());
const { visit } = useBrowser({ map: true, expectedErrors: /ERR_CONNECTION_REFUSED|Failed to fetch|AJAXError|ERR_|503/ });

test('when the server stops the last answer stays and the page says what to do; when it is back the page goes on', async () => {
  const page = await visit(`${product.address}/explore`);
  const before = await keyFigure(page, 'incidents');
  // The map is there too, so that what it goes on showing can be told.
  await page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').first().waitFor();
  await atRest(page);
  await product.stop();

  await page.getByRole('checkbox', { name: 'Albania' }).click();
  const retry = page.getByRole('button', { name: /try again|retry/i }).first();
  await retry.waitFor();
  expect(await keyFigure(page, 'incidents')).toBe(before);
  // Figures of another filter than the page's are told to be so.
  const mapNotice = page.getByRole('status').filter({ hasText: 'still shows the previous figures' });
  await mapNotice.waitFor();

  // The page also recovers on its own. Answers are held back until the button is pressed.
  let press = () => {};
  const pressed = new Promise<void>((resolve) => (press = resolve));
  await page.route('**/api/v1/summary?*', async (route) => {
    await pressed;
    await route.continue();
  });
  await product.startAgain();
  await retry.click();
  press();
  await expect.poll(() => keyFigure(page, 'incidents')).toBeLessThan(before);
  await mapNotice.waitFor({ state: 'hidden' });
});
