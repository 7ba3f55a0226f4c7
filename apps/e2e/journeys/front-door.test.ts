import type { Route } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { drawnPage, linkOf, partOf, textOf } from '../drawn-page.ts';
import { numberIn } from '../figures.ts';
import { inLastMonths, isSeizure, isViolence, useMadeUpRecord } from '../made-up-record.ts';
import { onePage } from '../one-page.ts';
import { atRest } from '../visit.ts';

/* The front door: its numbers are those of the tables, before its script runs, and if there are none it says so. */

const address = inject('address');
const { select, numbersOf } = useMadeUpRecord();
const { open } = onePage({ expectedErrors: /503|Failed to load/, isOwn: true });

test('its figures are those of the tables, with and without scripts', async () => {
  const page = await drawnPage(address);
  const figures = (group: string, names: readonly string[]) =>
    Object.fromEntries(
      names.map((name) => [name, numberIn(textOf(partOf(partOf(page, 'data-group', group), 'data-figure', name)))]),
    );
  expect(textOf(page)).toMatch(/armed violence/i);
  expect(figures('violence', ['incidents', 'killed', 'injured'])).toEqual(
    await numbersOf(`
      select count(*) as incidents, sum(killed) as killed, sum(injured) as injured
      from incidents where ${isViolence} and ${inLastMonths()}`),
  );
  expect(figures('weapon_seizure', ['incidents', 'weapons'])).toEqual(
    await numbersOf(`
      select count(distinct i.id) as incidents, sum(w.count) filter (where w.class <> 'ammunition') as weapons
      from incidents i left join weapons w on w.incident_id = i.id where ${isSeizure} and ${inLastMonths()}`),
  );
});

test('each place has the numbers of the tables, and leads to its page', async () => {
  const page = await drawnPage(address);
  const counted = await select(`
    select country as place, count(*) filter (where ${isViolence})::int as incidents,
      coalesce(sum(killed) filter (where ${isViolence}), 0)::int as killed, count(*) filter (where ${isSeizure})::int as seizures
    from incidents where ${inLastMonths()} group by 1 order by 1`);
  const shown = [...page.matchAll(/data-place="(..)"/g)].map(([, place = '']) => {
    const row = partOf(page, 'data-place', place).replace(/<\/tr>.*/s, '');
    const cells = row.match(/<td\b.*?<\/td>/gs) ?? [];
    const [incidents, killed, seizures] = [2, 4, 5].map((at) => numberIn(textOf(cells[at] ?? '')));
    return { place, incidents, killed, seizures };
  });
  expect(shown.toSorted((one, other) => one.place.localeCompare(other.place))).toEqual(counted);
  // On the days of its own data, which here are those of all.
  const link = linkOf(page, 'Albania');
  expect(link).toBe('/places/AL');
  const place = await drawnPage(address + (link ?? ''));
  expect(numberIn(textOf(partOf(place, 'data-finding', 'violence')))).toBe(counted.find((one) => one.place === 'AL')?.incidents);
});

test('it says why the API cannot answer; then it fits a phone, its map has every region, its places are sorted and lead on', async () => {
  const page = await open('/about');
  const problem = { type: 'about:blank', title: 'No database', status: 503, code: 'database_unavailable', detail: 'No database' };
  let answer = (route: Route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) });
  await page.route('**/api/v1/pages/home*', (route) => answer(route));
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await page.getByText('The database cannot be reached.').waitFor();
  // The page also tries again on its own. Those answers are held back until the button is pressed.
  let press = () => {};
  const pressed = new Promise<void>((resolve) => (press = resolve));
  answer = async (route) => {
    await pressed;
    await route.continue();
  };
  await page.getByRole('button', { name: 'Try again' }).click();
  press();
  await page.locator('[data-state=ready]').waitFor();
  await expect.poll(() => page.getByText('The database cannot be reached.').count()).toBe(0);

  // A phone shows the first answer before anything is scrolled.
  await page.setViewportSize({ width: 390, height: 844 });
  const figure = page.locator('[data-group=violence] [data-figure=incidents]');
  await expect.poll(() => figure.evaluate((element) => window.scrollY + element.getBoundingClientRect().bottom)).toBeLessThan(844);
  await page.setViewportSize({ width: 1440, height: 900 });

  const areas = page.locator('svg[data-rate-map] [data-area]');
  await expect.poll(() => areas.count()).toBeGreaterThan(120);
  const rate = (await page.locator('[data-place=XK] td').first().innerText()).trim();
  await expect.poll(() => page.locator('svg[data-rate-map]').innerHTML()).toContain(`>${rate}</tspan>`);
  const map = page.getByRole('region', { name: /^(Rates? of violence|Highest rate|Too few incidents)/ });
  await map.getByRole('button', { name: /as a table$/ }).click();
  await map.getByRole('link', { name: 'Kosovo*', exact: true }).waitFor();
  expect(await map.getByRole('row', { name: /^Kosovo\*/ }).innerText()).toContain(rate);

  const table = page.getByRole('table', { name: /^Places:/ });
  const rows = table.locator('tbody tr:not([data-whole])');
  const incidents = async () => (await rows.locator('[data-label="violent incidents"]').allInnerTexts()).map(numberIn);
  const shown = (await incidents()).toSorted((one, other) => other - one);
  const sort = table.getByRole('button', { name: 'Violent incidents', exact: true });
  await sort.click();
  await expect.poll(incidents).toEqual(shown);
  await sort.click();
  await expect.poll(incidents).toEqual(shown.toReversed());
  // A press that is forced does not wait for the row to stay where it is.
  await atRest(page);
  await rows.filter({ hasText: 'Albania' }).locator('td').first().click({ force: true });
  await page.waitForURL(/\/places\/AL$/);
  await page.getByRole('heading', { level: 1, name: /Albania/ }).waitFor();
});
