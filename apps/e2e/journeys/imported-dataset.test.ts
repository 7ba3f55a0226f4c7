import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { keyFigure } from '../figures.ts';
import { runMonitor } from '../run-monitor.ts';
import { type RunningProduct, startProduct } from '../running-product.ts';
import { useBrowser } from '../visit.ts';

/*
 * A file like those of the Gun Violence Archive, imported by the command while the product runs, and removed again; and one that says of
 * nobody whether he was killed or injured.
 */

const row = {
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
const calm: typeof row = {
  ...row,
  incident_id: '78',
  city_or_county: 'Dayton',
  n_killed: '0',
  incident_characteristics: 'Shots Fired - No Injuries',
  participant_status: '0::Unharmed||1::Unharmed',
  incident_url: 'http://www.gunviolencearchive.org/incident/78',
};
const silentMapping = `
dataset: { slug: silent, title: Shots heard, licence: CC0-1.0, attribution: Nobody }
incident:
  source_key: number
  occurred_on: { column: day, formats: YYYY-MM-DD }
  country: { value: RS }
  type: { value: public_dispute }
`;
const together = 'Gun Violence Archive: the number of people killed includes suicides.';

let product: RunningProduct;
let folder: string;
beforeAll(async () => {
  product = await startProduct(inject('cluster'));
  folder = await mkdtemp(join(tmpdir(), 'monitor-import-'));
  const file = join(folder, 'archive.csv');
  const lines = [Object.keys(row), ...[row, calm].map((one) => Object.values(one))];
  await writeFile(file, lines.map((line) => `${line.join(',')}\n`).join(''));
  await runMonitor(product.databaseUrl, ['import', file, '--format', 'gva', '--dataset', 'archive']);
  const silent = join(folder, 'silent.csv');
  const mapping = join(folder, 'silent.yaml');
  await writeFile(silent, 'number,day\ns-1,2020-05-01\ns-2,2020-06-01\ns-3,2020-06-02\n');
  await writeFile(mapping, silentMapping);
  await runMonitor(product.databaseUrl, ['import', silent, '--format', 'generic', '--mapping', mapping]);
  // The running product takes new data in a moment after it is published.
  const isThere = async () => (await incidentsOf(await fetch(`${product.address}/api/v1/summary?dataset=archive,silent`))) === 5;
  await vi.waitUntil(isThere, { timeout: 60_000, interval: 200 });
});
afterAll(async () => {
  await product.remove();
  await rm(folder, { recursive: true, force: true });
});
const { visit } = useBrowser({ expectedErrors: /410/ });

async function incidentsOf(answer: Response): Promise<number | undefined> {
  const { totals } = (await answer.json()) as { readonly totals?: { readonly incidents: number } };
  return totals?.incidents;
}

test('where suicides are among the killed, the figures say so; elsewhere they do not', async () => {
  const page = await visit(`${product.address}/explore?dataset=archive`);
  expect(await keyFigure(page, 'killed')).toBe(2);
  await page.getByText(together).waitFor();
  const demo = await visit(`${product.address}/explore?dataset=demo`);
  expect(await keyFigure(demo, 'killed')).toBeGreaterThan(2);
  expect(await demo.getByText(/killed includes suicides/).count()).toBe(0);
});

test('of a dataset that reports neither killed nor injured, no figure says that there were none', async () => {
  const page = await visit(`${product.address}/explore?dataset=silent`);
  expect(await keyFigure(page, 'Incidents')).toBe(3);
  for (const measure of ['killed', 'injured'])
    expect(await page.locator(`[data-figure=${measure}] dd`).allInnerTexts()).toEqual(['–', 'not reported']);
});

test('the record leads to its sources, and names nobody', async () => {
  const page = await visit(`${product.address}/explore?dataset=archive`);
  // The rows that stand in for the grid until it is loaded cannot be pressed.
  await page.getByRole('grid', { name: 'Table' }).getByText('Dayton').click();
  const record = page.getByRole('region', { name: 'Record', exact: true });
  await record.getByText('example.org').waitFor();
  expect(await record.getByRole('link', { name: /gunviolencearchive\.org/ }).getAttribute('href')).toBe(calm.incident_url);
  await record.getByText(/We show a link only if its address cannot name anyone/).waitFor();
  expect(await page.content()).not.toMatch(/zzyzx|qwertyname/i);
});

test('the record of an incident that could expose people says what is withheld, and leads nowhere', async () => {
  const page = await visit(`${product.address}/explore?dataset=archive`);
  await page.getByRole('grid', { name: 'Table' }).getByText('Columbus').click();
  const record = page.getByRole('region', { name: 'Record', exact: true });
  await record.getByRole('cell', { name: 'Died by suicide' }).waitFor();
  await record.getByText('In this dataset the number of people killed includes suicides.').waitFor();
  await record.getByText(/To protect people, we withhold details of this incident on purpose/).waitFor();
  await record.getByText('Links to reports are withheld to protect people.').waitFor();
  await record.getByText('gunviolencearchive.org').waitFor();
  expect(await record.getByRole('link', { name: /gunviolencearchive|example/ }).count()).toBe(0);
});

test('the address of a record whose dataset was removed says so, with the day', async () => {
  const listed = await fetch(`${product.address}/api/v1/incidents?dataset=archive&limit=1`);
  const { items } = (await listed.json()) as { readonly items: readonly { readonly id: string }[] };
  await runMonitor(product.databaseUrl, ['remove', 'archive', '--yes']);
  const page = await visit(`${product.address}/explore?incident=${items[0]!.id}`);
  const record = page.getByRole('region', { name: 'Record', exact: true });
  await record.getByText(/This incident was part of the dataset “.+”\. It was removed on \d+ \w+ \d{4}/).waitFor();
  expect(await record.getByRole('button', { name: 'Try again' }).count()).toBe(0);
});
