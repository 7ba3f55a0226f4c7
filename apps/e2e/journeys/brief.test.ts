import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { absent, realFiles } from '../../api/database-tests/real-files.ts';
import { type Database, openDatabase } from '../../../packages/store/database-tests/open-database.ts';
import { monitor, runMonitor } from '../run-monitor.ts';
import { type RunningProduct, startProduct } from '../running-product.ts';
import { atRest, openPage, useBrowser } from '../visit.ts';

/* Briefs as `monitor report` makes them, held to the API and to SQL. */

let product: RunningProduct;
let database: Database;
let folder: string;
beforeAll(async () => {
  product = await startProduct(inject('cluster'));
  database = await openDatabase(product.databaseUrl);
  folder = await mkdtemp(join(tmpdir(), 'monitor-briefs-'));
});
afterAll(async () => {
  await database.close();
  await product.remove();
  await rm(folder, { recursive: true, force: true });
});
const { visit } = useBrowser();

const run = (parameters: readonly string[], environment?: Readonly<Record<string, string>>) =>
  runMonitor(product.databaseUrl, parameters, environment);

async function briefOf(...parameters: string[]): Promise<string> {
  return run(['report', '--output', folder, ...parameters]);
}

interface Pdf {
  readonly pages: readonly string[];
  readonly title: unknown;
  readonly language: unknown;
  readonly marked: boolean | undefined;
  /** Titles of the outline, those of both levels in a row. */
  readonly outline: readonly string[];
  /** Roles of the structure of the first page, such as `Table` and `Figure`. */
  readonly roles: ReadonlySet<string>;
}

async function readPdf(path: string): Promise<Pdf> {
  const document = await getDocumentProxy(new Uint8Array(await readFile(path)));
  const { text } = await extractText(document, { mergePages: false });
  const [{ info }, marks, outline] = await Promise.all([document.getMetadata(), document.getMarkInfo(), document.getOutline()]);
  const roles = new Set<string>();
  const visitNode = (node: object) => {
    if ('role' in node) roles.add(String(node.role));
    if ('children' in node) for (const child of node.children as object[]) visitNode(child);
  };
  for (let page = 1; page <= document.numPages; page++) visitNode((await (await document.getPage(page)).getStructTree()) ?? {});
  const { Title: title, Language: language } = info as { readonly Title?: string; readonly Language?: string };
  const titles = (outline ?? []).flatMap(({ title: own, items }) => [own, ...items.map((item: { title: string }) => item.title)]);
  return {
    pages: text.map((page) => page.replaceAll(/\s+/g, ' ')),
    title,
    language,
    marked: marks?.Marked,
    outline: titles,
    roles,
  };
}

interface Totals {
  readonly incidents: number;
  readonly killed: number;
  readonly injured: number;
  readonly weapons: number;
  readonly large: number;
}

/** The figures of a filter, from the API, which SQL must confirm. */
async function figuresOf(query: string, where: string): Promise<Totals> {
  const ask = async (more: string) => {
    const answer = await fetch(`${product.address}/api/v1/summary?${query}${more}&facets=none&measures=weapons`);
    return ((await answer.json()) as { readonly totals: Totals }).totals;
  };
  const [{ incidents, killed, injured }, { weapons }, { incidents: large }] = await Promise.all([
    ask(''),
    ask('&type=weapon_seizure'),
    ask('&type=weapon_seizure&min_weapons=5'),
  ]);
  const [row] = await database.connections.unsafe<Record<keyof Totals, string>[]>(`
    select count(*) as incidents, coalesce(sum(killed), 0) as killed, coalesce(sum(injured), 0) as injured,
      coalesce(sum((select sum(w.count) from weapons w where w.incident_id = i.id and i.type = 'weapon_seizure'
        and w.class <> 'ammunition')), 0) as weapons,
      count(*) filter (where i.type = 'weapon_seizure' and (select sum(w.count) from weapons w where w.incident_id = i.id
        and w.class <> 'ammunition') >= 5) as large
    from incidents i where ${where}`);
  const found = { incidents, killed, injured, weapons, large };
  expect(found).toEqual(Object.fromEntries(Object.entries(row!).map(([name, count]) => [name, Number(count)])));
  return found;
}

const count = (number: number) => number.toLocaleString('en-GB');

/** A brief of two pages that can be read by everyone and gives these figures. */
async function expectBrief(pdf: Pdf, title: string, figures: Totals): Promise<void> {
  expect(pdf.pages).toHaveLength(2);
  expect(pdf.title).toBe(`${title} – Open Armed Violence Monitor`);
  expect(pdf.language).toBe('en');
  expect(pdf.marked).toBe(true);
  expect(pdf.outline).toEqual(
    expect.arrayContaining([title, 'Incidents per month', 'Incidents by type', 'Weapons seized', 'Cite as']) as string[],
  );
  expect([...pdf.roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'Figure']) as string[]);
  const [front = '', back = ''] = pdf.pages;
  expect(front).toContain(`${count(figures.incidents)} incidents `);
  expect(front).toContain(`${count(figures.killed)} people killed `);
  expect(front).toContain(`${count(figures.injured)} people injured `);
  expect(front).toContain(`${count(figures.weapons)} weapons seized `);
  expect(front).toMatch(new RegExp(`\\b${count(figures.large)} seizures? (was|were) large`));
  expect(back).toContain(`${count(figures.killed)} ${count(figures.injured)} People killed and injured`);
  expect(back).toContain(`All weapons ${count(figures.weapons)} `);
  for (const page of pdf.pages) {
    expect(page).toContain('resolution 1244 (1999)');
    expect(page).toMatch(/Page [12] of 2/);
  }
  expect(front).toContain('The boundaries and names shown');
  expect(back).toMatch(/, dataset version \d+\. http/);
}

test('briefs of all locations and of a region have the figures of the API and of the record', async () => {
  const printed = await briefOf('--period', '2026-Q3', '--place', 'all,RS-00', '--address', 'https://monitor.example');
  expect(printed.trim().split('\n')).toEqual(
    ['all', 'RS-00'].map((place) => join(folder, `armed-violence-brief_${place}_2026-Q3.pdf`)),
  );
  const days = "occurred_on between '2026-07-01' and '2026-09-30'";
  const query = 'from=2026-07-01&to=2026-09-30';
  const all = await readPdf(join(folder, 'armed-violence-brief_all_2026-Q3.pdf'));
  await expectBrief(all, 'All locations, third quarter of 2026', await figuresOf(query, days));
  expect(all.pages.join(' ')).toContain('Synthetic data');
  expect(all.pages[0]).toContain(`monitor.example/report?${query}`);
  const region = await readPdf(join(folder, 'armed-violence-brief_RS-00_2026-Q3.pdf'));
  await expectBrief(
    region,
    'Beograd, third quarter of 2026',
    await figuresOf(`${query}&region=RS-00`, `${days} and region = 'RS-00'`),
  );
});

test('a print for tomorrow: two presses lead from the front door to a brief of a place, whose two sheets have the figures of SQL', async () => {
  const page = await visit(product.address);
  await page.getByRole('navigation').getByRole('link', { name: 'Brief', exact: true }).click();
  await page.getByLabel(/^Location/).selectOption('AL');
  const heading = page.getByRole('heading', { level: 1, name: /^Albania, \w+ quarter of \d{4}$/ });
  await heading.waitFor();
  await page.locator('[data-map] [data-rate-map]').waitFor();
  await atRest(page);
  const path = join(folder, 'printed.pdf');
  await page.pdf({ path, preferCSSPageSize: true, tagged: true, outline: true });
  const { searchParams } = new URL(page.url());
  const [from, to] = ['from', 'to'].map((name) => searchParams.get(name) ?? '');
  expect([from, to].every((day) => /^\d{4}-\d\d-\d\d$/.test(day!))).toBe(true);
  const where = `country = 'AL' and occurred_on between '${from}' and '${to}'`;
  await expectBrief(await readPdf(path), await heading.innerText(), await figuresOf(`country=AL&from=${from}&to=${to}`, where));
});

test('the picture is square, and of 1080 pixels', async () => {
  await briefOf('--period', '2025', '--place', 'XK', '--picture', 'killed', '--server', product.address);
  const png = await readFile(join(folder, 'armed-violence-brief_XK_2025_killed.png'));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1080, 1080]);
});

test.each([
  [['--period', '2031-Q1'], /There is no data in 2031-Q1\. The data covers 2014-01-01 to /],
  [['--period', '2026-Q3', '--place', 'US'], /There is no data for United States \(US\)\. There is data for AL, BA, /],
  [['--period', '2026-13'], /--period must be a month \(2026-09\), a quarter \(2026-Q3\) or a year \(2025\), not "2026-13"\./],
  [['--period', '2026', '--place', 'ZZ'], /--place: there is no location or region "ZZ"\./],
])('%j says what is wrong', async (parameters, message) => {
  await expect(briefOf('--server', product.address, ...parameters)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(message),
  });
});

test('without a browser, or a server, the command says what to do', async () => {
  const nothing = { CHROME_PATH: '', PATH: '/nowhere', PLAYWRIGHT_BROWSERS_PATH: '/nowhere' };
  const none = run(['report', '--period', '2026', '--output', folder, '--server', product.address], nothing);
  await expect(none).rejects.toMatchObject({
    stderr: expect.stringMatching(/Install one \(Debian: apt-get install chromium\), or set CHROME_PATH/),
  });
  await expect(briefOf('--period', '2026', '--server', 'http://127.0.0.1:9')).rejects.toMatchObject({
    stderr: expect.stringContaining('No server answers at http://127.0.0.1:9'),
  });
});

test('Ctrl-C ends it, and leaves no half file', async () => {
  const own = join(folder, 'cancelled');
  const parameters = [monitor, 'report', '--period', '2026-Q3', '--place', 'every', '--output', own, '--server', product.address];
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    if (!said.includes('1 of ') && (said + part).includes('1 of ')) child.kill('SIGINT');
    said += part;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(130);
  expect((await readdir(own)).filter((name) => !name.endsWith('.pdf'))).toEqual([]);
});

test('the page of a brief has controls, which are not printed, and no sheet runs over', async () => {
  const page = await visit(`${product.address}/report?country=RS&from=2026-07-01&to=2026-09-30`);
  await page.getByRole('heading', { level: 1, name: 'Serbia, third quarter of 2026' }).waitFor();
  await page.getByLabel(/^Location/).selectOption('ME');
  await page.getByRole('heading', { level: 1, name: 'Montenegro, third quarter of 2026' }).waitFor();
  await page.getByLabel(/^Length/).selectOption('year');
  await page.getByRole('heading', { level: 1, name: 'Montenegro, 2026' }).waitFor();
  await page.getByLabel(/^Period/).selectOption({ label: '2025' });
  await page.getByRole('heading', { level: 1, name: 'Montenegro, 2025' }).waitFor();
  expect(page.url()).toBe(`${product.address}/report?country=ME&from=2025-01-01&to=2025-12-31`);
  for (const place of ['', 'country=BA&', 'country=XK&', 'region=RS-00&', 'country=MD&'])
    for (const days of ['from=2026-08-01&to=2026-08-31', 'from=2025-10-01&to=2025-12-31', 'from=2014-01-01&to=2014-12-31']) {
      await openPage(page, `${product.address}/report?${place}${days}`);
      await page.locator('[data-map] [data-rate-map]').waitFor();
      await atRest(page);
      await page.emulateMedia({ media: 'print' });
      // What is drawn in the width that there is is drawn again for paper.
      const over = `[...document.querySelectorAll('[data-page]')].map((one) => one.scrollHeight - one.clientHeight)`;
      await expect.poll(() => page.evaluate(over), { message: `${place}${days}` }).toEqual([0, 0]);
      const body = `[...document.querySelectorAll('[data-page] > :nth-child(2)')].map((one) => Math.max(0, one.scrollHeight - one.clientHeight - 1))`;
      await expect.poll(() => page.evaluate(body), { message: `${place}${days}` }).toEqual([0, 0]);
      expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
      await page.emulateMedia({ media: 'screen' });
    }
});

test.skipIf(absent)('a brief of real data has the figures of the record', async () => {
  await run([
    'import',
    ...(await realFiles('gva-2017', (file) => file === '2017-09.csv')),
    '--format',
    'gva',
    '--dataset',
    'gva-2017',
  ]);
  await briefOf('--period', '2017-09', '--place', 'US,US-IL');
  const us = await readPdf(join(folder, 'armed-violence-brief_US_2017-09.pdf'));
  const days = "occurred_on between '2017-09-01' and '2017-09-30'";
  const query = 'from=2017-09-01&to=2017-09-30';
  await expectBrief(us, 'United States, September 2017', await figuresOf(`${query}&country=US`, `${days} and country = 'US'`));
  expect(us.pages.join(' ')).not.toContain('Synthetic');
  expect(us.pages[1]).toContain('Gun Violence Archive');
  const state = await readPdf(join(folder, 'armed-violence-brief_US-IL_2017-09.pdf'));
  await expectBrief(state, 'Illinois, September 2017', await figuresOf(`${query}&region=US-IL`, `${days} and region = 'US-IL'`));
});
