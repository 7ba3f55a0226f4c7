import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { keyFigure, numberIn } from '../figures.ts';
import { atRest, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser();

/** Opens an address and waits for the axis of time. */
async function visitBrush(query: string, options = {}): Promise<Page> {
  const page = await visit(`${address}/explore${query}`, options);
  await keyFigure(page, 'incidents');
  await page.getByRole('slider', { name: 'Move the period' }).waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

/** Drags over the axis from the middle of one month to that of another, by their numbers on the axis. */
async function drag(page: Page, from: number, to: number): Promise<void> {
  // The lines of the figures above decide where the axis lies.
  await expect.poll(() => page.locator('[data-outdated]').count()).toBe(0);
  await atRest(page);
  const { count } = await windowOf(page);
  const box = await page.locator('[data-brush-axis]').boundingBox();
  if (box === null) throw new Error('No axis');
  const at = (month: number) => box.x + ((month + 0.5) / count) * box.width;
  const middle = box.y + box.height / 2;
  await page.mouse.move(at(from), middle);
  await page.mouse.down();
  await page.mouse.move(at((from + to) / 2), middle, { steps: 4 });
  await page.mouse.move(at(to), middle, { steps: 4 });
  await page.mouse.up();
}

/** First month of the window, the one after its last, and how many the axis has, all of one moment: it moves while it is dragged. */
function windowOf(page: Page): Promise<{ start: number; end: number; count: number }> {
  return page.evaluate(() => {
    const number = (name: string, attribute: string) =>
      Number(document.querySelector(`[role=slider][aria-label="${name}"]`)?.getAttribute(attribute));
    return {
      start: number('First month', 'aria-valuenow'),
      end: number('Last month', 'aria-valuenow'),
      count: number('Last month', 'aria-valuemax'),
    };
  });
}

test('dragging over the whole axis draws a window, outside it a new one, inside it moves it; a double click clears', async () => {
  const page = await visitBrush('');
  const { count } = await windowOf(page);
  await drag(page, 30, 60);
  await expect.poll(() => windowOf(page)).toEqual({ start: 30, end: 61, count });

  await drag(page, 45, 75);
  await expect.poll(() => windowOf(page)).toEqual({ start: 60, end: 91, count });

  await drag(page, 110, 130);
  await expect.poll(() => windowOf(page)).toEqual({ start: 110, end: 131, count });

  await page.locator('[data-brush-axis]').dblclick({ position: { x: 40, y: 20 } });
  await expect.poll(() => new URL(page.url()).search).toBe('?period=all');
  await expect.poll(() => windowOf(page)).toEqual({ start: 0, end: count, count });
});

test.each([0, 700])('while the window is dragged the figures go with it, though each takes %s ms more', async (delay) => {
  const page = await visitBrush('?from=2019-01-01&to=2019-12-31');
  await page.route('**/api/v1/summary?*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, delay));
    await route.continue().catch(() => undefined);
  });
  const box = await page.locator('[data-brush-axis]').boundingBox();
  if (box === null) throw new Error('No axis');
  const { start, count } = await windowOf(page);
  const middle = { x: box.x + ((start + 6) / count) * box.width, y: box.y + box.height / 2 };
  const month = box.width / count;
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  const figures = new Set([await keyFigure(page, 'incidents')]);
  // On a busy machine an answer can take many seconds, and the time limit of the test is that of this loop.
  for (let step = 1; figures.size < 4; step++) {
    // To and fro, a month at a time, and never at rest.
    await page.mouse.move(middle.x + (1 + (step % 24)) * month, middle.y);
    figures.add(await keyFigure(page, 'incidents'));
  }
  await page.mouse.up();
  // All of it is one step for Back.
  await page.goBack();
  await expect.poll(() => new URL(page.url()).search).toBe('?from=2019-01-01&to=2019-12-31');
});

test('a click that slips by a pixel draws nothing', async () => {
  const page = await visitBrush('?from=2020-01-01&to=2020-12-31');
  const before = page.url();
  const box = await page.locator('[data-brush-axis]').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 20);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 61, (box?.y ?? 0) + 20);
  await page.mouse.up();
  await page.getByRole('slider', { name: 'Move the period' }).press('ArrowRight');
  await expect.poll(() => page.url()).not.toBe(before);
  expect(new URL(page.url()).search).toBe('?from=2020-02-01&to=2021-01-31');
});

test('playing shows the figures of a period only under that period, however late they come', async () => {
  const page = await visitBrush('?from=2019-01-01&to=2019-12-31', { reducedMotion: 'no-preference' });
  await page.route('**/api/v1/summary?*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  // Every state that the page is in while it plays: first month, and the number beside it.
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(globalThis, { seen });
    const look = () => {
      const month = document.querySelector('[role=slider][aria-label="Move the period"]')?.getAttribute('aria-valuenow');
      const figure = document.querySelector('[data-figure=incidents] dd')?.textContent;
      seen.add(`${month} ${figure}`);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await page.getByRole('button', { name: 'Play through time' }).click();
  await page.waitForURL(/from=2019-04-01/);
  await page.getByRole('button', { name: 'Pause' }).click();
  const seen = await page.evaluate(() => [...(globalThis as unknown as { seen: Set<string> }).seen]);
  const months = new Map<number, Set<number>>();
  for (const state of seen) {
    const [month = '', figure = ''] = state.split(' ');
    months.set(Number(month), (months.get(Number(month)) ?? new Set()).add(numberIn(figure)));
  }
  // January 2019 is the sixtieth month from January 2014, the first of the data.
  expect([...months.keys()].length).toBeGreaterThanOrEqual(3);
  for (const [month, figures] of months) {
    const first = new Date(Date.UTC(2014, month, 1)).toISOString().slice(0, 10);
    const last = new Date(Date.UTC(2014, month + 12, 0)).toISOString().slice(0, 10);
    const answer = await fetch(`${address}/api/v1/summary?from=${first}&to=${last}&facets=none`);
    const { totals } = (await answer.json()) as { totals: { incidents: number } };
    expect([...figures], `${first} to ${last}`).toEqual([totals.incidents]);
  }
});

test('a period that grows keeps its first day while time is played, two months at a time at the fastest speed', async () => {
  const page = await visitBrush('?from=2019-01-01&to=2019-12-31', { reducedMotion: 'no-preference' });
  for (const choice of ['grows', '4×']) {
    await page.getByRole('button', { name: /^How to play/ }).click();
    await page.getByRole('menuitemradio', { name: choice }).click();
    await page.getByRole('menu').waitFor({ state: 'detached' });
  }
  await page.getByRole('button', { name: 'How to play: grows, 4×' }).waitFor();
  const ends = new Set<string | null>();
  page.on('framenavigated', () => ends.add(new URL(page.url()).searchParams.get('to')));
  await page.getByRole('button', { name: 'Play through time' }).click();
  await expect.poll(() => ends.size).toBeGreaterThanOrEqual(3);
  await page.getByRole('button', { name: 'Pause' }).click();
  expect([...ends].slice(0, 3)).toEqual(['2020-02-29', '2020-04-30', '2020-06-30']);
  expect(new URL(page.url()).searchParams.get('from')).toBe('2019-01-01');
});

test('a period that has grown over all data stops there', async () => {
  const page = await visitBrush('?from=2014-01-01&to=2026-09-30', { reducedMotion: 'no-preference' });
  await page.getByRole('button', { name: /^How to play/ }).click();
  await page.getByRole('menuitemradio', { name: 'grows' }).click();
  await page.getByRole('button', { name: 'Play through time' }).click();
  await expect.poll(() => new URL(page.url()).search).toBe('?period=all');
  await page.getByRole('button', { name: 'Play through time' }).waitFor();
  expect(new URL(page.url()).search).toBe('?period=all');
});
