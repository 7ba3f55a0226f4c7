import { type IncidentDraft, isSensitive, type Settlements } from '@monitor/domain';
import { sql } from 'drizzle-orm';
import { copyInto, copyLine, type CopyValue } from '../connection/copy.ts';
import { DatabaseError } from '../connection/database-error.ts';
import type { Transaction } from '../connection/transaction.ts';

/* Parts of migrations that change the content of incidents. Names as in 0013_part_of_day.sql: later migrations come after that. */

export interface Recorded {
  readonly id: number;
  readonly public_id: string;
  readonly source_key: string;
  /** Names of its region and location. */
  readonly region: string | null;
  readonly location: string;
  /** Format of the import that it is from. */
  readonly format: string | null;
  readonly record: Omit<IncidentDraft, 'source_key'>;
}

/** What is written again: columns with their types. */
export interface Rewritten {
  readonly incidents: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, string>>;
}

/** An incident as it is to be: values by the names of the columns. */
export interface FreshIncident {
  readonly values: Readonly<Record<string, CopyValue>>;
  readonly sources: readonly Readonly<Record<string, CopyValue>>[];
}

/**
 * Writes incidents on record again, some hundred at a time. Each statement raises the dataset version once, and none is a revision,
 * since a revision would keep what is taken out. What is too fine in the history of sensitive incidents goes too.
 * @param which says it of `incidents i`; all if it is left out
 */
export async function rewriteRecord(
  transaction: Transaction,
  rewritten: Rewritten,
  change: (portion: readonly Recorded[]) => Promise<readonly FreshIncident[]>,
  portionSize = 1_000,
  which = sql`true`,
): Promise<void> {
  const { run } = transaction;
  const names = { incidents: Object.keys(rewritten.incidents), sources: Object.keys(rewritten.sources) };
  const typed = (columns: Readonly<Record<string, string>>) =>
    sql.raw(
      Object.entries(columns)
        .map(([name, type]) => `${name} ${type}`)
        .join(', '),
    );
  await run(sql`
    drop table if exists fresh_incidents, fresh_sources;
    create temp table fresh_incidents (id bigint primary key, ${typed(rewritten.incidents)}) on commit drop;
    create temp table fresh_sources (incident_id bigint, position smallint, ${typed(rewritten.sources)}) on commit drop`);
  for (let last = 0; ;) {
    const portion = await run<Recorded>(sql`
      select i.id, i.public_id, i.source_key, r.name as region, j.name as location, b.format, incident_record(i.id) as record
      from incidents i join jurisdictions j on j.code = i.country
        left join regions r on r.code = i.region left join import_batches b on b.id = i.batch_id
      where i.id > ${last} and ${which}
      order by i.id
      limit ${portionSize}`);
    const fresh = await change(portion);
    const lines = fresh.map(({ values }, at) =>
      copyLine([portion[at]!.id, ...names.incidents.map((name) => values[name] ?? null)]),
    );
    await copyInto(transaction, 'fresh_incidents', lines);
    const changed = fresh.flatMap(({ sources }, at) => {
      const before = portion[at]!.record.sources as readonly object[];
      const isSame =
        before.length === sources.length &&
        sources.every((source, index) => names.sources.every((name) => source[name] === Reflect.get(before[index]!, name)));
      return isSame ? [] : [{ id: portion[at]!.id, sources }];
    });
    await copyInto(
      transaction,
      'fresh_sources',
      changed.flatMap(({ id, sources }) =>
        // A row without a position stands for an incident that has none.
        [undefined, ...sources].map((source, at) =>
          copyLine([id, source === undefined ? null : at, ...names.sources.map((name) => source?.[name] ?? null)]),
        ),
      ),
    );
    if (portion.length < portionSize) break;
    last = portion.at(-1)?.id ?? last;
  }
  const listed = sql.raw(names.sources.join(', '));
  const row = (alias: string) => sql.raw(`(${names.incidents.map((name) => `${alias}.${name}`).join(', ')})`);
  await run(sql`
    update incidents i set ${sql.raw(names.incidents.map((name) => `${name} = f.${name}`).join(', '))}
    from fresh_incidents f
    where f.id = i.id and ${row('i')} is distinct from ${row('f')};
    delete from sources where incident_id in (select incident_id from fresh_sources);
    insert into sources (incident_id, position, ${listed})
    select incident_id, position, ${listed} from fresh_sources where position is not null order by incident_id, position;
    update revisions r set previous = without_details(r.previous)
    from incidents i
    where i.id = r.incident_id and i.sensitive and r.previous is not null`);
}

/** Settlements that are loaded when the first incident needs them. */
export function settlementsOnDemand(
  load: (() => Promise<Settlements>) | undefined,
): (drafts: readonly IncidentDraft[]) => Promise<Settlements | undefined> {
  let loaded: Settlements | undefined;
  return async (drafts) => {
    if (loaded === undefined && drafts.some(isSensitive)) {
      if (load === undefined)
        throw new DatabaseError('Sensitive incidents are on record, and no settlements are given to coarsen them to.');
      loaded = await load();
    }
    return loaded;
  };
}
