import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Whether an element has the focus, and shows it. */
export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluateAll((found) => found.some((element) => element.matches(':focus-visible')));
}

/** Role, name and state of what has the focus, as a screen reader says them, such as `checkbox "Serbia" [checked]`; nothing if nothing has it. */
export async function saidOfFocus(page: Page): Promise<string> {
  const focused = page.locator(':focus');
  if ((await focused.count()) === 0) return '';
  const [first = ''] = (await focused.ariaSnapshot()).split('\n');
  return first.replace(/^- '?/, '').replace(/'?:[^"]*$/, '');
}

interface TabOptions {
  /** Presses after which it is too far away. */
  readonly most?: number;
  readonly backwards?: boolean;
}

/** Goes on with the Tab key until one of these elements, once there is one, has the focus and shows it. Fails where that takes too many presses. */
export async function tabTo(page: Page, target: Locator, { most = 150, backwards = false }: TabOptions = {}): Promise<void> {
  await target.first().waitFor({ state: 'attached' });
  // To find elements by their roles takes a page as long as twenty presses, and those that are found stay for a while.
  for (let pressed = 0; !(await (pressed % 20 === 0 ? rememberAndLook(target) : look(page))); pressed++) {
    if (pressed === most)
      throw new Error(`${String(target)} has no focus after ${most} presses of Tab; ${await saidOfFocus(page)} has`);
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
  }
}

function rememberAndLook(target: Locator): Promise<boolean> {
  return target.evaluateAll((tabTargets) => {
    Object.assign(globalThis, { tabTargets });
    return tabTargets.some((element) => element.matches(':focus-visible'));
  });
}

function look(page: Page): Promise<boolean> {
  return page.evaluate(`tabTargets.some((element) => element.matches(':focus-visible'))`);
}

/** Presses a key in what was opened, once the focus is there. */
export async function pressIn(opened: Locator, key: string): Promise<void> {
  const isInside = () => opened.evaluate((element) => element.contains(element.ownerDocument.activeElement));
  await expect.poll(isInside).toBe(true);
  await opened.page().keyboard.press(key);
}

/** Waits until the focus is on something that a screen reader says like this. */
export async function expectSaid(page: Page, words: string | RegExp): Promise<void> {
  await expect.poll(() => saidOfFocus(page)).toMatch(words);
}

/** Waits until a screen reader says something like this of its own accord. */
export async function expectAnnounced(page: Page, words: string | RegExp): Promise<void> {
  await page
    .getByRole('status')
    .or(page.locator('[aria-live=polite]'))
    .filter({ hasText: words })
    .first()
    .waitFor({ state: 'attached' });
}
