import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { sql } from 'drizzle-orm';
import type { Filter } from '@monitor/domain';
import type { Database } from './database.ts';
import { incidentColumns, incidentRow, incidentsWithDataset, type Selected } from './incident-columns.ts';
import { detailColumns } from './incident-parts.ts';
import type { ExportRow } from './incident-rows.ts';
import { incidentWhere } from './incident-where.ts';
import type { QueryOptions } from './query-options.ts';
import { readSnapshot } from './run-query.ts';
import { incidents } from './tables.ts';

const portionSize = 1_000;

/**
 * All published incidents of a filter, oldest first, in portions of about a thousand, read through a server-side cursor of one
 * snapshot. Memory stays flat, since reading waits for the taker; leaving the loop early or aborting closes the cursor.
 */
export async function* streamIncidents(
  database: Database,
  filter: Filter,
  { signal }: QueryOptions = {},
): AsyncGenerator<ExportRow[], void, undefined> {
  const left = new AbortController();
  const portions = new PassThrough({ objectMode: true, highWaterMark: 1 });
  const reading = readPortions(database, filter, portions, signal ? AbortSignal.any([signal, left.signal]) : left.signal);
  try {
    for await (const portion of portions as AsyncIterable<ExportRow[]>) {
      // One that was read before an abort is not given out after it.
      signal?.throwIfAborted();
      yield portion;
    }
  } finally {
    left.abort();
    await reading;
  }
}

/** Writes the portions; whatever goes wrong arrives at the other end of the stream. */
async function readPortions(database: Database, filter: Filter, portions: PassThrough, signal: AbortSignal): Promise<void> {
  try {
    await readSnapshot(database, { signal }, async (run) => {
      await run(sql`
        declare portions no scroll cursor for
        select ${incidentColumns}, ${detailColumns} from ${incidentsWithDataset}
        where ${incidentWhere(filter)}
        order by ${incidents.occurred_on}, ${incidents.id}`);
      for (;;) {
        const rows = await run<Selected<ExportRow>>(sql`fetch ${sql.raw(String(portionSize))} from portions`);
        if (rows.length > 0 && !portions.write(rows.map(incidentRow))) await once(portions, 'drain', { signal });
        if (rows.length < portionSize) return;
      }
    });
    portions.end();
  } catch (error) {
    portions.destroy(error as Error);
  }
}
