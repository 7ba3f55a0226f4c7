import type { Results } from '../results.ts';
import { type Chapter, count, megabytes, seconds, times } from './table.ts';

/** The import of files against a bare COPY. */
export function importChapter({ import: measured }: Results): Chapter | undefined {
  if (!measured) return undefined;
  const { source, files, bytes, incidents, first, again, copy, peak, peakAgain } = measured;
  return {
    title: 'Import',
    blocks: [
      `${count(incidents)} incidents, ${source}: ${count(files)} files with a total of ${megabytes(bytes)}, imported with \`monitor import\`. The bare COPY reads the same files into one
table with a text column for each field. The import also checks, locates and indexes each incident with its people, weapons and sources, and
keeps its history.`,
      {
        head: ['', 'time', 'compared with the bare COPY', 'peak memory'],
        rows: [
          ['first import', seconds(first), times(first / copy), megabytes(peak)],
          ['again, nothing changed', seconds(again), times(again / copy), megabytes(peakAgain)],
          ['bare COPY', seconds(copy), '', ''],
        ],
      },
    ],
  };
}
