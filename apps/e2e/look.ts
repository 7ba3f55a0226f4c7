import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { deep } from '../../testing/depth.ts';
import { seriousFindings } from './axe.ts';
import { atRest } from './visit.ts';

/* How a page is looked at: in windows and colours of people's devices, and on paper. */

/** Where the pictures go, for people to look at. */
const folder = fileURLToPath(new URL('screenshots/', import.meta.url));

const heights = { 1440: 900, 390: 844, 360: 844 } as const;
type Width = keyof typeof heights;
type Colours = 'light' | 'dark';

/** What people have: every width and each of the colours is looked at whole once, and in a deep run each width in each colours. */
const devices: readonly (readonly [Width, Colours])[] = deep
  ? ([1440, 390, 360] as const).flatMap((width) => [[width, 'light'] as const, [width, 'dark'] as const])
  : [
      [1440, 'light'],
      [390, 'dark'],
    ];

/** Gives a page one device after the other. Colours of tokens are measured in `contrast.test.ts`. */
export async function onEachDevice(page: Page, look: (width: Width, colours: Colours) => Promise<void>): Promise<void> {
  for (const [width, colorScheme] of devices) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: heights[width] });
    await atRest(page);
    await look(width, colorScheme);
  }
}

/**
 * Axe finds nothing serious, and nothing sticks out sideways. In a deep run, a picture is taken.
 * @param name of the picture
 * @param part selector of what is new on the page; all of it if left out
 * @param rules of axe that are looked at; all if left out
 */
export async function expectWellMade(page: Page, name: string, part?: string, rules?: readonly string[]): Promise<void> {
  const { width, height } = page.viewportSize()!;
  if (deep) {
    await mkdir(folder, { recursive: true });
    const colours = await page.evaluate<string>('document.documentElement.dataset.theme ?? "light"');
    await page.screenshot({ path: `${folder}${name}-${width}-${colours}.png` });
  }
  const message = `${name}, ${width} pixels`;
  await expectNothingSticksOut(page, message);
  await expect.poll(() => seriousFindings(page, part, rules), { message }).toEqual([]);
  // The smallest phone has the layout of a larger one.
  if (width !== 390 || part !== undefined) return;
  await page.setViewportSize({ width: 360, height });
  await expectNothingSticksOut(page, `${name}, 360 pixels`);
  await page.setViewportSize({ width, height });
}

async function expectNothingSticksOut(page: Page, message: string): Promise<void> {
  await expect.poll(() => page.evaluate('document.documentElement.scrollWidth - innerWidth'), { message }).toBeLessThanOrEqual(0);
}

/** A4 less its margins, in pixels of 1/96 inch. */
const paper = { width: Math.floor((186 / 25.4) * 96), height: Math.floor((273 / 25.4) * 96) };

/** Lays a page out for paper, while it is looked at. */
export async function onPaper(page: Page, look: () => Promise<void>): Promise<void> {
  const window = page.viewportSize()!;
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(paper);
  await look();
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(window);
}

/** The elements of a selector that are seen and meet a condition on `one`, by their beginning. */
export function seen(page: Page, selector: string, condition = 'true'): Promise<string[]> {
  return page.evaluate(
    `[...document.querySelectorAll('${selector}')].filter((one) => one.checkVisibility() && (${condition})).map((one) => one.outerHTML.slice(0, 120))`,
  );
}
