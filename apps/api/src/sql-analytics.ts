import { type Database, readDatasetVersion, readSummary, readTileCells } from '@monitor/store';
import type { Analytics } from './analytics.ts';
import { ProblemError } from './http/problem-error.ts';

/** Numbers straight from the system of record. */
export function sqlAnalytics(database: Database): Analytics {
  return {
    async snapshot(filter, signal) {
      const version = await readDatasetVersion(database, { signal });
      /** An answer of the snapshot's version; where the data changed meanwhile, the client is told to ask again. */
      const settled = async <Answer>(reading: Promise<Answer>): Promise<Answer> => {
        const answer = await reading;
        if ((await readDatasetVersion(database, { signal })) === version) return answer;
        throw new ProblemError('not_ready', 'The incidents changed while they were read; ask again.', {
          headers: { 'Retry-After': '1' },
        });
      };
      return {
        version,
        summary: (question) => settled(readSummary(database, filter, question, { signal })),
        tile: (address) => settled(readTileCells(database, filter, address, { signal })),
      };
    },
  };
}
