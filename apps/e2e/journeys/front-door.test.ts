import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../../packages/store/database-tests/open-database.ts';
import { migrated } from '../../../packages/store/database-tests/template-database.ts';
import { keyFigure, numberIn } from '../figures.ts';
import { type RunningProduct, startProduct } from '../running-product.ts';
import { atRest, useBrowser } from '../visit.ts';

/* The front door: its numbers are those of the API and of the tables, and where there are none it says so. */

const monitor = fileURLToPath(new URL('../../cli/dist/main.js', import.meta.url));

let product: RunningProduct;
let empty: RunningProduct;
let database: Database;
beforeAll(async () => {
  const cluster = inject('cluster');
  product = await startProduct(cluster);
  empty = await startProduct(cluster, 0, migrated);
  database = await openDatabase(product.databaseUrl);
});
afterAll(async () => {
  await database.close();
  await Promise.all([product.remove(), empty.remove()]);
});
const { visit } = useBrowser({ expectedErrors: /503|Failed to load/ });

const violence = `type not in ('weapon_seizure', 'weapon_theft')`;
const seizures = `type = 'weapon_seizure'`;

/** The number of one figure of a group. */
async function figureOf(page: Page, group: string, measure: string): Promise<number> {
  return numberIn(await page.locator(`[data-group=${group}] [data-figure=${measure}] a`).first().innerText());
}

/** The last twelve whole months of the data, by the tables. */
async function lastMonths(): Promise<{ from: string; to: string }> {
  const [period] = await database.connections.unsafe<{ from: string; to: string }[]>(`
    with last as (select date_trunc('month', max(occurred_on) + 1)::date as after from incidents)
    select (after - interval '12 months')::date::text as "from", (after - 1)::text as "to" from last`);
  return period!;
}

async function select(text: string): Promise<readonly Record<string, string>[]> {
  return database.connections.unsafe<Record<string, string>[]>(text);
}

test('its figures are those of the API and of the tables, and each leads to the same number', async () => {
  const { from, to } = await lastMonths();
  const page = await visit(product.address);
  await page.locator('[data-state=ready]').waitFor();
  const within = `occurred_on between '${from}' and '${to}'`;
  const [ofViolence] = await select(`
    select count(*) as incidents, sum(killed) as killed, sum(injured) as injured from incidents where ${violence} and ${within}`);
  const [ofSeizures] = await select(`
    select count(distinct i.id) as incidents, sum(w.count) filter (where w.class <> 'ammunition') as weapons
    from incidents i left join weapons w on w.incident_id = i.id where ${seizures} and ${within}`);
  const numbers = (row: Record<string, string> | undefined) =>
    Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)]));
  const shown = async (group: string, measures: readonly string[]) =>
    Object.fromEntries(await Promise.all(measures.map(async (one) => [one, await figureOf(page, group, one)])));
  expect(await shown('violence', ['incidents', 'killed', 'injured'])).toEqual(numbers(ofViolence));
  expect(await shown('weapon_seizure', ['incidents', 'weapons'])).toEqual(numbers(ofSeizures));
  const answer = await fetch(`${product.address}/api/v1/summary?type=violence&from=${from}&to=${to}`);
  const { totals } = (await answer.json()) as { totals: Record<string, number> };
  expect(totals).toMatchObject(numbers(ofViolence));

  await page.locator('[data-group=violence] [data-figure=killed] a').first().click();
  await page.waitForURL(/\/explore\?.*measure=killed/);
  await expect.poll(() => keyFigure(page, 'killed')).toBe(Number(ofViolence?.killed));
});

test('each place has the numbers of the tables, in the order that is chosen', async () => {
  const { from, to } = await lastMonths();
  const page = await visit(product.address);
  const table = page.getByRole('table', { name: /^Places:/ });
  const row = table.locator('tbody tr:not([data-whole])');
  await row.first().waitFor();
  const counted = await select(`
    select country, count(*) filter (where ${violence}) as incidents, coalesce(sum(killed) filter (where ${violence}), 0) as killed,
      count(*) filter (where ${seizures}) as seizures
    from incidents where occurred_on between '${from}' and '${to}' group by 1`);
  const shown = await Promise.all(
    (await row.all()).map(async (one) => {
      const [incidents, killed, seized] = await one.locator('td a').allInnerTexts();
      return [await one.getAttribute('data-place'), ...[incidents, killed, seized].map((text) => numberIn(text ?? ''))];
    }),
  );
  const expected = counted.map((one) => [one.country, Number(one.incidents), Number(one.killed), Number(one.seizures)]);
  expect(new Map(shown.map(([place, ...numbers]) => [place, numbers]))).toEqual(
    new Map(expected.map(([place, ...numbers]) => [place, numbers])),
  );
  const places = async () => Promise.all((await row.all()).map((one) => one.getAttribute('data-place')));
  const byIncidents = counted
    .toSorted((one, other) => Number(other.incidents) - Number(one.incidents))
    .map(({ country }) => country);
  await table.getByRole('button', { name: 'Violent incidents', exact: true }).click();
  await expect.poll(places).toEqual(byIncidents);
  await table.getByRole('button', { name: 'Violent incidents' }).last().click();
  await expect.poll(async () => (await table.locator('th[aria-sort=ascending]').allInnerTexts()).length).toBe(1);
  // A press that is forced does not wait for the row to stay where it is.
  await atRest(page);
  await row.filter({ hasText: 'Albania' }).locator('td').first().click({ force: true });
  await page.waitForURL(/\/places\/AL\?/);
  await page.getByRole('heading', { level: 1, name: /Albania/ }).waitFor();
});

test('the map has every region of the places, and its table their rates', async () => {
  const page = await visit(product.address);
  await page.locator('svg[data-rate-map]').waitFor();
  const areas = page.locator('svg[data-rate-map] [data-area]');
  await expect.poll(() => areas.count()).toBeGreaterThan(120);
  const rate = await page.locator('[data-place=XK] td').first().innerText();
  await expect.poll(() => page.locator('svg[data-rate-map]').innerHTML()).toContain(`>${rate.trim()}</tspan>`);
  const map = page.getByRole('region', { name: /^(Rates? of violence|Highest rate|Too few incidents)/ });
  await map.getByRole('button', { name: /as a table$/ }).click();
  await map.getByRole('link', { name: 'Kosovo*' }).waitFor();
  expect(await map.getByRole('row', { name: /^Kosovo\*/ }).innerText()).toContain(rate.trim());
});

test('without scripts it says the same', async () => {
  const page = await visit(product.address, { javaScriptEnabled: false });
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/armed violence/i);
  const { from, to } = await lastMonths();
  const [counted] = await select(
    `select count(*) as incidents from incidents where ${violence} and occurred_on between '${from}' and '${to}'`,
  );
  expect(await figureOf(page, 'violence', 'incidents')).toBe(Number(counted?.incidents));
});

test('a phone shows the first answer before anything is scrolled', async () => {
  const page = await visit(product.address, { viewport: { width: 390, height: 844 } });
  await page.locator('[data-state=ready]').waitFor();
  const figure = page.locator('[data-group=violence] [data-figure=incidents]');
  await expect.poll(() => figure.evaluate((element) => element.getBoundingClientRect().bottom)).toBeLessThan(844);
});

test('where the API cannot answer, it says why and how to go on', async () => {
  const page = await visit(`${product.address}/about`);
  const problem = { type: 'about:blank', title: 'No database', status: 503, code: 'database_unavailable', detail: 'No database' };
  let answer = (route: Route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) });
  await page.route('**/api/v1/summary?*', (route) => answer(route));
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
});

const archived = {
  incident_id: '77',
  date: '2017-03-04',
  state: 'Ohio',
  city_or_county: 'Columbus',
  n_killed: '1',
  n_injured: '0',
  incident_characteristics: 'Shot - Dead',
  participant_status: '0::Killed',
  participant_type: '0::Victim',
  sources: 'http://www.example.org/report',
  incident_url: 'http://www.gunviolencearchive.org/incident/77',
};

test('without data it says so; with data of one place and year it shows that, and why no change is given', async () => {
  const nothing = await visit(empty.address);
  await nothing.getByText('There is no data yet.').waitFor();

  const folder = await mkdtemp(join(tmpdir(), 'monitor-front-door-'));
  try {
    const file = join(folder, 'archive.csv');
    const days = Array.from({ length: 360 }, (_, day) => new Date(Date.UTC(2017, 0, 1 + day)).toISOString().slice(0, 10));
    const rows = [...days, '2017-12-31'].map((date, index) => ({ ...archived, date, incident_id: String(1000 + index) }));
    const lines = [Object.keys(archived), ...rows.map((row) => Object.values(row))];
    await writeFile(file, lines.map((line) => `${line.join(',')}\n`).join(''));
    await promisify(execFile)(process.execPath, [monitor, 'import', file, '--format', 'gva', '--dataset', 'archive'], {
      env: { ...process.env, DATABASE_URL: empty.databaseUrl },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const isThere = async () => {
    const answer = (await (await fetch(`${empty.address}/api/v1/summary`)).json()) as { totals?: { incidents: number } };
    return answer.totals?.incidents === 361;
  };
  await vi.waitUntil(isThere, { timeout: 60_000, interval: 200 });
  const page = await visit(empty.address);
  await page.getByRole('heading', { level: 1, name: '361 violent incidents' }).waitFor();
  await page.getByText('No earlier data').first().waitFor();
  await page.getByText('No weapon seizures recorded in these twelve months.').waitFor();
  await page.locator('svg[data-rate-map] [data-area=US-OH]').waitFor({ state: 'attached' });
  await expect.poll(() => page.locator('[data-place]').count()).toBe(1);
});
