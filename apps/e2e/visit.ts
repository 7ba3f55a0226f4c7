import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from './find-browser.ts';

export interface Visitor {
  /** Opens an address in a window of its own and waits until its figures are there. */
  readonly visit: (address: string, options?: BrowserContextOptions) => Promise<Page>;
}

/** A browser for the tests of one file. Whatever a page complains of in its console fails the file. */
export function useBrowser({ expectedErrors = /^$/ } = {}): Visitor {
  let browser: Browser | undefined;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  // Pages left open go on drawing, and slow down the next test.
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    expect(complaints.filter((text) => !expectedErrors.test(text))).toEqual([]);
  });
  return {
    async visit(address, options = {}) {
      if (!browser) throw new Error('No browser');
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
      });
      await page.goto(address);
      return page;
    },
  };
}
