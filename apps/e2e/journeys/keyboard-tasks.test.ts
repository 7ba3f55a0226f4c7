/* What analysts do, each with the keyboard alone, and what a screen reader says of it: roles, names, states and announcements. */
import { parse } from 'csv-parse/sync';
import { expect, inject, test } from 'vitest';
import { ask } from '../ask.ts';
import { expectAnnounced, expectSaid, hasFocus, tabTo } from '../keyboard.ts';
import { beforeFirstStop, button, countedBy, expectTree, parameter, period, press, serbia } from '../keyboard-tasks.ts';
import { onePage } from '../one-page.ts';
import { atRest, contentOf } from '../visit.ts';

const address = inject('address');
const { open: openPlain } = onePage();
const { open: openMap } = onePage({ map: true });

/** A page at an address, with the focus before its first stop. */
const show = async (path: string, open = openPlain) => beforeFirstStop(await open(path));

test('an analyst keeps one country, found by its name, and one type', async () => {
  const page = await show(`/explore?${period}`);
  await tabTo(page, page.getByRole('searchbox', { name: 'Search places' }));
  await page.keyboard.type('Serb');
  await expectAnnounced(page, /^\d+ places? found\.$/);
  await press(page, page.getByRole('checkbox', { name: 'Serbia', exact: true }), 'Space');
  await expectSaid(page, 'checkbox "Serbia" [checked]');
  await expectAnnounced(page, await countedBy(`country=RS&${period}`));

  await press(page, page.getByRole('checkbox', { name: 'Weapon seizure', exact: true }), 'Space');
  await expectSaid(page, 'checkbox "Weapon seizure" [checked]');
  await expectAnnounced(page, await countedBy(`country=RS&${period}&type=weapon_seizure`));
  await expectTree(page.getByRole('group', { name: 'Selected filters' }), ['button "Remove Location: Serbia"']);
  // A kind is said by its tab.
  await expectTree(page.getByRole('group', { name: 'Violence, weapon seizures and thefts' }), [/"Seizures [\d,]+" \[pressed\]/]);

  // Tab leads on to the key figures, the chart and the table.
  await atRest(page);
  await tabTo(page, button(page, 'Show list'), { most: 60 });
  const chart = page.getByRole('region', { name: 'Weapon seizures per month' });
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
  const opener = button(page, 'More on the map');
  await opener.waitFor();
  await tabTo(page, opener);
  expect(await opener.getAttribute('aria-expanded')).toBe('false');
  const openSearch = async () => {
    await page.keyboard.press('Enter');
    await press(page, button(page, 'Go to a place'));
    await expectSaid(page, 'searchbox "Go to a place"');
  };
  await openSearch();
  await expect.poll(() => opener.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.type('Niš');
  await expectAnnounced(page, /^\d+ places found\.$/);
  const list = page.getByRole('listbox', { name: 'Settlements' });
  // Those of the first letters are there before those of the whole name.
  const { places } = await ask<{ places: { name: string }[] }>('places?q=Niš');
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
  await expectSaid(page, 'button "More on the map"');
  await expect.poll(() => opener.getAttribute('aria-expanded')).toBe('false');
  await expectAnnounced(page, /^Zoomed in\. \d+ figures? in view\. Most: /);
  await expect.poll(() => parameter(page, 'at')).toMatch(/^21\.\d+,43\.\d+,/);
  // The filter stays as it is.
  expect(page.url().replace(/&at=[^&]*/, '')).toBe(address + serbia);
  // Enter at once, before the places are known, goes to the first of them.
  await openSearch();
  await page.keyboard.type('Subotica');
  await page.keyboard.press('Enter');
  await expect.poll(() => parameter(page, 'at')).toMatch(/^19\.\d+,4[56]\.\d+,/);
  await expect.poll(() => opener.getAttribute('aria-expanded')).toBe('false');
  await expectSaid(page, 'button "More on the map"');
  await openSearch();
  await page.keyboard.press('Escape');
  await expect.poll(() => opener.getAttribute('aria-expanded')).toBe('false');
});

test('an analyst reads the figures on the map from the largest on, and opens one', async () => {
  const page = await show(serbia, openMap);
  const list = page.getByRole('region', { name: 'Largest circles in view' });
  const figures = list.getByRole('button');
  await expect.poll(() => figures.count()).toBeGreaterThan(2);
  // Circles of further tiles take their places among them.
  await atRest(page);
  const names = await figures.allInnerTexts();
  expect(names.filter((name) => / incidents (?:around .*, |in part of )Serbia$/.test(name)).length).toBeGreaterThan(2);
  // One alone is called by what it was.
  const amounts = names.map((name) => Number(/^([\d,]+) incidents/.exec(name)?.[1]?.replace(',', '') ?? 1));
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

  await press(page, button(map, 'More on the map'));
  await press(page, button(map, 'Filter to this view'));
  await expect.poll(() => parameter(page, 'bbox')).not.toBeNull();
  await expectAnnounced(page, await countedBy(`country=RS&${period}&bbox=${parameter(page, 'bbox')}`));
  await expectSaid(page, 'button "More on the map"');
  // The last move is not told of other incidents.
  await expect.poll(() => map.getByRole('status').filter({ hasText: 'Moved south.' }).count()).toBe(0);
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
  await expect.poll(() => head('Date').getAttribute('aria-sort')).toBe('none');
  await expectSaid(page, 'columnheader "Place"');

  const { items } = await ask<{ items: { id: string; place: string }[] }>(`incidents?country=RS&${period}&sort=place&limit=2`);
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
