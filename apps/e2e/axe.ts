import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds of the levels A and AA of WCAG 2.2 that is serious or critical. Frames are left out: they are pages that are looked
 * at on their own.
 * @param part selector of what is looked at; the whole page where left out
 */
export async function seriousFindings(page: Page | Frame, part = 'html'): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run('${part}', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], preload: false, iframes: false })`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

/** Texts whose contrast with what is below them is too low, or that axe cannot tell from it: letters in the very colour of their background. */
export async function unreadableTexts(page: Page, part: string): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(axe);
  const { violations, incomplete } = await page.evaluate<AxeResults>(`axe.run('${part}', { runOnly: ['color-contrast'] })`);
  return [...violations, ...incomplete].flatMap(({ nodes }) => nodes.map(({ html }) => html));
}
