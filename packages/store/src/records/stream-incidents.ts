import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { sql } from 'drizzle-orm';
import type { IncidentExport, Sort } from '@monitor/contract';
import type { Filter, Measure } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { namedColumns, type QueryOptions, readPortions, readSnapshot } from '../connection/read-snapshot.ts';
import { incidentWhere } from '../filter/incident-where.ts';
import { readAmounts } from '../numbers/measure-amounts.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { datasets, incidents } from '../schema/tables.ts';
import { detailColumns, incidentRow, listColumns, ofIncident, type Selected } from './incident-columns.ts';
import { type DatasetRow, selectDatasets } from './read-datasets.ts';
import { inOrder, readSorted } from './sorted-by.ts';

const portionSize = 1_000;

/** What a download needs, all of one snapshot of the database. */
export interface IncidentStream {
  readonly datasetVersion: number;
  readonly datasets: readonly DatasetRow[];
  /** The incidents in portions of about a thousand. To be read to the end, or left by `return`, or aborted. */
  readonly portions: AsyncGenerator<IncidentExport[], void, undefined>;
}

export interface StreamOptions extends QueryOptions {
  /** Oldest first where left out. */
  readonly sort?: Sort | undefined;
  /** What the sort field `amount` sorts by. */
  readonly measure?: Measure | undefined;
}

type Head = Pick<IncidentStream, 'datasetVersion' | 'datasets'>;

/**
 * All published incidents of a filter in their order, read through a server-side cursor of one snapshot, with version and datasets of
 * that snapshot. Memory stays flat, since reading waits for the taker; leaving the portions early or aborting closes the cursor.
 */
export async function openIncidentStream(database: Database, filter: Filter, options: StreamOptions = {}): Promise<IncidentStream> {
  const parts = readParts(database, filter, options);
  const head = await parts.next();
  if (head.done === true) throw new Error('The database returned neither incidents nor an error.');
  return { ...(head.value as Head), portions: parts as IncidentStream['portions'] };
}

/** The head first, and the portions after it. */
async function* readParts(
  database: Database,
  filter: Filter,
  { signal, ...order }: StreamOptions,
): AsyncGenerator<Head | IncidentExport[], void, undefined> {
  const left = new AbortController();
  const parts = new PassThrough({ objectMode: true, highWaterMark: 1 });
  const reading = writeParts(database, filter, order, parts, signal ? AbortSignal.any([signal, left.signal]) : left.signal);
  try {
    for await (const part of parts as AsyncIterable<Head | IncidentExport[]>) {
      // One that was read before an abort is not sent after it.
      signal?.throwIfAborted();
      yield part;
    }
  } finally {
    left.abort();
    await reading;
  }
}

/** Writes head and portions; whatever goes wrong arrives at the other end of the stream. */
async function writeParts(
  database: Database,
  filter: Filter,
  { sort = 'occurred_on', measure = 'incidents' }: Omit<StreamOptions, 'signal'>,
  parts: PassThrough,
  signal: AbortSignal,
): Promise<void> {
  let begun = false;
  const write = async (part: Head | IncidentExport[]): Promise<void> => {
    if (!parts.write(part)) await once(parts, 'drain', { signal });
  };
  try {
    await readSnapshot(database, { signal }, async ({ db, run }) => {
      // A read that was cancelled by mistake is repeated; rows already sent must not be sent twice.
      if (begun) throw new Error('Reading the incidents was interrupted.');
      const head: Head = { datasetVersion: await versionOfSnapshot(db), datasets: await selectDatasets(db) };
      const amounts = await readAmounts(db, [measure], filter);
      const sorted = await readSorted(db, sort, measure, amounts);
      const selected = sql`
        select ${namedColumns({ ...listColumns, ...detailColumns })}
        from ${incidents} inner join ${datasets} on ${ofIncident} ${amounts.joins} ${sorted.joins}
        where ${await incidentWhere(db, filter)}
        order by ${inOrder(sorted)}`;
      begun = true;
      await write(head);
      for await (const rows of readPortions<Selected<IncidentExport>>(run, selected, portionSize))
        if (rows.length > 0) await write(rows.map(incidentRow));
    });
    parts.end();
  } catch (error) {
    parts.destroy(error as Error);
  }
}
