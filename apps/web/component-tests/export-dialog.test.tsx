import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { useAnswers } from '../src/filter/use-answers.ts';
import ExportDialog from '../src/export/export-dialog.tsx';
import { useExplore } from '../src/filter/use-explore.ts';
import { drawAt } from './drawn.tsx';
import { incidentsOf } from './made-up-api.ts';
import { madeUpIncidents } from './made-up-incidents.ts';
import { keepSavedFiles } from './saved-files.ts';
import { answer } from './stubbed-api.ts';

const file = 'armed-violence_country-ME_2026-11-29.csv';
const link = page.getByRole('link', { name: /^Download [\d,]+ incidents?, / });

function Dialog() {
  return <ExportDialog answers={useAnswers(useExplore())} />;
}

/** Draws the dialog, whose files are of this text. @param count incidents of a comparison */
async function drawDialog(query: string, content = 'id\r\n', count = 0) {
  const head = { 'content-disposition': `attachment; filename="${file}"`, 'x-total-count': String(count) };
  answer({ '/incidents.csv': () => new Response(content, { headers: head }) });
  const { query: queryNow } = await drawAt(query, <Dialog />);
  await expect.element(page.getByText(file)).toBeVisible();
  await expect.element(link).toBeVisible();
  return { queryNow };
}

const address = () => link.element().getAttribute('href');
const incidents = () => Number(/[\d,]+/.exec(link.element().textContent)![0].replaceAll(',', ''));

test('everything can be downloaded without letting go of the filter', async () => {
  const { queryNow } = await drawDialog('country=ME');
  expect(address()).toBe('/api/v1/incidents.csv?country=ME');
  const selected = incidents();
  await page.getByRole('radio', { name: /^Everything/ }).click();
  await expect.poll(address).toBe('/api/v1/incidents.csv');
  expect(incidents()).toBe(madeUpIncidents.length);
  expect(selected).toBeLessThan(madeUpIncidents.length);
  expect(queryNow()).toBe('country=ME');
});

test('files are saved under their names, one after the other', async () => {
  const saved = keepSavedFiles();
  await drawDialog('country=ME', 'id\r\nAV-1\r\n');
  await link.click();
  await expect.element(page.getByRole('status')).toHaveTextContent(`Saved ${file}`);
  await expect.element(link).toHaveFocus();
  const everything = page.getByRole('radio', { name: /^Everything/ });
  await everything.click();
  await expect.poll(address).toBe('/api/v1/incidents.csv');
  await expect.element(everything).toHaveFocus();
  await link.click();
  await expect.poll(() => saved.map(({ name }) => name)).toEqual([file, file]);
  expect(await saved[0]!.text()).toBe('id\r\nAV-1\r\n');
});

test('a download says how far it is, and can be cancelled', async () => {
  const saved = keepSavedFiles();
  await drawDialog('country=ME');
  // It never ends.
  const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(new Uint8Array(2000)) });
  answer({ '/incidents.csv': () => new Response(body) });
  await link.click();
  await expect.element(page.getByText(/^2 kB of about [\d.,]+ [kM]B$/)).toBeVisible();
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(link).toBeVisible();
  expect([saved.length, page.getByRole('alert').elements().length]).toEqual([0, 0]);
});

test('a download that is refused says why, and can be tried again', async () => {
  const saved = keepSavedFiles();
  await drawDialog('country=ME', 'id\r\nAV-1\r\n');
  const detail = 'Too many downloads are running. Try again in 30 seconds.';
  const problem = JSON.stringify({ code: 'too_many_downloads', detail });
  answer({
    '/incidents.csv': () => new Response(problem, { status: 503, headers: { 'content-type': 'application/problem+json' } }),
  });
  await link.click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(detail);
  answer({ '/incidents.csv': () => new Response('id\r\nAV-1\r\n') });
  await link.click();
  await expect.poll(() => saved).toHaveLength(1);
});

test('the dialog gives a citation with the version and the address of the selection', async () => {
  const saved = keepSavedFiles();
  await drawDialog('country=RS&from=2023-01-01&to=2023-12-31');
  await expect
    .element(page.getByRole('blockquote'))
    .toHaveTextContent(
      /dataset version 23\. http\S+\/explore\?country=RS&from=2023-01-01&to=2023-12-31 \(accessed \d{4}-\d\d-\d\d\)\. Data: .+, licence \S+\.$/,
    );
  await page.getByRole('button', { name: 'BibTeX' }).click();
  expect(await saved[0]!.text()).toContain('[synthetic data]');
});

test('a comparison can be downloaded in one file, or a side of it', async () => {
  await drawDialog('country=RS&from=2024-01-01&to=2024-06-30&against=from%3D2023-01-01%26to%3D2023-06-30', '', 321);
  const a = 'country=RS&from=2024-01-01&to=2024-06-30';
  expect([incidents(), address()]).toEqual([321, `/api/v1/incidents.csv?${a}&against=from%3D2023-01-01%26to%3D2023-06-30`]);
  await page.getByRole('radio', { name: /^Period B only/ }).click();
  const b = 'country=RS&from=2023-01-01&to=2023-06-30';
  await expect.poll(address).toBe(`/api/v1/incidents.csv?${b}`);
  expect(incidents()).toBe(incidentsOf(b, 'id').length);
  await page.getByRole('radio', { name: /^Period A only/ }).click();
  await expect.poll(address).toBe(`/api/v1/incidents.csv?${a}`);
  expect(incidents()).toBe(incidentsOf(a, 'id').length);
  await page.getByRole('radio', { name: /^Period A and B/ }).click();
  await expect.poll(incidents).toBe(321);
  await expect.element(page.getByText('Period: Jan–Jun 2023 (B)')).toBeVisible();
});

test('a file can have words, the mark by which Excel knows UTF-8, and fewer columns', async () => {
  await drawDialog('country=ME');
  await page.getByRole('checkbox', { name: /UTF.8/ }).click();
  await expect.poll(address).toBe('/api/v1/incidents.csv?country=ME&bom=1');
  await page.getByRole('radio', { name: /^Readable/ }).click();
  await expect.poll(address).toBe('/api/v1/incidents.csv?country=ME&style=readable&headings=1&sort=-occurred_on');
  await page.getByRole('radio', { name: /^Coded/ }).click();
  await page.getByRole('button', { name: 'Choose…' }).click();
  const find = page.getByRole('searchbox', { name: 'Find a column' });
  await find.fill('licence');
  await expect.element(page.getByText('No column has this name.')).toBeVisible();
  await find.fill('type');
  await page.getByRole('button', { name: 'None' }).click();
  await page.getByRole('checkbox', { name: 'type', exact: true }).click();
  await expect.element(page.getByText('7 of 65')).toBeVisible();
  await expect.element(page.getByRole('link', { name: /^Download [\d,]+ incidents?, up to / })).toBeVisible();
  expect(new URLSearchParams(address()!.split('?')[1]).get('columns')).toBe('type');
});
