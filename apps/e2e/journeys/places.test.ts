import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Database, openDatabase } from '../../../packages/store/database-tests/open-database.ts';
import { keyFigure, numberIn } from '../figures.ts';
import { type RunningProduct, startProduct } from '../running-product.ts';
import { useBrowser } from '../visit.ts';

let product: RunningProduct;
let database: Database;
beforeAll(async () => {
  product = await startProduct(inject('cluster'));
  database = await openDatabase(product.databaseUrl);
});
afterAll(async () => {
  await database.close();
  await product.remove();
});
const { visit } = useBrowser();

/** World Bank, 2024, the latest figure of the product for later years. */
const people: Readonly<Record<string, number>> = {
  AL: 2_377_128,
  BA: 3_164_253,
  XK: 1_594_353,
  MD: 2_402_306,
  ME: 623_525,
  MK: 1_824_359,
  RS: 6_586_476,
};

/** The last twelve whole months of the data, as SQL has them. */
const lastMonths = `occurred_on < date_trunc('month', (select max(occurred_on) + 1 from incidents))
  and occurred_on >= date_trunc('month', (select max(occurred_on) + 1 from incidents)) - interval '12 months'`;
const violence = `type not in ('weapon_seizure', 'weapon_theft')`;

async function select(text: string): Promise<Record<string, string | number>[]> {
  return database.connections.unsafe<Record<string, string | number>[]>(text);
}

async function numberOf(text: string): Promise<number> {
  const [row] = await select(text);
  return Number(Object.values(row ?? {})[0]);
}

/** The figure of a row of the findings. */
async function finding(page: Page, name: string): Promise<number> {
  const link = page.locator(`[data-finding="${name}"] h3 a`);
  await link.waitFor();
  return numberIn(await link.innerText());
}

test('which place is worst for its size: two clicks from the front door, as SQL has it', async () => {
  const counted = await select(
    `select country, count(*)::integer as incidents from incidents where ${violence} and ${lastMonths} group by country`,
  );
  const rates = counted.map(({ country, incidents }) => ({
    country: String(country),
    incidents: Number(incidents),
    rate: ((Number(incidents) / people[String(country)]!) * 100_000 * 365.25) / 365,
  }));
  const [worst] = rates.toSorted((one, other) => other.rate - one.rate);

  const page = await visit(product.address);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Places', exact: true }).click();
  const first = page.getByRole('table', { name: 'Locations' }).locator('tbody tr').first();
  await first.waitFor();
  expect(await first.getAttribute('data-place')).toBe(worst!.country);
  const cells = await first.locator('td').allInnerTexts();
  expect(numberIn(cells[0]!)).toBeCloseTo(worst!.rate, 1);
  expect(numberIn(cells[2]!)).toBe(worst!.incidents);
  await page.getByText(`Most for its size`).first().waitFor();

  await first.getByRole('rowheader').getByRole('link').click();
  await page.waitForURL(`**/places/${worst!.country}*`);
  expect(await finding(page, 'violence')).toBe(worst!.incidents);
});

test('the numbers of a place are those of SQL, and of Explore with the same filter', async () => {
  const page = await visit(`${product.address}/places/RS`);
  const of = (what: string, where: string) =>
    numberOf(`select coalesce(${what}, 0) from incidents where country = 'RS' and ${where} and ${lastMonths}`);
  expect(await finding(page, 'violence')).toBe(await of('count(*)', violence));
  expect(await finding(page, 'killed')).toBe(await of('sum(killed)', violence));
  expect(await finding(page, 'injured')).toBe(await of('sum(injured)', violence));
  expect(await finding(page, 'seizures')).toBe(await of('count(*)', `type = 'weapon_seizure'`));
  const large = await page
    .locator('[data-finding="seizures"]')
    .getByText(/ large /)
    .innerText();
  const ofLarge = `(select sum(count) from weapons where incident_id = incidents.id and class <> 'ammunition') >= 5`;
  expect(numberIn(large)).toBe(await of('count(*)', `type = 'weapon_seizure' and ${ofLarge}`));
  const killed = await finding(page, 'killed');
  await page.locator('[data-finding="killed"] h3 a').click();
  await page.waitForURL('**/explore?*');
  expect(await keyFigure(page, 'killed')).toBe(killed);
});

test('settlements, others and those not reported add up to all, before and now', async () => {
  const page = await visit(`${product.address}/places/RS`);
  const all = await finding(page, 'violence');
  const chart = page.getByRole('region', { name: 'Settlements with most incidents' });
  await chart.getByText('Not reported').first().waitFor({ state: 'attached' });
  await chart.getByRole('button', { name: /as a table/ }).click();
  await chart.getByRole('row').nth(1).waitFor();
  // The year before comes in an answer of its own, and so does what says whether it can be compared.
  const before = page.locator('[data-finding="violence"]').getByText(/\sa year before/);
  const expected = [all, numberIn(await before.innerText()), await finding(page, 'killed')];
  const read = async () => {
    const rows = (await chart.getByRole('row').allInnerTexts()).slice(1).map((text) => text.split('\t'));
    const sum = (column: number) => rows.reduce((total, cells) => total + numberIn(cells[column]!), 0);
    return { rows: rows.length, sums: [1, 2, 3].map(sum) };
  };
  await expect.poll(read).toEqual({ rows: 12, sums: expected });
});

test('a settlement has a page of what lies in its area, which Explore shows too', async () => {
  const page = await visit(`${product.address}/places/RS`);
  const chart = page.getByRole('region', { name: 'Settlements with most incidents' });
  await chart.getByRole('link', { name: /^Beograd/ }).click();
  await page.waitForURL('**/places/RS-00-beograd*');
  await page.getByRole('heading', { level: 1, name: 'Beograd' }).waitFor();
  const incidents = await finding(page, 'violence');
  expect(incidents).toBeGreaterThan(0);
  await page.locator('[data-finding="violence"] h3 a').click();
  await page.waitForURL('**/explore?*');
  expect(await keyFigure(page, 'incidents')).toBe(incidents);
});

test('the filter stays, where a place says nothing else, and can be taken away', async () => {
  const page = await visit(`${product.address}/places/RS?country=AL&type=domestic_violence&from=2025-01-01&to=2025-12-31`);
  const expected = await numberOf(
    `select count(*) from incidents where country = 'RS' and type = 'domestic_violence' and occurred_on between '2025-01-01' and '2025-12-31'`,
  );
  expect(await finding(page, 'incidents')).toBe(expected);
  await page.getByRole('button', { name: 'Remove Type: Domestic violence' }).click();
  await expect.poll(() => finding(page, 'violence')).toBeGreaterThan(expected);
  expect(new URL(page.url()).searchParams.get('from')).toBe('2025-01-01');
});

test('a place that does not exist says so and leads to the others', async () => {
  const page = await visit(`${product.address}/places/ZZ-99`);
  await page.getByRole('heading', { level: 1, name: 'No such place' }).waitFor();
  await expect.poll(() => page.title()).toContain('No such place');
  await page.getByRole('link', { name: 'All places' }).click();
  await page.getByRole('table', { name: 'Locations' }).waitFor();
});

test('a period before the data has no figures, not zeros, and is not a failure', async () => {
  const page = await visit(`${product.address}/places/RS?from=1999-01-01&to=1999-12-31`);
  await page.getByText('There is no data about Serbia in 1999.').waitFor();
  await page.goto(`${product.address}/places/RS?from=2099-01-01`);
  await page.getByText('There is no data about Serbia from 1 Jan 2099.').waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.getByText('The server rejected this request.').count()).toBe(0);
  expect(await page.locator('[data-finding]').count()).toBe(0);
});

test('a place is found by its name in any script', async () => {
  const page = await visit(`${product.address}/places`);
  await page.getByRole('searchbox', { name: /^Find a location/ }).fill('Ниш');
  await page
    .getByRole('status')
    .filter({ hasText: /^\d+ places? found\.$/ })
    .waitFor({ state: 'attached' });
  await page.getByRole('link', { name: 'Niš', exact: true }).click();
  await page.waitForURL('**/places/RS-20-nis*');
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('Niš');
});

test('the first answer of a place is there before its script', async () => {
  const page = await visit(`${product.address}/places/RS`, { javaScriptEnabled: false });
  await page.getByText(/^Serbia recorded/).waitFor();
  expect(await finding(page, 'violence')).toBe(
    await numberOf(`select count(*) from incidents where country = 'RS' and ${violence} and ${lastMonths}`),
  );
});

test('Explore leads to the page of the location that is chosen, and keeps the rest of the filter', async () => {
  const page = await visit(`${product.address}/explore?country=RS&from=2025-01-01&to=2025-12-31&type=domestic_violence`);
  const incidents = await keyFigure(page, 'incidents');
  await page.getByRole('link', { name: 'About Serbia' }).click();
  await page.waitForURL('**/places/RS?*');
  expect(await finding(page, 'incidents')).toBe(incidents);
});
