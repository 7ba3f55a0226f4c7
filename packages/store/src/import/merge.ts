import { getTableColumns } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { isTraitField, type PartName, partNames, subjectOf, traitFields } from '@monitor/domain';
import { cancellable } from '../connection/cancellable.ts';
import type { Transaction } from '../connection/database.ts';
import { incidents, people, sources, weapons } from '../schema/tables.ts';
import { fieldsOfPart } from './content.ts';
import { derivedColumns, stagedColumns } from './staging.ts';

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

/** A step of the merge, named for error messages. */
type Run = <Row extends object>(text: string, parameters?: readonly (number | string)[]) => Promise<Row[]>;

/** A staged text as what its column of the record holds. */
function cast(alias: string, column: string, table: PgTable = incidents): string {
  if (isTraitField(column))
    return `(select id from trait_sets where subject = '${subjectOf(column)}' and traits = ${alias}.${column})`;
  const type = getTableColumns(table)[column]?.getSQLType() ?? 'text';
  return type === 'text' ? `${alias}.${column}` : `${alias}.${column}::${type}`;
}
const castAll = (alias: string, columns: readonly string[], table?: PgTable) =>
  columns.map((column) => cast(alias, column, table)).join(', ');

const parts = { people, weapons, sources } as const satisfies Readonly<Record<PartName, PgTable>>;

/**
 * Brings the staged drafts into the record: new incidents are inserted as published; those that differ from the record are updated
 * with all their parts and keep their status; each gets a revision. Nothing else is touched.
 */
export async function merge(
  transaction: Transaction,
  { datasetId, batch, signal }: { datasetId: number; batch: number; signal: AbortSignal | undefined },
): Promise<MergeResult> {
  const run = runner(transaction, signal);
  const repeated = await dropRepeated(run);
  await run(`analyze incoming_incidents, ${partNames.map((part) => `incoming_${part}`).join(', ')}`);
  await findChanges(run);
  await numberTraits(run);
  const inserted = await insertNew(run, datasetId, batch);
  const updated = await updateChanged(run, batch);
  await replaceParts(run);
  await addRevisions(run, batch);
  const [{ drafts } = { drafts: 0 }] = await run<{ drafts: number }>('select count(*) as drafts from incoming_keys');
  return { inserted, updated, unchanged: drafts - repeated.length - inserted - updated, repeated };
}

function runner(transaction: Transaction, signal: AbortSignal | undefined): Run {
  return async <Row extends object>(text: string, parameters: readonly (number | string)[] = []) =>
    cancellable(transaction.unsafe<Row[]>(text, [...parameters]), signal);
}

async function dropRepeated(run: Run): Promise<RepeatedDraft[]> {
  await run(`
    create temp table repeated_keys on commit drop as
    select number, line, first_line, source_key
    from (
      select number, line, source_key, first_value(number) over earliest as first_number, first_value(line) over earliest as first_line
      from incoming_keys
      window earliest as (partition by source_key order by number)
    ) as numbered
    where number <> first_number`);
  await run('delete from incoming_incidents where number in (select number from repeated_keys)');
  return run<RepeatedDraft>('select line, first_line as "firstLine", source_key from repeated_keys order by number');
}

/**
 * Finds what differs between recorded incidents and their drafts, field by field. No field differs where only the search text does,
 * because a location or region was renamed, or only what is worked out from the fields: that is no revision.
 */
async function findChanges(run: Run): Promise<void> {
  await run(`
    update incoming_incidents set incident_id = nextval(pg_get_serial_sequence('incidents', 'id')) where fresh`);
  await run(`
    create temp table changes on commit drop as
    select number, incident_id, previous, array(
      select field.key from jsonb_each(record::jsonb) as field
      where field.value is distinct from previous -> field.key
      order by field.key collate "C"
    ) as fields
    from (
      select number, incident_id, record, incident_record(incident_id) as previous
      from incoming_incidents
      where not fresh
      offset 0 -- keeps the record from being put together once for each field
    ) as compared`);
}

/** Gives each set of traits that no incident had before its number. */
async function numberTraits(run: Run): Promise<void> {
  const given = traitFields.map((field) => `select '${subjectOf(field)}' as subject, ${field} as traits from incoming_incidents`);
  await run(`
    insert into trait_sets (subject, traits)
    (${given.join(' union ')}) except select subject, traits from trait_sets
    on conflict do nothing`);
}

async function insertNew(run: Run, datasetId: number, batch: number): Promise<number> {
  const [{ inserted } = { inserted: 0 }] = await run<{ inserted: number }>(
    `with written as (
      insert into incidents (id, dataset_id, batch_id, status, ${stagedColumns.join(', ')})
      overriding system value
      select i.incident_id, $1, $2, 'published', ${castAll('i', stagedColumns)}
      from incoming_incidents i
      where i.fresh
      order by i.number
      returning 1
    )
    select count(*) as inserted from written`,
    [datasetId, batch],
  );
  return inserted;
}

async function updateChanged(run: Run, batch: number): Promise<number> {
  await run(`
    update incidents t set content_hash = ${cast('i', 'content_hash')}, search_text = i.search_text,
      ${derivedColumns.map((column) => `${column} = ${cast('i', column)}`).join(', ')}
    from incoming_incidents i join changes c using (number)
    where t.id = i.incident_id and cardinality(c.fields) = 0`);
  const columns = stagedColumns.filter((column) => column !== 'public_id' && column !== 'source_key');
  const [{ updated } = { updated: 0 }] = await run<{ updated: number }>(
    `with written as (
      update incidents t
      set batch_id = $1, updated_at = now(), ${columns.map((column) => `${column} = ${cast('i', column)}`).join(', ')}
      from incoming_incidents i join changes c using (number)
      where t.id = i.incident_id and cardinality(c.fields) > 0
      returning 1
    )
    select count(*) as updated from written`,
    [batch],
  );
  return updated;
}

async function replaceParts(run: Run): Promise<void> {
  for (const part of partNames) {
    const columns = fieldsOfPart[part];
    await run(`delete from ${part} where incident_id in (select incident_id from changes where cardinality(fields) > 0)`);
    await run(`
      insert into ${part} (incident_id, position, ${columns.join(', ')})
      select i.incident_id, p.position, ${castAll('p', columns, parts[part])}
      from incoming_${part} p
        join incoming_incidents i using (number)
        left join changes c using (number)
      where i.fresh or cardinality(c.fields) > 0
      order by p.number, p.position`);
  }
}

async function addRevisions(run: Run, batch: number): Promise<void> {
  await run(
    `insert into revisions (incident_id, revision, batch_id, change, fields)
    select incident_id, 1, $1, 'created', '{}' from incoming_incidents where fresh`,
    [batch],
  );
  await run(
    `insert into revisions (incident_id, revision, batch_id, change, fields, previous)
    select c.incident_id, coalesce(max(r.revision), 0) + 1, $1, 'updated', c.fields, c.previous
    from changes c left join revisions r using (incident_id)
    where cardinality(c.fields) > 0
    group by c.incident_id, c.fields, c.previous`,
    [batch],
  );
}
