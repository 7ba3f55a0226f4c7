import { type Described, type IncidentDraft, isSensitive, recordOf, traitFields, type TraitField, traitsOf } from '@monitor/domain';
import { sql } from 'drizzle-orm';
import type { Database } from '../connection/database.ts';
import { readPortions, readSnapshot } from '../connection/read-snapshot.ts';
import { onPool } from '../connection/statements.ts';
import { traitsText } from '../filter/dimension-columns.ts';
import { ownFields } from '../import/content.ts';
import { datasets, incidents, people, sources, weapons } from '../schema/tables.ts';

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

interface DerivedRow
  extends Readonly<Record<TraitField, string>>, Described, Pick<IncidentDraft, 'type' | 'subtype' | 'type_as_reported'> {
  readonly public_id: string;
  readonly sensitive: boolean;
}

export interface DerivedFaults {
  /** Public ids, at most 20. */
  readonly faults: readonly string[];
  /** True where there are others. */
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
    const traits = traitFields.map((field) => sql`${traitsText(field)} as ${sql.identifier(field)}`);
    const fields = ownFields.map((field) => sql`${incidents[field]}`);
    const { id, public_id, sensitive } = incidents;
    // A quarter of the work of incident_record(), which the server calls anew for each incident.
    const parts = Object.entries({ people, weapons, sources }).map(
      ([name, part]) => sql`
        (select coalesce(json_agg(${part}), '[]') from ${part} where ${part.incident_id} = ${id}) as ${sql.identifier(name)}`,
    );
    const rows = sql`
      select ${public_id}, ${sensitive}, ${sql.join([...traits, ...fields, ...parts], sql`, `)}
      from ${incidents} order by ${id}`;
    for await (const portion of readPortions<DerivedRow>(run, rows, 1000)) {
      for (const row of portion) {
        const expected = traitsOf(row);
        const differs = traitFields.some((field) => expected[field] !== row[field]);
        if (differs || row.sensitive !== isSensitive(row)) faults.push(row.public_id);
      }
      if (faults.length > mostFaults) break;
    }
    return { faults: faults.slice(0, mostFaults), more: faults.length > mostFaults };
  });
}
