import type { Results } from '../results.ts';
import { type Chapter, count, decimals, medianAndSlow } from './table.ts';

/** What each screen waits for. */
export function screensChapter({ sizes }: Results): Chapter | undefined {
  const measured = sizes.find(({ screens }) => screens.length > 0);
  if (!measured) return undefined;
  return {
    title: 'Every screen',
    blocks: [
      `How long a screen waits for its figures, with ${count(measured.rows)} incidents. The screens themselves request what they need, as many at a time as they do in a
browser. No two visits ask for the same filter and period, so that no answer comes from memory.`,
      {
        head: ['screen', 'requests', 'waits for'],
        rows: measured.screens.map(({ path, requests, waiting }) => [`\`${path}\``, decimals(requests), medianAndSlow(waiting)]),
      },
    ],
  };
}
