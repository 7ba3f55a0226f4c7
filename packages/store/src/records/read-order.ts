import { sql } from 'drizzle-orm';
import type { SortField } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { readPortions, readSnapshot, type SnapshotOptions } from '../connection/read-snapshot.ts';
import { readAmounts } from '../numbers/measure-amounts.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { incidents } from '../schema/tables.ts';
import { inOrder, readSorted } from './sorted-by.ts';

/** Few enough that reading a million does not hold up other requests for longer than some milliseconds. */
const portionSize = 5_000;

/** All published incidents in an order. */
export interface IncidentOrder {
  /** Dataset version that it is of. */
  readonly version: number;
  /** Internal numbers of the incidents, those without a value last. */
  readonly keys: Uint32Array;
  /** How many have a value. */
  readonly reported: number;
}

/**
 * All published incidents, sorted upwards by a field. For what is not sorted elsewhere: it takes about a second for a million. Throws
 * `SnapshotGoneError` where the wanted snapshot is no longer held.
 */
export async function readOrder(
  database: Database,
  field: Exclude<SortField, 'amount'>,
  options: SnapshotOptions = {},
): Promise<IncidentOrder> {
  return readSnapshot(database, options, async (statements) => {
    const { db, run } = statements;
    const version = await versionOfSnapshot(db);
    const sorted = await readSorted(db, field, 'incidents', await readAmounts(statements, ['incidents'], {}));
    const from = sql`from ${incidents} ${sorted.joins} where ${incidents.published}`;
    const [counted] = await run<{ rows: number; reported: number }>(
      sql`select count(*)::integer as rows, count(${sorted.value})::integer as reported ${from}`,
    );
    const { rows = 0, reported = 0 } = counted ?? {};
    const keys = new Uint32Array(rows);
    let filled = 0;
    const ordered = sql`select ${incidents.id} as key ${from} order by ${inOrder(sorted)}`;
    for await (const portion of readPortions<{ key: number }>(run, ordered, portionSize))
      for (const { key } of portion) keys[filled++] = key;
    return { version, keys, reported };
  });
}
