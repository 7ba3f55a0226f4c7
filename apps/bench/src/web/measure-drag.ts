import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import type { Profile } from './profiles.ts';
import { layoutShift, readTimes, watchPage } from './watch-page.ts';

export interface DragMeasurement {
  /** Frames a second. */
  readonly frames: number;
  /** Milliseconds that 95 of 100 frames take at most, and of the longest. */
  readonly frame95: number;
  readonly longestFrame: number;
  /** Changes of the first figure a second. */
  readonly figures: number;
  readonly requests: number;
  readonly tiles: number;
  /** Requests that were open at the same time, at most. */
  readonly mostInFlight: number;
  /** Cumulative layout shift, which leaves out what moves while a button of the mouse is held. */
  readonly shift: number;
  /** Pixels that the timeline itself moved up and down under the hand. */
  readonly jumps: number;
}

const seconds = 5;
/** Milliseconds between two moves of the hand. */
const pace = 16;
const patience = 60_000;

/** Drags the window of a year over the timeline to and fro, with the map there. */
export async function measureDrag(browser: Browser, address: string, profile: Profile): Promise<DragMeasurement> {
  const context = await browser.newContext(profile.window);
  try {
    const page = await context.newPage();
    const requests = await watchPage(page);
    await page.goto(`${address}/explore?from=2017-01-01&to=2017-12-31`, { timeout: patience });
    const window = page.getByRole('slider', { name: 'Move the period' });
    await window.waitFor({ timeout: patience });
    await page.locator('canvas.maplibregl-canvas').first().waitFor({ timeout: patience });
    await page.waitForLoadState('networkidle', { timeout: patience });
    // The map goes on drawing for a while after its last tile. The hand at the timeline lets the page fetch what a drag needs.
    await window.hover();
    await page.waitForLoadState('networkidle', { timeout: patience });
    await pause(3000);
    const [box, axis] = [await window.boundingBox(), await page.locator('[data-brush-axis]').boundingBox()];
    if (box === null || axis === null) throw new Error('The timeline is not there.');
    const before = requests.all.length;
    const shiftsBefore = (await readTimes(page)).shifts.length;
    requests.countAgain();
    const frames = countFrames(page);
    const [middle, height] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(middle, height);
    await page.mouse.down();
    const reach = Math.min(axis.width / 2, axis.x + axis.width - box.x - box.width) - 4;
    const start = performance.now();
    for (let now = 0; now < seconds * 1000; now = performance.now() - start) {
      // There and back twice, and never at rest.
      const swing = 1 - Math.abs(1 - (((now / 1000 / seconds) * 4) % 2));
      await page.mouse.move(middle + swing * reach, height);
      await pause(pace);
    }
    const drawn = await frames;
    const asked = requests.toServer(before);
    const { most } = requests;
    await page.mouse.up();
    const { shifts } = await readTimes(page);
    return {
      ...drawn,
      requests: asked.length,
      tiles: asked.filter((request) => request.url().includes('/tiles/')).length,
      mostInFlight: most,
      shift: layoutShift(shifts.slice(shiftsBefore)),
    };
  } finally {
    await context.close();
  }
}

/** Frames that the page draws in the time of a drag. */
async function countFrames(
  page: Page,
): Promise<Pick<DragMeasurement, 'frames' | 'frame95' | 'longestFrame' | 'figures' | 'jumps'>> {
  return page.evaluate(
    async (length) =>
      new Promise((resolve) => {
        const begun = performance.now();
        const place = () => document.querySelector('[data-brush-axis]')?.getBoundingClientRect().top ?? 0;
        const frames: number[] = [];
        let [figures, last, shown, jumps, top] = [0, begun, '', 0, place()];
        const next = (now: number) => {
          frames.push(now - last);
          last = now;
          const text = document.querySelector('[data-figure=incidents] dd')?.textContent ?? '';
          if (text !== shown) figures += 1;
          shown = text;
          jumps += Math.abs(place() - top);
          top = place();
          if (now - begun < length * 1000) requestAnimationFrame(next);
          else {
            const sorted = frames.toSorted((one, other) => one - other);
            const frame95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
            resolve({
              frames: sorted.length / length,
              frame95,
              longestFrame: sorted.at(-1) ?? 0,
              figures: figures / length,
              jumps,
            });
          }
        };
        requestAnimationFrame(next);
      }),
    seconds,
  );
}
