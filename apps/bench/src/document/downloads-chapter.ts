import { exportFormat } from '@monitor/contract';
import type { Results } from '../results.ts';
import { type Chapter, count, medianAndSlow, megabytes, milliseconds, seconds } from './table.ts';

/** Downloads of everything. */
export function downloadsChapter({ sizes }: Results): Chapter | undefined {
  const measured = sizes.find(({ downloads }) => downloads);
  if (!measured?.downloads) return undefined;
  const { copy, formats, quiet, besideSlowReaders } = measured.downloads;
  return {
    title: 'Downloads',
    blocks: [
      `All ${count(measured.rows)} incidents in each format, not compressed on the way, read as fast as they come. PostgreSQL's own \`COPY … TO\` of the same
columns takes ${seconds(copy)}. Server, PostgreSQL and client share the machine's cores. While four downloads are read slowly, a summary takes
${medianAndSlow(besideSlowReaders)}; with nothing else going on, ${medianAndSlow(quiet)} (median, and 95th percentile).`,
      {
        head: ['format', 'first byte', 'whole file', 'size', 'incidents per second', 'growth of memory'],
        rows: formats.map(({ format, firstByte, whole, bytes, growth }) => [
          exportFormat(format).label,
          milliseconds(firstByte),
          seconds(whole),
          megabytes(bytes),
          count((1000 * measured.rows) / whole),
          megabytes(growth),
        ]),
      },
    ],
  };
}
