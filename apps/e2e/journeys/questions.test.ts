import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Database, openDatabase } from '../../../packages/store/database-tests/open-database.ts';
import { keyFigure, numberIn } from '../figures.ts';
import { type RunningProduct, startProduct } from '../running-product.ts';
import { useBrowser } from '../visit.ts';

/*
 * Questions as people ask them, each answered by the screen, by SQL over the tables of the record, and by counting its rows one by one
 * here. The answers are written to `screenshots/questions.md`, for reading.
 */

interface Counted {
  readonly day: string;
  readonly country: string;
  readonly region: string | null;
  readonly place: string | null;
  readonly type: string;
  readonly killed: number | null;
  readonly people: readonly Readonly<Record<'role' | 'sex' | 'outcome' | 'relationship', string>>[];
  readonly weapons: readonly { readonly class: string; readonly count: number | null }[];
}

let product: RunningProduct;
let database: Database;
let rows: readonly Counted[];
const answers: string[] = [];
beforeAll(async () => {
  product = await startProduct(inject('cluster'));
  database = await openDatabase(product.databaseUrl);
  rows = await database.connections.unsafe<Counted[]>(`
    select occurred_on::text as day, country, region, place, type, killed,
      coalesce((select json_agg(p) from people p where p.incident_id = i.id), '[]') as people,
      coalesce((select json_agg(w) from weapons w where w.incident_id = i.id), '[]') as weapons
    from incidents i`);
});
afterAll(async () => {
  await database.close();
  await product.remove();
  const folder = fileURLToPath(new URL('../screenshots/', import.meta.url));
  await mkdir(folder, { recursive: true });
  const head = '| Question | Screen | SQL | By hand |\n|---|---|---|---|\n';
  await writeFile(`${folder}questions.md`, head + answers.map((line) => `${line}\n`).join(''));
});
const { visit } = useBrowser();

/** Checks that the answers are the same, and notes them. */
function expectSame(question: string, screen: unknown, fromSql: unknown, byHand: unknown): void {
  answers.push(`| ${[question, ...[screen, fromSql, byHand].map((one) => JSON.stringify(one))].join(' | ')} |`);
  expect(screen, `${question}: screen and SQL`).toEqual(fromSql);
  expect(byHand, `${question}: by hand and SQL`).toEqual(fromSql);
}

async function select(text: string): Promise<Record<string, string>[]> {
  return database.connections.unsafe<Record<string, string>[]>(text);
}

async function numberOf(text: string): Promise<number> {
  const [row] = await select(text);
  return Number(Object.values(row ?? {})[0]);
}

/** The rows of a chart's table, as texts. */
async function tableOf(page: Page, title: string): Promise<string[][]> {
  const chart = page.getByRole('region', { name: title, exact: true });
  await chart.getByRole('button', { name: /as a table/ }).click();
  await chart.getByRole('row').nth(1).waitFor();
  const texts = await chart.getByRole('row').allInnerTexts();
  return texts.map((text) => text.split('\t').map((cell) => cell.trim()));
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

test('women killed by partners, by year', async () => {
  const page = await visit(
    `${product.address}/explore?victim_sex=woman&victim_outcome=killed&relationship=intimate_partner&measure=victims&interval=year`,
  );
  await page.getByRole('button', { name: /^Remove Victim: a woman killed by a partner/ }).waitFor();
  const [, ...years] = await tableOf(page, 'Victims described per year');
  const screen = Object.fromEntries(years.map(([year = '', count = '']) => [year, Number(count)]));
  const counted = await select(`
    select extract(year from occurred_on)::text as year, count(*)::text as women
    from people join incidents on incidents.id = people.incident_id
    where role = 'victim' and sex = 'woman' and outcome = 'killed' and relationship = 'intimate_partner'
    group by 1`);
  const isMeant = (person: Counted['people'][number]) =>
    person.role === 'victim' && person.sex === 'woman' && person.outcome === 'killed' && person.relationship === 'intimate_partner';
  const byHand: Record<string, number> = {};
  for (const { day, people } of rows) {
    const women = people.filter(isMeant).length;
    if (women > 0) byHand[day.slice(0, 4)] = (byHand[day.slice(0, 4)] ?? 0) + women;
  }
  const fromSql = Object.fromEntries(counted.map(({ year = '', women }) => [year, Number(women)]));
  expectSame('Women killed by partners, by year', screen, fromSql, byHand);
  expect(await keyFigure(page, 'victims described')).toBe(sumOf(Object.values(byHand)));
  // What the number leaves out stands beside it.
  const silent = rows.filter(({ people }) => people.every(({ role }) => role !== 'victim')).length;
  const beside = await page.locator('[data-figure=victims]').innerText();
  expect(beside).toContain(`${silent.toLocaleString('en')} incidents that match the other filters describe no victim.`);
});

test('weapons seized in Albania in 2025', async () => {
  const page = await visit(`${product.address}/explore?country=AL&from=2025-01-01&to=2025-12-31`);
  await page.getByRole('button', { name: /^Weapon seizures/ }).click();
  await page.getByRole('button', { name: 'Count: Incidents' }).click();
  await page.getByRole('menuitemradio', { name: 'Weapons', exact: true }).click();
  await page.waitForURL(/measure=weapons/);
  const seized = `from weapons join incidents on incidents.id = weapons.incident_id
    where country = 'AL' and type = 'weapon_seizure' and occurred_on between '2025-01-01' and '2025-12-31'`;
  const own = rows
    .filter(({ country, type, day }) => country === 'AL' && type === 'weapon_seizure' && day.startsWith('2025'))
    .flatMap(({ weapons }) => weapons);
  expectSame(
    'Weapons seized in Albania in 2025',
    await keyFigure(page, 'weapons'),
    await numberOf(`select coalesce(sum(count), 0) ${seized} and class <> 'ammunition'`),
    sumOf(own.map((weapon) => (weapon.class === 'ammunition' ? 0 : (weapon.count ?? 0)))),
  );
  expectSame(
    'Rounds seized in Albania in 2025',
    await keyFigure(page, 'rounds'),
    await numberOf(`select coalesce(sum(count), 0) ${seized} and class = 'ammunition'`),
    sumOf(own.map((weapon) => (weapon.class === 'ammunition' ? (weapon.count ?? 0) : 0))),
  );
  // The table begins with the largest.
  const first = page.getByRole('region', { name: 'Table' }).locator('[data-cell=amount]').first();
  const [largest] = await select(`
    select sum(count)::text as most ${seized} and class <> 'ammunition' group by incidents.id order by sum(count) desc nulls last limit 1`);
  await expect.poll(async () => numberIn(await first.innerText())).toBe(Number(largest?.most));
});

test('Serbia in 2023, the year of two mass shootings', async () => {
  const page = await visit(`${product.address}/explore?country=RS&from=2023-01-01&to=2023-12-31&measure=killed`);
  const killedIn = (year: string) =>
    sumOf(rows.filter(({ country, day }) => country === 'RS' && day.startsWith(year)).map(({ killed }) => killed ?? 0));
  expectSame(
    'People killed in Serbia in 2023',
    await keyFigure(page, 'killed'),
    await numberOf(`select sum(killed) from incidents where country = 'RS' and occurred_on between '2023-01-01' and '2023-12-31'`),
    killedIn('2023'),
  );
  await page
    .getByText(`Driven by two incidents: ${killedIn('2023')} people killed, against ${killedIn('2022')} a year before`)
    .waitFor();
  const chart = page.getByRole('region', { name: 'People killed per month' });
  await expect.poll(() => chart.innerText()).toMatch(/May 2023 \(\d+; usual range \d+–\d+\) is above the range/);
  await chart.getByRole('button', { name: 'May 2023' }).click();
  await page.waitForURL(/from=2023-05-01&.*to=2023-05-31/);
  const [most, second] = rows
    .filter(({ country, day }) => country === 'RS' && day.startsWith('2023-05'))
    .map(({ killed }) => killed ?? 0)
    .toSorted((one, other) => other - one);
  expect([most, second]).toEqual([10, 9]);
});

test('the last twelve months of Albania against the twelve before', async () => {
  const page = await visit(`${product.address}/explore`);
  await page.waitForURL(/\?from=\d{4}-\d\d-01&to=/);
  await page.getByRole('checkbox', { name: 'Albania' }).click();
  await page.waitForURL(/country=AL/);
  const { searchParams } = new URL(page.url());
  const [from = '', to = ''] = ['from', 'to'].map((name) => searchParams.get(name) ?? '');
  const yearEarlier = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  const within = (first: string, last: string) =>
    rows.filter(({ country, day }) => country === 'AL' && day >= first && day <= last).length;
  const fromSql = (first: string, last: string) =>
    numberOf(`select count(*) from incidents where country = 'AL' and occurred_on between '${first}' and '${last}'`);
  await expect.poll(() => keyFigure(page, 'incidents')).toBe(within(from, to));
  // What it can be compared with comes after it.
  const said = page.locator('[data-figure=incidents]').getByText(/[\d,]+\sa year before/);
  const before = numberIn(/([\d,]+)\sa year before/.exec(await said.innerText())?.[1] ?? '');
  expectSame(
    'Albania, last twelve months and the twelve before',
    [await keyFigure(page, 'incidents'), before],
    [await fromSql(from, to), await fromSql(yearEarlier(from), yearEarlier(to))],
    [within(from, to), within(yearEarlier(from), yearEarlier(to))],
  );
});

test('violence in two locations, month by month', async () => {
  const page = await visit(`${product.address}/explore?country=RS,XK&type=violence&from=2025-01-01&to=2025-12-31`);
  await keyFigure(page, 'incidents');
  const [head = [], ...months] = await tableOf(page, 'Incidents per month');
  const screen = Object.fromEntries(
    ['Serbia', 'Kosovo*'].map((name) => [name, months.map((month) => Number(month[head.indexOf(name)]))]),
  );
  const counted = await select(`
    select country, to_char(occurred_on, 'YYYY-MM') as month, count(*)::text as incidents from incidents
    where country in ('RS', 'XK') and type not in ('weapon_seizure', 'weapon_theft') and occurred_on between '2025-01-01' and '2025-12-31'
    group by 1, 2`);
  const monthsOf = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`);
  const series = (count: (country: string, month: string) => number) => ({
    Serbia: monthsOf.map((month) => count('RS', month)),
    'Kosovo*': monthsOf.map((month) => count('XK', month)),
  });
  expectSame(
    'Violence in Serbia and Kosovo* in 2025, by month',
    screen,
    series((country, month) => Number(counted.find((one) => one.country === country && one.month === month)?.incidents ?? 0)),
    series(
      (country, month) =>
        rows.filter(
          (one) =>
            one.country === country && one.day.startsWith(month) && one.type !== 'weapon_seizure' && one.type !== 'weapon_theft',
        ).length,
    ),
  );
});

test('the location and the region with most violence', async () => {
  const page = await visit(`${product.address}/explore?country=AL,BA,ME,MK,RS&type=violence&from=2025-01-01&to=2025-12-31`);
  await keyFigure(page, 'incidents');
  const [, [name, count] = []] = await tableOf(page, 'Incidents by region');
  const where = `country in ('AL', 'BA', 'ME', 'MK', 'RS') and type not in ('weapon_seizure', 'weapon_theft')
    and occurred_on between '2025-01-01' and '2025-12-31'`;
  const [top] = await select(`
    select incidents.region, regions.name, count(*)::text as incidents from incidents join regions on regions.code = incidents.region
    where ${where} group by 1, 2 order by count(*) desc, 1 limit 1`);
  const byHand = rows.filter(
    (one) =>
      one.region === top?.region && one.day.startsWith('2025') && one.type !== 'weapon_seizure' && one.type !== 'weapon_theft',
  ).length;
  expectSame('Region with most violence in 2025', [name, Number(count)], [top?.name, Number(top?.incidents)], [top?.name, byHand]);
});

/** People in 2025, as Eurostat has them of North Macedonia and the census of 2024 of Kosovo*, without the district that was not wholly counted. */
const peopleOfRegions: Readonly<Record<string, number>> = {
  'MK-001': 136_145,
  'MK-002': 146_395,
  'MK-003': 175_743,
  'MK-004': 145_850,
  'MK-005': 206_400,
  'MK-006': 252_077,
  'MK-007': 151_869,
  'MK-008': 608_133,
  'XK-01': 180_583,
  'XK-02': 152_216,
  'XK-03': 150_176,
  'XK-05': 146_256,
  'XK-06': 511_307,
  'XK-07': 271_386,
};

test('the worst region for its size', async () => {
  const page = await visit(`${product.address}/explore?country=MK,XK&type=violence&from=2025-01-01&to=2025-12-31`);
  await keyFigure(page, 'incidents');
  const chart = page.getByRole('region', { name: 'Incidents by region', exact: true });
  await chart.getByRole('button', { name: 'Show as: Number' }).click();
  await page.getByRole('menuitemradio', { name: 'Per 100,000 people' }).click();
  await page.waitForURL(/regions=rate/);
  await chart.getByText(/for its size/).waitFor();
  const [head = [], ...lines] = await tableOf(page, 'Incidents by region');
  expect(head).toContain('95% interval, lower end');
  const [name, rate = ''] = lines[0] ?? [];
  const decimals = rate.split('.')[1]?.length ?? 0;
  const counted = await select(`
    select incidents.region, regions.name, count(*)::text as incidents from incidents join regions on regions.code = incidents.region
    where country in ('MK', 'XK') and type not in ('weapon_seizure', 'weapon_theft')
      and occurred_on between '2025-01-01' and '2025-12-31'
    group by 1, 2 having count(*) >= 10`);
  const worst = (counts: readonly (readonly [region: string, name: string, incidents: number])[]) =>
    counts
      .flatMap(([region, own, incidents]) => {
        const people = peopleOfRegions[region];
        return people === undefined ? [] : [{ own, rate: (incidents / people) * 100_000 * (365.25 / 365) }];
      })
      .toSorted((one, other) => other.rate - one.rate)
      .map((one) => [one.own, one.rate.toFixed(decimals)])[0];
  const ownCount = (region: string) =>
    rows.filter(
      (one) => one.region === region && one.day.startsWith('2025') && one.type !== 'weapon_seizure' && one.type !== 'weapon_theft',
    ).length;
  expectSame(
    'Region with most violence for its size in 2025, per 100,000 people',
    [name, rate],
    worst(counted.map(({ region = '', name: own = '', incidents }) => [region, own, Number(incidents)])),
    worst(counted.map(({ region = '', name: own = '' }) => [region, own, ownCount(region)])),
  );
  await expect.poll(() => chart.innerText()).toContain(`for its size: ${name}, ${rate} per 100,000 people per year`);
  // The rates of locations have a choice of their own.
  const locations = page.getByRole('region', { name: 'Incidents by location', exact: true });
  await locations.getByRole('button', { name: 'Show as: Number' }).click();
  await page.getByRole('menuitemradio', { name: 'Per 100,000 people' }).click();
  await locations.getByRole('button', { name: 'Show as: Per 100,000 people' }).waitFor();
  const [ownHead = []] = await tableOf(page, 'Incidents by location');
  expect(ownHead).toContain('95% interval, lower end');
});

test('the settlements with most people killed', async () => {
  const page = await visit(`${product.address}/explore?country=RS&measure=killed&from=2023-01-01&to=2025-12-31`);
  await keyFigure(page, 'killed');
  const chart = page.getByRole('region', { name: 'People killed, by region', exact: true });
  await chart.getByRole('button', { name: 'Show as: Number' }).click();
  await page.getByRole('menuitemradio', { name: 'Settlements' }).click();
  await page.waitForURL(/regions=settlements/);
  const settlements = page.getByRole('region', { name: 'People killed, by settlement', exact: true });
  await settlements.getByText(/has the most|have the most/).waitFor();
  const [, ...lines] = await tableOf(page, 'People killed, by settlement');
  const counted = await select(`
    select place as name, sum(killed)::text as killed from incidents
    where country = 'RS' and occurred_on between '2023-01-01' and '2025-12-31' and place is not null
    group by place, region having sum(killed) > 0 order by sum(killed) desc, count(*) desc, region, place`);
  const byHand = new Map<string, number>();
  for (const one of rows)
    if (one.country === 'RS' && one.day >= '2023-01-01' && one.day <= '2025-12-31' && one.place !== null)
      byHand.set(one.place, (byHand.get(one.place) ?? 0) + (one.killed ?? 0));
  expectSame(
    'People killed in Serbia from 2023 to 2025, by settlement, largest numbers',
    lines.slice(0, 5).map(([name, killed]) => [name, Number(killed)]),
    counted.slice(0, 5).map(({ name, killed }) => [name, Number(killed)]),
    lines.slice(0, 5).map(([name = '']) => [name, byHand.get(name)]),
  );
  // A press on a settlement's bar chooses its area.
  await settlements.getByRole('button', { name: /as a table$/ }).click();
  await settlements.getByRole('button', { name: new RegExp(`^${lines[0]![0]} `) }).click();
  await page.waitForURL(/bbox=/);
});
