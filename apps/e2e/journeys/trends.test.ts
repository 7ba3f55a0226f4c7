import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Database, openDatabase } from '../../../packages/store/database-tests/open-database.ts';
import { drawnPage } from '../drawn-page.ts';
import { keyFigure } from '../figures.ts';
import { type RunningProduct, startProduct } from '../running-product.ts';
import { useBrowser } from '../visit.ts';

/* Questions of a policymaker that Trends answers, each within three clicks from the front door, checked against SQL. */

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

async function select(text: string): Promise<Record<string, string>[]> {
  return database.connections.unsafe<Record<string, string>[]>(text);
}

const violence = `type not in ('weapon_seizure', 'weapon_theft')`;
/** The last twelve whole months of the data. */
const lastYear = `occurred_on >= (select date_trunc('month', max(occurred_on) + 1) - interval '1 year' from incidents)
  and occurred_on < (select date_trunc('month', max(occurred_on) + 1) from incidents)`;
const yearBefore = `occurred_on >= (select date_trunc('month', max(occurred_on) + 1) - interval '2 years' from incidents)
  and occurred_on < (select date_trunc('month', max(occurred_on) + 1) - interval '1 year' from incidents)`;
const numbersIn = (text: string) =>
  [...text.matchAll(/[−+]?\d[\d,]*/g)].map(([number]) => Number(number.replaceAll(',', '').replace('−', '-')));

test('women killed by partners by year', async () => {
  const page = await visit(product.address);
  await page.getByRole('link', { name: 'Trends', exact: true }).first().click();
  const chart = page.getByRole('region', { name: /^Women killed by partners/ });
  await chart.getByRole('button', { name: /as a table/ }).click();
  await chart.getByRole('row').nth(1).waitFor();
  const rows = (await chart.getByRole('row').allInnerTexts()).slice(1).map((row) => row.split('\t').map((cell) => cell.trim()));
  const counted = await select(`
    select extract(year from occurred_on)::text as year,
      count(*) filter (where relationship = 'intimate_partner')::text as partner,
      count(*) filter (where relationship = 'not_reported')::text as unknown
    from people join incidents on incidents.id = people.incident_id
    where role = 'victim' and sex = 'woman' and outcome = 'killed' and ${violence}
    group by 1`);
  const fromSql = new Map(counted.map(({ year = '', partner, unknown }) => [year, [Number(partner), Number(unknown)]]));
  expect(rows.length).toBeGreaterThan(5);
  for (const [year = '', partner, unknown] of rows)
    expect([Number(partner), Number(unknown)], year).toEqual(fromSql.get(year.slice(0, 4)) ?? [0, 0]);
  expect(rows.some(([, partner]) => Number(partner) > 0)).toBe(true);
});

test('whether it has got better or worse in Albania, and whether that is real', async () => {
  const page = await visit(product.address);
  await page.getByRole('link', { name: 'Trends', exact: true }).first().click();
  await page.getByRole('button', { name: /^Filters/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /^Albania/ }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1, name: /in Albania/ }).waitFor();
  const section = page.getByRole('region', { name: /in Albania/ }).first();
  const [row] = await select(`select
    count(*) filter (where ${lastYear})::text as now, count(*) filter (where ${yearBefore})::text as before
    from incidents where country = 'AL' and ${violence}`);
  const [now, before] = [Number(row?.now), Number(row?.before)];
  // Rothman, Greenland and Lash: ln ratio ± 1.96 √(1/a + 1/b), with as many days in both years but for leap days.
  const spread = Math.exp(1.96 * Math.sqrt(1 / now + 1 / before));
  const expected = [(now / before / spread - 1) * 100, (now / before) * spread * 100 - 100];
  let lead = '';
  const readLead = async () => {
    lead = await section.locator('p').first().innerText();
    const [, found = ''] = /(?:No clear change|% (?:fewer|more) incidents[^:]*): (.*?), in /.exec(lead) ?? [];
    return numbersIn(found);
  };
  // The title is there before the year that it is compared with.
  await expect.poll(async () => (await readLead()).slice(0, 2)).toEqual([now, before]);
  const [, , low, high] = await readLead();
  expect(Math.abs((low ?? 0) - expected[0]!), lead).toBeLessThan(1.2);
  expect(Math.abs((high ?? 0) - expected[1]!), lead).toBeLessThan(1.2);
  expect(lead.includes('No clear change')).toBe(expected[0]! <= 0 && expected[1]! >= 0);
});

test('what was seized, and how much of it was traced', async () => {
  const page = await visit(product.address);
  await page.getByRole('link', { name: 'Trends', exact: true }).first().click();
  const section = page.getByRole('region', { name: /weapon seizures? with/ });
  await section.getByText(/was traced\./).waitFor();
  const title = await section.getByRole('heading', { level: 2 }).innerText();
  const [row] = await select(`select count(*)::text as seizures from incidents where type = 'weapon_seizure' and ${lastYear}`);
  const [weapons] = await select(`select coalesce(sum(count), 0)::text as all,
      coalesce(sum(count) filter (where traced = 'yes'), 0)::text as yes,
      coalesce(sum(count) filter (where traced = 'no'), 0)::text as no
    from weapons join incidents on incidents.id = weapons.incident_id
    where type = 'weapon_seizure' and ${lastYear} and class <> 'ammunition'`);
  expect(numbersIn(title)).toEqual([Number(row?.seizures), Number(weapons?.all)]);
  const text = await section.getByText(/Traced: /).innerText();
  const [, traced = ''] = /Traced: (.*?)\. For/.exec(text) ?? [];
  expect(numbersIn(traced)).toEqual([Number(weapons?.yes), Number(weapons?.all), Number(weapons?.no)]);
});

test('large seizures of a place by year, each number of which leads to its incidents', async () => {
  const page = await visit(`${product.address}/trends?country=RS`);
  const table = page.getByRole('table', { name: /^Large seizures/ });
  await table.getByRole('row').nth(1).waitFor();
  const rows = (await table.getByRole('row').allInnerTexts()).slice(1).map((row) => row.split('\t').map((cell) => cell.trim()));
  const counted = await select(`
    with seizures as (
      select extract(year from occurred_on)::text as year,
        (select coalesce(sum(count), 0) from weapons w where w.incident_id = i.id and class <> 'ammunition') as weapons,
        exists (select from weapons w where w.incident_id = i.id and class <> 'ammunition')
          or not exists (select from weapons w where w.incident_id = i.id) as has_weapons
      from incidents i where type = 'weapon_seizure' and country = 'RS' and status = 'published')
    select year, count(*)::text as all, count(*) filter (where weapons >= 5)::text as large,
      count(*) filter (where has_weapons and weapons = 0)::text as unknown,
      sum(weapons)::text as weapons, coalesce(sum(weapons) filter (where weapons >= 5), 0)::text as "inLarge"
    from seizures group by 1 order by 1`);
  const share = (part: number, whole: number) => `${Math.round((part / whole) * 100)}%`;
  const numbers = (row: Record<string, string>) =>
    ['all', 'large', 'unknown', 'weapons', 'inLarge'].map((name) => Number(row[name]));
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.map(([year = '']) => year.slice(0, 4))).toEqual(counted.map(({ year }) => year));
  for (const [at, row] of counted.entries()) {
    const [, all, large, shareOfAll, unknown, weapons, inLarge, shareOfWeapons] = rows[at]!;
    const shown = [all, large, unknown, weapons, inLarge].map((text) => numbersIn(text ?? '')[0]);
    expect(shown, row.year).toEqual(numbers(row));
    expect([shareOfAll, shareOfWeapons], row.year).toEqual([
      share(Number(row.large), Number(row.all)),
      share(Number(row.inLarge), Number(row.weapons)),
    ]);
  }
  const [year] = counted.filter(({ large }) => Number(large) > 1);
  await table
    .getByRole('row', { name: new RegExp(`^${year?.year}`) })
    .getByRole('link')
    .nth(1)
    .click();
  await page.waitForURL(new RegExp(`/explore\\?country=RS&from=${year?.year}-01-01&min_weapons=5&to=[-\\d]+&type=weapon_seizure$`));
  await expect.poll(() => keyFigure(page, 'incidents')).toBe(Number(year?.large));
});

test('the server draws figures and sentences before any script runs', async () => {
  const html = await drawnPage(`${product.address}/trends`);
  const [, main = ''] = /<main[^>]*>(.*)<\/main>/s.exec(html) ?? [];
  const text = main.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  expect(text).toMatch(/violent incidents/);
  expect(text).toMatch(/What changed: /);
  expect(text).toMatch(/show no more than chance\./);
  expect(text).toMatch(/Women killed by partners: between \d+ and \d+ a year/);
  expect(text).toMatch(/weapon seizures with/);
  expect(main).not.toMatch(/ style="/);
});

test('a period before the data has no number, not even zero', async () => {
  const page = await visit(`${product.address}/trends?from=1999-01-01&to=1999-12-31`);
  await page.getByText('No incidents match').waitFor();
  await page.getByRole('heading', { level: 1, name: 'All incidents', exact: true }).waitFor();
  expect(await page.getByText(/\b0 incidents/).count()).toBe(0);
});

test('small numbers are hidden by a switch that the address keeps', async () => {
  const page = await visit(`${product.address}/trends`);
  await page.getByRole('button', { name: 'Hide small numbers' }).first().click();
  await page.waitForURL(/cells=protected/);
  await page.getByText('Small numbers are hidden to protect people.').first().waitFor();
  const cells = page.getByRole('table').locator('tbody td');
  await expect.poll(async () => (await cells.allInnerTexts()).some((cell) => cell.trim() === '…')).toBe(true);
});

test('Explore and Trends lead to each other with the filter kept', async () => {
  const page = await visit(`${product.address}/explore?country=RS&type=violence`);
  await page.getByRole('link', { name: 'See in Trends' }).click();
  await page.waitForURL(/\/trends\?country=RS&type=violence/);
  await page.getByRole('link', { name: 'Explore these incidents' }).click();
  await expect.poll(() => page.url()).toMatch(/\/explore\?country=RS&type=violence/);
});
