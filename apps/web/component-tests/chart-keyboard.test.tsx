import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ChartColumn } from '../src/charts/chart-column.tsx';
import { drawAt, drawPage } from './drawn.tsx';
import { focus, stopsBefore } from './keyboard.ts';
import { atRest } from './stubbed-api.ts';

test('the keyboard stops once at the trend, by its name, and reads it step by step or as a table', async () => {
  await drawAt('country=RS&from=2024-01-01&to=2024-12-31&interval=month', (answers) => <ChartColumn answers={answers} />);
  const card = page.getByRole('region', { name: 'All incidents per month' });
  const chart = card.getByRole('application', { name: 'All incidents per month' });
  const asTable = card.getByRole('button', { name: /as a table/ });
  // The chart is drawn again with the earlier years, and what has no numbers yet cannot have the focus.
  await expect.element(card.getByText('same month in the previous 5 years')).toBeVisible();
  await expect.element(chart).toBeVisible();
  await atRest();
  const download = card.getByRole('button', { name: /^Download/ });
  await expect.element(download).toBeEnabled();
  await focus(download);
  await userEvent.tab();
  await expect.element(card.getByRole('status').filter({ hasText: 'January 2024' })).toBeInTheDocument();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(card.getByRole('status').filter({ hasText: 'February 2024' })).toBeInTheDocument();

  const next = 'Show “Incidents by type” as a table';
  await expect.element(page.getByRole('button', { name: next })).toBeVisible();
  await focus(asTable);
  expect(await stopsBefore(next)).toEqual([
    'button Download “All incidents per month”',
    'application All incidents per month',
    'a See in Trends',
    'button Incidents of unusual months',
  ]);

  await focus(asTable);
  await userEvent.keyboard('{Enter}');
  await expect.element(card.getByRole('table')).toBeVisible();
  await expect.element(chart).not.toBeInTheDocument();
  expect(await stopsBefore(next)).toEqual([
    'button Download “All incidents per month”',
    'section Figures for “All incidents per month”',
  ]);
});

test('a press on the words of a peak opens the month that they name, and one on other words of a chart opens nothing', async () => {
  const address = await drawPage('/trends?country=RS');
  const words = () => [...document.querySelectorAll('[role="application"] text[class*="note"]')];
  const peak = () => words().find((one) => one.textContent.includes('the highest month'));
  const listed = () => new URLSearchParams(address.query()).get('incidents');
  const press = (one: Element | undefined) => userEvent.click(one!.lastElementChild!, { position: { x: 50, y: 6 } });
  await expect.poll(peak).toBeDefined();
  for (const one of words().filter((other) => other !== peak())) {
    await press(one);
    expect([one.textContent, listed()]).toEqual([one.textContent, null]);
  }
  const [month] = /^\w+ \d+/.exec(peak()!.textContent)!;
  await press(peak());
  await expect.element(page.getByRole('heading', { name: new RegExp(`^\\d+ .*${month}$`) })).toBeVisible();
});
