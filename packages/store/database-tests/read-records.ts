import type { Filter } from '@monitor/domain';
import {
  type Database,
  type FoundIncident,
  findIncidentAtVersion,
  type IncidentStream,
  openIncidentStream,
  type QueryOptions,
} from '../src/index.ts';

/** The whole public record of an incident; undefined if there is none of this public id. */
export async function findIncident(database: Database, id: string): Promise<FoundIncident['record']> {
  return (await findIncidentAtVersion(database, id)).record;
}

/** The incidents of a download, without version and datasets. */
export async function* streamIncidents(
  database: Database,
  filter: Filter,
  options: QueryOptions = {},
): IncidentStream['incidents'] {
  const { incidents } = await openIncidentStream(database, { filter }, options);
  yield* incidents;
}
