import { and, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { IncidentDetail } from '@monitor/contract';
import { isPublicId } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { readPortions, readSnapshot, type SnapshotOptions } from '../connection/read-snapshot.ts';
import { momentText, type Statements } from '../connection/statements.ts';
import { withheldFields } from '../import/content.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { datasets, importBatches, incidents, revisions } from '../schema/tables.ts';
import { detailColumns, incidentRow, listColumns, ofIncident } from './incident-columns.ts';
import { type Removal, removalOf } from './removals.ts';

/** Whether a revision changed anything that is public. */
export const isShown = sql`(${revisions.change} <> 'updated' or not ${revisions.fields} <@ ${sql.param(withheldFields)}::text[])`;

/** The import that the record says it is from: the last that changed anything public. */
const shownImport = sql`(
  select ${revisions.batch_id} from ${revisions}
  where ${revisions.incident_id} = ${incidents.id} and ${revisions.change} in ('created', 'updated') and ${isShown}
  order by ${revisions.revision} desc
  limit 1
)`;

/** The whole public record. */
export type IncidentRecord = Omit<IncidentDetail, 'datasetVersion'>;
type Change = Omit<IncidentRecord['history'][number], 'revision'>;

/** All changes of an incident that are public, the first of them first. */
const publicChanges = sql<readonly Change[] | null>`(
  select json_agg(json_build_object(
    'changed_at', ${momentText(revisions.changed_at)}, 'change', ${revisions.change}, 'fields', ${revisions.fields}
  ) order by ${revisions.revision})
  from ${revisions} where ${revisions.incident_id} = ${incidents.id} and ${isShown}
)`;

export interface FoundIncident {
  /** Dataset version that the record, or its absence, is of. */
  readonly datasetVersion: number;
  readonly record: IncidentRecord | undefined;
  /** If there is no record: the removal of the one that there was. */
  readonly removal: Removal | undefined;
}

/**
 * The whole public record of a published or retracted incident, with the version that it is of; no record if there is none of this
 * public id. Ages and exact points do not leave the database.
 */
export async function findIncidentAtVersion(database: Database, id: string, options: SnapshotOptions = {}): Promise<FoundIncident> {
  return readSnapshot(database, options, async ({ db }) => {
    const datasetVersion = await versionOfSnapshot(db);
    const which = and(eq(incidents.public_id, id), inArray(incidents.status, ['published', 'retracted']));
    const [record] = isPublicId(id) ? await readRecords(db, which) : [];
    return { datasetVersion, record, removal: record === undefined ? await removalOf(db, id) : undefined };
  });
}

async function readRecords(db: Statements['db'], which: SQL | undefined): Promise<IncidentRecord[]> {
  const found = await db
    .select({
      ...listColumns,
      ...detailColumns,
      status: incidents.status,
      provenance: {
        dataset: datasets.slug,
        dataset_title: datasets.title,
        synthetic: datasets.synthetic,
        killed_includes_suicides: datasets.killed_includes_suicides,
        licence: datasets.licence,
        licence_url: datasets.licence_url,
        attribution: datasets.attribution,
        source_key: incidents.public_key,
        imported_at: momentText(importBatches.finished_at),
        imported_from: importBatches.format,
      },
      changes: publicChanges,
    })
    .from(incidents)
    .innerJoin(datasets, ofIncident)
    .leftJoin(importBatches, eq(importBatches.id, shownImport))
    .where(which)
    .orderBy(incidents.public_id);
  return found.map(({ changes: history, ...record }) => ({ ...incidentRow(record), history: publicHistory(history ?? []) }));
}

/** The whole public record of every retracted incident, in portions, in the order of their public ids. */
export async function readRetracted(
  database: Database,
  take: (records: readonly IncidentRecord[]) => Promise<void>,
  options: SnapshotOptions = {},
): Promise<void> {
  await readSnapshot(database, options, async ({ db }) => {
    for (let last = ''; ;) {
      const after = and(eq(incidents.status, 'retracted'), gt(incidents.public_id, last));
      const next = db.select({ id: incidents.id }).from(incidents).where(after).orderBy(incidents.public_id).limit(portionSize);
      const records = await readRecords(db, inArray(incidents.id, next));
      if (records.length === 0) return;
      await take(records);
      last = records.at(-1)!.id;
    }
  });
}

function publicHistory(rows: readonly Change[]): IncidentRecord['history'] {
  // Numbered again, since a gap would show that something is left out.
  return rows.map((row, index) => ({
    revision: index + 1,
    ...row,
    fields: row.fields.filter((field) => !withheldFields.includes(field)),
  }));
}

/** What a record has that no download has. */
export interface IncidentHistory extends Pick<IncidentDetail['provenance'], 'imported_at' | 'imported_from'> {
  readonly id: string;
  readonly history: IncidentRecord['history'];
}

/** The public history of every published incident, in portions, in the order of downloads: by day and public identifier. */
export async function readHistories(
  database: Database,
  take: (rows: readonly IncidentHistory[]) => Promise<void>,
  options: SnapshotOptions = {},
): Promise<void> {
  const statement = sql`
    select ${incidents.public_id} as id, ${momentText(importBatches.finished_at)} as imported_at, ${importBatches.format} as imported_from,
      ${publicChanges} as changes
    from ${incidents} left join ${importBatches} on ${importBatches.id} = ${shownImport}
    where ${incidents.published}
    order by ${incidents.occurred_on}, ${incidents.public_id}`;
  await readSnapshot(database, options, async ({ run }) => {
    type Row = Omit<IncidentHistory, 'history'> & { readonly changes: readonly Change[] | null };
    for await (const rows of readPortions<Row>(run, statement, portionSize))
      await take(rows.map(({ changes, ...row }) => ({ ...row, history: publicHistory(changes ?? []) })));
  });
}

const portionSize = 1_000;
