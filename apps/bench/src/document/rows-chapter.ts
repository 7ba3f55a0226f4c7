import type { Results } from '../results.ts';
import { rowsOfPage } from '../sections/measure-rows.ts';
import { type Chapter, count, medianAndSlow, milliseconds } from './table.ts';

/** Rows of the table at random depths. */
export function rowsChapter({ sizes }: Results): Chapter | undefined {
  const measured = sizes.find(({ listed }) => listed.length > 0);
  if (!measured) return undefined;
  return {
    title: 'Rows of the table',
    blocks: [
      `${count(rowsOfPage)} incidents at a random position of the list of all ${count(measured.rows)}, requested from the server one after another, in turn upwards and
downwards. The snapshot says which incidents they are, and PostgreSQL reads their records by number. The first request for a field waits
until all incidents are sorted by it, once for each dataset version: by the snapshot, or by PostgreSQL for fields that the snapshot does
not have. The last column is the same pages by \`ORDER BY … LIMIT … OFFSET\` without HTTP, the total not counted.`,
      {
        head: ['sorted by', 'first request', 'median (95th percentile)', 'PostgreSQL with OFFSET'],
        rows: measured.listed.map(({ sort, first, timing, offset }) => [
          `\`${sort}\``,
          milliseconds(first),
          medianAndSlow(timing),
          medianAndSlow(offset),
        ]),
      },
    ],
  };
}
