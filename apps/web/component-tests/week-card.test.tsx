import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import WeekCard from '../src/charts/week-card.tsx';
import { drawAt, resizeTo } from './drawn.tsx';
import { focus } from './keyboard.ts';
import { incidentsOf } from './made-up-api.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const card = page.getByRole('region', { name: 'Day and time', exact: true });
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const numberIn = (text: string | null) => Number(text?.replaceAll(',', ''));
const known = incidentsOf('country=RS', 'id').filter((one) => one.local_time !== null).length;

/** The counts of the coloured table, a row a weekday, as a screen reader has them; the last of a row is its sum. */
async function heat(): Promise<number[][]> {
  await expect.element(card.getByRole('grid')).toBeVisible();
  const rows = weekdays.map((weekday) => card.getByRole('row', { name: new RegExp(`^${weekday}`) }).element());
  return rows.map((row) => Array.from(row.querySelectorAll('td'), ({ textContent }) => numberIn(textContent)));
}

const drawWeek = () => drawAt('country=RS', (answers) => <WeekCard title="Day and time" answers={answers} />);

test('the hours of the week add up to the incidents with a known time, in the picture and in its table', async () => {
  await drawWeek();
  const rows = await heat();
  expect(rows.map((row) => row.length)).toEqual(weekdays.map(() => 25));
  expect(rows.map((row) => sum(row.slice(0, -1)))).toEqual(rows.map((row) => row.at(-1)));
  expect(sum(rows.map((row) => row.at(-1) ?? 0))).toBe(known);
  const share = Math.round((known / incidentsOf('country=RS', 'id').length) * 100);
  await expect.element(card.getByText(new RegExp(`^The time of day is known for (only )?${share}% of`))).toBeVisible();

  await card.getByRole('button', { name: /as a table/ }).click();
  const numbers = card.getByRole('region', { name: /Figures for/ });
  await expect.element(numbers).toBeVisible();
  const cells = Array.from(numbers.element().querySelectorAll('td'), ({ textContent }) => numberIn(textContent));
  expect(cells).toHaveLength(24 * 7);
  expect(sum(cells)).toBe(known);
  await expect.element(card.getByText(/^The time of day is known/)).toBeVisible();
});

test('a phone has eight columns with their numbers to be read', async () => {
  await resizeTo('phone');
  await drawWeek();
  const rows = await heat();
  expect(rows.map((row) => row.length)).toEqual(weekdays.map(() => 9));
  expect(sum(rows.map((row) => row.at(-1) ?? 0))).toBe(known);
  // What is read out is what is seen, in letters that are there to be read.
  const seen = [...document.querySelectorAll('[data-strength] text')];
  expect(seen.map(({ textContent }) => numberIn(textContent))).toEqual(rows.flatMap((row) => row.slice(0, -1)));
  expect(seen[0]!.getBoundingClientRect().width).toBeGreaterThan(5);
});

test('the hours have their names, the colours their counts, and the arrow keys lead to every cell', async () => {
  await drawWeek();
  await heat();
  expect([...card.element().querySelectorAll('svg text')].map(({ textContent }) => textContent)).toContain('03:00');
  await expect.element(card.getByText('Incidents per cell:')).toBeVisible();
  await focus(card.getByRole('gridcell').first());
  await userEvent.keyboard('{ArrowUp}{ArrowLeft}{ArrowDown}{ArrowRight}');
  expect(document.activeElement?.getAttribute('title')).toMatch(/^Tuesday, 01–02: \d+ incidents?$/);
  expect(getComputedStyle(document.activeElement!, '::after').content).toContain('Tuesday, 01–02');
  expect(card.element().querySelectorAll('td[tabindex="0"]')).toHaveLength(1);
});
