import type { Results } from '../results.ts';
import { type Chapter, count, milliseconds, seconds } from './table.ts';

/** Requests while an import runs. */
export function waitingChapter({ sizes }: Results): Chapter | undefined {
  const measured = sizes.find(({ waiting }) => waiting);
  if (!measured?.waiting) return undefined;
  const { incidents, duration, freshAfter, waiting } = measured.waiting;
  return {
    title: 'Requests during an import',
    blocks: [
      `One request after the other, all unlike, to a server with ${count(measured.rows)} incidents: while \`monitor import\` takes in ${count(incidents)} more on
the same machine (${seconds(duration)}) and the snapshot follows (${seconds(freshAfter)} later at most), and for just as long at rest. The import, PostgreSQL and whoever asks share the machine's cores with the server.`,
      {
        head: ['request', 'at rest', '95th percentile', 'longest', 'during the import', '95th percentile', 'longest'],
        rows: waiting.map(({ kind, quiet, during }) => [
          kind,
          milliseconds(quiet.median),
          milliseconds(quiet.slow),
          milliseconds(quiet.longest),
          milliseconds(during.median),
          milliseconds(during.slow),
          milliseconds(during.longest),
        ]),
      },
    ],
  };
}
