import type { Results } from '../results.ts';
import { type Chapter, count, kilobytes, medianAndSlow, milliseconds, seconds } from './table.ts';

/** Every endpoint on the demonstration data. */
export function demoChapter({ demo }: Results): Chapter | undefined {
  if (!demo) return undefined;
  return {
    title: 'Every endpoint on the demonstration data',
    blocks: [
      `The ${count(demo.incidents)} incidents that the first start loads, which makes them up and stores them in ${seconds(demo.load)}, ${count(demo.incidents / (demo.load / 1000))} a second.
Requests are sent one after another, each with a different filter, so that nothing is answered
from memory. Downloads write every incident of their filter.`,
      {
        head: ['endpoint', 'whole answer', 'first byte', 'mean answer'],
        rows: demo.endpoints.map(({ path, whole, firstByte, meanBytes }) => [
          `\`${path}\``,
          medianAndSlow(whole),
          milliseconds(firstByte),
          kilobytes(meanBytes),
        ]),
      },
    ],
  };
}
