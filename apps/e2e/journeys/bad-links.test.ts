import { expect, inject, test } from 'vitest';
import { drawnPage, partOf, textOf } from '../drawn-page.ts';
import { keyFigure } from '../figures.ts';
import { onePage } from '../one-page.ts';

const address = inject('address');
// The browser itself reports the answers 404 that the tests ask for.
const { open } = onePage({ expectedErrors: /404 \(Not Found\)/ });

test('a link with bad parts uses the good ones and says what it left out', async () => {
  const page = await drawnPage(`${address}/explore?country=RS&type=sorcery&from=2024-13-01&unheard=of&bbox=1,2`);
  const notice = textOf(/role="alert".*?<\/button>/s.exec(page)?.[0] ?? '');
  for (const part of ['sorcery', 'from', 'unheard', 'bbox']) expect(notice).toContain(part);
  const figure = (html: string) => textOf(partOf(html, 'data-figure', 'incidents'));
  expect(figure(page)).toMatch(/^incidents of all kinds \d/);
  expect(figure(page)).toBe(figure(await drawnPage(`${address}/explore?country=RS`)));
});

test('a selection of nothing, with a bad part and an incident that is not there, says why and offers the way out', async () => {
  const nothing = 'country=MD&type=weapon_theft&outcome=suicide&from=2014-01-01&to=2014-01-02';
  const page = await open(`/explore?${nothing}&unheard=of&incident=AV-000000000000`);
  await page
    .getByRole('region', { name: 'Record', exact: true })
    .getByText(/no incident|not found|there is no/i)
    .first()
    .waitFor();
  const ignored = page.getByRole('alert').filter({ hasText: 'unheard' });
  await ignored.getByRole('button', { name: 'Dismiss this notice' }).click();
  await ignored.waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');

  const notice = page.getByRole('status').filter({ hasText: 'No incidents match. Remove a filter:' });
  await notice.waitFor();
  await notice.getByRole('button', { name: 'Remove Location: Moldova', exact: true }).click();
  await expect.poll(() => new URL(page.url()).search).toBe('?from=2014-01-01&outcome=suicide&to=2014-01-02&type=weapon_theft');
  await notice.getByRole('button', { name: 'Remove Location: Moldova' }).waitFor({ state: 'hidden' });
  await notice.getByRole('button', { name: 'Clear all', exact: true }).click();
  await expect.poll(() => new URL(page.url()).search).toBe('?period=all');
  expect(await keyFigure(page, 'incidents')).toBeGreaterThan(1000);
  expect(await notice.count()).toBe(0);
});

test('an address of no page says so, and leads to pages that are there', async () => {
  const page = await open('/nowhere');
  await page.getByRole('heading', { name: 'Page not found' }).first().waitFor();
  await expect.poll(() => page.title()).toBe('Page not found – Open Armed Violence Monitor');
  await page.getByRole('link', { name: 'Places' }).click();
  await page.getByRole('table', { name: 'Locations' }).waitFor();
});
