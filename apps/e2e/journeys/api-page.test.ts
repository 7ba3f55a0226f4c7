import { expect, inject, test } from 'vitest';
import { openPage, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();

test('the address of a problem leads to its row on the page about the API', async () => {
  const { type } = (await (await fetch(`${address}/api/v1/summary?country=Narnia`)).json()) as { type: string };
  const page = await visit(address + type);
  const row = page.getByRole('row', { name: /^bad_query 400 / });
  await row.waitFor();
  // While the page is drawn, the row can be in view before what is above it is there.
  const isScrolledTo = () => row.evaluate((element) => window.scrollY > 0 && element.getBoundingClientRect().top < 900);
  await expect.poll(isScrolledTo).toBe(true);
});

test('a request is tried on the page about the API, which asks nobody but this server', async () => {
  const page = await visit(`${address}/api/docs`);
  const hosts = new Set<string>();
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) hosts.add(new URL(request.url()).origin);
  });
  await openPage(page);
  await page.getByRole('button', { name: /^GET \/api\/v1\/datasets/ }).click();
  await page.getByRole('button', { name: 'Try it out' }).click();
  const answer = page.waitForResponse(/\/api\/v1\/datasets$/);
  await page.getByRole('button', { name: 'Execute' }).click();
  expect((await answer).status()).toBe(200);
  await page.locator('.live-responses-table').getByText('"datasets"').first().waitFor();
  expect([...hosts]).toEqual([address]);
});
