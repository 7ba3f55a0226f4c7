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
      `Requests sent one after another, all different, to a server with ${count(measured.rows)} incidents. They are sent while \`monitor import\` imports ${count(incidents)}
more on the same machine (${seconds(duration)}) and the snapshot is brought up to date (at most ${seconds(freshAfter)} later), and for just as long while the server is idle.
The import, PostgreSQL and the client share the machine's cores with the server.`,
      {
        head: ['request', 'idle', '95th percentile', 'longest', 'during the import', '95th percentile', 'longest'],
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
