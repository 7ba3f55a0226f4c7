/* What analysts do, each with the keyboard alone, and what a screen reader says of it: roles, names, states and announcements. */
import { parse } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { expectAnnounced, expectSaid, hasFocus, tabTo } from '../keyboard.ts';
import { onePage } from '../one-page.ts';
import { atRest, contentOf } from '../visit.ts';

const address = inject('address');
const { open: openPlain } = onePage();
const { open: openMap } = onePage({ map: true });

const period = 'from=2025-01-01&to=2025-12-31';
const serbia = `/explore?country=RS&${period}`;

/** A page at an address, with the focus before its first stop. */
async function show(path: string, open = openPlain): Promise<Page> {
  const page = await open(path);
  await atRest(page);
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  return page;
}

/** How the API counts the incidents of a filter, in the words of the page. */
async function countOf(query: string): Promise<string> {
  const summary = await (await fetch(`${address}/api/v1/summary?${query}&facets=none`)).json();
  const { incidents } = (summary as { totals: { incidents: number } }).totals;
  return `${incidents.toLocaleString('en-GB')} ${incidents === 1 ? 'incident' : 'incidents'}`;
}

const button = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name, exact: true });
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

/** Goes to something that can be pressed, and presses it. */
async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter', backwards = false): Promise<void> {
  await tabTo(page, target, { backwards });
  await page.keyboard.press(key);
}

/** Waits until the accessibility tree of a part of the page has these pieces. */
async function expectTree(part: Locator, pieces: readonly (string | RegExp)[]): Promise<void> {
  for (const piece of pieces) await expect.poll(() => part.ariaSnapshot()).toMatch(piece);
}

test('an analyst keeps one country, found by its name, and one type', async () => {
  const page = await show(`/explore?${period}`);
  await tabTo(page, page.getByRole('searchbox', { name: 'Search places' }));
  await page.keyboard.type('Serb');
  await expectAnnounced(page, /^\d+ places? found\.$/);
  await press(page, page.getByRole('checkbox', { name: 'Serbia', exact: true }), 'Space');
  await expectSaid(page, 'checkbox "Serbia" [checked]');
  await expectAnnounced(page, await countOf(`country=RS&${period}`));

  await press(page, page.getByRole('checkbox', { name: 'Weapon seizure', exact: true }), 'Space');
  await expectSaid(page, 'checkbox "Weapon seizure" [checked]');
  await expectAnnounced(page, await countOf(`country=RS&${period}&type=weapon_seizure`));
  await expectTree(page.getByRole('group', { name: 'Selected filters' }), [
    'button "Remove Location: Serbia"',
    'button "Remove Type: Weapon seizure"',
  ]);

  // Tab leads on to the key figures, the chart and the table.
  await atRest(page);
  await tabTo(page, button(page, 'Show list'), { most: 60 });
  const chart = page.getByRole('region', { name: 'Incidents per month' });
  await tabTo(page, button(chart, /as a table$/), { most: 40 });
  await page.keyboard.press('Enter');
  await chart.getByRole('table').waitFor();
  await page.keyboard.press('Enter');
  await tabTo(page, chart.getByRole('application'), { most: 10 });
  await tabTo(page, page.getByRole('grid', { name: 'Table' }).getByRole('row').nth(1).locator('[data-cell=occurred_on]'), {
    most: 100,
  });
});

test('an analyst goes to a place on the map by its name', async () => {
  const page = await show(serbia, openMap);
  const opener = button(page, 'Go to a place');
  await opener.waitFor();
  await tabTo(page, opener);
  expect(await opener.getAttribute('aria-expanded')).toBe('false');
  await page.keyboard.press('Enter');
  await expectSaid(page, 'searchbox "Go to a place"');
  await expect.poll(() => opener.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.type('Niš');
  await expectAnnounced(page, /^\d+ places found\.$/);
  const list = page.getByRole('listbox', { name: 'Settlements' });
  // Those of the first letters are there before those of the whole name.
  const { places } = (await (await fetch(`${address}/api/v1/places?q=Niš`)).json()) as { places: { name: string }[] };
  const isFound = async () => {
    const texts = await list.getByRole('option').allInnerTexts();
    return texts.length === places.length && texts.every((text, at) => text.startsWith(places[at]!.name));
  };
  await expect.poll(isFound).toBe(true);
  const highlighted = list.locator('[data-focused]');
  await expect.poll(() => highlighted.innerText()).toMatch(/^Niš\s+Nišava, Serbia/);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => highlighted.innerText()).not.toMatch(/^Niš\s/);
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => highlighted.innerText()).toMatch(/^Niš\s/);
  await page.keyboard.press('Enter');
  await expectSaid(page, 'button "Go to a place"');
  await expect.poll(() => opener.getAttribute('aria-expanded')).toBe('false');
  await expectAnnounced(page, /^Zoomed in\. \d+ figures? in view\. Most: /);
  await expect.poll(() => parameter(page, 'at')).toMatch(/^21\.\d+,43\.\d+,/);
  // Enter at once, before the places are known, goes to the first of them.
  await page.keyboard.press('Enter');
  await expectSaid(page, 'searchbox "Go to a place"');
  await page.keyboard.type('Subotica');
  await page.keyboard.press('Enter');
  await expect.poll(() => parameter(page, 'at')).toMatch(/^19\.\d+,4[56]\.\d+,/);
  await expect.poll(() => opener.getAttribute('aria-expanded')).toBe('false');
  await expectSaid(page, 'button "Go to a place"');
  await page.keyboard.press('Enter');
  await expectSaid(page, 'searchbox "Go to a place"');
  await page.keyboard.press('Escape');
  await expect.poll(() => opener.getAttribute('aria-expanded')).toBe('false');
});

test('an analyst shades the regions on the map, and reads what the shades mean', async () => {
  const page = await show(serbia, openMap);
  const choice = page.getByRole('group', { name: 'What the map shows' });
  await choice.waitFor();
  await press(page, button(choice, 'Regions'));
  await expectSaid(page, 'button "Regions" [pressed]');
  await expectTree(choice, ['- button "Circles"\n', '- button "Regions" [pressed]']);
  await expect.poll(() => parameter(page, 'layer')).toBe('regions');

  const legend = page.getByRole('region', { name: 'Legend' });
  await press(page, button(legend, 'Legend'), 'Enter', true);
  await expectSaid(page, 'button "Regions" [expanded]');
  await expectTree(legend, [
    'button "Per 100,000 people" [pressed]',
    'paragraph: Incidents per 100,000 people per year',
    /list "Classes":\n\s+- listitem: (?:under )?\d/,
    'Each class starts at twice the rate of the one before.',
  ]);
  await press(page, button(legend, 'Count'));
  await expectTree(legend, ['button "Count" [pressed]', /list "Classes":\n\s+- listitem: (?:under )?\d/]);
});

test('an analyst reads the figures on the map from the largest on, and opens one', async () => {
  const page = await show(serbia, openMap);
  const list = page.getByRole('region', { name: 'Largest circles in view' });
  const figures = list.getByRole('button', { name: / incidents? (?:around .*, |in part of )Serbia$/ });
  await expect.poll(() => figures.count()).toBeGreaterThan(2);
  // Circles of further tiles take their places among them.
  await atRest(page);
  const names = await figures.allInnerTexts();
  const amounts = names.map((name) => Number(name.split(' ')[0]?.replace(',', '')));
  expect(amounts).toEqual(amounts.toSorted((one, other) => other - one));

  await tabTo(page, figures.first());
  await expectTree(list, ['Arrow keys move through the list. Enter opens.']);
  await page.keyboard.press('End');
  await expectSaid(page, `button "${names.at(-1)}"`);
  await page.keyboard.press('Home');
  await expectSaid(page, `button "${names[0]}"`);
  await page.keyboard.press('ArrowDown');
  await expectSaid(page, `button "${names[1]}"`);
  // The list is one stop.
  await page.keyboard.press('Tab');
  await expect.poll(() => hasFocus(figures)).toBe(false);
  await page.keyboard.press('Shift+Tab');
  await expectSaid(page, `button "${names[1]}"`);

  await page.keyboard.press('Enter');
  await expectSaid(page, 'dialog "Incidents in this circle"');
  const [, amount = '', place = ''] = /^(.* incidents?) (around .*|in part of .*)$/.exec(names[1] ?? '') ?? [];
  await expectTree(page.getByRole('dialog'), [`paragraph: ${amount}`, `paragraph: ${place}`, 'button "List these incidents"']);
  await page.keyboard.press('Tab');
  await expectSaid(page, 'button "Close"');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expectSaid(page, 'region "Map of incidents"');
});

test('an analyst moves the map, hears where to and what is in view, and makes that the filter', async () => {
  const page = await show(serbia, openMap);
  const map = page.getByRole('region', { name: 'Map of incidents' });
  await map
    .getByRole('button', { name: / incidents? (?:around|in part of) / })
    .first()
    .waitFor({ state: 'attached' });
  await tabTo(page, map.and(page.locator('[tabindex="0"]')));
  await expectSaid(page, 'region "Map of incidents"');
  const words = (move: string) =>
    new RegExp(`^${move} \\d+ figures? in view\\. Most: [\\d,]+ incidents? (?:around .*, |in part of )Serbia\\.$`);
  for (const [key, move] of [
    ['ArrowRight', 'Moved east\\.'],
    ['ArrowUp', 'Moved north\\.'],
    ['+', 'Zoomed in\\.'],
  ] as const) {
    await page.keyboard.press(key);
    await expectAnnounced(page, words(move));
  }
  // The same again is said again: to a screen reader, words that stay are no news.
  await page.keyboard.press('ArrowDown');
  await expectAnnounced(page, words('Moved south\\.'));
  const before = await map.getByRole('status').filter({ hasText: 'Moved south.' }).locator('span').elementHandle();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => before?.evaluate((element) => element.isConnected)).toBe(false);
  await expectAnnounced(page, words('Moved south\\.'));

  await press(page, button(map, 'Filter to this view'));
  await expect.poll(() => parameter(page, 'bbox')).not.toBeNull();
  await expectAnnounced(page, await countOf(`country=RS&${period}&bbox=${parameter(page, 'bbox')}`));
  await expectSaid(page, 'button "Filter to this view"');
  // The last move is not told of other incidents.
  await expect.poll(() => map.getByRole('status').filter({ hasText: 'Moved south.' }).count()).toBe(0);
});

test('an analyst compares with a year earlier, and reads the finding', async () => {
  const page = await show(serbia);
  await press(page, button(page, 'Compare with…'));
  await expectSaid(page, 'menuitem "A year earlier 2024"');
  await page.keyboard.press('ArrowDown');
  await expectSaid(page, 'menuitem "The period before 2024"');
  await page.keyboard.press('ArrowUp');
  await expectSaid(page, 'menuitem "A year earlier 2024"');
  await page.keyboard.press('Enter');
  await expectSaid(page, 'button "Change B"');
  const [now, then] = [await countOf(`country=RS&${period}`), await countOf('country=RS&from=2024-01-01&to=2024-12-31')];
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

test('an analyst skips everything before the table', async () => {
  const page = await show(serbia);
  const section = page.getByRole('region', { name: 'Table' });
  await section.getByRole('grid').waitFor();
  await page.keyboard.press('Tab');
  await expectSaid(page, 'link "Skip to main content"');
  await page.keyboard.press('Tab');
  await expectSaid(page, 'link "Skip to the table"');
  await page.keyboard.press('Enter');
  await expectSaid(page, 'region "Table"');
  await page.keyboard.press('Tab');
  const hasFocusInside = () =>
    section.evaluate((element) => element !== document.activeElement && element.contains(document.activeElement));
  await expect.poll(hasFocusInside).toBe(true);
  expect(new URL(page.url()).search).toBe(new URL(serbia, address).search);
});

test('an analyst sorts the table by another column, and downloads two rows', async () => {
  const page = await show(serbia);
  const grid = page.getByRole('grid', { name: 'Table' });
  const date = grid.getByRole('gridcell', { name: '2025' });
  await date.first().waitFor();
  // The last stop of the page.
  await tabTo(page, date, { backwards: true, most: 5 });
  await expectSaid(page, /^gridcell "\d+ Dec 2025"/);
  await page.keyboard.press('ArrowUp');
  await expectSaid(page, 'columnheader "Date"');
  const head = (name: string) => grid.getByRole('columnheader', { name, exact: true });
  await expect.poll(() => head('Date').getAttribute('aria-sort')).toBe('descending');
  for (const name of ['Time', 'Place']) {
    await page.keyboard.press('ArrowRight');
    await expectSaid(page, `columnheader "${name}"`);
  }
  await page.keyboard.press('Enter');
  await expect.poll(() => head('Place').getAttribute('aria-sort')).toBe('ascending');
  await expect.poll(() => head('Date').getAttribute('aria-sort')).toBeNull();
  await expectSaid(page, 'columnheader "Place"');

  const sorted = await fetch(`${address}/api/v1/incidents?country=RS&${period}&sort=place&limit=2`);
  const { items } = (await sorted.json()) as { items: { id: string; place: string }[] };
  const ids = items.map(({ id }) => id);
  await expectTree(grid, [new RegExp(ids.map((id) => `row "Select incident ${id} [^]*`).join(''))]);
  for (const [at, { id, place }] of items.entries()) {
    await page.keyboard.press('ArrowDown');
    await expectSaid(page, `gridcell "${place}"`);
    await page.keyboard.press('Space');
    await expectAnnounced(page, at === 0 ? '1 row selected' : '2 rows selected');
    await expectTree(grid, [`checkbox "Select incident ${id}" [checked]`]);
  }
  await tabTo(page, page.getByRole('link', { name: 'Download as CSV' }), { backwards: true, most: 10 });
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const rows = parse<{ id: string }>(await contentOf(download), { columns: true, bom: true });
  expect(rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
});

test('an analyst opens a record, reads it and the next one, and is back in the table', async () => {
  // A table that is drawn again has its first row to go to.
  await show('/about');
  const page = await show(serbia);
  const { items } = (await (await fetch(`${address}/api/v1/incidents?country=RS&${period}&limit=2`)).json()) as {
    items: { id: string; place: string }[];
  };
  const row = (id: string) => page.getByRole('row', { name: id });
  await row(items[0]!.id).waitFor();
  await tabTo(page, page.getByRole('gridcell', { name: '2025' }), { backwards: true, most: 5 });
  await page.keyboard.press('Enter');
  const record = page.getByRole('region', { name: 'Record', exact: true });
  await expectSaid(page, 'region "Record"');
  await expectTree(record, [
    /heading ".+" \[level=2\]/,
    `${items[0]!.place}, Serbia, `,
    /term: Type as reported\n\s+- definition: /,
    /heading "Provenance" \[level=3\]/,
    items[0]!.id,
  ]);
  await expectAnnounced(page, /^Incident 1 of \d+$/);
  await press(page, button(record, 'Next incident'));
  await expectAnnounced(page, /^Incident 2 of \d+$/);
  await expectAnnounced(page, `${items[1]!.place}, Serbia`);
  await expectSaid(page, 'button "Next incident"');
  await press(page, button(record, 'Close record'));
  await record.waitFor({ state: 'detached' });
  await expect.poll(() => hasFocus(row(items[1]!.id).getByRole('link'))).toBe(true);
});

// With the map, whose drawing keeps a slow computer busy while the focus goes back.
test('an analyst downloads an Excel file, opens the dialog again and cancels', async () => {
  const page = await show(serbia, openMap);
  const opener = button(page, 'Download…');
  const count = await countOf(`country=RS&${period}`);
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

  await press(page, page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'About' }), 'Enter', true);
  await expectSaid(page, 'heading "About this monitor" [level=1]');
  await press(page, opener, 'Enter', true);
  await press(page, dialog.getByRole('link', { name: 'Serbia, my year' }));
  await page.waitForURL(address + serbia);
  await expectSaid(page, 'heading "Explore incidents" [level=1]');
  await expectAnnounced(page, await countOf(`country=RS&${period}`));
});
