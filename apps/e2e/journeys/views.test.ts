import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { keyFigure } from '../figures.ts';
import { pressIn } from '../keyboard.ts';
import { contentOf, openPage, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();
const { visit: visitMap } = useBrowser({ map: true });

const serbia = '/explore?country=RS&from=2024-01-01&to=2024-12-31';

/** Opens the saved views from the header, which is on every page. */
async function openViews(page: Page) {
  await page.getByRole('banner').getByRole('button', { name: 'Saved views' }).click();
  const dialog = page.getByRole('dialog', { name: 'Saved views' });
  await dialog.getByRole('button', { name: 'Save view' }).waitFor();
  return dialog;
}

async function saveAs(page: Page, name: string) {
  const dialog = await openViews(page);
  await dialog.getByRole('textbox', { name: 'Name for this view' }).fill(name);
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await dialog.getByText(`Saved “${name}”.`).waitFor();
  return dialog;
}

const file = (content: string) => ({ name: 'views.json', mimeType: 'application/json', buffer: Buffer.from(content) });

test('a view is saved, found again, renamed, deleted and taken back', async () => {
  const page = await visit(address + serbia);
  const incidents = await keyFigure(page, 'incidents');
  const { datasetVersion } = (await (await fetch(`${address}/api/v1/datasets`)).json()) as { datasetVersion: number };
  const first = await openViews(page);
  await expect.poll(() => first.getByRole('textbox').inputValue()).toBe('Explore: 2024, Serbia');
  await pressIn(first, 'Escape');
  const saved = await saveAs(page, 'Serbia in 2024');
  // With what a reader must know of it later.
  const item = await saved.getByRole('listitem').innerText();
  expect(item).toContain(`dataset version ${datasetVersion.toLocaleString('en-GB')}.`);
  expect(item).toContain('Synthetic data');
  await saved.getByRole('textbox').fill('Serbia in 2024');
  await saved.getByRole('button', { name: 'Save view' }).click();
  await saved.getByText('You already have a view called “Serbia in 2024”.').waitFor();

  await openPage(page, `${address}/about`);
  const dialog = await openViews(page);
  await dialog.getByRole('button', { name: 'Rename “Serbia in 2024”' }).click();
  const field = dialog.getByRole('textbox', { name: 'New name for “Serbia in 2024”' });
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
  // Escape leaves the name, and the dialog, as they are.
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'hidden' });
  const rename = dialog.getByRole('button', { name: 'Rename “Serbia in 2024”' });
  await expect.poll(() => rename.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await field.fill('Belgrade and around');
  await page.keyboard.press('Enter');
  await dialog.getByText('Renamed to “Belgrade and around”.').waitFor();

  await dialog.getByRole('button', { name: 'Delete “Belgrade and around”' }).click();
  await dialog.getByText('You have no saved views yet.').waitFor();
  // The focus is beside what takes it back.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await dialog.getByText('Restored “Belgrade and around”.').waitFor();

  await dialog.getByRole('link', { name: 'Belgrade and around' }).click();
  await page.waitForURL(address + serbia);
  await expect.poll(() => keyFigure(page, 'incidents')).toBe(incidents);
});

test('saved views go to another browser as a file; a second import changes nothing, and a bad file neither', async () => {
  const page = await visit(`${address}/places/RS`, { viewport: { width: 1200, height: 800 } });
  await saveAs(page, 'Serbia');
  await page.keyboard.press('Escape');
  await openPage(page, `${address}/trends?measure=killed&split=type`);
  const dialog = await saveAs(page, 'Killed by type');
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Export all' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^saved-views-\d{4}-\d\d-\d\d\.json$/);
  const content = (await contentOf(download)).toString();

  const other = await visit(`${address}/data`, { viewport: { width: 1200, height: 800 } });
  const there = await openViews(other);
  await there.getByText('You have no saved views yet.').waitFor();
  const bring = async (text: string) => {
    const [chooser] = await Promise.all([
      other.waitForEvent('filechooser'),
      there.getByRole('button', { name: 'Import file…' }).click(),
    ]);
    await chooser.setFiles(file(text));
  };
  await bring(content);
  await there.getByText('Imported 2 views.').waitFor();
  await bring(content);
  await there.getByText('No new views in this file. You already had 2 views in this file.').waitFor();
  for (const [bad, words] of [
    ['not JSON', 'this file is not JSON'],
    ['{"format":"other"}', 'this file does not contain saved views'],
    [content.replace('/places/RS', 'https://evil.example/'), 'in view 2 of this file, “address” is missing or invalid'],
  ] as const) {
    await bring(bad);
    await there.getByRole('alert').filter({ hasText: words }).waitFor();
    expect(await there.getByRole('listitem').count()).toBe(2);
  }
  await there.getByRole('link', { name: 'Killed by type' }).click();
  await other.waitForURL(`${address}/trends?measure=killed&split=type`);
});

test('two tabs keep what each of them saves, and show it', async () => {
  const one = await visit(address + serbia);
  const two = await visit(`${address}/explore?country=XK&from=2024-01-01&to=2024-12-31`);
  const first = await saveAs(one, 'First');
  // A browser tells its tabs of each other a moment later.
  await expect.poll(() => two.evaluate(`localStorage.getItem('monitor.views')`)).toContain('First');
  const second = await saveAs(two, 'Second');
  for (const dialog of [first, second])
    await expect.poll(() => dialog.getByRole('listitem').getByRole('link').allInnerTexts()).toEqual(['Second', 'First']);
});

test('what a browser has kept and cannot be read is put aside, and can be downloaded', async () => {
  const page = await visit(address + serbia);
  await page.evaluate(`localStorage.setItem('monitor.views', 'broken')`);
  await openPage(page);
  const dialog = await saveAs(page, 'New');
  await dialog.getByRole('alert').filter({ hasText: 'could not be read' }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download what is stored' }).click(),
  ]);
  expect((await contentOf(download)).toString()).toBe('broken');
});

test('a shared link shows the same in another browser: figures, layer, camera and record', async () => {
  const list = (await (await fetch(`${address}/api/v1/incidents?country=RS&place_precision=exact&limit=1`)).json()) as {
    items: { id: string }[];
  };
  const id = list.items[0]!.id;
  const link = `${address}/explore?country=RS&from=2023-01-01&measure=killed&at=20.5,44.8,7&incident=${id}&layer=regions&opacity=60&shade=count`;
  const seen = async (page: Page) => {
    await page.getByRole('region', { name: 'Record', exact: true }).getByText(id).first().waitFor();
    return {
      address: page.url(),
      incidents: await keyFigure(page, 'incidents'),
      killed: await keyFigure(page, 'killed'),
      row: await page.getByRole('region', { name: 'Table' }).getByRole('grid').locator('[data-incident]').first().innerText(),
      // Chosen layer, classes of the legend, and the scale, which follows from where the map looks.
      map: await page.getByRole('region', { name: 'Map of incidents' }).first().innerText(),
    };
  };
  const one = await visitMap(link, { viewport: { width: 1440, height: 900 } });
  await one
    .getByRole('region', { name: 'Map of incidents' })
    .getByText(/\d\skm/)
    .first()
    .waitFor();
  const two = await visitMap(one.url(), { viewport: { width: 1440, height: 900 } });
  // The tables go to the row of the record, and the maps are at rest, some time later.
  const seenByBoth = async () => {
    const [before, after] = [await seen(one), await seen(two)];
    return { before, after, same: JSON.stringify(before) === JSON.stringify(after) };
  };
  await expect.poll(seenByBoth).toMatchObject({ same: true });
  const { address: shown, map } = await seen(two);
  expect(new URL(shown).searchParams.get('layer')).toBe('regions');
  expect(map).toMatch(/people killed/i);
});

test('a link keeps the kind of signals and the table of each location', async () => {
  const signals = await visit(`${address}/signals?signals=seizures`);
  await expect.poll(() => signals.getByRole('button', { name: /: Weapon seizures/ }).count()).toBeGreaterThan(0);
  const indicators = await visit(`${address}/indicators`);
  await indicators.getByRole('button', { name: 'Show each location' }).click();
  await indicators.waitForURL(/indicators=each/);
  const again = await visit(indicators.url());
  await expect.poll(() => again.getByRole('button', { name: 'Show only the total' }).count()).toBe(1);
});

test('a citation has fixed dates and the version, and its address leads to the same figures', async () => {
  const page = await visit(`${address}/explore?country=RS&period=all`, { permissions: ['clipboard-read', 'clipboard-write'] });
  const incidents = await keyFigure(page, 'incidents');
  const summary = (await (await fetch(`${address}/api/v1/summary?country=RS`)).json()) as {
    datasetVersion: number;
    period: { from: string; to: string };
  };
  await page.getByRole('complementary').getByRole('button', { name: 'Cite' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cite this view' });
  const copied = async (form: string) => {
    const part = dialog.getByRole('region', { name: form });
    // It says so for a moment only.
    await Promise.all([part.getByText('Copied').waitFor(), part.getByRole('button', { name: `Copy ${form}` }).click()]);
    return page.evaluate<string>('navigator.clipboard.readText()');
  };
  const [text, bibtex, ris] = [await copied('Text'), await copied('BibTeX'), await copied('RIS')];
  const { from, to } = summary.period;
  const fixed = `${address}/explore?country=RS&from=${from}&to=${to}`;
  for (const form of [text, bibtex, ris]) {
    expect(form).toContain(fixed);
    expect(form).toContain('[synthetic data]');
  }
  expect(text).toContain(`dataset version ${summary.datasetVersion}.`);
  expect(bibtex).toContain(`version = {${summary.datasetVersion}}`);
  expect(ris).toContain(`ET  - dataset version ${summary.datasetVersion}`);
  await dialog.getByText('Earlier versions are not kept').waitFor();
  await openPage(page, fixed);
  await expect.poll(() => keyFigure(page, 'incidents')).toBe(incidents);
});

test('one record can be cited, by an address that stays', async () => {
  const { items } = (await (await fetch(`${address}/api/v1/incidents?limit=1`)).json()) as { items: { id: string }[] };
  const id = items[0]!.id;
  const page = await visit(`${address}/explore?country=RS&incident=${id}`);
  const record = page.getByRole('region', { name: 'Record', exact: true });
  await record.getByText('Provenance', { exact: true }).waitFor();
  await record.getByRole('button', { name: 'Cite' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cite this record' });
  const text = await dialog.getByRole('region', { name: 'Text' }).locator('[data-form]').innerText();
  expect(text).toContain(`Incident of armed violence ${id}`);
  expect(text).toMatch(/dataset version \d+/);
  const bibtex = await dialog.getByRole('region', { name: 'BibTeX' }).locator('[data-form]').innerText();
  expect(bibtex).toMatch(new RegExp(`^@misc\\{armed_violence_\\d+_${id},`));
  const [link] = /http:\S+incident=[A-Z0-9-]+/.exec(text)!;
  expect(link).toBe(`${address}/explore?incident=${id}`);
  await openPage(page, link);
  await record.getByText(id).first().waitFor();
});

test('trends and places can be cited, too', async () => {
  for (const [path, title] of [
    ['/trends?country=RS', 'Trends in armed violence (Period: '],
    ['/places', 'Armed violence by place (Period: '],
    ['/places/RS-20', 'Armed violence in Nišava (Period: '],
  ] as const) {
    const page = await visit(address + path);
    await page.getByRole('button', { name: 'Cite', exact: true }).click();
    const text = page.getByRole('dialog', { name: 'Cite this view' }).getByRole('region', { name: 'Text' });
    await expect.poll(() => text.innerText()).toContain(title);
    expect(await text.innerText()).toMatch(
      new RegExp(`${new URL(path, address).pathname}\\?.*from=\\d{4}-\\d\\d-\\d\\d&to=\\d{4}`),
    );
  }
});
