import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { deep } from '../../testing/depth.ts';
import { misfits } from '../../testing/misfits.ts';
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
    // The page about the API follows by its style sheet alone.
    await expect.poll(() => page.evaluate('document.documentElement.dataset.theme')).toBeOneOf([undefined, colorScheme]);
    await page.setViewportSize({ width, height: heights[width] });
    await atRest(page);
    await look(width, colorScheme);
  }
}

/**
 * Axe finds nothing serious, and everything fits. In a deep run, a picture is taken.
 * @param name of the picture
 * @param part selector of what is new on the page; all of it if left out
 * @param rules of axe that are looked at; all if left out
 */
export async function expectWellMade(page: Page, name: string, part?: string, rules?: readonly string[]): Promise<void> {
  const { width } = page.viewportSize()!;
  if (deep) {
    await mkdir(folder, { recursive: true });
    const colours = await page.evaluate<string>('document.documentElement.dataset.theme ?? "light"');
    await page.screenshot({ path: `${folder}${name}-${width}-${colours}.png` });
  }
  const message = `${name}, ${width} pixels`;
  await expect.poll(() => page.evaluate(misfits), { message }).toEqual([]);
  await expect.poll(() => seriousFindings(page, part, rules), { message }).toEqual([]);
}

/** Widths of phones, tablets and desks, and of a desk at 200%, in CSS pixels. */
export const widths = [320, 360, 390, 480, 600, 720, 768, 820, 1024, 1064, 1280, 1440, 1920] as const;

/**
 * Everything fits in the window that the page was opened in, and in every other that it is made as wide as, smaller and larger.
 * @param turn of the page among several: unless the run is deep, each but the narrowest width is of every other page
 */
export async function expectFitsEveryWidth(page: Page, name: string, turn?: number): Promise<void> {
  const fits = async (width: number) => {
    await expect.poll(() => page.evaluate(misfits), { message: `${name}, ${width} pixels` }).toEqual([]);
  };
  await fits(page.viewportSize()!.width);
  const some = widths.filter((_, at) => turn === undefined || at === 0 || at % 2 === turn % 2);
  for (const width of deep ? [...widths, ...widths.toReversed()] : some) {
    await page.setViewportSize({ width, height: width === 720 ? 450 : 900 });
    await fits(width);
  }
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
