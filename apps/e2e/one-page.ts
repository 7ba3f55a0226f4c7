import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject, onTestFailed } from 'vitest';
import { isDrawnAt, useBrowser } from './visit.ts';

interface OnePageOptions {
  readonly map?: boolean;
  readonly expectedErrors?: RegExp;
  /** Of its window. */
  readonly window?: BrowserContextOptions;
}

interface OnePage {
  /** Leads the page to a path of the product, with its query string. */
  readonly open: (path: string) => Promise<Page>;
}

/**
 * One page for all tests of a file, since a page takes seconds of the processor to load. Each test goes to an address of its own within
 * the page. After a test that failed the next one has a new page.
 */
export function onePage({ map = false, expectedErrors = /^$/, window }: OnePageOptions = {}): OnePage {
  const { visit } = useBrowser({ map, expectedErrors, keepsPages: true });
  let kept: Page | undefined;
  return {
    async open(path) {
      if (kept?.isClosed() !== false) return (kept = closedAfterFailure(await visit(inject('address') + path, window)));
      closedAfterFailure(kept);
      const page = kept;
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      // As a person does, from an address that is drawn.
      const drawn = () => page.evaluate(() => [document.querySelector<HTMLElement>('[data-drawn]')?.dataset.drawn, location.href]);
      await expect.poll(async () => isDrawnAt(...((await drawn()) as [string, string]))).toBe(true);
      // As a link of the page does.
      await page.evaluate((to) => history.pushState(null, '', to), path);
      return page;
    },
  };
}

function closedAfterFailure(page: Page): Page {
  onTestFailed(() => page.close());
  return page;
}
