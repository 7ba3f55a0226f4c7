import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Database, openDatabase } from '../../../packages/store/database-tests/open-database.ts';
import { seriousFindings } from '../axe.ts';
import { bothOf, keyFigure, numberIn, tableCount } from '../figures.ts';
import { hasFocus, tabTo } from '../keyboard.ts';
import { type RunningProduct, startProduct } from '../running-product.ts';
import { openLegend } from '../on-map.ts';
import { atRest, useBrowser } from '../visit.ts';

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
const { visit: visitMap } = useBrowser({ map: true });

/** Counts by a column, from the tables of the record. */
async function countsBy(column: string, where: string): Promise<ReadonlyMap<string, number>> {
  const rows = await database.connections.unsafe<{ value: string; count: string }[]>(
    `select ${column} as value, count(*) from incidents where ${where} group by 1`,
  );
  return new Map(rows.map(({ value, count }) => [value, Number(count)]));
}

async function countOf(where: string): Promise<number> {
  return [...(await countsBy('1', where)).values()][0] ?? 0;
}

const inYear = (year: number) => `occurred_on between '${year}-01-01' and '${year}-12-31'`;

/** The ends of the interval of a ratio of counts per exposure, as whole per cents of difference. */
function interval([a, b]: readonly [number, number], [ofA, ofB]: readonly [number, number]): [low: string, high: string] {
  const ratio = a / ofA / (b / ofB);
  const spread = Math.exp(1.959964 * Math.sqrt(1 / a + 1 / b));
  const said = (end: number) => `${Math.round(100 * Math.abs(end - 1))}% ${end < 1 ? 'fewer' : 'more'}`;
  return [said(ratio / spread), said(ratio * spread)];
}

/** Shows the table of a chart. @returns reads its rows, as texts: the charts are drawn some time after the key figures */
async function tableOf(page: Page, title: string): Promise<() => Promise<string[][]>> {
  await page.getByRole('button', { name: `Show “${title}” as a table` }).click();
  const rows = page.getByRole('table', { name: new RegExp(title) }).getByRole('row');
  return async () => (await rows.allInnerTexts()).slice(1).map((row) => row.split('\t'));
}

test('two years are compared with the keyboard alone; the link shows the same to somebody else', async () => {
  const page = await visit(`${product.address}/explore?from=2023-01-01&to=2023-12-31`);
  await keyFigure(page, 'incidents');
  await tabTo(page, page.getByRole('button', { name: /^Compare with…/ }));
  await page.keyboard.press('Enter');
  await expect.poll(() => hasFocus(page.getByRole('menuitem', { name: 'A year earlier' }))).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(/against=from%3D2022-01-01%26to%3D2022-12-31/);

  const counts = [await countOf(inYear(2023)), await countOf(inYear(2022))] as const;
  await expect.poll(() => bothOf(page, 'incidents')).toEqual(counts);
  const finding = page.getByText(/^There were [\d,]+ incidents in 2023/);
  const [low, high] = interval(counts, [365, 365]);
  await page.getByText(`95% interval: ${low} to ${high}.`).waitFor();
  expect(numberIn(/(\d\S*) (?:more|fewer)/.exec(await finding.innerText())?.[1] ?? '')).toBe(Math.abs(counts[0] - counts[1]));

  const running = await tableOf(page, 'Incidents: running total');
  await expect.poll(async () => (await running()).at(-1)?.map(numberIn)).toEqual([365, ...counts]);
  const byType = await Promise.all([2023, 2022].map((year) => countsBy('type', inYear(year))));
  const seizures = byType.map((counted) => counted.get('weapon_seizure'));
  const ofTypes = await tableOf(page, 'Incidents by type');
  const seizuresAndAll = async () => {
    const rows = await ofTypes();
    const shown = rows.find(([name]) => name === 'Weapon seizure')?.slice(1, 3);
    return { seizures: shown?.map(numberIn), all: rows.reduce((sum, row) => sum + numberIn(row[1] ?? ''), 0) };
  };
  await expect.poll(seizuresAndAll).toEqual({ seizures, all: counts[0] });

  await tabTo(page, page.getByRole('button', { name: /^B · [\d,]+$/ }));
  await page.keyboard.press('Enter');
  await expect.poll(() => tableCount(page)).toBe(counts[1]);

  await tabTo(page, page.getByRole('button', { name: /^Swap/ }), { backwards: true });
  await page.keyboard.press('Enter');
  await page.waitForURL(/from=2022-01-01&to=2022-12-31.*against=from%3D2023-01-01/);
  await expect.poll(() => bothOf(page, 'incidents')).toEqual(counts.toReversed());
  // The focus stays where it was.
  await tabTo(page, page.getByRole('button', { name: /^Swap/ }));

  const again = await visit(page.url(), {});
  await expect.poll(() => bothOf(again, 'incidents')).toEqual(counts.toReversed());
  const said = (one: Page) => one.getByText(/^There were [\d,]+ incidents in 2022/).innerText();
  await expect.poll(() => said(again)).toBe(await said(page));
  expect(new URL(again.url()).search).toBe(new URL(page.url()).search);

  await tabTo(page, page.getByRole('button', { name: /^Stop comparing/ }));
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).search).toBe('?from=2022-01-01&to=2022-12-31');
});

test('two locations are compared per 100,000 people, and B has filters of its own', async () => {
  const page = await visit(`${product.address}/explore?country=RS&from=2023-01-01&to=2023-12-31&against=country%3DXK`);
  const counts = [
    await countOf(`country = 'RS' and ${inYear(2023)}`),
    await countOf(`country = 'XK' and ${inYear(2023)}`),
  ] as const;
  await expect.poll(() => bothOf(page, 'incidents')).toEqual(counts);
  // World Bank, SP.POP.TOTL, 2023.
  const people = [6_623_183, 1_682_668] as const;
  const rates = counts.map((count, at) => (count / (people[at] ?? 1)) * 100_000 * (365.25 / 365));
  await expect.poll(() => bothOf(page, 'rate')).toEqual(rates.map((rate) => expect.closeTo(rate, 1)));
  const [low, high] = interval(counts, people);
  await page.getByText(`95% interval of the difference in rates: ${low} to ${high}.`).waitFor();

  await page.getByRole('button', { name: 'B Kosovo*' }).click();
  await page.getByRole('checkbox', { name: 'Weapon seizure' }).click();
  await page.waitForURL(/against=country%3DXK%26type%3Dweapon_seizure/);
  const seizures = await countOf(`country = 'XK' and type = 'weapon_seizure' and ${inYear(2023)}`);
  await expect.poll(() => bothOf(page, 'incidents')).toEqual([counts[0], seizures]);
  await page.getByRole('button', { name: 'B: Kosovo*, Weapon seizure. Stop comparing' }).click();
  await expect.poll(() => new URL(page.url()).search).toBe('?country=RS&from=2023-01-01&to=2023-12-31');
});

test('the map says which regions differ, the timeline has both windows, and keys move that of B', async () => {
  const page = await visitMap(
    `${product.address}/explore?from=2023-01-01&to=2023-12-31&layer=difference&against=from%3D2016-01-01%26to%3D2016-12-31`,
  );
  const legend = await openLegend(page);
  await legend
    .getByText(/clearly differs|Clearly (more|fewer) in A/)
    .first()
    .waitFor();
  const move = page.getByRole('slider', { name: 'Move the period of B' });
  await move.press('ArrowRight');
  await page.waitForURL(/against=from%3D2016-02-01%26to%3D2017-01-31/);
  const [a, b] = await bothOf(page, 'incidents');
  expect(a).toBe(await countOf(inYear(2023)));
  await expect
    .poll(async () => (await bothOf(page, 'incidents'))[1])
    .toBe(await countOf(`occurred_on between '2016-02-01' and '2017-01-31'`));
  expect(b).toBeGreaterThan(0);
});

test('too few are not compared, and a period that the data does not cover is said', async () => {
  const explore = `${product.address}/explore`;
  const few = await visit(
    `${explore}?country=MD&type=suicide&from=2023-01-01&to=2023-01-31&against=from%3D2022-01-01%26to%3D2022-01-31`,
  );
  const half = await visit(`${explore}?from=2014-07-01&to=2015-06-30&against=from%3D2013-07-01%26to%3D2014-06-30`);
  const early = await visit(`${explore}?from=2014-01-01&to=2014-12-31&against=from%3D2013-01-01%26to%3D2013-12-31`);
  const sentence = (page: Page) => page.getByText(/fewer than 10 in A or in B|No ratio is given|There is no data/).first();
  await expect.poll(() => sentence(few).innerText()).toBe('Too few to compare: fewer than 10 in A or in B.');
  await expect.poll(() => sentence(half).innerText()).toContain('the data starts on 1 Jan 2014');
  await expect.poll(() => sentence(early).innerText()).toBe('There is no data for 2013, so nothing is compared.');
});

test('bad parts of a comparison are dropped and said', async () => {
  const page = await visit(`${product.address}/explore?country=RS&against=country%3Dserbia%26colour%3Dred`);
  await page.getByText('We ignored 2 invalid parts of this link').waitFor();
  await keyFigure(page, 'incidents');
  expect(await page.getByText('Stop comparing').count()).toBe(0);
});

test.each([1440, 390])('axe finds nothing at a width of %s pixels', async (width) => {
  const address = `${product.address}/explore?country=RS&from=2022-01-01&to=2023-12-31&against=country%3DXK`;
  const page = await visit(address, { viewport: { width, height: 900 } });
  await bothOf(page, 'incidents');
  await atRest(page);
  expect(await seriousFindings(page)).toEqual([]);
  const widest: number = await page.evaluate('document.documentElement.scrollWidth');
  expect(widest).toBeLessThanOrEqual(width);
});
