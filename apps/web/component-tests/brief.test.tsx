import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import type { DatasetList } from '@monitor/contract';
import { learnFocus, siteFocus } from '@monitor/geography';
import { drawPage, resizeTo } from './drawn.tsx';
import { answer, standardAnswer } from './stubbed-api.ts';

/* The brief: what it says of its address, and that its tables add up to its figures. */

const notices = () => page.getByRole('alert');

test('a link with parts that a brief does not know says which it ignores, and what to do', async () => {
  await drawPage('/report?country=ZZ&region=RS-99&colour=red&from=2024-07-01&to=2024-07-30&type=suicide');
  await expect.element(notices().first()).toHaveTextContent('We ignored 3 invalid parts of this link');
  await expect.element(notices().first()).toHaveTextContent('“ZZ” is not a valid value for “country”. Allowed values: ');
  await expect.element(notices().first()).toHaveTextContent('“colour” is not recognised.');
  await expect
    .element(notices().last())
    .toHaveTextContent('We ignored these parts of the link: type, from, to. Choose a place and a period above.');
});

test('a period without data names itself, and the days that have some', async () => {
  await drawPage('/report?country=RS&from=2031-01-01&to=2031-03-31');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Serbia, first quarter of 2031' })).toBeVisible();
  await expect.element(page.getByText('There is no data for this place and period. The data covers')).toBeVisible();
});

test('the tables of a brief add up to its figures, and ages are in their order', async () => {
  await drawPage('/report?from=2024-01-01&to=2024-12-31');
  await expect.element(page.getByRole('heading', { level: 1, name: 'All locations, 2024' })).toBeVisible();
  const figure = (measure: string) => numberOf(document.querySelector(`[data-figure="${measure}"] p`));
  const rows = (table: string) =>
    [...document.querySelectorAll<HTMLTableRowElement>(`section[aria-label^="${table}"] tbody tr`)].map((row) => [...row.cells]);
  const sum = (table: string, column: number) => rows(table).reduce((total, cells) => total + numberOf(cells.at(column)), 0);
  expect([sum('Violent incidents', 2), sum('Violent incidents', -2), sum('Violent incidents', -1)]).toEqual(
    ['incidents', 'killed', 'injured'].map(figure),
  );
  expect(figure('incidents')).toBeGreaterThan(0);
  expect(sum('Killed or injured in violence, by sex', -1)).toBe(figure('killed') + figure('injured'));
  expect(sum('Weapons seized', 1)).toBe(figure('weapons'));
  expect(rows('Killed or injured in violence, by sex').map(([age]) => age?.textContent)).toEqual([
    '0–18',
    '19–35',
    '36–60',
    '61 and older',
    'Not known',
  ]);
  expect(document.querySelectorAll('[data-page="1"] li').length).toBeLessThanOrEqual(5);
});

test('on a phone the numbers of a table stand under their headings', async () => {
  await resizeTo('phone');
  await drawPage('/report?from=2024-01-01&to=2024-12-31');
  await expect.element(page.getByRole('heading', { level: 1, name: 'All locations, 2024' })).toBeVisible();
  const [head, ...rows] = [...document.querySelectorAll<HTMLTableRowElement>('section[aria-label^="Violent incidents"] tr')].map(
    (row) => [...row.cells].slice(-4).map((cell) => Math.round(cell.getBoundingClientRect().right)),
  );
  expect(new Set(head).size).toBe(4);
  for (const row of rows) expect(row).toEqual(head);
});

function numberOf(element: Element | null | undefined): number {
  return Number((element?.textContent ?? '').replaceAll(',', ''));
}

test.each(['/report', '/report?country=RS'])('on a phone the controls of %s stand in two columns', async (path) => {
  await resizeTo('phone');
  await drawPage(path);
  const form = page.getByRole('form');
  await expect.element(form.getByRole('button', { name: 'Print or save as PDF' })).toBeVisible();
  const boxes = [...form.element().querySelectorAll('label, a, button')].map((one) => one.getBoundingClientRect());
  expect(new Set(boxes.map(({ left }) => Math.round(left))).size).toBe(2);
  expect(new Set(boxes.map(({ width }) => Math.round(width))).size).toBe(2);
});

/** Beside the made-up data another dataset, about Ukraine, that ends earlier. */
function withEndedData(): void {
  const { datasetVersion, datasets } = standardAnswer('/datasets')(new URLSearchParams(), '') as DatasetList;
  const days = { from: '2022-01-01', to: '2023-01-31' };
  const ended = { slug: 'ended', ...days, countries: ['UA'], coverage: [{ country: 'UA', incidents: 900, ...days }] };
  answer({ '/datasets': () => ({ datasetVersion, datasets: [...datasets, { ...datasets[0]!, ...ended }] }) });
}

test('the locations of the focus are listed first, and others with data under a heading', async () => {
  const usual = siteFocus();
  onTestFinished(() => learnFocus(usual));
  withEndedData();
  learnFocus({ ...usual, locations: ['XK', 'RS', 'MD'] });
  await drawPage('/report');
  const chooser = page.getByRole('combobox', { name: 'Location' });
  await expect.element(chooser).toBeVisible();
  const namesIn = (list: Element) =>
    [...list.children].filter(({ tagName }) => tagName === 'OPTION').map(({ textContent }) => textContent);
  const list = chooser.element();
  // Of Moldova there is no data.
  expect(namesIn(list)).toEqual(['All locations', 'Kosovo*', 'Serbia']);
  const groups = [...list.querySelectorAll('optgroup')].map((group) => [group.label, ...namesIn(group)]);
  expect(groups).toEqual([['Other locations with data', 'Albania', 'Montenegro', 'Ukraine']]);
  learnFocus(usual);
  await drawPage('/report?dataset=made-up');
  await expect.element(chooser).toBeVisible();
  expect(chooser.element().querySelectorAll('optgroup')).toHaveLength(0);
});

test('a brief of a place whose data ended opens on its own last period, and offers those with data', async () => {
  withEndedData();
  const menu = (name: string) => page.getByRole('combobox', { name });
  const shown = (name: string) => (menu(name).element() as HTMLSelectElement).selectedOptions[0]?.textContent;
  await drawPage('/report?country=UA');
  await expect.element(menu('Period')).toBeVisible();
  expect(shown('Period')).toBe('Fourth quarter of 2022');
  const periods = [...menu('Period').element().querySelectorAll('option')].map(({ textContent }) => textContent);
  expect(periods).toEqual([
    'First quarter of 2023',
    ...['Fourth', 'Third', 'Second', 'First'].map((one) => `${one} quarter of 2022`),
  ]);
  // Of a period that a place has no data in, its last one of the same length is shown instead.
  const { query } = await drawPage('/report?from=2024-01-01&to=2024-12-31');
  await menu('Location').selectOptions('UA');
  expect(query()).toBe('country=UA&from=2022-01-01&to=2022-12-31');
  await menu('Location').selectOptions('RS');
  expect(query()).toBe('country=RS&from=2022-01-01&to=2022-12-31');
});
