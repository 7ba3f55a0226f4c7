import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { namesOf, partFields, type PartName, partNames, traitFields } from '@monitor/domain';
import type { RunStatement } from '../connection/statements.ts';
import { incidents, people, revisions, sources, weapons } from '../schema/tables.ts';
import { fieldsOfPart, withheldFields, withheldPart } from './content.ts';
import { writtenColumns } from './prepare-drafts.ts';
import { stagingTable, stagingTables } from './staging.ts';

const parts = { people, weapons, sources } as const satisfies Readonly<Record<PartName, PgTable>>;

/** A staged text as what its column of the record holds. */
function stagedValue(column: string, table: PgTable): SQL {
  const type = getTableColumns(table)[column]?.getSQLType() ?? 'text';
  return sql.raw(type === 'text' ? `s.${column}` : `s.${column}::${type}`);
}

function columnList(columns: readonly string[], each: (column: string) => SQL = sql.raw): SQL {
  return sql.join(columns.map(each), sql`, `);
}

/** What `update` sets columns to, from the staged incident `s`. */
function assigned(columns: readonly string[]): SQL {
  return columnList(columns, (column) => sql`${sql.raw(column)} = ${stagedValue(column, incidents)}`);
}

/**
 * Brings the staged drafts into the record: incidents that differ from the record are updated with all their parts, keep their status,
 * and get a revision. Nothing else is touched. Gives their number, and in how many of them each field changed.
 */
export async function merge(run: RunStatement, batch: number): Promise<{ updated: number; fields: FieldChanges }> {
  const updated = await mergeBack(run, batch);
  await addRevisions(run, batch);
  const fields = await run<FieldChanges[number]>(sql`
    select field, count(*) as incidents from changes, unnest(fields) as field group by field`);
  return { updated, fields };
}

/** In how many incidents fields changed. */
export type FieldChanges = readonly { readonly field: string; readonly incidents: number }[];

/** Gives incidents on record the content of the staged drafts, with all their parts, and no revision. Gives their number. */
export async function mergeBack(run: RunStatement, batch: number): Promise<number> {
  await run(sql`analyze ${sql.join(stagingTables, sql`, `)}`);
  await findChanges(run);
  await run(sql`analyze changes`);
  await updateChanged(run, batch);
  await replaceParts(run);
  const [{ updated } = { updated: 0 }] = await run<{ updated: number }>(sql`
    select count(*) as updated from changes where cardinality(fields) > 0`);
  return updated;
}

/**
 * Finds what differs between recorded incidents and their drafts, field by field. No field differs where only the search text does,
 * because a location or region was renamed, or only what is derived from the fields, or which texts are public: that is not a revision.
 */
async function findChanges(run: RunStatement): Promise<void> {
  const fieldName = sql`case ${sql.join(partNames.flatMap(changeOfPart), sql` `)} else field.key end`;
  await run(sql`
    insert into changes (incident_id, previous, was_sensitive, is_same, fields)
    select incident_id, previous, was_sensitive, record = previous, array(
      select ${fieldName} from jsonb_each(compared) as field
      where field.value is distinct from compared_previous -> field.key
      order by field.key collate "C"
    )
    from (
      select s.incident_id, t.sensitive as was_sensitive, s.record::jsonb, s.previous::jsonb, s.compared::jsonb, s.compared_previous::jsonb
      from incoming_incidents s join ${incidents} t on t.id = s.incident_id
      offset 0 -- keeps texts from being read once for each field
    ) as records`);
}

/** The name of a list of which no more changed than what editors alone see. @see withheldFields */
function changeOfPart(part: PartName): SQL[] {
  const hidden = namesOf(partFields[part], 'editors');
  if (hidden.length === 0) return [];
  const shown = (list: SQL) => sql`(
    select jsonb_agg(entry - ${sql.param(hidden)}::text[] order by place)
    from jsonb_array_elements(${list}) with ordinality as listed (entry, place)
  )`;
  return [
    sql`when field.key = ${part} and ${shown(sql`field.value`)} is not distinct from ${shown(sql`compared_previous -> field.key`)}
      then ${withheldPart(part)}`,
  ];
}

async function updateChanged(run: RunStatement, batch: number): Promise<void> {
  const columns = writtenColumns.filter((column) => column !== 'public_id' && column !== 'source_key');
  await run(sql`
    update ${incidents} t set
      batch_id = case when cardinality(c.fields) > 0 then ${batch}::integer else t.batch_id end,
      updated_at = case when c.fields <@ ${sql.param(withheldFields)}::text[] then t.updated_at else now() end,
      ${assigned(columns)}
    from incoming_incidents s join changes c using (incident_id)
    where t.id = s.incident_id and not c.is_same`);
  // After the others: how triggers go about it is planned for as many as the first statement has.
  await run(sql`
    update ${incidents} t set ${assigned(['content_hash', 'search_text', 'sensitive', ...traitFields])}
    from incoming_incidents s join changes c using (incident_id)
    where t.id = s.incident_id and c.is_same`);
}

async function replaceParts(run: RunStatement): Promise<void> {
  for (const part of partNames) {
    const [table, columns] = [parts[part], fieldsOfPart[part]];
    const [recorded, staged] = [
      columnList(columns, (column) => sql`t.${sql.raw(column)}`),
      columnList(columns, (column) => stagedValue(column, table)),
    ];
    const changed = sql`(select incident_id from changes where ${part} = any(fields))`;
    await run(sql`delete from ${table} where incident_id in ${changed}`);
    await run(sql`
      insert into ${table} (incident_id, position, ${columnList(columns)})
      select s.incident_id, s.position, ${staged}
      from ${stagingTable(part)} s
      where s.incident_id in ${changed}
      order by s.incident_id, s.position`);
    // Others have as many as before. To take them out would be a change that everybody sees.
    await run(sql`
      update ${table} t set ${columnList(columns, (column) => sql`${sql.raw(column)} = ${stagedValue(column, table)}`)}
      from ${stagingTable(part)} s join changes c using (incident_id)
      where t.incident_id = s.incident_id and t.position = s.position and not c.is_same and ${part} <> all(c.fields)
        and (${recorded}) is distinct from (${staged})`);
  }
}

async function addRevisions(run: RunStatement, batch: number): Promise<void> {
  await run(sql`
    insert into ${revisions} (incident_id, revision, batch_id, change, fields, previous)
    select c.incident_id, coalesce(max(r.revision), 0) + 1, ${batch}::integer, 'updated', c.fields, c.previous
    from changes c left join ${revisions} r using (incident_id)
    where cardinality(c.fields) > 0
    group by c.incident_id, c.fields, c.previous`);
  // What is withheld from now on is not kept in the history either.
  await run(sql`
    update ${revisions} r set previous = without_details(r.previous)
    from changes c join ${incidents} t on t.id = c.incident_id
    where r.incident_id = c.incident_id and r.previous is not null and t.sensitive and not c.was_sensitive`);
}
