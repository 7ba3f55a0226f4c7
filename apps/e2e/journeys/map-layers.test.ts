import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { seriousFindings } from '../axe.ts';
import { keyFigure } from '../figures.ts';
import { drag, draw, drawPolygon, highWindow, layerButton, openLegend, pointOfMap } from '../on-map.ts';
import { atRest, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser({ map: true });
const period = 'from=2025-01-01&to=2025-12-31';

interface Summary {
  readonly totals: { readonly incidents: number; readonly withoutPoint: number };
  readonly facets: Readonly<Record<string, readonly { value: string; incidents: number }[]>>;
}

async function summaryOf(query: string): Promise<Summary> {
  return (await (await fetch(`${address}/api/v1/summary?${query}`)).json()) as Summary;
}

/** The API's count is on the page among the key figures. */
async function expectCount(page: Page, query: string): Promise<void> {
  const { totals } = await summaryOf(`${query}&facets=none`);
  await expect.poll(() => keyFigure(page, 'incidents')).toBe(totals.incidents);
}

const queryOf = (page: Page) => new URL(page.url()).search.slice(1);
const areaIn = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

/** What the legend of each picture says once it is there. */
const legends = {
  Points: 'People killed or injured',
  Heat: 'Incidents: density',
  Hexagons: /about .* km² each/,
  Locations: 'Incidents per 100,000 people per year',
  Regions: 'Incidents per 100,000 people per year',
  'Hot spots': /Hot spots?:|No hot spots/,
  Circles: 'Incidents per circle',
} as const;

test('every picture of the map can be chosen by key, says what it shows, and is in the link', async () => {
  const page = await visit(`${address}/explore?${period}`, highWindow);
  for (const [name, said] of Object.entries(legends)) {
    const button = layerButton(page, name);
    await button.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
    const legend = await openLegend(page);
    await legend.getByText(said).first().waitFor();
    const layer = name === 'Circles' ? null : name.toLowerCase().replace(' ', '_');
    expect(areaIn(page, 'layer')).toBe(layer);
    await atRest(page);
    expect(await seriousFindings(page)).toEqual([]);
  }
});

test('a link opens the same picture, opacity and way to shade in another browser', async () => {
  const page = await visit(`${address}/explore?${period}&layer=regions&opacity=60&shade=count`, {
    viewport: { width: 1300, height: 700 },
  });
  const legend = await openLegend(page);
  await legend.getByText('Each class starts at twice the count', { exact: false }).waitFor();
  expect(await legend.getByRole('slider', { name: 'Opacity' }).inputValue()).toBe('60');
  expect(await legend.getByRole('button', { name: 'Count' }).getAttribute('aria-pressed')).toBe('true');
  await legend.getByRole('button', { name: 'Per 100,000 people' }).click();
  await legend.getByText('Incidents per 100,000 people per year').waitFor();
  expect(areaIn(page, 'shade')).toBeNull();
});

test('a region tells its count and rate, and can be made the filter', async () => {
  const page = await visit(`${address}/explore?${period}&country=RS&layer=regions&at=20.46,44.75,8`, highWindow);
  await (await openLegend(page)).getByText('Incidents per 100,000 people per year').waitFor();
  const popup = page.getByRole('dialog', { name: 'Area' });
  const middle = await pointOfMap(page, 0.5, 0.5);
  await expect
    .poll(
      async () => {
        await page.mouse.click(middle.x, middle.y);
        return popup.isVisible();
      },
      { interval: 500 },
    )
    .toBe(true);
  const { facets } = await summaryOf(`${period}&country=RS&facets=region`);
  const incidents = facets['region']?.find(({ value }) => value === 'RS-00')?.incidents ?? 0;
  await popup.getByText(`${incidents} incidents`, { exact: true }).waitFor();
  await popup.getByText(/per 100,000 people per year \(95% interval: .* to .*\)/).waitFor();
  expect(await popup.getByRole('link', { name: 'Open page' }).getAttribute('href')).toContain('/places/RS-00?');
  await popup.getByRole('button', { name: 'Filter to this area' }).click();
  await expect.poll(() => areaIn(page, 'region')).toBe('RS-00');
  await expectCount(page, `${period}&region=RS-00`);
});

test('a polygon that is drawn is the filter of everything, and can be removed', async () => {
  const page = await visit(`${address}/explore?${period}&at=20.5,44,6`, highWindow);
  await drawPolygon(page, [
    [0.3, 0.3],
    [0.6, 0.3],
    [0.6, 0.5],
    [0.3, 0.5],
  ]);
  await expectCount(page, queryOf(page).replace(/&at=[^&]*/, ''));
  await page.getByRole('button', { name: 'Draw an area' }).click();
  await page.getByRole('button', { name: 'Remove area', exact: true }).click();
  await expect.poll(() => areaIn(page, 'within')).toBeNull();
  await expectCount(page, period);
});

test('a circle that is drawn is a distance from a point, said in words, and Escape ends the drawing', async () => {
  const page = await visit(`${address}/explore?${period}&at=20.46,44.8,8`, highWindow);
  await draw(page, 'Circle', 'near', async () => drag(page, await pointOfMap(page, 0.5, 0.35), await pointOfMap(page, 0.6, 0.35)));
  await expectCount(page, queryOf(page).replace(/&at=[^&]*/, ''));
  await page
    .getByText(/^within .* km of /)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Draw an area' }).click();
  await page.getByRole('button', { name: 'Box', exact: true }).click();
  await page.getByText('Press one corner and drag', { exact: false }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Press one corner and drag', { exact: false }).waitFor({ state: 'detached' });
  expect(areaIn(page, 'near')).not.toBeNull();
});

test('the map goes to a place by its name without a change of the filter', async () => {
  const page = await visit(`${address}/explore?${period}`);
  // Where there is no map yet, a place does not move it.
  await page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').first().waitFor();
  await page.getByRole('button', { name: 'Go to a place' }).click();
  await page.keyboard.type('Niš');
  // The settlements of the first letters are there before those of the whole name.
  const found = page.getByRole('listbox', { name: 'Settlements' }).getByRole('option').filter({ hasText: /^Niš/ });
  await found.first().click();
  await expect.poll(() => areaIn(page, 'at')?.startsWith('21.')).toBe(true);
  expect(areaIn(page, 'bbox')).toBeNull();
  await expect.poll(() => page.evaluate(`document.activeElement?.getAttribute('aria-label')`)).toBe('Go to a place');
});

test('the map can be saved as a picture', async () => {
  const page = await visit(`${address}/explore?${period}&layer=regions`);
  await (await openLegend(page)).getByText('Incidents per 100,000 people per year').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the map as a picture' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^armed-violence_map_.*\.png$/);
});

test('incidents without a point are counted on the map and listed on request', async () => {
  const { totals } = await summaryOf(`${period}&facets=none`);
  expect(totals.withoutPoint).toBeGreaterThan(0);
  const page = await visit(`${address}/explore?${period}&layer=hexagons`);
  const legend = await openLegend(page);
  await legend.getByRole('button', { name: `${totals.withoutPoint} incidents are not on the map` }).click();
  await expect.poll(() => areaIn(page, 'place_precision')).not.toBeNull();
  await expectCount(page, queryOf(page).replace('&layer=hexagons', ''));
});

test('maps of areas say how many incidents have no area, and locations miss none', async () => {
  const { totals, facets } = await summaryOf(`${period}&facets=region`);
  const known = facets['region']?.reduce((sum, { incidents }) => sum + incidents, 0) ?? 0;
  const unknown = totals.incidents - known;
  expect(unknown).toBeGreaterThan(0);
  expect(unknown).toBeLessThan(totals.withoutPoint);
  const page = await visit(`${address}/explore?${period}&layer=regions`, highWindow);
  await expect.poll(() => keyFigure(page, 'not on the map')).toBe(unknown);
  await (await openLegend(page)).getByText(`${unknown} incidents are not on the map: their region is not known`).waitFor();
  const figure = page.locator('[data-figure=withoutPoint]');
  expect(await figure.getByRole('button').count()).toBe(0);
  const line = page.getByRole('region', { name: 'Areas in view' }).getByRole('button').first();
  await expect.poll(() => line.innerText()).toMatch(/^.+: [\d,]+ incidents, [\d.]+ per 100,000 people per year$/);

  await layerButton(page, 'Locations').click();
  await expect.poll(() => keyFigure(page, 'not on the map')).toBe(0);
  await figure.getByText('all are on the map').waitFor();
});
