import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { drawPage, resizeTo } from './drawn.tsx';

/* Explore: where the data has nothing, no number stands; and no number stands over another. */

const figureOf = (name: string) => document.querySelector(`[data-figure=${name}]`);
const table = page.getByRole('region', { name: 'Table' });

test.each([
  ['UA', 'Ukraine'],
  ['DE', 'Germany'],
])('of %s, which no data is about, nothing is counted, and no room is kept for rows', async (code, name) => {
  await drawPage(`/explore?country=${code}`);
  await expect.element(page.getByText(`There is no data about ${name}.`).first()).toBeVisible();
  await expect.element(table.getByText('No matching incidents.')).toBeVisible();
  expect(figureOf('withoutPoint')?.textContent).toMatch(/^not on the map–/);
  await expect.element(page.getByRole('group', { name: 'Type' }).first()).toBeVisible();
  const counts = document.querySelectorAll(`[aria-pressed] > span, fieldset[aria-label="Type"] label ~ span`);
  expect([...counts].map(({ textContent }) => textContent.trim()).filter((text) => /\d/.test(text))).toEqual([]);
  expect(counts.length).toBeGreaterThan(8);
  const line = page.getByRole('group', { name: 'Location' }).getByRole('checkbox', { name }).element().closest('div');
  expect(line?.textContent).toBe(name);
  expect(table.getByRole('grid').element().parentElement!.offsetHeight).toBeLessThan(120);
});

test('a selection without data has no number of incidents and no running total beside the other', async () => {
  await drawPage('/explore?country=RS&against=country%3DUA');
  await expect.element(page.getByRole('button', { name: 'B', exact: true })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^A · \d/ })).toBeVisible();
  const running = page.getByRole('region', { name: 'Incidents: running total' });
  await expect.element(running).toHaveTextContent('There is no data in B, so nothing is compared.');
  expect(running.element().querySelector('svg[role=img], [class*=plot]')).toBeNull();
});

test('marks of a line are explained only where something is counted', async () => {
  await drawPage('/explore?min_victims=99');
  const trend = page.getByRole('region', { name: /^All incidents per/ });
  await expect.element(trend.getByText('None in this period.')).toBeVisible();
  await expect.element(trend.getByText('this period', { exact: true })).not.toBeInTheDocument();
});

test('two large numbers stand beside each other, not over each other', async () => {
  await resizeTo('usual');
  await drawPage('/explore?country=RS&type=weapon_seizure&measure=killed&against=country%3DME');
  await expect.element(page.getByText(/ in B$/).first()).toBeVisible();
  const figures = [...document.querySelectorAll<HTMLElement>('[data-figure][data-compared]')];
  const numbers = figures.flatMap((figure) => [...figure.querySelectorAll<HTMLElement>('dd')].slice(0, 2));
  for (const [at, number] of numbers.entries()) number.textContent = at % 2 === 0 ? '11,091' : '11,190 in B';
  expect(figures.length).toBeGreaterThan(3);
  expect(numbers.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toEqual([]);
});
