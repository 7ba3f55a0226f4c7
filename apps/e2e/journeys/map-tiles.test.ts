import { errors, type Page, type Route } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { keyFigure, numberIn, tableCount, TileCounter } from '../figures.ts';
import { atRest, openPage, useBrowser } from '../visit.ts';

const address = inject('address');
const { visit } = useBrowser({ map: true });
const period = 'from=2022-01-01&to=2023-12-31';

/** Holds back the tiles of one filter until told to let them go. */
async function holdTiles(page: Page, query: string): Promise<{ readonly held: readonly Route[]; release(): Promise<void> }> {
  const held: Route[] = [];
  let holding = true;
  await page.route(
    ({ pathname, search }) => pathname.includes('/api/v1/tiles/') && search === query,
    async (route) => {
      if (holding) held.push(route);
      else await route.continue();
    },
  );
  return {
    held,
    async release() {
      holding = false;
      // Those that the map no longer wants are gone already.
      await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
    },
  };
}

/** Counts of the largest circles on the map, as it names them for keyboard and screen reader. */
async function largestCircles(page: Page): Promise<number[]> {
  const names = await page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').allInnerTexts();
  return names.map((name) => Number(/^[\d,]+/.exec(name)?.[0].replaceAll(',', '')));
}

/** Waits until the largest circles on the map are those on the tiles of a filter. */
async function agreesWithTiles(page: Page, tiles: TileCounter, query: string): Promise<void> {
  const compare = async () => {
    const shown = await largestCircles(page);
    const loaded = await tiles.largestCircles(query, 12);
    // Single incidents come after the circles.
    const largest = shown.slice(0, loaded.length);
    return loaded.length > 0 && String(largest) === String(loaded) ? 'agree' : { shown, loaded };
  };
  await expect.poll(compare).toBe('agree');
}

/** Counts of the largest circles on the map once it has arranged them, which can take several steps: those that would overlap are joined. */
async function arrangedCircles(page: Page): Promise<number[]> {
  await page.waitForLoadState('networkidle');
  let last: number[] = [];
  const isSteady = async () => {
    const before = last;
    last = await largestCircles(page);
    return last.length > 0 && String(last) === String(before);
  };
  await expect.poll(isSteady, { interval: 1500 }).toBe(true);
  return last;
}

test('a filter changed while the first tiles are on their way reaches the map', async () => {
  const page = await visit('about:blank');
  const tiles = new TileCounter(page);
  const first = await holdTiles(page, `?${period}`);
  await openPage(page, `${address}/explore?${period}`);
  await expect.poll(() => first.held.length).toBeGreaterThan(0);

  await page.getByRole('checkbox', { name: 'Serbia' }).click();
  await page.waitForURL(/country=RS/);
  await first.release();

  await agreesWithTiles(page, tiles, `?country=RS&${period}`);
});

test('an answer to an older filter that comes late is never shown', async () => {
  const page = await visit('about:blank');
  const tiles = new TileCounter(page);
  await openPage(page, `${address}/explore?country=RS&${period}`);
  await agreesWithTiles(page, tiles, `?country=RS&${period}`);
  const given: string[] = [];
  page.on('requestfailed', (request) => given.push(new URL(request.url()).search));
  const older = await holdTiles(page, `?country=BA,RS&${period}`);
  const before = await arrangedCircles(page);

  await page.getByRole('checkbox', { name: 'Bosnia and Herzegovina' }).click();
  await expect.poll(() => older.held.length).toBeGreaterThan(0);
  expect(await largestCircles(page)).toEqual(before);
  await page.getByText('The map still shows the previous figures').waitFor();
  await page.getByRole('checkbox', { name: 'Albania' }).click();
  await agreesWithTiles(page, tiles, `?country=AL,BA,RS&${period}`);
  await page.getByText('The map still shows the previous figures').waitFor({ state: 'hidden' });
  await expect.poll(() => given).toContain(`?country=BA,RS&${period}`);

  await older.release();
  await page.waitForLoadState('networkidle');
  await agreesWithTiles(page, tiles, `?country=AL,BA,RS&${period}`);
});

test('on a slow line the map follows while filters go on changing, and is never empty in between', async () => {
  const page = await visit(`${address}/explore?${period}`);
  await arrangedCircles(page);
  // Slower than filters change below, and than a newer filter waits for an older one.
  await page.route(/\/api\/v1\/tiles\//, async (route) => {
    await new Promise((resolve) => {
      setTimeout(resolve, 600);
    });
    await route.continue().catch(() => undefined);
  });
  const places = ['Albania', 'Bosnia and Herzegovina', 'Moldova', 'Montenegro', 'North Macedonia', 'Serbia'];
  const pictures = new Set<string>();
  for (let change = 0; change < 150 && pictures.size < 4; change++) {
    await page.getByRole('checkbox', { name: places[change % places.length] ?? '' }).click();
    // Several changes while one answer is on its way; more of them would only keep the processor busy.
    await page.waitForTimeout(120);
    const shown = await largestCircles(page);
    expect(shown).not.toEqual([]);
    pictures.add(String(shown));
  }
  expect(pictures.size).toBe(4);
});

test('circles count what is chosen to be counted', async () => {
  const page = await visit('about:blank');
  const tiles = new TileCounter(page);
  const query = `?country=RS&${period}`;
  await openPage(page, `${address}/explore${query}&measure=killed`);
  await agreesWithTiles(page, tiles, `${query}&measure=killed`);
  const most = page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').first();
  await expect.poll(() => most.innerText()).toMatch(/^\d+ people killed (?:around .*, |in part of )Serbia$/);

  await page.getByRole('button', { name: 'Count: People killed' }).click();
  await page.getByRole('menuitemradio', { name: 'Incidents', exact: true }).click();
  await agreesWithTiles(page, tiles, query);
  await expect.poll(() => most.innerText()).toMatch(/^\d+ incidents (?:around .*, |in part of )Serbia$/);
});

test('the map says how many incidents are outside the view, and shows them', async () => {
  const page = await visit(`${address}/explore?${period}`);
  const located = (await keyFigure(page, 'incidents')) - (await keyFigure(page, 'not on the map'));
  await arrangedCircles(page);
  const notice = page.getByText(/are outside this view/);
  await expect.poll(() => notice.count()).toBe(0);

  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await notice.waitFor();
  expect(numberIn(await notice.innerText())).toBeLessThan(located);
  await page.getByRole('button', { name: 'Show all' }).click();
  await notice.waitFor({ state: 'hidden' });
});

test('a circle on a border is of one location, and lists just as many incidents as it says', async () => {
  for (const nth of [0, 1, 2]) {
    const page = await visit(`${address}/explore?${period}`);
    const [most] = await arrangedCircles(page);
    const circle = page.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').nth(nth);
    const popup = page.getByRole('dialog', { name: 'Incidents in this circle' });
    let said = '';
    const hasListed = () => new URL(page.url()).searchParams.has('country');
    // While the map still moves to where it was, its circles come and go, and a popup goes with its circle.
    const listed = async () => {
      try {
        if (!(await popup.isVisible())) {
          await circle.focus({ timeout: 2_000 });
          await page.keyboard.press('Enter');
        }
        said = await popup.innerText({ timeout: 2_000 });
        await popup.getByRole('button', { name: 'List these incidents' }).click({ timeout: 2_000 });
      } catch (error) {
        if (!(error instanceof errors.TimeoutError)) throw error;
      }
      return hasListed();
    };
    await expect.poll(listed, { interval: 500 }).toBe(true);
    const [, count, location] = /^([\d,]+) incidents\s+(?:around .*, |in part of )(.+)$/m.exec(said)!;
    await expect.poll(() => tableCount(page)).toBe(numberIn(count!));
    await expect.poll(() => page.getByRole('checkbox', { name: location! }).isChecked()).toBe(true);
    await page.goBack();
    await expect.poll(hasListed).toBe(false);
    await expect.poll(async () => (await largestCircles(page))[0]).toBe(most);
    await page.close();
  }
});

test('while the window of the timeline is dragged its figures go with it, and tiles and rows are asked for when it rests', async () => {
  const page = await visit(`${address}/explore?from=2016-01-01&to=2016-12-31`);
  await arrangedCircles(page);
  const window = page.getByRole('slider', { name: 'Move the period' });
  await window.scrollIntoViewIfNeeded();
  await atRest(page);
  const asked: string[] = [];
  const open = new Set<unknown>();
  page.on('request', (request) => {
    if (!request.url().includes('/api/')) return;
    asked.push(new URL(request.url()).pathname);
    open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  /** Whether nothing is asked for any more. */
  const isQuiet = async () => {
    const before = asked.length;
    await page.waitForTimeout(1500);
    return open.size === 0 && asked.length === before;
  };
  /** Most requests of the page that were on their way at a time, by its own clock: this one hears of them late, and of some later. */
  const mostAtOnce = () =>
    page.evaluate(() => {
      const answers = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ name }) =>
        name.includes('/api/'),
      );
      const openAt = (moment: number) =>
        answers.filter(({ startTime, responseEnd }) => startTime <= moment && moment < responseEnd);
      return Math.max(...answers.map(({ startTime }) => openAt(startTime).length));
    });

  /** Drags until the figures have changed several times. @returns the longest time without a move, in milliseconds */
  const drag = async (): Promise<number> => {
    const box = await window.boundingBox();
    if (box === null) throw new Error('No window');
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    // Within the page: between two moves from here, a busy machine would let the window rest.
    return window.evaluate(async (hand, { x, y }) => {
      const incidents = () => document.querySelector('[data-figure=incidents] dd')?.textContent;
      const figures = new Set([incidents()]);
      let [moved, longest] = [performance.now(), 0];
      for (let step = 1; figures.size < 4; step++) {
        hand.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: x + 10 + (step % 100), clientY: y }));
        longest = Math.max(longest, performance.now() - moved);
        moved = performance.now();
        await new Promise(requestAnimationFrame);
        figures.add(incidents());
      }
      return longest;
    }, at);
  };

  await page.evaluate(() => performance.clearResourceTimings());
  // A window that is held still for a second is at rest, and its tiles are rightly requested.
  while ((await drag()) >= 1000) {
    await page.mouse.up();
    await expect.poll(isQuiet).toBe(true);
    asked.length = 0;
    await page.evaluate(() => performance.clearResourceTimings());
  }
  expect([...new Set(asked)]).toEqual(['/api/v1/summary']);
  expect(await mostAtOnce()).toBe(1);
  await page.mouse.up();
  await expect.poll(() => new Set(asked).has('/api/v1/incidents')).toBe(true);
  await expect.poll(() => asked.some((path) => path.startsWith('/api/v1/tiles/'))).toBe(true);
});
