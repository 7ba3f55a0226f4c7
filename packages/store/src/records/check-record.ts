import { type Described, type IncidentDraft, isSensitive, recordOf, traitFields, type TraitField, traitsOf } from '@monitor/domain';
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../connection/database.ts';
import { readPortions, readSnapshot } from '../connection/read-snapshot.ts';
import { onPool, type RunStatement } from '../connection/statements.ts';
import { traitsText } from '../filter/dimension-columns.ts';
import { ownFields } from '../import/content.ts';
import { datasets, incidents, jurisdictions, people, regions, sources, weapons } from '../schema/tables.ts';
import { ofIncident } from './incident-columns.ts';

/** Version of the server, such as `18.4`. */
export async function readServerVersion(database: Database): Promise<string> {
  const [row] = await onPool(database, ({ run }) =>
    run<{ version: string }>(sql`select current_setting('server_version') as version`),
  );
  return row?.version ?? 'unknown';
}

const tablesOfRecord = { datasets, incidents, people, weapons, sources };

export type RecordCounts = Readonly<Record<keyof typeof tablesOfRecord, number>>;

/** Rows of the record, in whatever status. */
export async function countRecord(database: Database): Promise<RecordCounts> {
  return readSnapshot(database, {}, async ({ db }) => {
    const counts = recordOf(Object.keys(tablesOfRecord) as (keyof RecordCounts)[], () => 0);
    for (const [name, table] of Object.entries(tablesOfRecord)) counts[name as keyof RecordCounts] = await db.$count(table);
    return counts;
  });
}

/** An incident as it is on record, with what is derived from it. */
export interface RecordedIncident extends Readonly<Record<TraitField, string>>, Described, IncidentDraft {
  readonly id: number;
  readonly public_id: string;
  readonly public_key: string | null;
  readonly sensitive: boolean;
  readonly search_text: string;
  /** Short name of its dataset, and whether that publishes the identifiers of sources. */
  readonly slug: string;
  readonly public_identifiers: boolean;
  readonly secret_identifiers: boolean;
  /** Names of its location and region. */
  readonly location: string;
  readonly region_name: string | null;
}

/** All incidents, or those that are meant, some hundred at a time. */
export async function* readRecorded(
  run: RunStatement,
  isMeant: SQL = sql`true`,
): AsyncGenerator<RecordedIncident[], void, undefined> {
  const { id, public_id, public_key, source_key, sensitive, search_text } = incidents;
  const traits = traitFields.map((field) => sql`${traitsText(field)} as ${sql.identifier(field)}`);
  const fields = ownFields.map((field) => sql`${incidents[field]}`);
  // A quarter of the work of incident_record(), which the server calls again for each incident.
  const parts = Object.entries({ people, weapons, sources }).map(
    ([name, part]) => sql`
      (select coalesce(json_agg(${part} order by ${part.position}), '[]') from ${part} where ${part.incident_id} = ${id}) as ${sql.identifier(name)}`,
  );
  yield* readPortions<RecordedIncident>(
    run,
    sql`
      select ${id}, ${public_id}, ${public_key}, ${source_key}, ${sensitive}, ${search_text}, ${datasets.slug}, ${datasets.public_identifiers}, ${datasets.secret_identifiers},
        ${jurisdictions.name} as location,
        ${regions.name} as region_name, ${sql.join([...traits, ...fields, ...parts], sql`, `)}
      from ${incidents} join ${datasets} on ${ofIncident} join ${jurisdictions} on ${jurisdictions.code} = ${incidents.country}
        left join ${regions} on ${regions.code} = ${incidents.region}
      where ${isMeant}
      order by ${id}`,
    1000,
  );
}

export interface DerivedFaults {
  /** Public ids, at most 20. */
  readonly faults: readonly string[];
  /** True if there are others. */
  readonly more: boolean;
}

const mostFaults = 20;

/**
 * The incidents whose traits or sensitivity are not what their people, weapons, sources and counts give. Reads the record in portions,
 * to its end unless there are more than 20.
 */
export async function findDerivedFaults(database: Database): Promise<DerivedFaults> {
  return readSnapshot(database, {}, async ({ run }) => {
    const faults: string[] = [];
    for await (const portion of readRecorded(run)) {
      faults.push(...portion.filter(isDerivedWrongly).map(({ public_id }) => public_id));
      if (faults.length > mostFaults) break;
    }
    return { faults: faults.slice(0, mostFaults), more: faults.length > mostFaults };
  });
}

/** Whether traits or sensitivity are not what the incident gives. */
export function isDerivedWrongly(row: RecordedIncident): boolean {
  const expected = traitsOf(row);
  return traitFields.some((field) => expected[field] !== row[field]) || row.sensitive !== isSensitive(row);
}
