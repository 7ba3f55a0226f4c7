import { type SQL, sql } from 'drizzle-orm';
import type { IncidentDetail } from '@monitor/contract';
import { incidentFields, namesOf } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { type QueryOptions, readSnapshot } from '../connection/run-query.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { isPublicId } from '../schema/public-id.ts';
import { datasets, importBatches, incidents, revisions } from '../schema/tables.ts';
import { detailColumns, incidentColumns, incidentRow, incidentsWithDataset, type Selected } from './incident-columns.ts';
import { momentText } from './moment-text.ts';

/** Fields of which the public is not told, not even that they changed. */
const withheldFields = namesOf(incidentFields, 'editors');

/** The whole public record. */
type IncidentRecord = Omit<IncidentDetail, 'datasetVersion'>;

export interface FoundIncident {
  /** Dataset version that the record, or its absence, is of. */
  readonly datasetVersion: number;
  readonly record: IncidentRecord | undefined;
}

/**
 * The whole public record of a published or retracted incident; undefined where there is none of this public id. Ages and exact
 * points do not leave the database.
 */
export async function findIncident(
  database: Database,
  id: string,
  options: QueryOptions = {},
): Promise<IncidentRecord | undefined> {
  return isPublicId(id) ? (await findIncidentAtVersion(database, id, options)).record : undefined;
}

/** The same with the version that it is of. */
export async function findIncidentAtVersion(database: Database, id: string, options: QueryOptions = {}): Promise<FoundIncident> {
  return readSnapshot(database, options, async (run) => {
    const datasetVersion = await versionOfSnapshot(run);
    const [found] = isPublicId(id) ? await run<Selected<IncidentRecord>>(record(id)) : [];
    return { datasetVersion, record: found && incidentRow(found) };
  });
}

function record(id: string): SQL {
  return sql`
    select ${incidentColumns}, ${detailColumns},
      ${incidents.status},
      json_build_object(
        'dataset', ${datasets.slug}, 'dataset_title', ${datasets.title}, 'synthetic', ${datasets.synthetic},
        'killed_includes_suicides', ${datasets.killed_includes_suicides},
        'licence', ${datasets.licence}, 'licence_url', ${datasets.licence_url}, 'attribution', ${datasets.attribution},
        'source_key', ${incidents.source_key}, 'imported_at', ${momentText(importBatches.finished_at)},
        'imported_from', ${importBatches.format}
      ) as provenance,
      array_to_json(array(
        select json_build_object(
          'revision', ${revisions.revision}, 'changed_at', ${momentText(revisions.changed_at)}, 'change', ${revisions.change},
          'fields', array(
            select field from unnest(${revisions.fields}) with ordinality as changed (field, place)
            where field <> all(${sql.param(withheldFields)}) order by place
          )
        )
        from ${revisions} where ${revisions.incident_id} = ${incidents.id} order by ${revisions.revision}
      )) as history
    from ${incidentsWithDataset} left join ${importBatches} on ${importBatches.id} = ${incidents.batch_id}
    where ${incidents.public_id} = ${id} and ${incidents.status} in ('published', 'retracted')`;
}
