import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { ask } from '../ask.ts';
import { absent, importReal, realFiles } from '../../api/database-tests/real-files.ts';
import { ready, useReadyDatabase } from '../../cli/database-tests/ready-database.ts';
import { importDrafts } from '../../../packages/store/database-tests/test-database.ts';
import { placelessDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { runCommand } from '../../cli/database-tests/run-command.ts';
import { type Database, openDatabase } from '../../../packages/store/database-tests/open-database.ts';
import { copyTemplate, dropDatabase, type Template } from '../../../packages/store/database-tests/template-database.ts';
import { deep } from '../../../testing/depth.ts';
import { type Pdf, readPdf } from '../read-pdf.ts';
import { onePage } from '../one-page.ts';
import { atRest, contentOf } from '../visit.ts';

/* Briefs as the page prints them and as `monitor report` makes them, held to the API and to SQL. */

const address = inject('address');
const { open } = onePage();
const small = useReadyDatabase();
let record: Database;
let folder: string;
beforeAll(async () => {
  record = await openDatabase(inject('databaseUrl'), { connections: 1 });
  folder = await mkdtemp(join(tmpdir(), 'monitor-briefs-'));
});
afterAll(async () => {
  await record.close();
  await rm(folder, { recursive: true, force: true });
});

interface Totals {
  readonly incidents: number;
  readonly killed: number;
  readonly injured: number;
  readonly weapons: number;
  readonly large: number;
}

/** Violence and seizures of a filter, from the API, which SQL must confirm. */
async function figuresOf(query: string, where: string): Promise<Totals> {
  const totalsOf = async (more: string) =>
    (await ask<{ readonly totals: Totals }>(`summary?${query}${more}&facets=none&measures=weapons`)).totals;
  const [{ incidents, killed, injured }, { weapons }, { incidents: large }] = await Promise.all([
    totalsOf('&type=violence'),
    totalsOf('&type=weapon_seizure'),
    totalsOf('&type=weapon_seizure&min_weapons=5'),
  ]);
  const found = { incidents, killed, injured, weapons, large };
  expect(found).toEqual(await recorded(record, where));
  return found;
}

/** The same from SQL. */
async function recorded({ connections }: Database, where: string): Promise<Totals> {
  const [row] = await connections.unsafe<Record<keyof Totals, string>[]>(`
    select count(*) filter (where violent) as incidents, coalesce(sum(killed) filter (where violent), 0) as killed,
      coalesce(sum(injured) filter (where violent), 0) as injured,
      coalesce(sum((select sum(w.count) from weapons w where w.incident_id = i.id and i.type = 'weapon_seizure'
        and w.class <> 'ammunition')), 0) as weapons,
      count(*) filter (where i.type = 'weapon_seizure' and (select sum(w.count) from weapons w where w.incident_id = i.id
        and w.class <> 'ammunition') >= 5) as large
    from (select *, type not in ('weapon_seizure', 'weapon_theft') as violent from incidents) as i where ${where}`);
  return Object.fromEntries(Object.entries(row!).map(([name, value]) => [name, Number(value)])) as unknown as Totals;
}

const count = (number: number) => number.toLocaleString('en-GB');

/** A brief of two pages that can be read by everyone and gives these figures. */
async function expectBrief(pdf: Pdf, title: string, figures: Totals): Promise<void> {
  expect(pdf.pages).toHaveLength(2);
  expect(pdf.title).toBe(`${title} – Open Armed Violence Monitor`);
  expect(pdf.language).toBe('en');
  expect(pdf.marked).toBe(true);
  expect(pdf.outline).toEqual(
    expect.arrayContaining([title, 'Violent incidents by type', 'Weapons seized', 'Cite as']) as string[],
  );
  expect([...pdf.roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'Figure']) as string[]);
  const [front = '', back = ''] = pdf.pages;
  expect(front).toContain(`${count(figures.incidents)} violent incidents `);
  expect(front).toContain(`${count(figures.killed)} people killed `);
  expect(front).toContain(`${count(figures.injured)} people injured `);
  expect(front).toContain(`${count(figures.weapons)} weapons seized `);
  expect(front).toMatch(new RegExp(`\\b${count(figures.large)} of [\\d,]+ seizures (was|were) large`));
  expect(back).toContain(`${count(figures.killed)} ${count(figures.injured)} Weapon seizures `);
  expect(back).toContain(`All weapons ${count(figures.weapons)} `);
  for (const page of pdf.pages) {
    expect(page).toContain('resolution 1244 (1999)');
    expect(page).toMatch(/Page [12] of 2/);
  }
  expect(front).toContain('The boundaries and names shown');
  expect(back).toMatch(/, dataset version \d+\. http/);
}

test('two presses lead from the front door to a brief of a place, whose two sheets have the figures of SQL, and none of which runs over', async () => {
  const page = await open('/');
  await page.getByRole('navigation').getByRole('link', { name: 'Reports', exact: true }).click();
  await page.getByLabel(/^Location/).selectOption('AL');
  const heading = page.getByRole('heading', { level: 1, name: /^Albania, \w+ quarter of \d{4}$/ });
  await heading.waitFor();
  await isDrawn(page);
  const path = join(folder, 'printed.pdf');
  await page.pdf({ path, preferCSSPageSize: true, tagged: true, outline: true });
  const { searchParams } = new URL(page.url());
  const [from, to] = ['from', 'to'].map((name) => searchParams.get(name) ?? '');
  expect([from, to].every((day) => /^\d{4}-\d\d-\d\d$/.test(day!))).toBe(true);
  const where = `country = 'AL' and occurred_on between '${from}' and '${to}'`;
  const figures = await figuresOf(`country=AL&from=${from}&to=${to}`, where);
  await expectBrief(await readPdf(path), await heading.innerText(), figures);

  const [picture] = await Promise.all([page.waitForEvent('download'), page.locator('[data-action="picture"]').click()]);
  expect(sizeOfPng(await contentOf(picture))).toEqual([1080, 1080]);

  for (const chosen of deep ? allSheets : someSheets) await expectNothingRunsOver(page, chosen);
});

/** A place, and its length and first day of the period. */
type Sheet = readonly [country: string, region: string, unit: string, from: string, title: RegExp];

const places = [
  ['', '', 'All locations'],
  ['BA', '', 'Bosnia and Herzegovina'],
  ['XK', '', 'Kosovo\\*'],
  ['RS', 'RS-00', 'Beograd'],
  ['MD', '', 'Moldova'],
] as const;
const periods = [
  ['month', '2026-08-01', 'August 2026'],
  ['quarter', '2025-10-01', 'fourth quarter of 2025'],
  ['year', '2014-01-01', '2014'],
] as const;
const allSheets = places.flatMap(([country, region, name]) =>
  periods.map(([unit, from, words]): Sheet => [country, region, unit, from, new RegExp(`^${name}, ${words}$`)]),
);
/** Each place once, and so each length of a period. */
const someSheets = allSheets.filter((_, index) => index % 3 === Math.floor(index / 3) % 3);

/** The controls lead to a brief, are not printed, and no sheet of it runs over. */
async function expectNothingRunsOver(page: Page, [country, region, unit, from, title]: Sheet): Promise<void> {
  await page.getByLabel(/^Location/).selectOption(country);
  if (region !== '') await page.getByLabel(/^Region/).selectOption(region);
  await page.getByLabel(/^Length/).selectOption(unit);
  await page.getByLabel(/^Period/).selectOption(from);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  const { searchParams } = new URL(page.url());
  expect(['country', 'region', 'from'].map((name) => searchParams.get(name) ?? '')).toEqual([
    region === '' ? country : '',
    region,
    from,
  ]);
  await isDrawn(page);
  await page.emulateMedia({ media: 'print' });
  // What is drawn in the width that there is is drawn again for paper.
  const over = `[...document.querySelectorAll('[data-page]')].map((one) => one.scrollHeight - one.clientHeight)`;
  await expect.poll(() => page.evaluate(over), { message: String(title) }).toEqual([0, 0]);
  const body = `[...document.querySelectorAll('[data-page] > :nth-child(2)')].map((one) => Math.max(0, one.scrollHeight - one.clientHeight - 1))`;
  await expect.poll(() => page.evaluate(body), { message: String(title) }).toEqual([0, 0]);
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
}

async function isDrawn(page: Page): Promise<void> {
  await page.locator('[data-map] [data-rate-map]').waitFor();
  await atRest(page);
}

test('`monitor report` makes briefs of all locations and of a region, with the figures of the API and of the record', async () => {
  const options = `--period 2026-Q3 --place all,RS-00 --address https://monitor.example --server ${address}`;
  const { printed } = await runCommand(`report --output . ${options}`, { url: '', folder });
  const files = ['all', 'RS-00'].map((place) => join(folder, `armed-violence-brief_${place}_2026-Q3.pdf`));
  expect(printed.split('\n')).toEqual(files);
  const [all, region] = await Promise.all(files.map(readPdf));
  const where = "occurred_on between '2026-07-01' and '2026-09-30'";
  const query = 'from=2026-07-01&to=2026-09-30';
  await expectBrief(all!, 'All locations, third quarter of 2026', await figuresOf(query, where));
  expect(all!.pages.join(' ')).toContain('Synthetic data');
  expect(all!.pages[0]).toContain(`monitor.example/report?${query}`);
  const figures = await figuresOf(`${query}&region=RS-00`, `${where} and region = 'RS-00'`);
  await expectBrief(region!, 'Beograd, third quarter of 2026', figures);
});

test('`monitor report` makes a brief from a server that it starts, of the record that this is told of', async () => {
  await importDrafts(small.database, [placelessDraft]);
  await runCommand('report --output . --period 2024 --place RS', { url: small.url, folder });
  const [front] = (await readPdf(join(folder, 'armed-violence-brief_RS_2024.pdf'))).pages;
  expect(front).toContain('1 violent incident ');
});

test('`monitor report --picture` makes a square picture of 1080 pixels', async () => {
  await runCommand(`report --output . --period 2025 --place XK --picture killed --server ${address}`, { url: '', folder });
  expect(sizeOfPng(await readFile(join(folder, 'armed-violence-brief_XK_2025_killed.png')))).toEqual([1080, 1080]);
});

test('`monitor report` that is interrupted ends, and leaves no half file', async () => {
  const interruption = new AbortController();
  const report = runCommand(`report --output cancelled --period 2026-Q3 --place every --server ${address}`, {
    url: '',
    folder,
    signal: interruption.signal,
    onSaid: (text) => {
      if (text.startsWith('1 of ')) interruption.abort(new Error('Ctrl-C'));
    },
  });
  await expect(report).rejects.toThrow('Ctrl-C');
  expect(await readdir(join(folder, 'cancelled'))).toEqual([]);
});

const september: Template = {
  name: 'gva_september_2017',
  from: ready,
  async fill(database) {
    await importReal(database, 'gva-2017', await realFiles('gva-2017', (file) => file === '2017-09.csv'));
  },
};

// It shows no more than the one before but on other data.
test.skipIf(absent || !deep)('a brief of real data has the figures of the record', async () => {
  const url = await copyTemplate(inject('cluster'), september);
  const database = await openDatabase(url, { connections: 1 });
  try {
    await runCommand('report --output . --period 2017-09 --place US-IL', { url, folder });
    const where = "occurred_on between '2017-09-01' and '2017-09-30' and region = 'US-IL'";
    const brief = await readPdf(join(folder, 'armed-violence-brief_US-IL_2017-09.pdf'));
    await expectBrief(brief, 'Illinois, September 2017', await recorded(database, where));
    expect(brief.pages.join(' ')).not.toContain('Synthetic');
    expect(brief.pages[1]).toContain('Gun Violence Archive');
  } finally {
    await database.close();
    await dropDatabase(url);
  }
});

/** Width and height in pixels. */
function sizeOfPng(png: Buffer): readonly [number, number] {
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
