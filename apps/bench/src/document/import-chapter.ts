import type { Results } from '../results.ts';
import { type Chapter, count, megabytes, seconds, times } from './table.ts';

/** The import of files against a bare COPY. */
export function importChapter({ import: measured }: Results): Chapter | undefined {
  if (!measured) return undefined;
  const { source, files, bytes, incidents, first, again, copy, peak, peakAgain } = measured;
  return {
    title: 'Import',
    blocks: [
      `${count(incidents)} incidents, ${source}: ${count(files)} files of ${megabytes(bytes)} together, with the command \`monitor import\`. The bare COPY reads the same files into one table with a
column of text for each field; the import checks, places, indexes and keeps the history of each incident and its people, weapons and sources.`,
      {
        head: ['', 'time', 'to the bare COPY', 'memory at most'],
        rows: [
          ['first import', seconds(first), times(first / copy), megabytes(peak)],
          ['again, nothing changed', seconds(again), times(again / copy), megabytes(peakAgain)],
          ['bare COPY', seconds(copy), '', ''],
        ],
      },
    ],
  };
}
