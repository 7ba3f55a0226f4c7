import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { drawPage } from './drawn.tsx';

const main = page.getByRole('main');

test('Places draws no axis and explains no mark where there are no rates, and gives the reason once', async () => {
  await drawPage('/places?from=2024-02-29&to=2024-02-29');
  await expect.element(main.getByText(/^No rates can be compared. The period has fewer than 90 days of data/)).toBeVisible();
  expect(main.getByText(/No rates can be compared/).elements()).toHaveLength(1);
  expect(main.getByRole('table').element().querySelector('tfoot')).toBeNull();
  expect(main.getByText('Each small line').elements()).toEqual([]);
  expect(main.getByText('A rate counts incidents').elements()).toEqual([]);
});

test('Places says which places of the address it does not use', async () => {
  await drawPage('/places?region=MD-BS&from=2024-01-01&to=2024-12-31');
  await expect.element(main.getByText(/It does not use this part of the link: region\./)).toBeVisible();
});

test('a place without rates has the incidents of its regions on no scale of rates, and without incidents it lists none', async () => {
  await drawPage('/places/RS?from=2024-01-01&to=2024-12-31&victim_sex=woman');
  await expect.element(main.getByRole('heading', { name: 'Violent incidents by region' })).toBeVisible();
  expect(main.getByText('How certain each rate is').elements()).toEqual([]);
  expect(main.getByText(/Hollow dot/).elements()).toEqual([]);
  await drawPage('/places/RS?from=2024-01-01&to=2024-12-31&min_victims=99');
  await expect.element(main.getByText(/no violent incidents that match the filter/)).toBeVisible();
  expect(main.getByRole('heading', { name: 'What and who' }).elements()).toEqual([]);
  expect(main.getByRole('heading', { name: 'Settlements with most incidents' }).elements()).toEqual([]);
});

test('Places leads to the pages of places on their own days, unless a reader chose a period', async () => {
  const link = main.getByRole('link', { name: 'Serbia', exact: true });
  await drawPage('/places?type=suicide');
  await expect.element(link).toHaveAttribute('href', '/places/RS?type=suicide');
  await drawPage('/places?from=2023-01-01&to=2023-12-31');
  await expect.element(link).toHaveAttribute('href', '/places/RS?from=2023-01-01&to=2023-12-31');
});

test('a place leads to its brief with its dataset, and with its period where a brief can have it', async () => {
  const link = main.getByRole('link', { name: 'Brief', exact: true });
  await drawPage('/places/RS?dataset=made-up&from=2023-01-01&to=2023-12-31');
  await expect.element(main.getByText(/^Serbia recorded/)).toBeVisible();
  await expect.element(link).toHaveAttribute('href', '/report?country=RS&dataset=made-up&from=2023-01-01&to=2023-12-31');
  await drawPage('/places/RS-20?from=2023-02-01&to=2023-04-30');
  await expect.element(main.getByText(/^Nišava recorded/)).toBeVisible();
  await expect.element(link).toHaveAttribute('href', '/report?region=RS-20');
});
