import { and, type Column, gt, type SQL, sql } from 'drizzle-orm';
import {
  type CountedIncident,
  countedPeople,
  dimensionFields,
  type DimensionField,
  type FieldValue,
  recordOf,
} from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { type QueryOptions, readPortions, readSnapshot, type SnapshotOptions, withAliases } from '../connection/read-snapshot.ts';
import type { Statements } from '../connection/statements.ts';
import { columnOf, numberedFields, readNumbered } from '../filter/dimension-columns.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { incidents, publicationChanges } from '../schema/tables.ts';
import { knownMinute, knownPart } from './count-hours.ts';

const portionSize = 5_000;

/** An incident as the database gives it: sets of traits as their numbers, the dataset as its own. */
type SelectedIncident = Omit<CountedIncident, DimensionField> & Readonly<Record<DimensionField, FieldValue>>;

const columns: Readonly<Record<keyof CountedIncident, Column | SQL>> = {
  key: incidents.id,
  id: incidents.public_id,
  day: sql`${incidents.occurred_on} - date '1970-01-01'`,
  minute: knownMinute,
  part: knownPart,
  ...recordOf(countedPeople, (name) => incidents[name]),
  lon: incidents.lon,
  lat: incidents.lat,
  ...recordOf(dimensionFields, columnOf),
};

/**
 * All published incidents, handed over in portions of a few thousand, of one snapshot. Reading waits for what `take` returns.
 * Returns the dataset version of the snapshot.
 */
export async function readCubeRows(
  database: Database,
  take: (rows: readonly CountedIncident[]) => void | Promise<void>,
  options: SnapshotOptions = {},
): Promise<number> {
  return readSnapshot(database, options, async ({ db, run }) => {
    const version = await versionOfSnapshot(db);
    const named = await readNames(db);
    for await (const rows of readPortions<SelectedIncident>(run, selectRows(db), portionSize)) await take(named(rows));
    return version;
  });
}

/** What has changed since a dataset version. */
export interface CubeChanges {
  readonly version: number;
  /** Internal numbers of incidents that are not as they were; undefined if everything must be read again. */
  readonly outdated: readonly number[] | undefined;
  /** Those of them that are published, as they are now. */
  readonly current: readonly CountedIncident[];
}

/** Versions that the list of changes reaches back; `raise_publication()` in the database knows the same number. */
export const versionsListed = 10_000;

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
    const named = await readNames(db);
    const selected = await run<SelectedIncident>(selectRows(db, sql`${incidents.id} = any(${sql.param(outdated)}::bigint[])`));
    return { version, outdated, current: named(selected) };
  });
}

function selectRows(db: Statements['db'], condition?: SQL): SQL {
  return db
    .select(withAliases(columns))
    .from(incidents)
    .where(and(sql`${incidents.published}`, condition))
    .getSQL();
}

/** Replaces the numbers of sets of traits and datasets in the rows by what they mean. */
async function readNames(db: Statements['db']): Promise<(rows: SelectedIncident[]) => CountedIncident[]> {
  const textOf = await readNumbered(db);
  return (rows) => {
    for (const row of rows)
      for (const field of numberedFields) (row as Record<string, FieldValue>)[field] = textOf(field, row[field]);
    return rows as CountedIncident[];
  };
}
