import { expect, test } from 'vitest';
import { commands, page } from 'vitest/browser';
import { misfits } from '../../../testing/misfits.ts';
import { drawPage } from './drawn.tsx';
import { requested } from './stubbed-api.ts';

test.each([
  ['country=UA', 'All incidents in Ukraine', 'There is no data about Ukraine. Remove a filter:'],
  ['from=2009-01-01&to=2010-12-31', 'All incidents', /^There is no data in 2009–2010\. The data covers .* Remove a filter:/],
])('of what the data does not cover, Trends offers nothing that has nothing to show', async (filter, title, said) => {
  await drawPage(`/trends?${filter}`);
  await expect.element(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect.element(page.getByRole('status').filter({ hasText: said })).toBeVisible();
  for (const name of ['Interval', 'Count or rate']) await expect.element(page.getByRole('group', { name })).not.toBeInTheDocument();
  for (const name of [/^Split by/, /^Download/, /as a table$/, /^Show people/])
    await expect.element(page.getByRole('button', { name })).not.toBeInTheDocument();
  expect(requested('/pages/trends').filter((address) => address.includes('part='))).toEqual([]);
});

test('where nothing is found, Trends has no legend, and no parts that would be empty', async () => {
  await drawPage('/trends?min_victims=900');
  await expect.element(page.getByRole('status').filter({ hasText: 'Remove a filter' })).toBeVisible();
  await expect.element(page.getByText('this period')).not.toBeInTheDocument();
  expect(requested('/pages/trends').filter((address) => address.includes('part='))).toEqual([]);
});

test('what changed in a region is named after the region', async () => {
  await drawPage('/trends?region=RS-00');
  await expect.element(page.getByRole('rowheader', { name: 'Beograd, violent incidents' })).toBeVisible();
});

test('in the narrowest window, what a month says when it is pointed at fits', async () => {
  await page.viewport(320, 844);
  await drawPage('/trends');
  const chart = page.getByRole('application').first();
  await expect.element(chart).toBeVisible();
  chart.element().scrollIntoView({ block: 'center' });
  const { x, y, width, height } = chart.element().getBoundingClientRect();
  const month = () => document.querySelector('output strong')?.textContent ?? '';
  for (const share of [0.3, 0.45, 0.6]) {
    const before = month();
    await commands.mouse([{ x: x + width * share, y: y + height * 0.75 }]);
    await expect.poll(month).not.toBe(before);
    await expect.poll(misfits).toEqual([]);
  }
});
