import { type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Database } from './database.ts';
import { isPublicId } from './import/public-id.ts';
import { incidentColumns, incidentRow, incidentsWithDataset, type SelectedIncident } from './incident-columns.ts';
import type { IncidentRecord } from './incident-rows.ts';
import { momentText } from './moment-text.ts';
import type { QueryOptions } from './query-options.ts';
import { runQuery } from './run-query.ts';
import { datasets, importBatches, incidents, people, revisions, sources, weapons } from './tables.ts';

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
  const [found] = await runQuery<SelectedIncident & Omit<IncidentRecord, keyof SelectedIncident>>(database, record(id), options);
  if (found === undefined) return undefined;
  const { killed_low, killed_high, injured_low, injured_high, people: persons, weapon_details, source_details, ...rest } = found;
  const { status, provenance, history, ...row } = rest;
  return {
    ...incidentRow(row),
    killed_low,
    killed_high,
    injured_low,
    injured_high,
    people: persons,
    weapon_details,
    source_details,
    status,
    provenance,
    history,
  };
}

function record(id: string): SQL {
  return sql`
    select ${incidentColumns}, ${incidents.killed_low}, ${incidents.killed_high}, ${incidents.injured_low}, ${incidents.injured_high},
      ${partsOf(
        people,
        sql`json_build_object(
        'role', ${people.role}, 'sex', ${people.sex}, 'age_band', ${people.age_band}, 'outcome', ${people.outcome},
        'relationship', ${people.relationship}
      ) order by ${people.position}`,
      )} as people,
      ${partsOf(
        weapons,
        sql`json_build_object(
        'class', ${weapons.class}, 'count', ${weapons.count}, 'legal', ${weapons.legal}, 'mode', ${weapons.mode},
        'traced', ${weapons.traced}
      ) order by ${weapons.position}`,
      )} as weapon_details,
      ${partsOf(
        sources,
        sql`json_build_object(
        'kind', ${sources.kind}, 'publisher', ${sources.publisher}, 'url', ${sources.url},
        'published_on', ${sources.published_on}, 'language', ${sources.language}
      ) order by ${sources.position}`,
      )} as source_details,
      ${incidents.status},
      json_build_object(
        'dataset', ${datasets.slug}, 'dataset_title', ${datasets.title}, 'synthetic', ${datasets.synthetic},
        'licence', ${datasets.licence}, 'licence_url', ${datasets.licence_url}, 'attribution', ${datasets.attribution},
        'source_key', ${incidents.source_key}, 'imported_at', ${momentText(importBatches.finished_at)},
        'imported_from', ${importBatches.format}
      ) as provenance,
      ${partsOf(
        revisions,
        sql`json_build_object(
        'revision', ${revisions.revision}, 'changed_at', ${momentText(revisions.changed_at)}, 'change', ${revisions.change},
        'fields', array(
          select field from unnest(${revisions.fields}) with ordinality as changed (field, place)
          where field <> all(${sql.param(withheldFields)}) order by place
        )
      ) order by ${revisions.revision}`,
      )} as history
    from ${incidentsWithDataset} left join ${importBatches} on ${importBatches.id} = ${incidents.batch_id}
    where ${incidents.public_id} = ${id} and ${incidents.status} in ('published', 'retracted')`;
}

function partsOf(table: PgTable, entry: SQL): SQL {
  return sql`coalesce((select json_agg(${entry}) from ${table} where ${table}.incident_id = ${incidents.id}), '[]')`;
}
