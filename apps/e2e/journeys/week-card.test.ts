import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { keyFigure, numberIn } from '../figures.ts';
import { contentOf, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const cardOf = (page: Page) => page.getByRole('region', { name: 'Day and time', exact: true });
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Incidents that the API knows the time of. */
async function knownTimes(query: string): Promise<number> {
  const answer = await (await fetch(`${address}/api/v1/summary?hours=1&facets=none&${query}`)).json();
  return (answer as { hours: { known: number } }).hours.known;
}

/** The counts of the coloured table, a row a weekday, as a screen reader has them; the last of a row is its sum. */
async function heat(page: Page): Promise<number[][]> {
  const rows = weekdays.map((weekday) => cardOf(page).getByRole('row', { name: new RegExp(`^${weekday}`) }));
  return Promise.all(rows.map(async (row) => (await row.getByRole('cell').allTextContents()).map(numberIn)));
}

test('the hours of the week add up to the incidents with a known time, in the picture, its table and its file', async () => {
  const query = 'country=RS%2CXK&from=2022-01-01&to=2023-12-31';
  const page = await visit(`${address}/explore?${query}`);
  const known = await knownTimes(query);
  const card = cardOf(page);
  await card.getByRole('table').waitFor();

  const rows = await heat(page);
  expect(rows.map((row) => row.length)).toEqual(weekdays.map(() => 25));
  expect(rows.map((row) => sum(row.slice(0, -1)))).toEqual(rows.map((row) => row.at(-1)));
  expect(sum(rows.map((row) => row.at(-1) ?? 0))).toBe(known);
  const incidents = await keyFigure(page, 'incidents');
  const share = Math.round((known / incidents) * 100);
  await card.getByText(new RegExp(`^The time of day is known for (only )?${share}% of`)).waitFor();

  await card.getByRole('button', { name: /as a table/ }).click();
  const numbers = card.getByRole('region', { name: /Figures for/ });
  await numbers.waitFor();
  const cells = await numbers.getByRole('cell').allInnerTexts();
  expect(cells).toHaveLength(24 * 7);
  await expect.poll(() => card.getByText(/^The time of day is known/).isVisible()).toBe(true);
  expect(sum(cells.map(numberIn))).toBe(known);

  await card.getByRole('button', { name: /^Download/ }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /CSV/ }).click()]);
  const records = parse<Record<string, string>>(await contentOf(download), { columns: true });
  expect(
    sum(records.flatMap((record) => ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day) => Number(record[day])))),
  ).toBe(known);
});

test('the sentence names a part of the week, and none where the incidents are few', async () => {
  for (const [query, words] of [
    ['country=ME', /^Incidents are most frequent /],
    ['country=ME&type=accidental_shooting', /^Too few to compare/],
  ] as const) {
    const page = await visit(`${address}/explore?${query}`);
    await expect.poll(() => cardOf(page).locator('p').first().innerText()).toMatch(words);
  }
});

test('a phone has eight columns with their numbers to be read', async () => {
  const page = await visit(`${address}/explore?country=RS`, { viewport: { width: 390, height: 844 } });
  await cardOf(page).getByRole('table').waitFor();
  const rows = await heat(page);
  expect(rows.map((row) => row.length)).toEqual(weekdays.map(() => 9));
  expect(sum(rows.map((row) => row.at(-1) ?? 0))).toBe(await knownTimes('country=RS'));
  // What is read out is what is seen, in letters that are there to be read.
  const seen = cardOf(page).locator('[data-strength] text');
  await expect.poll(async () => (await seen.allTextContents()).map(numberIn)).toEqual(rows.flatMap((row) => row.slice(0, -1)));
  await expect.poll(async () => (await seen.first().boundingBox())?.width).toBeGreaterThan(5);
});
