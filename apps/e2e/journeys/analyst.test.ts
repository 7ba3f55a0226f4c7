import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { countOf } from '../ask.ts';
import { keyFigure, numberIn, tableCount } from '../figures.ts';
import { onePage } from '../one-page.ts';
import { contentOf } from '../visit.ts';

const { open } = onePage();

test('figures, chart, table and download agree on a narrowed link; Back leads back', async () => {
  const page = await open('/explore?from=2022-01-01&to=2023-12-31');
  const before = await keyFigure(page, 'incidents');

  await page.getByRole('checkbox', { name: 'Kosovo*' }).click();
  await page.waitForURL(/country=XK/);
  const incidents = await keyFigure(page, 'incidents');
  expect(incidents).toBeLessThan(before);
  expect(await tableCount(page)).toBe(incidents);

  const trend = page.getByRole('region', { name: /incidents per/i });
  await trend.getByRole('button', { name: /as a table/ }).click();
  const charted = async () => {
    const rows = await trend.getByRole('row').allInnerTexts();
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
  expect(new Set((records as { country: string }[]).map(({ country }) => country))).toEqual(new Set(['XK']));
  await page.getByText(`Saved ${download.suggestedFilename()}`).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.goBack();
  await expect.poll(() => new URL(page.url()).search).toBe('?from=2022-01-01&to=2023-12-31');
  expect(await keyFigure(page, 'incidents')).toBe(before);
});

test('words in any script find a place', async () => {
  const found = (words: string) => countOf(`q=${encodeURIComponent(words)}`);
  expect(await found('Скопје')).toBeGreaterThan(100);
  expect(await found('Gjakovë')).toBeGreaterThan(100);
  expect(await found('gjakove')).toBe(await found('Gjakovë'));
});
