import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Rules whose findings depend on the size of the window or its colours. All others look at elements and their attributes alone. */
export const rulesOfDrawing = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block'];

/**
 * What axe finds of the levels A and AA of WCAG 2.2 that is serious or critical. Frames are left out: they are pages that are looked
 * at on their own.
 * @param part selector of what is looked at; the whole page if left out
 * @param rules the only ones that are looked at; all of these levels if left out
 */
export async function seriousFindings(page: Page | Frame, part = 'html', rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(axe);
  const runOnly = rules === undefined ? levels : { type: 'rule', values: rules };
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run('${part}', { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'], preload: false, iframes: false })`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
