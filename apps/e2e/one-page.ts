import type { Page, ViewportSize } from 'playwright-core';
import type { Drawing } from '@monitor/browser';
import { afterAll, expect, inject, onTestFailed } from 'vitest';
import { isDrawnAt, isWaiting, newWindow, openPage, useComplaints, usualSize, watchRequests } from './visit.ts';

interface OnePageOptions {
  /** True for journeys that look at the map. */
  readonly map?: boolean;
  /** What the page may complain of in its console; anything else fails the file. */
  readonly expectedErrors?: RegExp;
  /** True if it matters which answers the page has already: then it begins without any. */
  readonly isOwn?: boolean;
  /** Size of the window. */
  readonly viewport?: ViewportSize;
}

interface OnePage {
  /** Leads the page to a path of the product, with its query string. @param width of its window, in pixels, if that is to be another */
  readonly open: (path: string, width?: number) => Promise<Page>;
}

/** The pages that this process keeps from one file to the next, by how they draw. */
const kept: { [draws in Drawing]?: Page } = {};

/**
 * One page for all tests that only need to be somewhere in the product, since a page takes seconds of the processor to load. Each test
 * goes to an address of its own within the page. After a test that failed the next one has a new page.
 */
export function onePage({ map = false, expectedErrors = /^$/, isOwn = false, viewport }: OnePageOptions = {}): OnePage {
  const draws: Drawing = map ? 'webgl' : 'plain';
  const watch = useComplaints(expectedErrors);
  const watched = new Set<Page>();

  /** The page that is kept, from where a person could go on. */
  async function keptPage(): Promise<Page | undefined> {
    const page = kept[draws];
    if (page === undefined || page.isClosed()) return undefined;
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.setViewportSize(viewport ?? usualSize(draws));
    await page.emulateMedia({ media: null, colorScheme: null });
    if (!watched.has(page)) {
      // What tests of another file have opened on a screen is not open on another screen. A request of another file may have no end:
      // none outlives its document, whose programs need not be read again for the next one.
      if (isOwn || isWaiting(page) || !(await isDrawn(page))) await openPage(page, `${inject('address')}/about`);
      else await lead(page, '/about');
    }
    await expect.poll(() => isDrawn(page)).toBe(true);
    return page;
  }
  async function newPage(): Promise<Page> {
    const page = await (await newWindow(draws, viewport && { viewport })).newPage();
    watchRequests(page);
    return (kept[draws] = page);
  }
  afterAll(async () => {
    const page = kept[draws];
    if (!page || !watched.has(page) || page.isClosed()) return;
    await page.evaluate('localStorage.clear()');
  });
  return {
    async open(path, width) {
      const old = await keptPage();
      const page = old ?? (await newPage());
      if (width !== undefined) await page.setViewportSize({ width, height: 900 });
      onTestFailed(() => page.context().close());
      if (!watched.has(page)) watch(page);
      watched.add(page);
      if (old) await lead(page, path);
      else await openPage(page, inject('address') + path);
      return page;
    },
  };
}

/** Leads a page to a path of the product as a link of it does. */
export async function lead(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), path);
}

async function isDrawn(page: Page): Promise<boolean> {
  const [drawn, address] = await page.evaluate(
    () => [document.querySelector<HTMLElement>('[data-drawn]')?.dataset.drawn, location.href] as const,
  );
  return isDrawnAt(drawn, address);
}
