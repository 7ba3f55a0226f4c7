import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { ready } from '../../cli/database-tests/ready-database.ts';
import { drawnPage, partOf, textOf } from '../drawn-page.ts';
import { keyFigure } from '../figures.ts';
import { pressIn } from '../keyboard.ts';
import { runMonitor } from '../run-monitor.ts';
import { type RunningProduct, startProduct } from '../running-product.ts';
import { openPage, useBrowser } from '../visit.ts';

/*
 * A product without data, into which the command imports two files while it runs: one like those of the Gun Violence Archive, of a single
 * place and year; and one that says of nobody whether he was killed or injured, and in which one location begins later than the other.
 */

const daily = {
  incident_id: '77',
  date: '2017-03-04',
  state: 'Ohio',
  city_or_county: 'Columbus',
  n_killed: '2',
  n_injured: '0',
  incident_characteristics: 'Murder/Suicide',
  participant_status: '0::Killed||1::Killed',
  participant_type: '0::Victim||1::Subject-Suspect',
  sources: 'http://www.example.org/zzyzx-qwertyname-shot',
  incident_url: 'http://www.gunviolencearchive.org/incident/77',
};
const calm: typeof daily = {
  ...daily,
  incident_id: '78',
  city_or_county: 'Dayton',
  n_killed: '0',
  incident_characteristics: 'Shots Fired - No Injuries',
  participant_status: '0::Unharmed||1::Unharmed',
  incident_url: 'http://www.gunviolencearchive.org/incident/78',
};
const shot = (date: string, index: number): typeof daily => ({
  ...daily,
  date,
  incident_id: String(1000 + index),
  city_or_county: 'Cleveland',
  n_killed: '1',
  incident_characteristics: 'Shot - Dead',
  participant_status: '0::Killed',
  participant_type: '0::Victim',
  incident_url: `http://www.gunviolencearchive.org/incident/${1000 + index}`,
});
const silentMapping = `
dataset: { slug: silent, title: Shots heard, licence: CC0-1.0, attribution: Nobody }
incident:
  source_key: number
  occurred_on: { column: day, formats: YYYY-MM-DD }
  country: { column: country }
  type: { value: public_dispute }
`;

/** Every day from one to another, some days apart. */
function daysFrom(from: string, to: string, step = 1): string[] {
  const days: string[] = [];
  for (const day = new Date(from); day <= new Date(to); day.setUTCDate(day.getUTCDate() + step))
    days.push(day.toISOString().slice(0, 10));
  return days;
}

const archived = [daily, calm, ...daysFrom('2017-01-01', '2017-12-31').map(shot)];
const heard = [
  ...daysFrom('2019-01-01', '2021-12-31', 3).map((day) => [day, 'RS'] as const),
  ...daysFrom('2020-03-01', '2021-12-31', 3).map((day) => [day, 'XK'] as const),
];

let product: RunningProduct;
let folder: string;
/** The front door before the first import, and after it. */
let empty: string;
let ofOne: string;
beforeAll(async () => {
  product = await startProduct(inject('cluster'), 0, ready);
  folder = await mkdtemp(join(tmpdir(), 'monitor-import-'));
  empty = await drawnPage(product.address);
  const asArchive = ['--format', 'gva', '--dataset', 'archive'];
  await importFile('archive', [Object.keys(daily), ...archived.map((row) => Object.values(row))], asArchive);
  ofOne = await drawnPage(product.address);
  const mapping = join(folder, 'silent.yaml');
  await writeFile(mapping, silentMapping);
  const rows = heard.map(([day, country], index) => [`s-${index}`, day, country]);
  await importFile('silent', [['number', 'day', 'country'], ...rows], ['--format', 'generic', '--mapping', mapping]);
});
afterAll(async () => {
  await product.remove();
  await rm(folder, { recursive: true, force: true });
});
const { visit } = useBrowser({ expectedErrors: /410/ });

/** Writes a file and imports it, until the running product has its incidents. */
async function importFile(slug: string, rows: readonly (readonly string[])[], format: readonly string[]): Promise<void> {
  const file = join(folder, `${slug}.csv`);
  await writeFile(file, rows.map((row) => `${row.join(',')}\n`).join(''));
  await runMonitor(product.databaseUrl, ['import', file, ...format]);
  const isThere = async () => {
    const answer = await fetch(`${product.address}/api/v1/summary?dataset=${slug}&facets=none`);
    const { totals } = (await answer.json()) as { readonly totals?: { readonly incidents: number } };
    return totals?.incidents === rows.length - 1;
  };
  await vi.waitUntil(isThere, { timeout: 60_000, interval: 200 });
}

test('without data it says so; with data of one place and year it shows that, and why no change is given', () => {
  expect(textOf(empty)).toContain('There is no data yet.');
  const text = textOf(ofOne);
  expect(text).toContain(`${archived.length} violent incidents`);
  expect(text).toContain('No earlier data');
  expect(text).toContain('The datasets of this period do not record weapon seizures.');
  expect(ofOne.match(/data-place="/g)).toHaveLength(1);
});

test('a location that begins between two periods makes no rise, and a dataset that reports nobody killed shows no zeros', async () => {
  const finding = async (query: string) =>
    textOf(partOf(await drawnPage(`${product.address}/explore?dataset=silent&${query}`), 'data-finding', 'incidents'));
  expect(await finding('country=RS&from=2020-01-01&to=2020-12-31')).toMatch(/\d a year before \(/);
  expect(await finding('country=XK&from=2021-01-01&to=2021-12-31')).toMatch(/Data starts on 1 Mar 2020, too late to compare/);

  const page = await visit(`${product.address}/explore?dataset=silent&from=2020-01-01&to=2020-12-31`);
  expect(await keyFigure(page, 'incidents')).toBe(heard.filter(([day]) => day.startsWith('2020')).length);
  for (const measure of ['killed', 'injured'])
    expect(await page.locator(`[data-figure=${measure}] dd`).allInnerTexts()).toEqual(['–', 'not reported']);
  const incidents = page.locator('[data-finding=incidents]');
  await incidents.getByText(/a year before, without \d+% of the incidents \(/).waitFor();
  const leftOut = /Comparisons leave out Kosovo\* in Shots heard \(\d+ incidents\), which covers Mar 2020 – 2021 only\./;
  await page.getByText(leftOut).waitFor();
  await incidents.getByRole('button', { name: /^About this change/, disabled: false }).click();
  await expect.poll(() => page.getByRole('dialog').innerText()).toMatch(leftOut);
  await pressIn(page.getByRole('dialog'), 'Escape');
  // The line goes on, and all of it is drawn beside it.
  const chart = page.getByRole('region', { name: 'All incidents per month', exact: true });
  await chart.getByRole('listitem').filter({ hasText: 'all data' }).waitFor();

  // Months before the data begins are not zeros.
  await page.getByRole('checkbox', { name: 'Kosovo*' }).click();
  await incidents.getByText('No earlier data').waitFor();
  await chart.getByRole('button', { name: /as a table/ }).click();
  const readRows = async () =>
    (await chart.getByRole('row').allInnerTexts()).slice(1, 4).map((row) => row.split('\t').map((cell) => cell.trim()));
  await expect.poll(readRows).toEqual([
    ['January 2020', '–', 'no data'],
    ['February 2020', '–', 'no data'],
    ['March 2020', '11', 'Shots heard starts on 1 Mar 2020'],
  ]);
});

test('suicides among the killed are named; a record leads to its sources and names nobody, or says what is withheld', async () => {
  const together = 'Gun Violence Archive: the number of people killed includes suicides.';
  expect(textOf(await drawnPage(`${product.address}/explore?dataset=silent`))).not.toContain('killed includes suicides');
  const page = await visit(`${product.address}/explore?dataset=archive&from=2017-03-04&to=2017-03-04`);
  expect(await keyFigure(page, 'killed')).toBe(3);
  await page.getByText(together).waitFor();

  // The rows that stand in for the grid until it is loaded cannot be pressed.
  const grid = page.getByRole('grid', { name: 'Table' });
  const record = page.getByRole('region', { name: 'Record', exact: true });
  await grid.getByText('Dayton').click();
  await record.getByText('example.org').waitFor();
  expect(await record.getByRole('link', { name: /gunviolencearchive\.org/ }).getAttribute('href')).toBe(calm.incident_url);
  await record.getByText(/We show a link only if its address cannot name anyone/).waitFor();
  expect(await page.content()).not.toMatch(/zzyzx|qwertyname/i);

  await grid.getByText('Columbus').click();
  await record.getByRole('cell', { name: 'Died by suicide' }).waitFor();
  await record.getByText('In this dataset the number of people killed includes suicides.').waitFor();
  await record.getByText(/To protect people, we withhold details of this incident on purpose/).waitFor();
  await record.getByText('Links to reports are withheld to protect people.').waitFor();
  await record.getByText('gunviolencearchive.org').waitFor();
  expect(await record.getByRole('link', { name: /gunviolencearchive|example/ }).count()).toBe(0);

  // The address of a record whose dataset was removed says so, with the day.
  await runMonitor(product.databaseUrl, ['remove', 'archive', '--yes']);
  await openPage(page);
  await record.getByText(/This incident was part of the dataset “.+”\. It was removed on \d+ \w+ \d{4}/).waitFor();
  expect(await record.getByRole('button', { name: 'Try again' }).count()).toBe(0);
});
