import { expect } from 'vitest';
import { type Locator, userEvent } from 'vitest/browser';

/** What has the focus: its label or text; nothing if nothing has it. */
export function focused(): string {
  const { activeElement: element, body } = document;
  if (element === null || element === body) return '';
  const named = element.ariaLabelledByElements ?? [element.querySelector(':scope > title') ?? element];
  return element.ariaLabel ?? named.map(({ textContent }) => textContent.trim()).join(' ');
}

/** Gives the focus to something, as the Tab key would, once it is there. */
export async function focus(target: Locator): Promise<void> {
  await expect.element(target).toBeVisible();
  (target.element() as HTMLElement).focus();
}

/** Presses Tab, and gives the name of each stop before one whose name has these words. */
export async function stopsBefore(words: string): Promise<string[]> {
  const stops: string[] = [];
  while (stops.length < 20) {
    await userEvent.tab();
    if (focused().includes(words)) return stops;
    stops.push(`${document.activeElement?.role ?? document.activeElement?.tagName.toLowerCase()} ${focused()}`);
  }
  throw new Error(`No stop “${words}” after ${stops.join(' | ')}`);
}
