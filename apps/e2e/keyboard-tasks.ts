/* What journeys with the keyboard alone share. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { countOf } from './ask.ts';
import { tabTo } from './keyboard.ts';
import { atRest } from './visit.ts';

export const period = 'from=2025-01-01&to=2025-12-31';
export const serbia = `/explore?country=RS&${period}`;

/** Leaves the focus of a page before its first stop, once it is at rest. */
export async function beforeFirstStop(page: Page): Promise<Page> {
  await atRest(page);
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  return page;
}

/** How the API counts the incidents of a filter, in the words of the page. */
export async function countedBy(query: string): Promise<string> {
  const incidents = await countOf(query);
  return `${incidents.toLocaleString('en-GB')} ${incidents === 1 ? 'incident' : 'incidents'}`;
}

export const button = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name, exact: true });
export const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

/** Goes to something that can be pressed, and presses it. */
export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter', backwards = false): Promise<void> {
  await tabTo(page, target, { backwards });
  await page.keyboard.press(key);
}

/** Waits until the accessibility tree of a part of the page has these pieces. */
export async function expectTree(part: Locator, pieces: readonly (string | RegExp)[]): Promise<void> {
  for (const piece of pieces) await expect.poll(() => part.ariaSnapshot()).toMatch(piece);
}
