import { expect, inject, test } from 'vitest';
import { keyFigure } from '../figures.ts';
import { useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();

test('people killed in two mass shootings of the year before make no fall, and the figure says so', async () => {
  const page = await visit(`${address}/?country=RS&from=2024-01-01&to=2024-12-31`);
  await keyFigure(page, 'killed');
  const killed = page.locator('[data-figure=killed]');
  await killed.getByText('change rests on 2 incidents').waitFor();
  await killed.getByRole('button', { name: 'How much comes from the largest incidents' }).click();
  const words = await page.getByRole('dialog').innerText();
  expect(words).toContain('The two largest incidents have 19 of the 31 people of the period compared with.');
});

test('years before the data begin are no zeros, and the chart says where they begin', async () => {
  const page = await visit(`${address}/?from=2010-01-01`);
  await keyFigure(page, 'incidents');
  const chart = page.getByRole('region', { name: 'Incidents each year' });
  await chart.getByText('Synthetic demonstration data begins on 1 Jan 2014.').waitFor();
  await chart.getByRole('button', { name: /as a table/ }).click();
  const rows = chart.getByRole('row');
  await rows.nth(1).waitFor();
  const texts = (await rows.allInnerTexts()).map((text) => text.split('\t').map((cell) => cell.trim()));
  expect(texts[1]).toEqual(['2010', '–', 'no data']);
  expect(texts.find(([year]) => year === '2014')?.[2]).toContain('begins on 1 Jan 2014');
});

test('a week of a small place has no rate by the year', async () => {
  const page = await visit(`${address}/?country=ME&from=2024-06-03&to=2024-06-09`);
  await keyFigure(page, 'incidents');
  await expect.poll(() => page.locator('[data-figure=rate]').innerText()).toContain('too few for a rate');
});

test('with locations chosen the sentence speaks of them', async () => {
  const page = await visit(`${address}/?country=RS,XK&from=2024-01-01`);
  await keyFigure(page, 'incidents');
  const card = page.getByRole('region', { name: 'By location' });
  await expect.poll(() => card.innerText()).toMatch(/Of the 2 chosen: Kosovo\* has the most: [\d,]+ incidents, \d+% of theirs\./);
});
