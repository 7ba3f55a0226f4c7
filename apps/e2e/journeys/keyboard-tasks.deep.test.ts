/* More of what analysts do with the keyboard alone. The parts are tested one by one in `component-tests`, here in the whole product. */
import { expect, inject, test } from 'vitest';
import { ask } from '../ask.ts';
import { expectAnnounced, expectSaid, hasFocus, tabTo } from '../keyboard.ts';
import { beforeFirstStop, button, countedBy, expectTree, parameter, period, press, serbia } from '../keyboard-tasks.ts';
import { onePage } from '../one-page.ts';

const address = inject('address');
const { open: openPlain } = onePage();
const { open: openMap } = onePage({ map: true });

/** A page at an address, with the focus before its first stop. */
const show = async (path: string, open = openPlain) => beforeFirstStop(await open(path));

test('an analyst shades the regions on the map, and reads what the shades mean', async () => {
  const page = await show(serbia, openMap);
  const choice = page.getByRole('group', { name: 'What the map shows' });
  await press(page, button(page, 'Layers: Circles'));
  await choice.waitFor();
  await press(page, button(choice, 'Areas'));
  await expectSaid(page, 'button "Areas" [pressed]');
  await expectTree(choice, ['- button "Circles"\n', '- button "Areas" [pressed]']);
  await expect.poll(() => parameter(page, 'layer')).toBe('locations');

  const legend = page.getByRole('region', { name: 'Legend' });
  await press(page, button(legend, 'Legend'), 'Enter', true);
  await expectSaid(page, 'button "Locations" [expanded]');
  await press(page, button(legend, 'Regions'));
  await expect.poll(() => parameter(page, 'layer')).toBe('regions');
  await expectTree(legend, [
    'button "Per 100,000 people" [pressed]',
    'paragraph: Incidents per 100,000 people per year',
    /list "Classes":\n\s+- listitem: (?:under )?\d/,
  ]);
  await press(page, button(legend, 'Count'));
  await expectTree(legend, [
    'button "Count" [pressed]',
    /list "Classes":\n\s+- listitem: (?:under )?\d/,
    'Each class starts at twice the count of the one before.',
  ]);
});

test('an analyst compares with a year earlier, and reads the finding', async () => {
  const page = await show(serbia);
  await press(page, button(page, 'Compare with…'));
  await expectSaid(page, 'menuitem "A year earlier 2024"');
  await page.keyboard.press('ArrowDown');
  // The period before a whole year is the year earlier, which is offered once.
  await expectSaid(page, /^menuitem "Another period /);
  await page.keyboard.press('ArrowUp');
  await expectSaid(page, 'menuitem "A year earlier 2024"');
  await page.keyboard.press('Enter');
  await expectSaid(page, 'button "Change B"');
  const [now, then] = [await countedBy(`country=RS&${period}`), await countedBy('country=RS&from=2024-01-01&to=2024-12-31')];
  const difference = Number.parseInt(now, 10) - Number.parseInt(then, 10);
  await expectTree(page.getByRole('main'), [
    `There were ${now} in 2025, ${Math.abs(difference)} ${difference < 0 ? 'fewer' : 'more'} than in 2024.`,
    /95% interval: .* to .*\./,
  ]);
  const comparison = page.getByRole('region', { name: 'Comparison' });
  await tabTo(page, button(comparison, 'A 2025'), { most: 4, backwards: true });
  await expectSaid(page, 'button "A 2025" [pressed]');
  await press(page, button(comparison, 'B 2024'));
  await expectTree(comparison, ['button "A 2025"\n', 'button "B 2024" [pressed]', 'The filters below are those of B alone.']);
  await press(page, button(comparison, 'Stop comparing'));
  await expect.poll(() => page.url()).toBe(address + serbia);
  await expectSaid(page, 'button "Compare with…"');
});

test('an analyst opens a record, reads it and the next one, and is back in the table', async () => {
  // A table that is drawn again has its first row to go to.
  await show('/about');
  const page = await show(serbia);
  const { items } = await ask<{ items: { id: string; place: string | null }[] }>(`incidents?country=RS&${period}&limit=2`);
  const whereabouts = items.map(({ place }) => (place === null ? 'Serbia' : `${place}, Serbia`));
  const row = (id: string) => page.getByRole('row', { name: id });
  await row(items[0]!.id).waitFor();
  await tabTo(page, page.getByRole('gridcell', { name: '2025' }), { backwards: true, most: 5 });
  await page.keyboard.press('Enter');
  const record = page.getByRole('region', { name: 'Record', exact: true });
  await expectSaid(page, 'region "Record"');
  await expectTree(record, [
    /heading ".+" \[level=2\]/,
    `${whereabouts[0]}, `,
    /term: Type as reported\n\s+- definition: /,
    /heading "Provenance" \[level=3\]/,
    items[0]!.id,
  ]);
  await expectAnnounced(page, /^Incident 1 of \d+$/);
  await press(page, button(record, 'Next incident'));
  await expectAnnounced(page, /^Incident 2 of \d+$/);
  await expectAnnounced(page, whereabouts[1]!);
  await expectSaid(page, 'button "Next incident"');
  await press(page, button(record, 'Close record'));
  await record.waitFor({ state: 'detached' });
  await expect.poll(() => hasFocus(row(items[1]!.id).getByRole('link'))).toBe(true);
});

test('an analyst downloads an Excel file, opens the dialog again and cancels', async () => {
  const page = await show(serbia);
  const opener = button(page, 'Download…');
  const count = await countedBy(`country=RS&${period}`);
  await page.getByRole('status').filter({ hasText: count }).waitFor({ state: 'attached' });
  await opener.and(page.locator(':not([aria-disabled])')).waitFor();
  await press(page, opener);
  await expectSaid(page, 'dialog "Download data"');
  const dialog = page.getByRole('dialog', { name: 'Download data' });
  // Its content is loaded when it is first opened.
  await dialog.getByRole('link', { name: `Download ${count}, ` }).waitFor();
  await tabTo(page, dialog.getByRole('radio', { name: /^CSV/ }), { most: 5 });
  await expectSaid(page, /^radio "CSV .*" \[checked\]/);
  await page.keyboard.press('ArrowDown');
  await expectSaid(page, /^radio "XLSX .*" \[checked\]/);
  await tabTo(page, dialog.getByRole('link', { name: `Download ${count}, ` }), { most: 20 });
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  // It stays open for the next file, and says what was saved.
  await expectAnnounced(page, `Saved ${download.suggestedFilename()}`);
  await expectSaid(page, `link "Download ${count}, `);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expectSaid(page, 'button "Download…"');

  await page.keyboard.press('Enter');
  await expectSaid(page, 'dialog "Download data"');
  await dialog.getByRole('link', { name: `Download ${count}, ` }).waitFor();
  // The focus stays in the dialog, all round.
  await tabTo(page, button(dialog, 'Close'), { most: 5 });
  await page.keyboard.press('Shift+Tab');
  await expectSaid(page, `link "Download ${count}, `);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expectSaid(page, 'button "Download…"');
});

test('an analyst saves a view under a name, and opens it from another page', async () => {
  const page = await show(serbia);
  const opener = button(page.getByRole('banner'), 'Saved views');
  const dialog = page.getByRole('dialog', { name: 'Saved views' });
  // Until what it opens is loaded, it can only be found.
  await opener.and(page.locator(':not([aria-disabled])')).waitFor();
  await press(page, opener);
  await expectSaid(page, 'dialog "Saved views"');
  await dialog.getByRole('button', { name: 'Save view', disabled: false }).waitFor();
  await tabTo(page, dialog.getByRole('textbox', { name: 'Name for this view' }), { most: 5 });
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Serbia, my year');
  await page.keyboard.press('Enter');
  await expectAnnounced(page, 'Saved “Serbia, my year”.');
  await expectTree(dialog, [/list "Your saved views":\n\s+- listitem:\n\s+- link "Serbia, my year"/]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expectSaid(page, 'button "Saved views"');

  await press(page, page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Data' }), 'Enter', true);
  await expectSaid(page, 'heading "Data" [level=1]');
  await press(page, opener, 'Enter', true);
  await press(page, dialog.getByRole('link', { name: 'Serbia, my year' }));
  await page.waitForURL(address + serbia);
  await expectSaid(page, 'heading "Explore incidents" [level=1]');
  await expectAnnounced(page, await countedBy(`country=RS&${period}`));
});
