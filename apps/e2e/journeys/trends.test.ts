import { expect, inject, test } from 'vitest';
import { drawnPage, tableOf, textOf } from '../drawn-page.ts';
import { inLastMonths, intervalOf, isSeizure, isViolence, useMadeUpRecord } from '../made-up-record.ts';
import { onePage } from '../one-page.ts';

/* Questions of a policymaker that Trends answers, each within three clicks from the front door, checked against SQL. */

const address = inject('address');
const { select, numbersOf, countOf } = useMadeUpRecord();
const { open } = onePage();

const numbersIn = (text: string) =>
  [...text.matchAll(/[−+]?\d[\d,]*/g)].map(([number]) => Number(number.replaceAll(',', '').replace('−', '-')));

/** What the lead must say of Albania: this year, the year before, and the ends of the interval of the change in %. */
async function expectLeadOfAlbania(lead: string): Promise<void> {
  const counts = [
    await countOf(`country = 'AL' and ${isViolence} and ${inLastMonths()}`),
    await countOf(`country = 'AL' and ${isViolence} and ${inLastMonths(1)}`),
  ] as const;
  const [low, high] = intervalOf(counts).map((end) => 100 * (end - 1)) as [number, number];
  const [, said = ''] = /(?:No clear change|% (?:fewer|more) incidents[^:]*): (.*?), in /.exec(lead) ?? [];
  const [now, before, saidLow = NaN, saidHigh = NaN] = numbersIn(said);
  expect([now, before], lead).toEqual(counts);
  // At least as wide as that of single incidents, since they come in waves; the days of a year differ.
  expect(saidLow, lead).toBeLessThan(low + 1.2);
  expect(saidHigh, lead).toBeGreaterThan(high - 1.2);
  expect(lead.includes('No clear change')).toBe(saidLow <= 0 && saidHigh >= 0);
}

test('the server draws figures and sentences before any script runs', async () => {
  const html = await drawnPage(`${address}/trends`);
  const text = textOf(html);
  expect(text).toMatch(/violent incidents/);
  expect(text).toMatch(/What changed: /);
  expect(text).toMatch(/Still clear after correction: \d+\./);
  expect(text).toMatch(/Women killed by partners: between \d+ and \d+ a year/);
  expect(/<main\b.*<\/main>/s.exec(html)?.[0]).not.toMatch(/ style="/);
});

test('what was seized, and how much of it was traced', async () => {
  const text = textOf(await drawnPage(`${address}/trends`));
  const weapons = await numbersOf(`
    select coalesce(sum(count), 0) as all, coalesce(sum(count) filter (where traced = 'yes'), 0) as yes,
      coalesce(sum(count) filter (where traced = 'no'), 0) as no
    from weapons join incidents on incidents.id = weapons.incident_id
    where ${isSeizure} and ${inLastMonths()} and class <> 'ammunition'`);
  const seizures = await countOf(`${isSeizure} and ${inLastMonths()}`);
  expect(numbersIn(/[\d,]+ weapon seizures with [\d,]+ weapons/.exec(text)?.[0] ?? '')).toEqual([seizures, weapons.all]);
  const said = numbersIn(/origin was traced: (.*?) \(/.exec(text)?.[1] ?? '');
  expect(said).toEqual([weapons.yes, weapons.all! - weapons.no!, weapons.all]);
});

test('large seizures of a place by year, each number of which leads to its incidents', async () => {
  const html = await drawnPage(`${address}/trends?country=RS&tables=open`);
  const counted = await select(`
    with seizures as (
      select extract(year from occurred_on)::text as year,
        (select coalesce(sum(count), 0) from weapons w where w.incident_id = i.id and class <> 'ammunition') as weapons,
        exists (select from weapons w where w.incident_id = i.id and class <> 'ammunition' and count is null)
          or not exists (select from weapons w where w.incident_id = i.id) as lacks_number
      from incidents i where ${isSeizure} and country = 'RS' and status = 'published')
    select year, count(*)::int as all, count(*) filter (where weapons >= 5)::int as large,
      count(*) filter (where lacks_number and weapons < 5)::int as unknown,
      sum(weapons)::int as weapons, coalesce(sum(weapons) filter (where weapons >= 5), 0)::int as "inLarge"
    from seizures group by 1 order by 1`);
  const share = (part: unknown, whole: unknown) => `${Math.round((Number(part) / Number(whole)) * 100)}%`;
  const shown = tableOf(html, 'Large seizures').map(([year = '', ...cells]) => [
    year.slice(0, 4),
    ...cells.map((cell) => (cell.endsWith('%') ? cell : (numbersIn(cell)[0] ?? cell))),
  ]);
  expect(shown.length).toBeGreaterThan(5);
  expect(shown).toEqual(
    counted.map(({ year, all, large, unknown, weapons, inLarge }) =>
      [year, all, large, share(large, all), unknown, weapons, inLarge].concat(share(inLarge, weapons)),
    ),
  );
  const links = html.match(/\/explore\?country=RS&amp;from=\d{4}-01-01&amp;min_weapons=5&amp;to=[-\d]+&amp;type=weapon_seizure"/g);
  expect(links?.length).toBeGreaterThanOrEqual(counted.filter(({ large }) => Number(large) > 0).length);
});

test('a period before the data has no number, not even zero', async () => {
  const text = textOf(await drawnPage(`${address}/trends?from=1999-01-01&to=1999-12-31`));
  expect(text).toContain('There is no data in 1999. The data covers');
  expect(text).toMatch(/ All incidents (?!in)/);
  expect(text).not.toMatch(/\b0 (incidents|people)|0%/);
});

test('women killed by partners; whether it has got better or worse in Albania, and whether that is real', async () => {
  const page = await open('/');
  await page.getByRole('link', { name: 'Trends', exact: true }).first().click();
  const chart = page.getByRole('region', { name: /^Women killed by partners/ });
  await chart.getByRole('button', { name: /as a table/ }).click();
  await chart.getByRole('row').nth(1).waitFor();
  const counted = await select(`
    select extract(year from occurred_on)::text as year,
      count(*) filter (where relationship = 'intimate_partner')::int as partner,
      count(*) filter (where relationship = 'not_reported')::int as unknown
    from people join incidents on incidents.id = people.incident_id
    where role = 'victim' and sex = 'woman' and outcome = 'killed' and ${isViolence} group by 1 order by 1`);
  const rows = (await chart.getByRole('row').allInnerTexts()).slice(1).map((row) => row.split('\t').map((cell) => cell.trim()));
  expect(rows.some(([, partner]) => Number(partner) > 0)).toBe(true);
  expect(rows.map(([year = '', ...cells]) => [year.slice(0, 4), ...cells.slice(0, 2).map(Number)])).toEqual(
    counted.map(({ year, partner, unknown }) => [year, partner, unknown]),
  );

  await page.getByRole('button', { name: /^Filters/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('checkbox', { name: /^Albania/ })
    .click();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1, name: /in Albania/ }).waitFor();
  // The title is there before the year that it is compared with.
  const lead = page
    .getByRole('region', { name: /in Albania/ })
    .first()
    .locator('p')
    .first();
  await expect.poll(() => lead.innerText()).toMatch(/against [\d,]+\sa\syear\sbefore.*, in /);
  await expectLeadOfAlbania(await lead.innerText());

  const explore = page.getByRole('link', { name: 'Explore these incidents' });
  expect(await explore.getAttribute('href')).toBe('/explore?country=AL&type=violence');
});

test('women killed by partners from 2020 to 2024, by place, in three presses', async () => {
  const page = await open('/');
  await page.getByRole('link', { name: 'Trends', exact: true }).first().click();
  await page.getByRole('button', { name: /^Common periods/ }).click();
  const year = (name: string) => page.getByRole('dialog', { name: 'Common periods' }).getByRole('button', { name, exact: true });
  await year('2020').click();
  await year('2024').click();
  const counted = await select(`
    select country, count(*)::int as women
    from people join incidents on incidents.id = people.incident_id
    where role = 'victim' and sex = 'woman' and outcome = 'killed' and relationship = 'intimate_partner' and ${isViolence}
      and occurred_on between '2020-01-01' and '2024-12-31'
    group by 1`);
  const card = page.getByRole('region', { name: /^Women killed by partners/ });
  await expect
    .poll(async () => {
      const shown = await card.getByRole('list', { name: 'By place' }).getByRole('link').allInnerTexts();
      return shown.flatMap((text) => / (\d+)$/.exec(text)?.[1] ?? []).map(Number);
    })
    .toEqual(counted.map(({ women }) => Number(women)).toSorted((one, other) => other - one));
  const all = counted.reduce((sum, { women }) => sum + Number(women), 0);
  await card.getByRole('link', { name: `Show all ${all} women on the map` }).click();
  await expect.poll(() => page.locator('[data-figure] dd').first().innerText()).toBe(String(all));
});

test('the incidents of the biggest week in Serbia, by pointer and by keyboard', async () => {
  // It begins with a Monday, and ends with a Sunday.
  const [from, to, weeks] = ['2024-01-01', '2024-12-29', 52];
  const [week] = await select(`
    select date_trunc('week', occurred_on)::date::text as monday, count(*)::int as incidents
    from incidents where country = 'RS' and ${isViolence} and status = 'published' and occurred_on between '${from}' and '${to}'
    group by 1 order by 2 desc, 1 limit 1`);
  const at = Math.round((Date.parse(String(week?.monday)) - Date.parse(from)) / (7 * 86_400_000));
  const page = await open(`/trends?country=RS&from=${from}&to=${to}&interval=week&type=violence`);
  // The chart of the page before stays until this one is there.
  await page.getByRole('heading', { level: 1, name: /in Serbia/ }).waitFor();
  const chart = page.getByRole('application').first();
  const drawer = page.getByRole('complementary', { name: 'List of incidents' });
  const title = () => drawer.getByRole('heading').innerText();
  const said = new RegExp(`^${String(week?.incidents)} violent incidents in Serbia, `);

  // Numbers left of the plot, and words right of it.
  const [left, right] = [38, 158];
  const { width } = (await chart.boundingBox())!;
  await chart.click({ position: { x: left + (at / (weeks - 1)) * (width - left - right), y: 150 } });
  await expect.poll(title).toMatch(said);
  expect(await drawer.getByRole('listitem').count()).toBeGreaterThan(3);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });

  await chart.focus();
  // The first step is to the first week, or from it to the next.
  if (at === 0) await page.keyboard.press('ArrowRight');
  for (let step = 0; step < at; step++) await page.keyboard.press('ArrowRight');
  if (at === 0) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect.poll(title).toMatch(said);
});
