import { parse } from 'csv-parse/sync';
import { expect, inject, test } from 'vitest';
import { keyFigure, numberIn, tableCount, TileCounter } from '../figures.ts';
import { contentOf, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();
const { visit: visitMap } = useBrowser({ map: true });

test('figures, map, chart, table and download agree on a narrowed link; Back leads back', async () => {
  const page = await visitMap(`${address}/explore?from=2022-01-01&to=2023-12-31`);
  const tiles = new TileCounter(page);
  const before = await keyFigure(page, 'incidents');

  await page.getByRole('checkbox', { name: 'Serbia' }).click();
  await page.waitForURL(/country=RS/);
  await page.getByText('Kosovo*').first().waitFor();
  await expect.poll(() => keyFigure(page, 'incidents')).toBeLessThan(before);
  const incidents = await keyFigure(page, 'incidents');
  const notOnTheMap = await keyFigure(page, 'not on the map');

  await expect.poll(() => tableCount(page)).toBe(incidents);
  await expect.poll(() => tiles.incidents('?country=RS&from=2022-01-01&to=2023-12-31')).toBe(incidents - notOnTheMap);

  const trend = page.getByRole('region', { name: /Incidents per/ });
  await trend.getByRole('button', { name: /as a table/ }).click();
  const steps = trend.getByRole('row');
  const charted = async () => {
    const rows = await steps.allInnerTexts();
    return rows.slice(1).reduce((sum, row) => sum + numberIn(row.split('\t')[1] ?? ''), 0);
  };
  // The charts are drawn after the key figures, so that these never wait for them.
  await expect.poll(charted).toBe(incidents);

  await page.getByRole('button', { name: 'Download…' }).click();
  // Its file name is the last thing that the dialog learns; the link stays where it is from then on.
  await page.getByText(/armed-violence_.*\.csv/).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Download [\d,]+ incidents/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const records = parse(await contentOf(download), { columns: true });
  expect(records).toHaveLength(incidents);
  expect(new Set((records as { country: string }[]).map(({ country }) => country))).toEqual(new Set(['RS']));
  // It closes once the file is saved.
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.goBack();
  await expect.poll(() => keyFigure(page, 'incidents')).toBe(before);
  expect(new URL(page.url()).search).toBe('?from=2022-01-01&to=2023-12-31');
});

test('a row of the table opens the record, whose address can be shared', async () => {
  const page = await visit(`${address}/explore?country=XK&type=domestic_violence`);
  // The grid takes the place of the first rows, and with them of a press on one of them.
  await page.getByRole('region', { name: 'Table' }).getByRole('grid').getByRole('row').nth(1).getByRole('link').click();
  const record = page.getByRole('region', { name: 'Record', exact: true });
  await record
    .getByText(/AV-[0-9A-Z]{12}/)
    .first()
    .waitFor();
  await record.getByText('CC0-1.0').waitFor();
  const text = await record.innerText();
  for (const part of ['Kosovo*', 'Domestic violence', 'Synthetic', 'CC0-1.0', 'resolution 1244']) expect(text).toContain(part);
  const again = await visitMap(page.url());
  const recordAgain = again.getByRole('region', { name: 'Record', exact: true });
  await recordAgain
    .getByText(/AV-[0-9A-Z]{12}/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await record.waitFor({ state: 'hidden' });
  expect(page.url()).not.toContain('incident=');
  await again.getByRole('button', { name: 'Show on the map' }).click();
  await expect.poll(() => new URL(again.url()).searchParams.get('at')).toMatch(/,12$/);
  // It stays open beside the map.
  expect(await recordAgain.isVisible()).toBe(true);
});

test('words in any script find a place', async () => {
  const page = await visit(`${address}/explore?q=%D0%A1%D0%BA%D0%BE%D0%BF%D1%98%D0%B5`);
  const cyrillic = await keyFigure(page, 'incidents');
  expect(cyrillic).toBeGreaterThan(100);
  const latin = await visit(`${address}/explore?q=Gjakov%C3%AB`);
  const folded = await visit(`${address}/explore?q=gjakove`);
  expect(await keyFigure(latin, 'incidents')).toBe(await keyFigure(folded, 'incidents'));
});
