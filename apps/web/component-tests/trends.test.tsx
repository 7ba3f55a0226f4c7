import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { drawPage } from './drawn.tsx';
import { requested } from './stubbed-api.ts';

test('of a place without data, Trends offers nothing that has nothing to show', async () => {
  await drawPage('/trends?country=UA');
  await expect.element(page.getByRole('heading', { level: 1, name: 'All incidents in Ukraine' })).toBeVisible();
  await expect.element(page.getByText('The data covers no day of this period.')).toBeVisible();
  for (const name of ['Interval', 'Count or rate']) await expect.element(page.getByRole('group', { name })).not.toBeInTheDocument();
  for (const name of [/^Split by/, /^Download/, /as a table$/, /^Show people/])
    await expect.element(page.getByRole('button', { name })).not.toBeInTheDocument();
  expect(requested('/pages/trends').filter((address) => address.includes('part='))).toEqual([]);
});
