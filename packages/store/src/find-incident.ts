import { type SQL, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { isPublicId } from './import/public-id.ts';
import { incidentColumns, incidentRow, incidentsWithDataset, type Selected } from './incident-columns.ts';
import { detailColumns } from './incident-parts.ts';
import type { IncidentRecord } from './incident-rows.ts';
import { momentText } from './moment-text.ts';
import type { QueryOptions } from './query-options.ts';
import { runQuery } from './run-query.ts';
import { datasets, importBatches, incidents, revisions } from './tables.ts';

/** Fields of which the public is not told, not even that they changed. */
const withheldFields = ['exact_lon', 'exact_lat'];

/**
 * The whole public record of a published or retracted incident; undefined where there is none of this public id. Ages and exact
 * points do not leave the database.
 */
export async function findIncident(
  database: Database,
  id: string,
  options: QueryOptions = {},
): Promise<IncidentRecord | undefined> {
  if (!isPublicId(id)) return undefined;
  const [found] = await runQuery<Selected<IncidentRecord>>(database, record(id), options);
  if (found === undefined) return undefined;
  return incidentRow(found);
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
