import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { isTraitField, type PartName, partNames, subjectOf, traitFields } from '@monitor/domain';
import type { RunStatement } from '../connection/statements.ts';
import { incidents, people, revisions, sources, traitSets, weapons } from '../schema/tables.ts';
import { fieldsOfPart } from './content.ts';
import { derivedColumns, stagedColumns, stagingTable } from './staging.ts';

/** A draft left out because an earlier one has its source key. */
export interface RepeatedDraft {
  readonly line: number;
  readonly firstLine: number;
  readonly source_key: string;
}

export interface MergeResult {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly repeated: RepeatedDraft[];
}

const parts = { people, weapons, sources } as const satisfies Readonly<Record<PartName, PgTable>>;

/** A staged text as what its column of the record holds. */
function stagedValue(alias: string, column: string, table: PgTable = incidents): SQL {
  const text = sql.raw(`${alias}.${column}`);
  if (isTraitField(column))
    return sql`(select ${traitSets.id} from ${traitSets} where ${traitSets.subject} = ${subjectOf(column)} and ${traitSets.traits} = ${text})`;
  const type = getTableColumns(table)[column]?.getSQLType() ?? 'text';
  return type === 'text' ? text : sql`${text}::${sql.raw(type)}`;
}

function columnList(columns: readonly string[], each: (column: string) => SQL = sql.raw): SQL {
  return sql.join(columns.map(each), sql`, `);
}

/** What `update` sets columns to, from the staged incident `i`. */
function assigned(columns: readonly string[]): SQL {
  return columnList(columns, (column) => sql`${sql.raw(column)} = ${stagedValue('i', column)}`);
}

/**
 * Brings the staged drafts into the record: new incidents are inserted as published; those that differ from the record are updated
 * with all their parts and keep their status; each gets a revision. Nothing else is touched.
 */
export async function merge(run: RunStatement, { datasetId, batch }: { datasetId: number; batch: number }): Promise<MergeResult> {
  const repeated = await dropRepeated(run);
  await compare(run);
  const inserted = await insertNew(run, datasetId, batch);
  const updated = await updateChanged(run, batch);
  await replaceParts(run);
  await addRevisions(run, batch);
  const [{ drafts } = { drafts: 0 }] = await run<{ drafts: number }>(sql`select count(*) as drafts from incoming_keys`);
  return { inserted, updated, unchanged: drafts - repeated.length - inserted - updated, repeated };
}

/** Gives incidents on record the content of the staged drafts, with all their parts, and no revision. The record has all of them. */
export async function mergeBack(run: RunStatement, batch: number): Promise<void> {
  await compare(run);
  await updateChanged(run, batch);
  await replaceParts(run);
}

/** Finds what the drafts change, and numbers what the record must refer to. */
async function compare(run: RunStatement): Promise<void> {
  await run(sql`analyze incoming_incidents, ${sql.join(partNames.map(stagingTable), sql`, `)}`);
  await findChanges(run);
  await numberTraits(run);
}

async function dropRepeated(run: RunStatement): Promise<RepeatedDraft[]> {
  await run(sql`
    create temp table repeated_keys on commit drop as
    select number, line, first_line, source_key
    from (
      select number, line, source_key, first_value(number) over earliest as first_number, first_value(line) over earliest as first_line
      from incoming_keys
      window earliest as (partition by source_key order by number)
    ) as numbered
    where number <> first_number`);
  await run(sql`delete from incoming_incidents where number in (select number from repeated_keys)`);
  return run<RepeatedDraft>(sql`select line, first_line as "firstLine", source_key from repeated_keys order by number`);
}

/**
 * Finds what differs between recorded incidents and their drafts, field by field. No field differs where only the search text does,
 * because a location or region was renamed, or only what is derived from the fields: that is not a revision.
 */
async function findChanges(run: RunStatement): Promise<void> {
  await run(sql`
    update incoming_incidents set incident_id = nextval(pg_get_serial_sequence('incidents', 'id')) where fresh`);
  await run(sql`
    create temp table changes on commit drop as
    select number, incident_id, previous, was_sensitive, array(
      select field.key from jsonb_each(record::jsonb) as field
      where field.value is distinct from previous -> field.key
      order by field.key collate "C"
    ) as fields
    from (
      select i.number, i.incident_id, i.record, incident_record(i.incident_id) as previous, t.sensitive as was_sensitive
      from incoming_incidents i join ${incidents} t on t.id = i.incident_id
      where not i.fresh
      offset 0 -- keeps the record from being put together once for each field
    ) as compared`);
}

/** Gives each set of traits that no incident had before its number. */
async function numberTraits(run: RunStatement): Promise<void> {
  const given = traitFields.map(
    (field) => sql`select ${subjectOf(field)}::text as subject, ${sql.raw(field)} as traits from incoming_incidents`,
  );
  const { subject, traits } = traitSets;
  await run(sql`
    insert into ${traitSets} (subject, traits)
    (${sql.join(given, sql` union `)}) except select ${subject}, ${traits} from ${traitSets}
    on conflict do nothing`);
}

async function insertNew(run: RunStatement, datasetId: number, batch: number): Promise<number> {
  const [{ inserted } = { inserted: 0 }] = await run<{ inserted: number }>(sql`
    with written as (
      insert into ${incidents} (id, dataset_id, batch_id, status, ${columnList(stagedColumns)})
      overriding system value
      select i.incident_id, ${datasetId}::smallint, ${batch}::integer, 'published', ${columnList(stagedColumns, (column) => stagedValue('i', column))}
      from incoming_incidents i
      where i.fresh
      order by i.number
      returning 1
    )
    select count(*) as inserted from written`);
  return inserted;
}

async function updateChanged(run: RunStatement, batch: number): Promise<number> {
  await run(sql`
    update ${incidents} t set ${assigned(['content_hash', 'search_text', ...derivedColumns])}
    from incoming_incidents i join changes c using (number)
    where t.id = i.incident_id and cardinality(c.fields) = 0`);
  const columns = stagedColumns.filter((column) => column !== 'public_id' && column !== 'source_key');
  const [{ updated } = { updated: 0 }] = await run<{ updated: number }>(sql`
    with written as (
      update ${incidents} t
      set batch_id = ${batch}, updated_at = now(), ${assigned(columns)}
      from incoming_incidents i join changes c using (number)
      where t.id = i.incident_id and cardinality(c.fields) > 0
      returning 1
    )
    select count(*) as updated from written`);
  return updated;
}

async function replaceParts(run: RunStatement): Promise<void> {
  for (const part of partNames) {
    const [table, columns] = [parts[part], fieldsOfPart[part]];
    await run(sql`delete from ${table} where incident_id in (select incident_id from changes where cardinality(fields) > 0)`);
    await run(sql`
      insert into ${table} (incident_id, position, ${columnList(columns)})
      select i.incident_id, p.position, ${columnList(columns, (column) => stagedValue('p', column, table))}
      from ${stagingTable(part)} p
        join incoming_incidents i using (number)
        left join changes c using (number)
      where i.fresh or cardinality(c.fields) > 0
      order by p.number, p.position`);
  }
}

async function addRevisions(run: RunStatement, batch: number): Promise<void> {
  await run(sql`
    insert into ${revisions} (incident_id, revision, batch_id, change, fields)
    select incident_id, 1, ${batch}::integer, 'created', '{}' from incoming_incidents where fresh`);
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
