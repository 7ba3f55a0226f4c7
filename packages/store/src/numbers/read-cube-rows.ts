import { type SQL, sql } from 'drizzle-orm';
import type { IncidentMasks, IncidentSubtype, IncidentType, PlacePrecision, Setting, Urbanity } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { type QueryOptions, readSnapshot, type RunStatement } from '../connection/run-query.ts';
import { datasets, incidents, publication } from '../schema/tables.ts';
import { knownMinute } from './count-hours.ts';

/** One published incident with all that numbers are made of. No names of places, no exact point, no age. */
export interface CubeSourceRow extends IncidentMasks {
  /** Internal number. */
  key: number;
  id: string;
  /** Days since 1970-01-01. */
  day: number;
  /** Minute of the local day, 0 to 1439; null where the time is not reported or the date is not precise to the day. */
  minute: number | null;
  country: string;
  region: string | null;
  dataset: string;
  type: IncidentType;
  subtype: IncidentSubtype | null;
  setting: Setting;
  urbanity: Urbanity;
  place_precision: PlacePrecision;
  killed: number | null;
  injured: number | null;
  threatened: number | null;
  suicides: number | null;
  lon: number | null;
  lat: number | null;
}

const portionSize = 5_000;

const columns = sql`
  ${incidents.id} as key, ${incidents.public_id} as id, ${incidents.occurred_on} - date '1970-01-01' as day,
  ${knownMinute} as minute, ${incidents.country}, ${incidents.region}, ${datasets.slug} as dataset,
  ${incidents.type}, ${incidents.subtype}, ${incidents.setting}, ${incidents.urbanity}, ${incidents.place_precision},
  ${incidents.killed}, ${incidents.injured}, ${incidents.threatened}, ${incidents.suicides}, ${incidents.lon}, ${incidents.lat},
  ${incidents.outcome_mask}, ${incidents.weapon_mask}, ${incidents.victim_mask}, ${incidents.perpetrator_mask},
  ${incidents.relationship_mask}, ${incidents.source_mask}`;

/**
 * All published incidents, handed over in portions of a few thousand, of one snapshot. Reading waits for what `take` returns.
 * Returns the dataset version of the snapshot.
 */
export async function readCubeRows(
  database: Database,
  take: (rows: readonly CubeSourceRow[]) => void | Promise<void>,
  options: QueryOptions = {},
): Promise<number> {
  return readSnapshot(database, options, async (run) => {
    const version = await readVersion(run);
    await run(sql`declare portions no scroll cursor for ${selectRows(sql`true`)}`);
    for (;;) {
      const rows = await run<CubeSourceRow>(sql`fetch ${sql.raw(String(portionSize))} from portions`);
      await take(rows);
      if (rows.length < portionSize) return version;
    }
  });
}

/** What has changed since a dataset version. */
export interface CubeChanges {
  readonly version: number;
  /** Internal numbers of incidents that are not as they were; undefined where everything must be read again. */
  readonly outdated: readonly number[] | undefined;
  /** Those of them that are published, as they are now. */
  readonly current: readonly CubeSourceRow[];
}

/** Versions that the list of changes reaches back; the migration that makes the list knows the same number. */
const versionsListed = 10_000;

/** Changed incidents from which on reading everything again is quicker than asking for them by number. */
const mostChanges = 100_000;

/** What has changed since a dataset version, of one snapshot. */
export async function readCubeChanges(database: Database, since: number, options: QueryOptions = {}): Promise<CubeChanges> {
  return readSnapshot(database, options, async (run) => {
    const version = await readVersion(run);
    const everything: CubeChanges = { version, outdated: undefined, current: [] };
    // A version that falls back belongs to another database.
    if (version < since || version - since >= versionsListed) return everything;
    const changes = await run<{ incident_id: number | null }>(
      sql`select distinct incident_id from publication_changes where version > ${since} limit ${mostChanges + 1}`,
    );
    if (changes.length > mostChanges || changes.some(({ incident_id }) => incident_id === null)) return everything;
    const outdated = changes.flatMap(({ incident_id }) => incident_id ?? []);
    return {
      version,
      outdated,
      current: await run<CubeSourceRow>(selectRows(sql`${incidents.id} = any(${sql.param(outdated)}::bigint[])`)),
    };
  });
}

function selectRows(condition: SQL): SQL {
  return sql`
    select ${columns} from ${incidents} join ${datasets} on ${datasets.id} = ${incidents.dataset_id}
    where ${incidents.published} and ${condition}`;
}

async function readVersion(run: RunStatement): Promise<number> {
  const [row] = await run<{ version: number }>(sql`select version from ${publication}`);
  return row?.version ?? 0;
}
