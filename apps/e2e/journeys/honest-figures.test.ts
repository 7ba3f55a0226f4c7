import { expect, inject, test } from 'vitest';
import { drawnPage, partOf, textOf } from '../drawn-page.ts';
import { keyFigure } from '../figures.ts';
import { pressIn } from '../keyboard.ts';
import { useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();

test.each([
  [
    'people killed in two mass shootings of the year before make no fall',
    'killed',
    'country=RS&from=2024-01-01&to=2024-12-31',
    /^killed \d+ (No clear change|Driven by two incidents|Depends on a few large incidents) ?\d+ a year before/,
  ],
  [
    'none counted in a quarter of a small place is no rate of zero without a word',
    'rate',
    'country=ME&from=2024-04-01&to=2024-06-30&min_victims=50',
    /none recorded \(the rate could be up to [\d.]+\)/,
  ],
  [
    'a week of a small place has no rate by the year',
    'rate',
    'country=ME&from=2024-06-03&to=2024-06-09',
    /– too short for a yearly rate/,
  ],
  [
    'without a period, what is not reported is said all the same',
    'killed',
    'period=all',
    /^killed [\d,]+ not reported for some incidents/,
  ],
])('%s', async (_, figure, query, text) => {
  expect(textOf(partOf(await drawnPage(`${address}/explore?${query}`), 'data-figure', figure))).toMatch(text);
});

test('without a period, one is asked for once', async () => {
  const page = textOf(await drawnPage(`${address}/explore?period=all`));
  expect(page.match(/Pick a period to see the change/g)).toHaveLength(1);
});

test('a period that the data end in has no change, and a finger and the keyboard open the sentences that say more', async () => {
  // Well after the demonstration, which ends today.
  const next = new Date().getFullYear() + 1;
  const page = await visit(`${address}/explore?from=${next - 2}-01-01&to=${next}-12-31`, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  await keyFigure(page, 'incidents');
  const dialog = page.getByRole('dialog');
  await page
    .getByRole('button', { name: 'About this figure: violent incidents per 100,000 people per year', disabled: false })
    .tap();
  await expect.poll(() => dialog.innerText()).toContain('Population: World Bank');
  expect(await dialog.innerText()).toMatch(/95% interval: [\d.]+ to [\d.]+\./);
  await pressIn(dialog, 'Escape');
  await dialog.waitFor({ state: 'detached' });

  const figure = page.locator('[data-finding=incidents]');
  await figure.getByText(/Data ends on \d+ \w+ \d{4}$/).waitFor();
  expect(await figure.innerText()).not.toContain('%');
  await figure.getByRole('button', { name: 'Why no change is shown: incidents of all kinds', disabled: false }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => dialog.innerText()).toMatch(/^The data ends on .+, before this period does, so no change is shown\./);
  await pressIn(dialog, 'Escape');
  await dialog.waitFor({ state: 'detached' });
});
