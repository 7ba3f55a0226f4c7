import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ask } from '../ask.ts';
import { answerTask, type StatisticsTask } from '../../web/src/charts/place-time/statistics-task.ts';
import { seriousFindings } from '../axe.ts';
import { numberIn } from '../figures.ts';
import { onePage } from '../one-page.ts';
import { atRest, contentOf } from '../visit.ts';

// A calculation that is stopped leaves the request for its script without an end.
const { open } = onePage({ isOwn: true });
const query = 'country=XK&from=2022-01-01&to=2024-12-31';

/** The parts of the API's answers that are looked at. */
type PointList = Extract<StatisticsTask, { kind: 'near_repeats' }>['points'] & {
  readonly incidents: number;
  readonly leftOut: { readonly settlement: number };
};
type SettlementRanking = Extract<StatisticsTask, { kind: 'concentration' }>['ranking'];
interface Summary {
  readonly totals: { readonly incidents: number };
  readonly facets: { readonly region?: readonly { readonly value: string }[] };
  readonly hours?: { readonly known: number; readonly parts: readonly (readonly number[])[] };
}

const sectionOf = (page: Page) => page.getByRole('region', { name: 'Place and time' });
const cardOf = (page: Page, name: RegExp) => sectionOf(page).getByRole('region', { name });
const nearRepeats = (page: Page) => cardOf(page, /near repeats|others nearby/i);
const concentration = (page: Page) => cardOf(page, /concentrat/i);
const text = (card: Locator) => () => card.innerText();
const fold = (page: Page, name: 'Show' | 'Hide') => sectionOf(page).getByRole('button', { name, exact: true }).click();

test('nothing is requested or calculated before the section is opened, and a calculation can be stopped and begun again', async () => {
  const page = await open(`/explore?${query}`);
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await sectionOf(page).waitFor();
  await atRest(page);
  expect(requested.filter((url) => /\/points|statistics-worker|place-time-cards/.test(url))).toEqual([]);
  // Held back until it is stopped, on however fast a machine.
  let proceed = () => {};
  const held = new Promise<void>((resolve) => (proceed = resolve));
  await page.route('**/statistics-worker-*.js', async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await fold(page, 'Show');
  await expect.poll(() => requested.some((url) => url.includes('statistics-worker'))).toBe(true);
  const card = nearRepeats(page);
  await card.getByRole('button', { name: 'Stop' }).click();
  await card.getByText('Stopped.').waitFor();
  proceed();
  await page.unrouteAll({ behavior: 'wait' });
  await card.getByRole('button', { name: 'Calculate again' }).click();
  // As long as it takes, on however slow a machine.
  await expect.poll(() => card.innerText(), { timeout: 240_000 }).toContain('random orders');
});

test('near repeats say what the same calculation on the points of the API says', async () => {
  const points = await ask<PointList>(`points?${query}`);
  const { totals } = await ask<Summary>(`summary?${query}&facets=none&interval=none`);
  expect(points.incidents).toBe(totals.incidents);
  expect(points.points!.day.length).toBeGreaterThan(50);
  const direct = answerTask({ kind: 'near_repeats', points }, () => {});
  if (direct.kind !== 'tested') throw new Error(direct.kind);

  const page = await open(`/explore?${query}&statistics=open`);
  const card = nearRepeats(page);
  await card.getByRole('table').waitFor({ state: 'attached' });
  const { observed, low, high } = direct.finding.cell;
  await expect.poll(text(card)).toContain(`${observed} pair`);
  if (direct.finding.kind !== 'few') await expect.poll(text(card)).toContain(`95% of random orders: ${low} to ${high}`);
  await expect.poll(text(card)).toContain(`${points.leftOut.settlement.toLocaleString('en-GB')} known only to the settlement`);
  await card.getByRole('button', { name: /as a table$/ }).click();
  const first = card.getByRole('row').nth(1).getByRole('cell').nth(1);
  await expect.poll(async () => numberIn(await first.innerText())).toBe(direct.bands[0]![0]!.observed);
  await card.getByRole('button', { name: /^Download “/ }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /CSV/ }).click()]);
  expect((await contentOf(file)).toString()).toContain('Times as likely');
});

test('concentration says what the same calculation on the settlements of the API says, and that an area has none', async () => {
  const ranking = await ask<SettlementRanking>(`settlements?${query}&spread=1&limit=1`);
  const direct = answerTask({ kind: 'concentration', ranking }, () => {});
  if (direct.kind !== 'measured') throw new Error(direct.kind);
  const page = await open(`/explore?${query}&statistics=open`);
  await expect.poll(text(concentration(page))).toContain(`have ${Math.round(100 * direct.busiest.value)}% of incidents`);
  await expect.poll(text(concentration(page))).toContain(`${direct.places.toLocaleString('en-GB')} settlements`);
  await open(`/explore?${query}&statistics=open&bbox=20,42,21.5,43`);
  await expect.poll(text(concentration(page))).toContain('Not available for an area');
});

test('hours are those of the place that is chosen, which the link keeps, with known parts of the day spread', async () => {
  const page = await open(`/explore?${query}&statistics=open`);
  const card = cardOf(page, /^Day and time: /);
  await card.getByRole('button', { name: 'Place: all places' }).click();
  const option = page.getByRole('menuitemradio').nth(1);
  const name = await option.innerText();
  await option.click();
  await page.waitForURL(/hours=XK-/);
  const link = page.url();
  await expect.poll(() => card.getAttribute('aria-label')).toBe(`Day and time: ${name}`);
  const { facets } = await ask<Summary>(`summary?${query}&facets=region&interval=none`);
  const code = facets.region![0]!.value;
  const { hours } = await ask<Summary>(`summary?region=${code}&from=2022-01-01&to=2024-12-31&facets=none&interval=none&hours=1`);
  const spread = hours!.parts.flat().reduce((sum, count) => sum + count, 0);
  expect(spread).toBeGreaterThan(0);
  await expect.poll(text(card)).toContain(`The time of day is known for ${hours!.known.toLocaleString('en-GB')} incidents`);
  await expect.poll(text(card)).toContain(`For ${spread} more`);
  // The sum of all cells is all that is shown.
  const sum = card.getByRole('grid').getByRole('row').last().getByRole('gridcell').last();
  await expect.poll(async () => numberIn(await sum.innerText())).toBe(hours!.known + spread);

  await fold(page, 'Hide');
  await expect.poll(() => new URL(page.url()).searchParams.get('statistics')).toBe(null);
  await card.waitFor({ state: 'detached' });
  await open(new URL(link).pathname + new URL(link).search);
  await cardOf(page, new RegExp(`^Day and time: ${name}$`)).waitFor();
});

test('at the widths of a desktop and of a phone everything fits and axe finds nothing, in both colour schemes', async () => {
  const page = await open(`/explore?${query}&statistics=open`);
  const part = `[aria-labelledby="${await sectionOf(page).getAttribute('aria-labelledby')}"]`;
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    await nearRepeats(page).getByRole('table').waitFor({ state: 'attached' });
    await concentration(page).getByText('Share of settlements, busiest first').waitFor({ state: 'attached' });
    // What the header lies over would be too small to press.
    await page.evaluate('scrollTo(0, 0)');
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    // Colours that fade have too little contrast for a moment.
    await expect.poll(() => seriousFindings(page, part)).toEqual([]);
  }
});
