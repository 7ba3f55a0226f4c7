import { and, eq, inArray, sql } from 'drizzle-orm';
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
type IncidentRecord = Omit<IncidentDetail, 'datasetVersion'>;

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
    const record = isPublicId(id) ? await readRecord(db, id) : undefined;
    return { datasetVersion, record, removal: record === undefined ? await removalOf(db, id) : undefined };
  });
}

async function readRecord(db: Statements['db'], id: string): Promise<IncidentRecord | undefined> {
  const [found] = await db
    .select({
      key: incidents.id,
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
    })
    .from(incidents)
    .innerJoin(datasets, ofIncident)
    .leftJoin(importBatches, eq(importBatches.id, shownImport))
    .where(and(eq(incidents.public_id, id), inArray(incidents.status, ['published', 'retracted'])));
  if (found === undefined) return undefined;
  const { key, ...record } = found;
  return { ...incidentRow(record), history: await readHistory(db, key) };
}

async function readHistory(db: Statements['db'], key: number): Promise<IncidentRecord['history']> {
  const { revision, changed_at, change, fields } = revisions;
  const rows = await db
    .select({ changed_at: momentText(changed_at), change, fields })
    .from(revisions)
    .where(and(eq(revisions.incident_id, key), isShown))
    .orderBy(revision);
  return publicHistory(rows);
}

type Change = Omit<IncidentRecord['history'][number], 'revision'>;

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
  const { revision, changed_at, change, fields } = revisions;
  const one = sql`json_build_object('changed_at', ${momentText(changed_at)}, 'change', ${change}, 'fields', ${fields})`;
  const statement = sql`
    select ${incidents.public_id} as id, ${momentText(importBatches.finished_at)} as imported_at, ${importBatches.format} as imported_from,
      (select json_agg(${one} order by ${revision}) from ${revisions}
        where ${revisions.incident_id} = ${incidents.id} and ${isShown}) as changes
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
