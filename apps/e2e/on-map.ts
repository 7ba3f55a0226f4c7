import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { atRest } from './visit.ts';

/* What people do on the map, and what they read there. */

/** A point of the window, in pixels. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** A place on the map as shares of its width and height. */
export type Share = readonly [across: number, down: number];

/** A window with room for all of the map, which a lower one has to scroll to under the head of the page. */
export const highWindow = { viewport: { width: 1300, height: 760 } };

/** What the address says beside the filter. */
const views = ['layer', 'measure', 'at', 'shade', 'opacity', 'against', 'incident', 'interval', 'sort'];

/** The filter in an address, as a query string. */
export function filterIn(search: string): string {
  const query = new URLSearchParams(search);
  for (const name of views) query.delete(name);
  return decodeURIComponent(query.toString());
}

/** Waits until the map is at rest with just what the address says: the circles on it are arranged, and none is on its way. */
export async function mapAtRest(page: Page): Promise<void> {
  const isAtRest = async () => {
    // Of one moment.
    const { search, shown } = await page.evaluate(() => ({
      search: location.search,
      shown: document.querySelector('section[data-shows]')?.getAttribute('data-shows'),
    }));
    const query = new URLSearchParams(search);
    const [layer, measure] = [query.get('layer') ?? 'circles', query.get('measure') ?? 'incidents'];
    const wanted = `${layer} of ${measure} ${filterIn(search)}`.trim();
    return shown === wanted ? 'at rest' : { shown, wanted };
  };
  await expect.poll(isAtRest).toBe('at rest');
}

/**
 * The legend, unfolded. Until somebody presses its button, it folds and unfolds with the room that figures and land leave. Pressed, it is
 * under the map unless it has that room.
 */
export async function openLegend(page: Page): Promise<Locator> {
  // In a small window the list of pictures is over it.
  const opener = page.getByRole('button', { name: /^Layers: / });
  if ((await opener.getAttribute('aria-expanded')) === 'true') await opener.click();
  const legend = page.getByRole('region', { name: 'Legend' });
  const fold = legend.getByRole('button').first();
  await fold.click();
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
  if ((await legend.getAttribute('data-beneath')) !== null) {
    const overlap = async () => {
      const [map, beneath] = [page.locator('.maplibregl-canvas').first(), legend].map((one) => one.boundingBox());
      const { y, height } = (await map)!;
      return y + height - (await beneath)!.y;
    };
    // The map is whole pixels of a screen high, which can be two of the page each.
    await expect.poll(overlap).toBeLessThanOrEqual(2);
  }
  return legend;
}

/** The button of one picture of the map, such as `Hexagons`, in the list of them, which is opened. */
export async function layerButton(page: Page, name: string): Promise<Locator> {
  const opener = page.getByRole('button', { name: /^Layers: / });
  if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
  return page.getByRole('group', { name: 'What the map shows' }).getByRole('button', { name, exact: true });
}

/** Presses one of the buttons that the map has behind another. */
export async function pressMore(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More on the map' }).click();
  await page.getByRole('button', { name }).click();
}

/** A point of the map where it is now. */
export async function pointOfMap(page: Page, across: number, down: number): Promise<Point> {
  const box = await page.locator('canvas.maplibregl-canvas').first().boundingBox();
  if (box === null) throw new Error('No map');
  return { x: box.x + box.width * across, y: box.y + box.height * down };
}

/** Chooses a tool, does something with it once it is ready, and waits until this is in the address under a name. */
export async function draw(page: Page, tool: string, name: string, act: () => Promise<void>): Promise<void> {
  await pressMore(page, 'Draw an area');
  await page.getByRole('button', { name: tool, exact: true }).click();
  await page.getByText('Press Esc to stop drawing.', { exact: false }).waitFor();
  // Figures that come push the map down, away under the pointer.
  await atRest(page);
  await act();
  await expect.poll(() => new URL(page.url()).searchParams.get(name)).not.toBeNull();
}

/** Draws a polygon with a click at each corner and one more at the last, which ends it. */
export async function drawPolygon(page: Page, corners: readonly Share[]): Promise<void> {
  await draw(page, 'Polygon', 'within', async () => {
    for (const corner of [...corners, ...corners.slice(-1)]) {
      const { x, y } = await pointOfMap(page, ...corner);
      await page.mouse.move(x, y);
      await page.mouse.click(x, y);
    }
  });
}

export async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // As many moves as a hand makes.
  await page.mouse.move(to.x, to.y, { steps: 20 });
  await page.mouse.up();
}
