import type { Filter } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { readSnapshot, type SnapshotOptions } from '../connection/read-snapshot.ts';
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
  return readSnapshot(database, options, async (statements) => {
    const { db } = statements;
    const version = await versionOfSnapshot(db);
    const where = await incidentWhere(statements, filter);
    const rows = await db.select({ id: incidents.id }).from(incidents).where(where);
    return { version, keys: rows.map(({ id }) => id) };
  });
}
