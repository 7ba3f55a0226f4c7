import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PeriodSection } from '../src/filter/period-section.tsx';
import { drawAt } from './drawn.tsx';
import { madeUpPeriod } from './made-up-incidents.ts';

const dialog = page.getByRole('dialog');
const use = dialog.getByRole('button', { name: 'Apply' });
const field = (which: 'Start date' | 'End date') => page.getByRole('button', { name: which });

const drawPeriod = (query: string) => drawAt(query, <PeriodSection coverage={madeUpPeriod} />);

/** Types a day over the one in the picker that is open. */
async function typeDay(digits: string): Promise<void> {
  await page.getByRole('spinbutton').first().click();
  await userEvent.keyboard(digits);
}

test('a day that no calendar has and one of a distant year are refused with the reason; a possible one is used', async () => {
  const address = await drawPeriod('period=all');
  await field('Start date').click();
  await typeDay('31022024');
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('This is not a real date.');
  await typeDay('01019999');
  await expect.element(dialog.getByRole('alert')).toHaveTextContent(/^The date must be between 1 Jan 1946 and 31 Dec/);
  await expect.element(use).toBeDisabled();
  await typeDay('29022024');
  await expect.element(dialog.getByRole('alert')).not.toBeInTheDocument();
  await use.click();
  await expect.poll(address.query).toBe('from=2024-02-29');
});

test('with the keyboard alone a day is typed as soon as the field is open, and Enter uses it', async () => {
  const address = await drawPeriod('type=suicide');
  await userEvent.tab();
  while (!field('Start date').element().matches(':focus')) await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('spinbutton').first()).toHaveFocus();
  await userEvent.keyboard('05032023{Enter}');
  await expect.poll(address.query).toBe('from=2023-03-05&type=suicide');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(field('Start date')).toHaveFocus();
  // Over a day that is chosen already, too, an impossible one is refused.
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('spinbutton').first()).toHaveFocus();
  await userEvent.keyboard('31022024');
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('This is not a real date.');
  await userEvent.keyboard('{Enter}');
  await expect.element(use).toBeDisabled();
  expect(address.query()).toBe('from=2023-03-05&type=suicide');
});

test('the calendar opens at the chosen day or else at the end of the data, and any month and year can be chosen', async () => {
  const address = await drawPeriod('to=2023-08-31');
  const month = dialog.getByRole('combobox', { name: 'month' });
  const year = dialog.getByRole('combobox', { name: 'Year' });
  await field('Start date').click();
  await expect.element(month).toHaveDisplayValue('December');
  await expect.element(year).toHaveValue('2024');
  await userEvent.keyboard('{Escape}');
  await field('End date').click();
  await expect.element(month).toHaveDisplayValue('August');
  await expect.element(year).toHaveValue('2023');
  await month.selectOptions('February');
  await year.selectOptions('2020');
  await dialog.getByRole('button', { name: /29 February 2020/ }).click();
  await expect.poll(address.query).toBe('to=2020-02-29');
});
