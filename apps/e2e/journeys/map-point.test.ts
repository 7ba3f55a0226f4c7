import type { Locator, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { pointOfMap } from '../on-map.ts';
import { atRest, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser({ map: true });

interface IncidentList {
  readonly total: number;
  readonly items: readonly { id: string; lon: number | null; lat: number | null; occurred_on: string; country: string }[];
}

/** An incident with nothing else of its filter near it, and the address that shows it in the middle of the map. */
async function lonelyIncident(): Promise<{ id: string; place: string }> {
  const ask = async (query: string) => (await (await fetch(`${address}/api/v1/incidents?${query}`)).json()) as IncidentList;
  const { items } = await ask('limit=60&place_precision=exact,settlement');
  for (const { id, lon, lat, occurred_on, country } of items) {
    if (lon === null || lat === null) continue;
    const query = `country=${country}&from=${occurred_on}&to=${occurred_on}`;
    const near = await ask(
      `${query}&limit=1&bbox=${[lon - 0.2, lat - 0.2, lon + 0.2, lat + 0.2].map((edge) => edge.toFixed(4)).join()}`,
    );
    if (near.total === 1) return { id, place: `?${query}&at=${lon.toFixed(4)},${lat.toFixed(4)},12` };
  }
  throw new Error('No incident stands alone.');
}

/** The middle of a map that stays where it is: figures that come move it. */
async function middleOfMap(page: Page): Promise<{ x: number; y: number }> {
  await page.locator('canvas.maplibregl-canvas').waitFor();
  await page.locator('[data-figure=incidents] dd').filter({ hasText: /\d/ }).first().waitFor();
  await atRest(page);
  return pointOfMap(page, 0.5, 0.5);
}

/** Does it again until the popup of one incident is there: a point is not on the map at once, nor is its popup. */
async function popupAfter(page: Page, act: () => Promise<void>) {
  const popup = page.getByRole('dialog', { name: 'Incident', exact: true });
  await expect
    .poll(
      async () => {
        if (!(await popup.isVisible())) await act();
        return popup.isVisible();
      },
      { interval: 500 },
    )
    .toBe(true);
  return popup;
}

async function expectRecord(page: Page, id: string): Promise<void> {
  await expect.poll(() => new URL(page.url()).searchParams.get('incident')).toBe(id);
  await page.getByRole('region', { name: 'Record', exact: true }).getByText(id).first().waitFor();
}

/** Escape closes the record and nothing else, and the focus returns to what had opened it. */
async function expectBackAt(page: Page, opener: Locator): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'Record', exact: true }).waitFor({ state: 'detached' });
  await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
}

test('the pointer on a point of the map opens its popup, and a click the record', async () => {
  const { id, place } = await lonelyIncident();
  const page = await visit(`${address}/explore${place}`);
  const { x, y } = await middleOfMap(page);
  const popup = await popupAfter(page, async () => {
    await page.mouse.move(x + 60, y);
    await page.mouse.move(x, y, { steps: 3 });
  });
  await popup.getByRole('button', { name: 'Open record' }).waitFor();
  await page.mouse.click(x, y);
  await expectRecord(page, id);
  await expectBackAt(page, page.locator('canvas.maplibregl-canvas'));
});

test('a tap on a point of the map opens its popup, and the popup the record', async () => {
  const { id, place } = await lonelyIncident();
  const page = await visit(`${address}/explore${place}`, { hasTouch: true });
  const { x, y } = await middleOfMap(page);
  const popup = await popupAfter(page, () => page.touchscreen.tap(x, y));
  const open = popup.getByRole('button', { name: 'Open record' });
  await open.click();
  await expectRecord(page, id);
  await expectBackAt(page, open);
});
