import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { drawnPage, linkOf, partOf, tableOf, textOf } from '../drawn-page.ts';
import { keyFigure, numberIn } from '../figures.ts';
import { inLastMonths, inYear, isSeizure, isViolence, useMadeUpRecord } from '../made-up-record.ts';
import { onePage } from '../one-page.ts';

const address = inject('address');
const { select, numbersOf, countOf } = useMadeUpRecord();
const { open } = onePage();

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

/** The figure of a row of the findings, on a page that is drawn. */
const findingIn = (html: string, name: string) => numberIn(textOf(partOf(html, 'data-finding', name)));

test('which place is worst for its size, as SQL has it', async () => {
  const counted = await select(
    `select country, count(*)::int as incidents from incidents where ${isViolence} and ${inLastMonths()} group by 1`,
  );
  const [worst] = counted
    .map(({ country = '', incidents }) => ({
      country: String(country),
      incidents: Number(incidents),
      rate: ((Number(incidents) / people[country]!) * 100_000 * 365.25) / 365,
    }))
    .toSorted((one, other) => other.rate - one.rate);
  const page = await drawnPage(`${address}/places`);
  expect(/data-place="(..)"/.exec(page)?.[1]).toBe(worst!.country);
  const [name = '', rate = '', , incidents = ''] = tableOf(page, 'Locations')[0] ?? [];
  expect([numberIn(rate), numberIn(incidents)]).toEqual([expect.closeTo(worst!.rate, 1), worst!.incidents]);
  expect(textOf(page)).toContain(`Highest rate: ${name}, ${rate} violent incidents per 100,000 people per year`);
  const place = await drawnPage(address + (linkOf(page, name) ?? ''));
  expect(findingIn(place, 'violence')).toBe(worst!.incidents);
});

test('the numbers of a place are those of SQL before its script runs', async () => {
  const page = await drawnPage(`${address}/places/RS`);
  expect(textOf(page)).toMatch(/Serbia recorded [\d,]+ violent incidents in the 12 months to \d/);
  const large = `(select sum(count) from weapons where incident_id = incidents.id and class <> 'ammunition') >= 5`;
  const expected = await numbersOf(`
    select count(*) filter (where ${isViolence}) as violence, sum(killed) filter (where ${isViolence}) as killed,
      sum(injured) filter (where ${isViolence}) as injured, count(*) filter (where ${isSeizure}) as weapon_seizure,
      count(*) filter (where ${isSeizure} and ${large}) as large
    from incidents where country = 'RS' and ${inLastMonths()}`);
  const shown = ['violence', 'killed', 'injured', 'weapon_seizure'].map((name) => [name, findingIn(page, name)]);
  const [, ofLarge] = /([\d,]+) large/.exec(textOf(partOf(page, 'data-finding', 'weapon_seizure'))) ?? [];
  expect(Object.fromEntries([...shown, ['large', numberIn(ofLarge ?? '')]])).toEqual(expected);
});

test('a place that does not exist says so and leads to the others', async () => {
  const page = await drawnPage(`${address}/places/ZZ-99`);
  expect(textOf(page)).toMatch(/^No such place /);
  expect(linkOf(page, 'All places')).toBe('/places');
});

test('a period before or after the data has no figures, not zeros, and is not a failure', async () => {
  for (const [query, text] of [
    ['from=1999-01-01&to=1999-12-31', 'There is no data about Serbia in 1999.'],
    ['from=2099-01-01', 'There is no data about Serbia from 1 Jan 2099.'],
  ]) {
    const page = await drawnPage(`${address}/places/RS?${query}`);
    expect(textOf(page)).toContain(text);
    expect(page).not.toContain('data-finding');
    expect(page).not.toContain('The server rejected this request.');
  }
});

test('Explore leads to the page of the location that is chosen, and keeps the rest of the filter', async () => {
  const explore = await drawnPage(`${address}/explore?country=RS&from=2025-01-01&to=2025-12-31&type=domestic_violence`);
  const path = linkOf(explore, 'About Serbia') ?? '';
  expect(path).toBe('/places/RS?from=2025-01-01&to=2025-12-31&type=domestic_violence');
  const figure = numberIn(textOf(partOf(explore, 'data-figure', 'incidents')).replace('incidents', ''));
  expect(findingIn(await drawnPage(address + path), 'chosen')).toBe(figure);
});

async function finding(page: Page, name: string): Promise<number> {
  return numberIn(await page.locator(`[data-finding="${name}"] h3 a`).innerText());
}

test('the filter stays where a place says nothing else; its settlements add up, and lead to their area in Explore; others are found by name', async () => {
  const page = await open('/places/RS?country=AL&type=domestic_violence&from=2025-01-01&to=2025-12-31');
  expect(await finding(page, 'chosen')).toBe(await countOf(`country = 'RS' and type = 'domestic_violence' and ${inYear(2025)}`));
  await page.getByRole('button', { name: 'Remove Type: Domestic violence' }).click();
  const all = await countOf(`country = 'RS' and ${isViolence} and ${inYear(2025)}`);
  await expect.poll(() => finding(page, 'violence')).toBe(all);
  expect(new URL(page.url()).searchParams.get('from')).toBe('2025-01-01');

  const chart = page.getByRole('region', { name: 'Settlements with most incidents' });
  await chart.getByRole('link', { name: /^Beograd/ }).waitFor();
  await chart.getByRole('button', { name: /as a table/ }).click();
  // Settlements come in an answer of their own.
  const expected = [all, await countOf(`country = 'RS' and ${isViolence} and ${inYear(2024)}`), await finding(page, 'killed')];
  const read = async () => {
    const rows = (await chart.getByRole('row').allInnerTexts()).slice(1).map((text) => text.split('\t'));
    const sum = (column: number) => rows.reduce((total, cells) => total + numberIn(cells[column] ?? ''), 0);
    return { rows: rows.length, sums: [1, 2, 3].map(sum) };
  };
  await expect.poll(read).toEqual({ rows: 12, sums: expected });
  await chart.getByRole('button', { name: /as a table/ }).click();
  await chart.getByRole('link', { name: /^Beograd/ }).click();
  await page.waitForURL('**/places/RS-00-beograd*');
  await page.getByRole('heading', { level: 1, name: 'Beograd' }).waitFor();

  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Places', exact: true }).click();
  await page.getByRole('searchbox', { name: /^Find a location/ }).fill('Ниш');
  await page
    .getByRole('status')
    .filter({ hasText: /^\d+ places? found\.$/ })
    .waitFor({ state: 'attached' });
  await page.getByRole('link', { name: 'Niš', exact: true }).click();
  await page.waitForURL('**/places/RS-20-nis*');
  await page.getByRole('heading', { level: 1, name: 'Niš' }).waitFor();
  const incidents = await finding(page, 'violence');
  expect(incidents).toBeGreaterThan(0);
  await page.locator('[data-finding="violence"] h3 a').click();
  await page.getByRole('link', { name: 'Open in Explore' }).click();
  await page.waitForURL('**/explore?*');
  expect(await keyFigure(page, 'incidents')).toBe(incidents);
});
