import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { drawPage } from './drawn.tsx';
import { answer, standardAnswer } from './stubbed-api.ts';

test('charts that are not yet of the selection that the figures are of look outdated', async () => {
  await drawPage('/explore?from=2024-01-01&to=2024-12-31');
  const reading = page
    .getByRole('region', { name: 'Charts' })
    .getByText(/is the largest group/)
    .first();
  await expect.element(reading).toBeVisible();
  const states: { figure: string; chart: string; isDim: boolean }[] = [];
  const see = () => {
    const figure = document.querySelector('[data-figure=incidents] dd')!.textContent;
    const chart = reading.element();
    states.push({ figure, chart: chart.textContent, isDim: chart.closest('[data-outdated]') !== null });
  };
  see();
  // An answer that comes while the new address is still being drawn is drawn with it, figures and charts at once.
  let give: () => void;
  const held = new Promise<void>((resolve) => (give = resolve));
  answer({ '/pages/explore': (query, path) => held.then(() => standardAnswer('/pages/explore')(query, path)) });
  const observer = new MutationObserver(see);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  await page.getByRole('checkbox', { name: 'Albania' }).click();
  await expect.poll(() => document.querySelector('[data-figure=incidents]')!.closest('[data-outdated]')).not.toBeNull();
  await expect.poll(() => reading.element().closest('[data-outdated]')).not.toBeNull();
  give!();
  await expect.poll(() => states.at(-1)!.chart).not.toBe(states[0]!.chart);
  observer.disconnect();
  const between = states.filter(({ figure, chart }) => figure !== states[0]!.figure && chart === states[0]!.chart);
  expect(between).not.toEqual([]);
  expect(between.filter(({ isDim }) => !isDim)).toEqual([]);
});
