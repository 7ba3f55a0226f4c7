import { sql } from 'drizzle-orm';
import type { Filter } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { readSnapshot, type SnapshotOptions } from '../connection/run-query.ts';
import { incidentWhere } from '../filter/incident-where.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { incidents } from '../schema/tables.ts';

/**
 * Internal numbers of the published incidents of a filter, with the dataset version that they are of. Throws `SnapshotGoneError` where
 * the wanted snapshot is no longer held.
 */
export async function readIncidentKeys(
  database: Database,
  filter: Filter,
  options: SnapshotOptions = {},
): Promise<{ version: number; keys: readonly number[] }> {
  return readSnapshot(database, options, async (run) => {
    const version = await versionOfSnapshot(run);
    const rows = await run<{ id: number }>(sql`select ${incidents.id} from ${incidents} where ${incidentWhere(filter)}`);
    return { version, keys: rows.map(({ id }) => id) };
  });
}
