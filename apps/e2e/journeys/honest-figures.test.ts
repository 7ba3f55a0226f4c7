import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { keyFigure } from '../figures.ts';
import { pressIn } from '../keyboard.ts';
import { openPage, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();

test('people killed in two mass shootings of the year before make no fall, and the figure says so', async () => {
  const page = await visit(`${address}/explore?country=RS&from=2024-01-01&to=2024-12-31`);
  await keyFigure(page, 'killed');
  const killed = page.locator('[data-figure=killed]');
  await killed.getByText('Driven by two incidents').waitFor();
  await killed.getByRole('button', { name: 'Why no change is shown: killed' }).click();
  const words = await page.getByRole('dialog').innerText();
  expect(words).toContain('The two largest incidents account for 19 of the 31 people killed in the comparison period.');
});

test('years before the data begin are no zeros, and the chart says where they begin', async () => {
  const page = await visit(`${address}/explore?from=2010-01-01`);
  await keyFigure(page, 'incidents');
  const chart = page.getByRole('region', { name: 'Incidents per year' });
  await chart.getByText('Synthetic demonstration data starts on 1 Jan 2014.').waitFor();
  await chart.getByRole('button', { name: /as a table/ }).click();
  const rows = chart.getByRole('row');
  await rows.nth(1).waitFor();
  // The steps of years are asked for once it is known where the data begin.
  const read = async () => {
    const texts = (await rows.allInnerTexts()).map((text) => text.split('\t').map((cell) => cell.trim()));
    return [texts[1], texts.find(([year]) => year === '2014')?.[2]];
  };
  await expect.poll(read).toEqual([['2010', '–', 'no data'], expect.stringContaining('starts on 1 Jan 2014')]);
});

test('a period that the data end in has no change, and the keyboard opens the sentence that says why', async () => {
  // Well after the demonstration, which ends today.
  const next = new Date().getFullYear() + 1;
  const page = await visit(`${address}/explore?from=${next - 2}-01-01&to=${next}-12-31`);
  await keyFigure(page, 'incidents');
  const figure = page.locator('[data-figure=incidents]');
  await figure.getByText(/^Data ends on \d+ \w+ \d{4}$/).waitFor();
  expect(await figure.innerText()).not.toContain('%');
  // Not the one that stands in until it is loaded.
  await figure.getByRole('button', { name: 'Why no change is shown: incidents', disabled: false }).focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.getByRole('dialog').innerText())
    .toMatch(/^The data ends on .+, before this period does, so no change is shown\./);
  await pressIn(page.getByRole('dialog'), 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('with a finger the rate tells its population and interval', async () => {
  const page = await visit(`${address}/explore?from=2024-01-01&to=2024-12-31`, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  await keyFigure(page, 'incidents');
  await page.getByRole('button', { name: 'About this figure: incidents per 100,000 people per year' }).tap();
  const words = await page.getByRole('dialog').innerText();
  expect(words).toContain('Population: World Bank');
  expect(words).toMatch(/95% interval: [\d.]+ to [\d.]+\./);
});

/** Gives the page one location whose data begin on a later day than those of the others. */
async function beginLater(page: Page, location: string, from: string): Promise<void> {
  // The page brings its first answers along; without them it asks.
  await page.route(
    ({ pathname }) => pathname === '/explore',
    async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace(/<script type="application\/json".*?<\/script>/s, '');
      await route.fulfill({ response: answer, body });
    },
  );
  await page.route('**/api/v1/datasets', async (route) => {
    const answer = await route.fetch();
    const list = (await answer.json()) as {
      readonly datasets: readonly { readonly coverage: readonly { readonly country: string }[] }[];
    };
    const datasets = list.datasets.map((dataset) => ({
      ...dataset,
      coverage: dataset.coverage.map((one) => (one.country === location ? { ...one, from } : one)),
    }));
    await route.fulfill({ response: answer, json: { ...list, datasets } });
  });
}

test('without a period, one is asked for once, and what is not reported is said all the same', async () => {
  const page = await visit(`${address}/explore?period=all`);
  await keyFigure(page, 'killed');
  await page.getByText('Pick a period to see the change').waitFor();
  await page
    .locator('[data-figure=killed]')
    .getByText(/not reported for some/)
    .waitFor();
  expect(await page.getByText('Pick a period to see the change').count()).toBe(1);
});

test('a location that begins between two periods makes no rise: figures and chart name it, and without it there is a change', async () => {
  const page = await visit(`${address}/about`);
  await beginLater(page, 'XK', '2024-03-01');
  await openPage(page, `${address}/explore?from=2024-01-01&to=2024-12-31`);
  await keyFigure(page, 'incidents');
  const figure = page.locator('[data-figure=incidents]');
  await figure.getByText('The two periods have different data').waitFor();
  await figure.getByRole('button', { name: 'Why no change is shown: incidents' }).click();
  await expect.poll(() => page.getByRole('dialog').innerText()).toContain('Kosovo* in Synthetic demonstration data (');
  await pressIn(page.getByRole('dialog'), 'Escape');
  const chart = page.getByRole('region', { name: /^Incidents per/ });
  await chart.getByText('Kosovo* in Synthetic demonstration data starts on 1 Mar 2024.').waitFor();
  await openPage(page, `${address}/explore?country=RS&from=2024-01-01&to=2024-12-31`);
  await figure.getByText(/\sa year before \(/).waitFor();
  // The chart follows the figures.
  await expect.poll(() => page.getByText('Kosovo* in Synthetic').count()).toBe(0);
  await openPage(page, `${address}/explore?country=XK&from=2024-01-01&to=2024-12-31`);
  await figure.getByText('Data starts on 1 Mar 2024').waitFor();
});

test('none counted in a quarter of a small place is no rate of zero without a word', async () => {
  const page = await visit(`${address}/explore?country=ME&from=2024-04-01&to=2024-06-30&min_victims=50`);
  const rate = page.locator('[data-figure=rate]');
  await expect.poll(() => rate.innerText()).toMatch(/none recorded \(the rate could be up to [\d.]+\)/);
});

test('a week of a small place has no rate by the year', async () => {
  const page = await visit(`${address}/explore?country=ME&from=2024-06-03&to=2024-06-09`);
  await keyFigure(page, 'incidents');
  await expect.poll(() => page.locator('[data-figure=rate]').innerText()).toContain('too short for a yearly rate');
});

test('with locations selected the sentence speaks of them', async () => {
  const page = await visit(`${address}/explore?country=RS,XK&from=2024-01-01`);
  await keyFigure(page, 'incidents');
  const card = page.getByRole('region', { name: 'Incidents by location' });
  await expect.poll(() => card.innerText()).toMatch(/Of the two selected, Kosovo\* has more: [\d,]+ incidents \(\d+%\)\./);
});
