import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { drawPage } from './drawn.tsx';

// One of each kind of chart.
test.each(['trend', 'type', 'region', 'week'])('a frame of 320 to 1200 pixels has room for %s', async (part) => {
  await drawPage(`/embed?show=${part}`);
  await expect.element(page.getByText(/^Dataset version/)).toBeVisible();
  await expect.poll(() => document.querySelector('main svg, article svg')).not.toBeNull();
  for (const width of [1200, 320]) {
    await page.viewport(width, 560);
    await expect.poll(() => document.documentElement.scrollWidth - window.innerWidth).toBeLessThanOrEqual(0);
  }
});

test('what a reader changes in a frame stays in it, and can be taken back', async () => {
  const { query, entries } = await drawPage('/embed?show=outcome&country=RS,XK&from=2024-01-01&to=2024-12-31');
  const before = query();
  await page
    .getByRole('button', { name: /Killed/ })
    .first()
    .click();
  const filter = 'Period: 2024; Location: Serbia, Kosovo*';
  await expect.element(page.getByText(`${filter}; Outcome: Killed`, { exact: true })).toBeVisible();
  expect([query(), entries()]).toEqual([before, 1]);
  await page.getByRole('button', { name: 'Show original selection' }).click();
  await expect.element(page.getByText(filter, { exact: true })).toBeVisible();
});

test('Explore, opened from a frame, has the number of the frame', async () => {
  await drawPage('/embed?show=type&country=RS&from=2024-01-01&to=2024-12-31');
  const chart = page.getByRole('region', { name: 'Incidents by type', exact: true });
  await chart.getByRole('button', { name: /as a table$/ }).click();
  const numberIn = (text = '') => Number(text.replaceAll(',', ''));
  const sum = [...chart.element().querySelectorAll('tbody tr')].reduce(
    (before, { children }) => before + numberIn(children[1]?.textContent),
    0,
  );
  expect(sum).toBeGreaterThan(0);
  await drawPage(
    page
      .getByRole('link', { name: /^View in/ })
      .element()
      .getAttribute('href')!,
  );
  await expect.poll(() => numberIn(document.querySelector('[data-figure=incidents] dd')?.textContent)).toBe(sum);
});

test('a chart of a comparison shows both sides, and says so, where it is cited too', async () => {
  await drawPage('/embed?show=type&country=ME&from=2024-01-01&to=2024-12-31&against=from%3D2023-01-01%26to%3D2023-12-31');
  const words = 'Period: 2024; Location: Montenegro; compared with Period: 2023; Location: Montenegro';
  await expect.element(page.getByText(words).first()).toBeVisible();
  for (const side of ['A', 'B']) await expect.element(page.getByText(side, { exact: true }).first()).toBeVisible();
  await page.getByText('Cite', { exact: true }).click();
  await expect
    .element(page.getByRole('region', { name: 'Text' }))
    .toHaveTextContent('compared with Period: 2023; Location: Montenegro');
});

test('a part that does not exist is named, and the map is shown instead', async () => {
  await drawPage('/embed?show=pie&country=RS');
  await expect.element(page.getByRole('alert').filter({ hasText: 'pie' })).toBeVisible();
  await expect.element(page.getByRole('region', { name: 'Map of incidents' })).toBeVisible();
});

test('a chart has no line of its own below it, where that of the frame follows', async () => {
  await drawPage('/embed?show=type');
  const card = () => document.querySelector('[data-part=chart] section[data-form=card]');
  await expect.poll(card).not.toBeNull();
  expect(getComputedStyle(card()!).borderBlockEndWidth).toBe('0px');
});
