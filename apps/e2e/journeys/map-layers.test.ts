import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ask } from '../ask.ts';
import { deep } from '../../../testing/depth.ts';
import { smallTargets } from '../../../testing/small-targets.ts';
import { seriousFindings } from '../axe.ts';
import { keyFigure, numberIn, tableCount } from '../figures.ts';
import { drag, draw, highWindow, layerButton, mapAtRest, openLegend, pressMore, pointOfMap } from '../on-map.ts';
import { onePage } from '../one-page.ts';
import { contentOf } from '../visit.ts';

/* What the map shows and what can be done on it, on one page. */

const { open } = onePage({ map: true, ...highWindow });
const show = (query: string) => open(`/explore?${query}`);
const period = 'from=2025-01-01&to=2025-12-31';

interface Summary {
  readonly totals: { readonly incidents: number; readonly withoutPoint: number };
  readonly facets: Readonly<Record<string, readonly { value: string; incidents: number }[]>>;
}
const summaryOf = (query: string) => ask<Summary>(`summary?${query}`);

/** The API's count is on the page among the key figures. */
async function expectCount(page: Page, query: string): Promise<void> {
  const { totals } = await summaryOf(`${query}&facets=none`);
  await expect.poll(() => keyFigure(page, 'incidents')).toBe(totals.incidents);
}

const queryOf = (page: Page) => new URL(page.url()).search.slice(1);
const areaIn = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const focusedName = (page: Page) => page.evaluate(`document.activeElement?.getAttribute('aria-label')`);
const map = '[aria-label="Map of incidents"]';

/** What the legend of each picture says once it is there. The other tests look at pictures that are not in the first list. */
const legends = {
  Heat: 'Incidents: density',
  'Hot spots': /Hot spots? with|No hot spots/,
  ...(deep && {
    Hexagons: /about .* km² each/,
    Areas: 'Incidents per 100,000 people per year',
  }),
};

const circles = (page: Page) => page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button');

test('a circle is of one location, lists just as many incidents as it says, and Back returns to it; a picture of the map is drawn once it is chosen, and says what it shows', async () => {
  const page = await show(period);
  await (await openLegend(page)).getByText('Incidents per circle').first().waitFor();
  await mapAtRest(page);
  const before = await circles(page).allInnerTexts();
  const popup = page.getByRole('dialog', { name: 'Incidents in this circle' });
  for (const nth of deep ? [0, 1, 2] : [1]) {
    await circles(page).nth(nth).focus();
    await page.keyboard.press('Enter');
    const [, count, location] = /^([\d,]+) incidents\s+(?:around .*, |in part of )(.+)$/m.exec(await popup.innerText())!;
    await popup.getByRole('button', { name: 'List these incidents' }).click();
    await expect.poll(() => areaIn(page, 'country')).not.toBeNull();
    await expect.poll(() => tableCount(page)).toBe(numberIn(count!));
    await expect.poll(() => page.getByRole('checkbox', { name: location! }).isChecked()).toBe(true);
    await page.goBack();
    await mapAtRest(page);
    expect(await circles(page).allInnerTexts()).toEqual(before);
  }
  for (const [name, said] of Object.entries(legends)) {
    await (await layerButton(page, name)).click();
    const legend = await openLegend(page);
    await legend.getByText(said).first().waitFor();
    await mapAtRest(page);
    if (deep) expect(await seriousFindings(page, map), name).toEqual([]);
  }
  // Of hot spots, which say most. The map of circles is looked at on each device.
  expect(await seriousFindings(page, map)).toEqual([]);
});

test('the map says how many incidents are outside the view, and shows them, also from where there are none', async () => {
  // Far out at sea.
  const page = await show(`${period}&at=-30,40,5`);
  await page.getByText('No incidents on the map in this view').waitFor();
  await page.getByRole('button', { name: 'Go to the incidents' }).click();
  await circles(page).first().waitFor();
  await mapAtRest(page);
  const located = (await keyFigure(page, 'incidents')) - (await keyFigure(page, 'not on the map'));
  const notice = page.getByText(/are outside this view/);
  expect(await notice.count()).toBe(0);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await notice.waitFor();
  expect(numberIn(await notice.innerText())).toBeLessThan(located);
  await page.getByRole('button', { name: 'Show all' }).click();
  await notice.waitFor({ state: 'hidden' });
});

test('a circle that is drawn is a distance from a point, said in words, can be changed by keys, and Escape ends the drawing', async () => {
  const page = await show(`${period}&at=20.46,44.8,8`);
  await mapAtRest(page);
  await draw(page, 'Circle', 'near', async () => drag(page, await pointOfMap(page, 0.5, 0.35), await pointOfMap(page, 0.6, 0.35)));
  await expectCount(page, queryOf(page).replace(/&at=[^&]*/, ''));
  await page
    .getByText(/^within .* km of /)
    .first()
    .waitFor();
  await pressMore(page, 'Draw an area');
  await page.getByRole('button', { name: 'Box', exact: true }).click();
  await page.getByText('Press one corner and drag', { exact: false }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Press one corner and drag', { exact: false }).waitFor({ state: 'detached' });
  expect(areaIn(page, 'near')).not.toBeNull();

  await pressMore(page, 'Draw an area');
  await page.getByRole('button', { name: 'Change area', exact: true }).click();
  await expect.poll(() => focusedName(page)).toMatch(/^Whole area, middle at /);
  const radius = () => Number(areaIn(page, 'near')?.split(',')[2]);
  const before = radius();
  await page.keyboard.press('Tab');
  expect(await focusedName(page)).toBe(`Edge of the circle, ${before} km from the middle`);
  await page.keyboard.press('ArrowRight');
  await expect.poll(radius).toBeGreaterThan(before);
  await page.locator('output', { hasText: `Edge of the circle, ${radius()} km from the middle` }).waitFor();
  expect(await page.evaluate(smallTargets, 'fieldset[aria-label="Change area"]')).toEqual([]);
});

test('a link opens the same picture, opacity and way to shade; maps of areas say their rates and how many incidents have none, locations miss none, and the map can be saved as a picture', async () => {
  const { totals, facets } = await summaryOf(`${period}&facets=region`);
  const known = facets['region']?.reduce((sum, { incidents }) => sum + incidents, 0) ?? 0;
  const unknown = totals.incidents - known;
  expect(unknown).toBeGreaterThan(0);
  expect(unknown).toBeLessThan(totals.withoutPoint);
  const page = await show(`${period}&layer=regions&opacity=60&shade=count`);
  const legend = await openLegend(page);
  await legend.getByText('Each class starts at twice the count', { exact: false }).waitFor();
  await layerButton(page, 'Areas');
  expect(await page.getByRole('slider', { name: 'Opacity' }).inputValue()).toBe('60');
  expect(await legend.getByRole('button', { name: 'Count' }).getAttribute('aria-pressed')).toBe('true');
  await legend.getByRole('button', { name: 'Per 100,000 people' }).click();
  await legend.getByText('Incidents per 100,000 people per year').waitFor();
  expect(areaIn(page, 'shade')).toBeNull();

  await mapAtRest(page);
  expect(await keyFigure(page, 'not on the map')).toBe(unknown);
  await (await openLegend(page)).getByText(`${unknown} incidents are not on the map: their region is not known`).waitFor();
  const figure = page.locator('[data-figure=withoutPoint]');
  expect(await figure.getByRole('button').count()).toBe(0);
  const line = page.getByRole('region', { name: 'Areas in view' }).getByRole('button').first();
  expect(await line.innerText()).toMatch(/^.+: [\d,]+ incidents, [\d.]+ per 100,000 people per year$/);
  const [download] = await Promise.all([page.waitForEvent('download'), pressMore(page, 'Save the map as a picture')]);
  expect(download.suggestedFilename()).toMatch(/^armed-violence_map_.*\.png$/);

  await (await openLegend(page)).getByRole('button', { name: 'Locations', exact: true }).click();
  await expect.poll(() => keyFigure(page, 'not on the map')).toBe(0);
  await figure.getByText('all are on the map').waitFor();

  // Hexagons have those with a point; the others are listed on request.
  expect(totals.withoutPoint).toBeGreaterThan(0);
  await (await layerButton(page, 'Hexagons')).click();
  await (await openLegend(page)).getByRole('button', { name: `${totals.withoutPoint} incidents are not on the map` }).click();
  await expect.poll(() => areaIn(page, 'place_precision')).not.toBeNull();
  await expectCount(page, queryOf(page).replace(/&(?:layer|opacity)=[^&]*/g, ''));
});

test('a region tells its count and rate, and can be made the filter', async () => {
  const page = await show(`country=RS&${period}&layer=regions&at=20.46,44.75,8`);
  await mapAtRest(page);
  const popup = page.getByRole('dialog', { name: 'Area' });
  const middle = await pointOfMap(page, 0.5, 0.5);
  await page.mouse.click(middle.x, middle.y);
  const { facets } = await summaryOf(`${period}&country=RS&facets=region`);
  const incidents = facets['region']?.find(({ value }) => value === 'RS-00')?.incidents ?? 0;
  await popup.getByText(`${incidents} incidents`, { exact: true }).waitFor();
  await popup.getByText(/per 100,000 people per year \(95% interval: .* to .*\)/).waitFor();
  expect(await popup.getByRole('link', { name: 'Open page' }).getAttribute('href')).toContain('/places/RS-00?');
  await popup.getByRole('button', { name: 'Filter to this area' }).click();
  await expect.poll(() => areaIn(page, 'region')).toBe('RS-00');
  await expectCount(page, `${period}&region=RS-00`);
});

interface IncidentList {
  readonly total: number;
  readonly items: readonly { id: string; lon: number | null; lat: number | null; occurred_on: string; country: string }[];
}

/** An incident with nothing else of its filter near it, and the query that shows it in the middle of the map. */
async function lonelyIncident(): Promise<{ id: string; place: string }> {
  const { items } = await ask<IncidentList>('incidents?limit=60&place_precision=exact,settlement');
  for (const { id, lon, lat, occurred_on, country } of items) {
    if (lon === null || lat === null) continue;
    const query = `country=${country}&from=${occurred_on}&to=${occurred_on}`;
    const around = [lon - 0.2, lat - 0.2, lon + 0.2, lat + 0.2].map((edge) => edge.toFixed(4)).join();
    const near = await ask<IncidentList>(`incidents?${query}&limit=1&bbox=${around}`);
    if (near.total === 1) return { id, place: `${query}&at=${lon.toFixed(4)},${lat.toFixed(4)},12` };
  }
  throw new Error('No incident stands alone.');
}

/** The record is open; Escape closes it and nothing else, and the focus returns to what had opened it. */
async function expectRecord(page: Page, id: string, opener: Locator): Promise<void> {
  await expect.poll(() => areaIn(page, 'incident')).toBe(id);
  const record = page.getByRole('region', { name: 'Record', exact: true });
  await record.getByText(id).first().waitFor();
  await page.keyboard.press('Escape');
  await record.waitFor({ state: 'detached' });
  await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
}

test('the pointer on a point of the map opens its popup, and a click the record; a tap opens the popup, and the popup the record', async () => {
  const { id, place } = await lonelyIncident();
  const page = await show(place);
  await mapAtRest(page);
  const { x, y } = await pointOfMap(page, 0.5, 0.5);
  const popup = page.getByRole('dialog', { name: 'Incident', exact: true });
  await page.mouse.move(x + 60, y);
  await page.mouse.move(x, y, { steps: 3 });
  await popup.getByRole('button', { name: 'Open record' }).waitFor();
  await page.mouse.click(x, y);
  await expectRecord(page, id, page.locator('canvas.maplibregl-canvas').first());
  await page.mouse.move(x + 200, y);
  await popup.waitFor({ state: 'detached' });

  await mapAtRest(page);
  const fingers = await page.context().newCDPSession(page);
  const { x: left, y: top } = await pointOfMap(page, 0.5, 0.5);
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: left, y: top }] });
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  const opener = popup.getByRole('button', { name: 'Open record' });
  await opener.click();
  await expectRecord(page, id, opener);
});

/** What is in a GIF, read from its blocks: see the specification of GIF 89a. */
function framesOf(gif: Buffer): { width: number; height: number; delays: number[]; pictures: string[] } {
  expect(gif.subarray(0, 6).toString('latin1')).toBe('GIF89a');
  const tableLength = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + tableLength(gif[10]!);
  const delays: number[] = [];
  const pictures: string[] = [];
  const skipBlocks = () => {
    while (gif[at] !== 0) at += gif[at]! + 1;
    at += 1;
  };
  for (;;) {
    const [kind, start] = [gif[at], at];
    if (kind === 0x3b) break;
    if (kind === 0x21) {
      if (gif[at + 1] === 0xf9) delays.push(gif.readUInt16LE(at + 4) * 10);
      at += 2;
    } else if (kind === 0x2c) at += 10 + tableLength(gif[at + 9]!) + 1;
    else throw new Error(`Not a block of a GIF: ${kind} at ${at}`);
    skipBlocks();
    if (kind === 0x2c) pictures.push(gif.subarray(start, at).toString('base64'));
  }
  return { width: gif.readUInt16LE(6), height: gif.readUInt16LE(8), delays, pictures };
}

/** Opens the dialog of a film over a map that is there. */
async function openFilm(page: Page): Promise<Locator> {
  await pressMore(page, 'Save the map as a film');
  const dialog = page.getByRole('dialog', { name: 'Film of the map' });
  await dialog.getByText('2 frames').waitFor();
  return dialog;
}

const monthsOf = (year: number) => [`from=${year}-01-01&to=${year}-01-31`, `from=${year}-02-01&to=${year}-02-28`];
const bothOf = (year: number) => `from=${year}-01-01&to=${year}-02-28`;

/** Each in a year of its own, since a page asks once for what it shows. */
const filmed = { circles: 2025, ...(deep && { regions: 2023, hexagons: 2022, heat: 2021 }) };

test.each(Object.entries(filmed))(
  'a film of two months of %s is given up by its button; one that is made has two different frames, and leaves the address as it is',
  async (layer, year) => {
    const page = await show(bothOf(year) + (layer === 'circles' ? '' : `&layer=${layer}`));
    await mapAtRest(page);
    const before = page.url();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const dialog = await openFilm(page);
    await dialog.getByRole('button', { name: 'Make the film' }).click();
    await dialog.getByText(/Finding sizes|Drawing frame/).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => focusedName(page)).toBe('More on the map');
    await mapAtRest(page);

    await openFilm(page);
    expect(await seriousFindings(page, '[role=dialog]')).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 250_000 }),
      dialog.getByRole('button', { name: 'Make the film' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^armed-violence_map_.*\.gif$/);
    await dialog.getByText(/^Saved as/).waitFor();
    expect(page.url()).toBe(before);
    // Regions are shaded by numbers, which the page may have for all days.
    const wanted = layer === 'regions' ? [] : monthsOf(year);
    expect(wanted.filter((month) => !asked.some((one) => one.includes(month)))).toEqual([]);
    const { width, height, pictures, delays } = framesOf(await contentOf(download));
    expect({ different: new Set(pictures).size, delays }).toEqual({ different: 2, delays: [600, 1800] });
    expect(width).toBeGreaterThan(500);
    expect(height).toBeGreaterThan(400);
    await dialog.getByText('Close', { exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await mapAtRest(page);
  },
);
