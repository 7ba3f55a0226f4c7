import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { ask } from '../ask.ts';
import { drag, highWindow, mapAtRest, pointOfMap } from '../on-map.ts';
import { lead } from '../one-page.ts';
import { atRest, leaveUnpainted, paintMap, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser({ map: true });

interface Incident {
  readonly id: string;
  readonly occurred_on: string;
  readonly lon: number | null;
  readonly lat: number | null;
}

interface IncidentList {
  readonly items: readonly Incident[];
  readonly nextCursor: string | null;
}

const list = (query: string) => ask<IncidentList>(`incidents?${query}`);

/** The query of a day with several incidents around Beograd, each at a point of its own, and these in the order of the table. */
async function eventfulDay(): Promise<{ query: string; items: readonly Incident[] }> {
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: IncidentList = await list(
      `country=RS&q=Beograd&limit=200${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    for (const day of new Set(page.items.map((item) => item.occurred_on))) {
      const query = `country=RS&from=${day}&q=Beograd&to=${day}`;
      const { items } = await list(query);
      const located = items.flatMap(({ lon, lat }) => (lon === null || lat === null ? [] : [`${lon},${lat}`]));
      const isApart = new Set(located).size === located.length;
      if (items.length <= 4 && located.length >= 3 && isApart) return { query, items };
    }
    cursor = page.nextCursor;
  }
  throw new Error('No day has three incidents around Beograd.');
}

const record = (page: Page) => page.getByRole('region', { name: 'Record', exact: true });

test('one night around Beograd is read with the keyboard alone, and the map follows; the record says in which circle it is', async () => {
  const { query, items } = await eventfulDay();
  const first = items.find(({ lon }) => lon !== null)!;
  // So near that two places are a long way from each other.
  const place = `at=${first.lon!.toFixed(4)},${first.lat!.toFixed(4)},13`;
  const page = await visit(`${address}/explore?${query}&${place}`, { ...highWindow, deviceScaleFactor: 1 });
  const rows = page.getByRole('region', { name: 'Table' }).getByRole('grid').getByRole('row');
  await rows.nth(1).getByRole('link').focus();
  await atRest(page);
  await paintMap(page);
  await page.keyboard.press('Enter');
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    if (index > 0) await page.keyboard.press('ArrowRight');
    await record(page).getByText(`ID ${item.id}`).waitFor();
    await record(page)
      .getByText(`Incident ${index + 1} of ${items.length}`, { exact: true })
      .waitFor();
    if (item.lon === null || item.lat === null) {
      await record(page).getByText('not on the map').waitFor();
      continue;
    }
    await expect.poll(() => ringAround(page, item as Located)).toBe(true);
    seen.add(`${item.lon},${item.lat}`);
  }
  expect(seen.size).toBeGreaterThan(2);
  await leaveUnpainted(page);

  // What the pointer is at on the map is marked in the table.
  const { id, ...there } = items.findLast(({ lon }) => lon !== null)! as Incident & Located;
  const row = page.locator(`[data-incident="${id}"]`);
  const isMarked = async () => {
    const { x, y } = await pointOf(page, there);
    await page.mouse.move(x - 40, y);
    await page.mouse.move(x, y, { steps: 3 });
    return (await row.getAttribute('data-hovered')) === 'true';
  };
  await expect.poll(isMarked, { interval: 500 }).toBe(true);

  const longitude = () => Number(new URL(page.url()).searchParams.get('at')?.split(',')[0]);
  const before = longitude();
  await drag(page, await pointOfMap(page, 0.8, 0.5), await pointOfMap(page, 0.5, 0.5));
  await expect.poll(() => longitude() - before).toBeGreaterThan(0.01);
  await atRest(page);
  expect(longitude() - before).toBeGreaterThan(0.01);

  // The record says which circle its incident is in, and only where the filter selects it.
  const year = 'from=2024-01-01&to=2024-12-31';
  const located = (await list(`country=RS&${year}&limit=50`)).items.find(({ lon }) => lon !== null)!;
  await lead(page, `/explore?country=RS&${year}&at=20.8000,44.2000,5.5&incident=${located.id}`);
  const words = record(page).getByText(/^On the map: one of [\d,]+ incidents in the highlighted circle$/);
  await words.waitFor();
  await mapAtRest(page);
  const [count = ''] = /[\d,]+/.exec(await words.innerText()) ?? [];
  const circles = page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button');
  expect(await circles.allInnerTexts()).toContainEqual(expect.stringMatching(new RegExp(`^${count} incidents`)));
  await page.getByRole('checkbox', { name: 'Moldova' }).click();
  await page.getByRole('checkbox', { name: 'Serbia' }).click();
  await words.waitFor({ state: 'detached' });
});

interface Located {
  readonly lon: number;
  readonly lat: number;
}

/** Where a point is in the square of the world, from 0 to 1. */
function mercator({ lon, lat }: Located): { x: number; y: number } {
  const sine = Math.sin((lat * Math.PI) / 180);
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

/** Where a place is in the window, with the camera that the address names. */
async function pointOf(page: Page, place: Located): Promise<{ x: number; y: number }> {
  const box = await page.locator('canvas.maplibregl-canvas').first().boundingBox();
  if (box === null) throw new Error('No map');
  const [lon = 0, lat = 0, zoom = 0] = (new URL(page.url()).searchParams.get('at') ?? '').split(',').map(Number);
  const size = 512 * 2 ** zoom;
  const [wanted, middle] = [mercator(place), mercator({ lon, lat })];
  return { x: box.x + box.width / 2 + (wanted.x - middle.x) * size, y: box.y + box.height / 2 + (wanted.y - middle.y) * size };
}

/** Whether the map has a ring in the colour of the accent around a place, with the camera that the address names. */
async function ringAround(page: Page, place: Located): Promise<boolean> {
  const { x, y } = await pointOf(page, place);
  const picture = await page.screenshot({ clip: { x: Math.round(x) - 16, y: Math.round(y) - 16, width: 32, height: 32 } });
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(32, 32).getContext('2d')!;
    context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--accent');
    context.fillRect(0, 0, 1, 1);
    const accent = [...context.getImageData(0, 0, 1, 1).data];
    context.drawImage(bitmap, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, 32, 32);
    const sectors = new Set<number>();
    for (let at = 0; at < pixels.length; at += 4) {
      if ([0, 1, 2].some((part) => Math.abs(pixels[at + part]! - accent[part]!) > 24)) continue;
      const [across, down] = [((at / 4) % 32) - 15.5, Math.floor(at / 128) - 15.5];
      if (Math.abs(Math.hypot(across, down) - 11) < 3)
        sectors.add(Math.floor(((Math.atan2(down, across) + Math.PI) / Math.PI) * 3.999));
    }
    return sectors.size === 8;
  }, picture.toString('base64'));
}
