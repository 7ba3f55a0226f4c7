import { expect, inject, test } from 'vitest';
import { keyFigure } from '../figures.ts';
import { useBrowser } from '../visit.ts';

const address = inject('address');
// The browser itself reports the answers 404 that one test asks for.
const { visit } = useBrowser({ expectedErrors: /404 \(Not Found\)/ });

test('a link with bad parts uses the good ones and says what it left out', async () => {
  const page = await visit(`${address}/explore?country=RS&type=sorcery&from=2024-13-01&unheard=of&bbox=1,2`);
  const notice = page.getByRole('alert');
  await notice.waitFor();
  const text = await notice.innerText();
  for (const part of ['sorcery', 'from', 'unheard', 'bbox']) expect(text).toContain(part);
  const whole = await visit(`${address}/explore?country=RS`);
  expect(await keyFigure(page, 'incidents')).toBe(await keyFigure(whole, 'incidents'));
  await page.getByRole('button', { name: 'Dismiss this notice' }).click();
  await notice.waitFor({ state: 'hidden' });
});

test('a link to an incident that is not there says so and leaves the screen usable', async () => {
  const page = await visit(`${address}/explore?incident=AV-000000000000`);
  await page
    .getByRole('region', { name: 'Record', exact: true })
    .getByText(/no incident|not found|there is no/i)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  expect(await keyFigure(page, 'incidents')).toBeGreaterThan(1000);
});

test('a selection of nothing says why and offers the way out', async () => {
  const page = await visit(`${address}/explore?country=MD&type=weapon_theft&outcome=suicide&from=2014-01-01&to=2014-01-02`);
  const notice = page.getByRole('status').filter({ hasText: 'No incidents match. Remove a filter:' });
  await notice.waitFor();
  await notice.getByRole('button', { name: 'Remove Location: Moldova', exact: true }).click();
  await expect.poll(() => new URL(page.url()).search).toBe('?from=2014-01-01&outcome=suicide&to=2014-01-02&type=weapon_theft');
  await notice.getByRole('button', { name: 'Remove Location: Moldova' }).waitFor({ state: 'hidden' });
  await notice.getByRole('button', { name: 'Clear all', exact: true }).click();
  await expect.poll(() => new URL(page.url()).search).toBe('?period=all');
  await notice.waitFor({ state: 'hidden' });
  await expect.poll(() => keyFigure(page, 'incidents')).toBeGreaterThan(1000);
});

test('an address of no page says so', async () => {
  const page = await visit(`${address}/nowhere`);
  await page.getByRole('heading', { name: 'Page not found' }).first().waitFor();
  await expect.poll(() => page.title()).toBe('Page not found – Open Armed Violence Monitor');
  await page.getByRole('link', { name: 'Explore' }).click();
  await expect.poll(() => keyFigure(page, 'incidents')).toBeGreaterThan(1000);
});
