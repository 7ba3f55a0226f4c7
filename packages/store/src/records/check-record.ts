import { type Described, type IncidentDraft, isSensitive, traitFields, type TraitField, traitsOf } from '@monitor/domain';
import type { Database } from '../connection/database.ts';

/** Version of the server, such as `18.4`. */
export async function readServerVersion(database: Database): Promise<string> {
  const [row] = await database.connections<{ version: string }[]>`select current_setting('server_version') as version`;
  return row?.version ?? 'unknown';
}

export interface RecordCounts {
  readonly datasets: number;
  readonly incidents: number;
  readonly people: number;
  readonly weapons: number;
  readonly sources: number;
}

/** Rows of the record, in whatever status. */
export async function countRecord(database: Database): Promise<RecordCounts> {
  const [row] = await database.connections<RecordCounts[]>`
    select (select count(*) from datasets) as datasets, (select count(*) from incidents) as incidents,
      (select count(*) from people) as people, (select count(*) from weapons) as weapons,
      (select count(*) from sources) as sources`;
  return row ?? { datasets: 0, incidents: 0, people: 0, weapons: 0, sources: 0 };
}

interface DerivedRow extends Readonly<Record<TraitField, string>> {
  readonly public_id: string;
  readonly sensitive: boolean;
  readonly incident: Described & Pick<IncidentDraft, 'type'>;
}

/**
 * Public ids of the incidents whose traits or sensitivity are not what their people, weapons, sources and counts give; at most 20.
 * Reads the whole record in portions.
 */
export async function findDerivedFaults(database: Database): Promise<string[]> {
  const faults: string[] = [];
  const texts = traitFields.map((field) => `(select traits from trait_sets where id = incidents.${field}) as ${field}`);
  const rows = database.connections<DerivedRow[]>`
    select public_id, sensitive, ${database.connections.unsafe(texts.join(', '))}, incident_record(id) as incident
    from incidents order by id`;
  for await (const portion of rows.cursor(1000)) {
    for (const row of portion) {
      const expected = traitsOf(row.incident);
      const differs = traitFields.some((field) => expected[field] !== row[field]);
      if (differs || row.sensitive !== isSensitive(row.incident)) faults.push(row.public_id);
    }
    if (faults.length >= 20) break;
  }
  return faults.slice(0, 20);
}
