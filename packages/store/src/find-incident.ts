import type { Database } from './database.ts';
import type { IncidentRecord } from './incident-rows.ts';
import type { QueryOptions } from './query-options.ts';

/** The whole public record of a published or retracted incident; undefined where there is none of this public id. */
export async function findIncident(
  _database: Database,
  _id: string,
  _options: QueryOptions = {},
): Promise<IncidentRecord | undefined> {
  throw new Error('not built yet');
}
