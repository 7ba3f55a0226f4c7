import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { keyFigure } from '../figures.ts';
import { atRest, openPage, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();
const { visit: visitMap } = useBrowser({ map: true });

interface Incident {
  readonly id: string;
  readonly occurred_on: string;
  readonly lon: number | null;
  readonly lat: number | null;
}

interface IncidentList {
  readonly total: number;
  readonly items: readonly Incident[];
  readonly nextCursor: string | null;
}

async function list(query: string): Promise<IncidentList> {
  return (await (await fetch(`${address}/api/v1/incidents?${query}`)).json()) as IncidentList;
}

const around = 'country=RS&q=Beograd';

/** The query of a day with several incidents around Beograd, not all at one point, and these in the order of the table. */
async function eventfulDay(): Promise<{ query: string; items: readonly Incident[] }> {
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: IncidentList = await list(`${around}&limit=200${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    for (const day of new Set(page.items.map((item) => item.occurred_on))) {
      const query = `country=RS&from=${day}&to=${day}&q=Beograd`;
      const { items } = await list(query);
      const points = new Set(items.flatMap(({ lon, lat }) => (lon === null || lat === null ? [] : [`${lon},${lat}`])));
      if (items.length >= 3 && points.size >= 3) return { query, items };
    }
    cursor = page.nextCursor;
  }
  throw new Error('No day has three incidents around Beograd.');
}

const record = (page: Page) => page.getByRole('region', { name: 'Record', exact: true });
const rows = (page: Page) => page.getByRole('grid').getByRole('row');
const openIncident = (page: Page) => new URL(page.url()).searchParams.get('incident');

/** Whether a row can be seen in the frame of the table, which has the heads at its top. */
function isInFrame(row: Element): boolean {
  const table = row.closest('[role=grid]')!;
  const heads = table.querySelector('[role=row]')!.getBoundingClientRect();
  const { top, bottom } = row.getBoundingClientRect();
  return top >= heads.bottom - 1 && bottom <= table.parentElement!.getBoundingClientRect().bottom;
}

/** Waits until the record shows an incident, says which of how many it is, and the table marks its row in view. */
async function expectReading(page: Page, { id }: Incident, position: number, total: number): Promise<void> {
  await record(page).getByText(`ID ${id}`).waitFor();
  await record(page)
    .getByText(`Incident ${position} of ${total.toLocaleString('en-GB')}`, { exact: true })
    .waitFor();
  await expect.poll(() => openIncident(page)).toBe(id);
  const row = page.locator(`[data-incident="${id}"]`);
  await expect.poll(() => row.getAttribute('data-open')).toBe('true');
  await expect.poll(() => row.evaluate(isInFrame)).toBe(true);
}

test('one night around Beograd is read one incident after the other, with the keyboard alone, and the map follows', async () => {
  const { query, items } = await eventfulDay();
  const first = items.find(({ lon }) => lon !== null)!;
  // So near that two places are a long way from each other.
  const page = await visitMap(`${address}/explore?${query}&at=${first.lon!.toFixed(4)},${first.lat!.toFixed(4)},13`);
  await rows(page).nth(1).getByRole('link').focus();
  await page.keyboard.press('Enter');
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    if (index > 0) await page.keyboard.press('ArrowRight');
    await expectReading(page, item, index + 1, items.length);
    if (item.lon === null || item.lat === null) {
      await record(page).getByText('not on the map').waitFor();
      continue;
    }
    await expect.poll(() => ringAround(page, item as Located)).toBe(true);
    seen.add(`${item.lon},${item.lat}`);
  }
  expect(seen.size).toBeGreaterThan(1);

  // At the end there is no next one.
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => record(page).getByRole('button', { name: 'Next incident' }).getAttribute('aria-disabled')).toBe('true');
  await page.keyboard.press('ArrowLeft');
  await expectReading(page, items.at(-2)!, items.length - 1, items.length);

  await page.keyboard.press('Escape');
  await record(page).waitFor({ state: 'detached' });
  const link = page.locator(`[data-incident="${items.at(-2)!.id}"] a`);
  await expect.poll(() => link.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('steps take the place of each other in the history, and the page does not move', async () => {
  const { query, items } = await eventfulDay();
  const page = await visit(`${address}/explore?${query}`, { viewport: { width: 1440, height: 1500 } });
  await page.getByRole('region', { name: 'Charts' }).waitFor();
  await rows(page).nth(1).waitFor();
  await keyFigure(page, 'incidents');
  await page.locator('[data-edge]').first().waitFor();
  await atRest(page);
  const places = () => Promise.all([rows(page).first(), page.locator('[data-edge]').first()].map((one) => one.boundingBox()));
  const before = await places();
  await rows(page).nth(1).getByRole('link').click();
  await expectReading(page, items[0]!, 1, items.length);
  await expect.poll(places).toEqual(before);
  await expect.poll(() => page.getByRole('region', { name: 'Charts' }).isVisible()).toBe(false);
  await record(page).getByRole('button', { name: 'Next incident' }).click();
  await expectReading(page, items[1]!, 2, items.length);
  // Another row is a step, too; and the table can be used beside the record.
  await rows(page).nth(1).getByRole('link').click();
  await expectReading(page, items[0]!, 1, items.length);
  await page.goBack();
  await record(page).waitFor({ state: 'detached' });
  await expect.poll(() => new URL(page.url()).search).toBe(`?${new URLSearchParams(query).toString().replaceAll('%2C', ',')}`);
  await expect.poll(() => page.getByRole('region', { name: 'Charts' }).isVisible()).toBe(true);
});

test('arrow keys elsewhere are not for the record', async () => {
  const { query, items } = await eventfulDay();
  const page = await visit(`${address}/explore?${query}&incident=${items[0]!.id}`);
  await expectReading(page, items[0]!, 1, items.length);
  await page.getByRole('slider').first().focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL(({ searchParams }) => searchParams.get('from') !== items[0]!.occurred_on);
  await page.getByRole('searchbox').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  expect(openIncident(page)).toBe(items[0]!.id);
});

test('a record far down the table says where it is, and the table is there', async () => {
  const { items, nextCursor, total } = await list('country=RS&limit=50');
  const beyond = await list(`country=RS&limit=1&cursor=${encodeURIComponent(nextCursor!)}`);
  const page = await visit(`${address}/explore?country=RS&incident=${items.at(-1)!.id}`);
  await expectReading(page, items.at(-1)!, 50, total);
  await page.keyboard.press('ArrowRight');
  await expectReading(page, beyond.items[0]!, 51, total);
});

test('a record that the table does not list says so, and has no next one', async () => {
  const { items } = await list('country=RS&limit=1');
  const page = await visit(`${address}/explore?country=XK&type=suicide&from=2024-01-01&to=2024-03-31&incident=${items[0]!.id}`);
  await record(page).getByText('Not in the table with these filters').waitFor();
  for (const name of ['Previous incident', 'Next incident']) {
    await expect.poll(() => record(page).getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true');
  }
  await openPage(page, `${address}/explore?country=XK&incident=${items[0]!.id}`);
  await record(page).getByText('Not in the table with these filters').waitFor();
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

/** Whether the map has a ring in the colour of the accent around a place, with the camera that the address names. */
async function ringAround(page: Page, place: Located): Promise<boolean> {
  const canvas = page.locator('canvas.maplibregl-canvas');
  const box = await canvas.boundingBox();
  const [lon = 0, lat = 0, zoom = 0] = (new URL(page.url()).searchParams.get('at') ?? '').split(',').map(Number);
  if (box === null) return false;
  const size = 512 * 2 ** zoom;
  const [wanted, middle] = [mercator(place), mercator({ lon, lat })];
  const x = box.x + box.width / 2 + (wanted.x - middle.x) * size;
  const y = box.y + box.height / 2 + (wanted.y - middle.y) * size;
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

test('a map that a person has moved away from an open record stays there', async () => {
  const { items } = await list('country=RS&from=2024-01-01&to=2024-12-31&limit=50');
  const located = items.find(({ lon }) => lon !== null)!;
  const page = await visitMap(`${address}/explore?country=RS&from=2024-01-01&to=2024-12-31&incident=${located.id}`);
  await record(page).getByText(`ID ${located.id}`).waitFor();
  await page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').first().waitFor();
  await atRest(page);
  const map = (await page.locator('canvas.maplibregl-canvas').boundingBox())!;
  const [left, right, middle] = [map.x + 20, map.x + map.width - 80, map.y + map.height / 2];
  await page.mouse.move(right, middle);
  await page.mouse.down();
  await page.mouse.move((left + right) / 2, middle, { steps: 5 });
  await page.mouse.move(left, middle, { steps: 5 });
  await page.mouse.up();
  await page.getByText('No incidents on the map in this view').waitFor();
  const away = () => Number(new URL(page.url()).searchParams.get('at')?.split(',')[0]) - located.lon!;
  // The way that the map has gone to the record is in the address before.
  await expect.poll(away).toBeGreaterThan(3);
  await atRest(page);
  expect(away()).toBeGreaterThan(3);
});

test('the record says which circle of the map its incident is in, and only where the filter selects it', async () => {
  const { items } = await list('country=RS&from=2024-01-01&to=2024-12-31&limit=50');
  const located = items.find(({ lon, lat }) => lon !== null && lat !== null)!;
  const page = await visitMap(
    `${address}/explore?country=RS&from=2024-01-01&to=2024-12-31&at=20.8000,44.2000,5.5&incident=${located.id}`,
  );
  const words = record(page).getByText(/^On the map: one of [\d,]+ incidents in the highlighted circle$/);
  await words.waitFor();
  const circles = page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button');
  // Both change while circles come.
  const isListed = async () => {
    const [count = ''] = /[\d,]+/.exec(await words.innerText()) ?? [];
    return (await circles.allInnerTexts()).some((text) => text.startsWith(`${count} incidents`));
  };
  await expect.poll(isListed).toBe(true);

  await page.getByRole('checkbox', { name: 'Serbia' }).click();
  await page.getByRole('checkbox', { name: 'Moldova' }).click();
  await words.waitFor({ state: 'detached' });
});
