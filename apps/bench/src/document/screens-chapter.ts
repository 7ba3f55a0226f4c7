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
browser. No two visits ask for the same filter and period, so that no answer comes from memory. Sections
further down a long page request their figures when the first ones are there.`,
      {
        head: ['screen', 'requests', 'first figures', 'all figures'],
        rows: measured.screens.map(({ path, requests, first, all }) => [
          `\`${path}\``,
          decimals(requests),
          medianAndSlow(first),
          medianAndSlow(all),
        ]),
      },
    ],
  };
}
