import { gt, type SQL, sql } from 'drizzle-orm';
import { type CountedIncident, dimensionFields, type DimensionField, type FieldValue } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { type QueryOptions, readPortions, readSnapshot } from '../connection/read-snapshot.ts';
import type { RunStatement } from '../connection/statements.ts';
import { columnOf, numberedFields, readNumbered } from '../filter/dimension-columns.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { incidents, publicationChanges } from '../schema/tables.ts';
import { knownMinute } from './count-hours.ts';

const portionSize = 5_000;

/** An incident as the database gives it: sets of traits as their numbers, the dataset as its own. */
type SelectedIncident = Omit<CountedIncident, DimensionField> & Readonly<Record<DimensionField, FieldValue>>;

const columns = sql`
  ${incidents.id} as key, ${incidents.public_id} as id, ${incidents.occurred_on} - date '1970-01-01' as day,
  ${knownMinute} as minute, ${incidents.killed}, ${incidents.injured}, ${incidents.threatened}, ${incidents.suicides},
  ${incidents.lon}, ${incidents.lat}, ${sql.join(
    dimensionFields.map((field) => sql`${columnOf(field)} as ${sql.identifier(field)}`),
    sql`, `,
  )}`;

/**
 * All published incidents, handed over in portions of a few thousand, of one snapshot. Reading waits for what `take` returns.
 * Returns the dataset version of the snapshot.
 */
export async function readCubeRows(
  database: Database,
  take: (rows: readonly CountedIncident[]) => void | Promise<void>,
  options: QueryOptions = {},
): Promise<number> {
  return readSnapshot(database, options, async ({ db, run }) => {
    const version = await versionOfSnapshot(db);
    const named = await readNames(run);
    for await (const rows of readPortions<SelectedIncident>(run, selectRows(sql`true`), portionSize)) await take(named(rows));
    return version;
  });
}

/** What has changed since a dataset version. */
export interface CubeChanges {
  readonly version: number;
  /** Internal numbers of incidents that are not as they were; undefined where everything must be read again. */
  readonly outdated: readonly number[] | undefined;
  /** Those of them that are published, as they are now. */
  readonly current: readonly CountedIncident[];
}

/** Versions that the list of changes reaches back; the migration that makes the list knows the same number. */
const versionsListed = 10_000;

/** Changed incidents from which on reading everything again is quicker than asking for them by number. */
const mostChanges = 100_000;

/** What has changed since a dataset version, of one snapshot. */
export async function readCubeChanges(database: Database, since: number, options: QueryOptions = {}): Promise<CubeChanges> {
  return readSnapshot(database, options, async ({ db, run }) => {
    const version = await versionOfSnapshot(db);
    const everything: CubeChanges = { version, outdated: undefined, current: [] };
    // A version that falls back belongs to another database.
    if (version < since || version - since >= versionsListed) return everything;
    const changes = await db
      .selectDistinct({ incident_id: publicationChanges.incident_id })
      .from(publicationChanges)
      .where(gt(publicationChanges.version, since))
      .limit(mostChanges + 1);
    if (changes.length > mostChanges || changes.some(({ incident_id }) => incident_id === null)) return everything;
    const outdated = changes.flatMap(({ incident_id }) => incident_id ?? []);
    const named = await readNames(run);
    const selected = await run<SelectedIncident>(selectRows(sql`${incidents.id} = any(${sql.param(outdated)}::bigint[])`));
    return { version, outdated, current: named(selected) };
  });
}

function selectRows(condition: SQL): SQL {
  return sql`
    select ${columns} from ${incidents} where ${incidents.published} and ${condition}`;
}

/** Replaces the numbers of sets of traits and datasets in the rows by what they mean. */
async function readNames(run: RunStatement): Promise<(rows: SelectedIncident[]) => CountedIncident[]> {
  const textOf = await readNumbered(run);
  return (rows) => {
    for (const row of rows)
      for (const field of numberedFields) (row as Record<string, FieldValue>)[field] = textOf(field, row[field]);
    return rows as CountedIncident[];
  };
}
