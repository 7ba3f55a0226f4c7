import { type TraitField, traitFields } from '@monitor/domain';
import { sql } from 'drizzle-orm';
import type { RunStatement } from '../connection/statements.ts';
import { incidents } from '../schema/tables.ts';
import type { PreparedDraft } from './prepare-drafts.ts';
import type { TraitNumbers } from './trait-numbers.ts';

/** A draft left out because an earlier one has its source key. */
export interface RepeatedDraft {
  readonly line: number;
  readonly firstLine: number;
  readonly source_key: string;
}

/** A draft of an incident that is on record otherwise. */
export interface ChangedDraft extends PreparedDraft {
  readonly id: number;
}

export interface SortedDrafts {
  readonly fresh: readonly PreparedDraft[];
  readonly changed: readonly ChangedDraft[];
  readonly repeated: readonly RepeatedDraft[];
  readonly unchanged: number;
}

/** Makes the table that remembers the source keys of the import, so that memory does not grow with it. */
export async function rememberKeys(run: RunStatement): Promise<void> {
  await run(sql`
    create temp table incoming_keys (source_key text collate "C" primary key, number integer not null, line integer not null)
      on commit drop`);
}

/** Tells new drafts from those of incidents on record, and from those whose key an earlier draft of the import has. */
export async function sortOut(
  run: RunStatement,
  drafts: readonly PreparedDraft[],
  datasetId: number,
  numbers: TraitNumbers,
): Promise<SortedDrafts> {
  const { id, content_hash, sensitive, dataset_id, source_key } = incidents;
  const columns = [drafts.map(({ draft }) => draft.source_key), drafts.map(({ number }) => number), drafts.map(({ line }) => line)];
  const [keys, running, lines] = columns.map((values) => sql.param(values));
  const given = sql`unnest(${keys}::text[], ${running}::integer[], ${lines}::integer[]) as given (source_key, number, line)`;
  // The first of several is the one that stays.
  await run(sql`insert into incoming_keys select * from ${given} order by number on conflict (source_key) do nothing`);
  // Each found by itself: within its transaction the planner knows nothing of what an import has written, and would read all of it.
  const known = await run<KnownDraft>(sql`
    select given.number, earliest.number as "firstNumber", earliest.line as "firstLine", recorded.*
    from ${given}
      cross join lateral (select number, line from incoming_keys where source_key = given.source_key limit 1) earliest
      left join lateral (
        select ${sql.join([id, content_hash, sensitive, ...traitFields.map((field) => incidents[field])], sql`, `)}
        from ${incidents}
        where ${dataset_id} = ${datasetId}::smallint and ${source_key} = given.source_key
        limit 1
      ) recorded on true
    where earliest.number < given.number or recorded.id is not null`);
  const byNumber = new Map(known.map((one) => [one.number, one]));
  const sorted = { fresh: [] as PreparedDraft[], changed: [] as ChangedDraft[], repeated: [] as RepeatedDraft[], unchanged: 0 };
  for (const one of drafts) {
    const found = byNumber.get(one.number);
    if (found === undefined) sorted.fresh.push(one);
    else if (found.firstNumber < one.number)
      sorted.repeated.push({ line: one.line, firstLine: found.firstLine, source_key: one.draft.source_key });
    else if (found.id !== null && differs(found, one, numbers)) sorted.changed.push({ ...one, id: found.id });
    else sorted.unchanged += 1;
  }
  return sorted;
}

type KnownDraft = Readonly<Record<TraitField, number>> & {
  readonly number: number;
  readonly firstNumber: number;
  readonly firstLine: number;
  readonly id: number | null;
  readonly content_hash: Uint8Array;
  readonly sensitive: boolean;
};

/** Whether an incident is on record otherwise than a draft has it. */
function differs(recorded: KnownDraft, { derived, traits }: PreparedDraft, numbers: TraitNumbers): boolean {
  return (
    !derived.content_hash.equals(recorded.content_hash) ||
    recorded.sensitive !== derived.sensitive ||
    traitFields.some((field) => recorded[field] !== numbers.of(field, traits[field]))
  );
}
