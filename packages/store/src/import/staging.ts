import { type IncidentDraft, partNames, type PartName } from '@monitor/domain';
import { type SQL, sql } from 'drizzle-orm';
import { copyInto, copyLine } from '../connection/copy.ts';
import type { Transaction } from '../connection/transaction.ts';
import type { ClosedTexts } from './closed-texts.ts';
import { fieldsOfPart, partValues, recordJson } from './content.ts';
import { writtenColumns, writtenValues } from './prepare-drafts.ts';
import type { ChangedDraft } from './sort-out.ts';
import type { TraitNumbers } from './trait-numbers.ts';

/**
 * Makes the temporary tables for drafts of incidents that are on record otherwise. Their columns are texts, cast when merged: COPY only
 * moves bytes and cannot fail half-way on a value.
 */
export async function createStaging({ run }: Transaction): Promise<void> {
  await run(sql`
    create temp table incoming_incidents (
      incident_id bigint, record text, previous text, compared text, compared_previous text, ${texts(writtenColumns)}
    ) on commit drop;
    create temp table changes (incident_id bigint, previous jsonb, was_sensitive boolean, is_same boolean, fields text[])
      on commit drop`);
  for (const part of partNames)
    await run(sql`
      create temp table ${stagingTable(part)} (incident_id bigint, position smallint, ${texts(fieldsOfPart[part])}) on commit drop`);
}

/** The table that holds what an import brings of people, weapons or sources. */
export function stagingTable(part: PartName): SQL {
  return sql.raw(`incoming_${part}`);
}

export const stagingTables = [sql`incoming_incidents`, ...partNames.map(stagingTable)];

function texts(names: readonly string[]): SQL {
  return sql.raw(names.map((name) => `${name} text collate "C"`).join(', '));
}

/**
 * Stages drafts in place of those before, each with the record of its incident. The two are compared with the same texts public: that
 * others share a text is no change of the incident.
 */
export async function stage(
  transaction: Transaction,
  drafts: readonly ChangedDraft[],
  numbers: TraitNumbers,
  closed: ClosedTexts,
): Promise<void> {
  await transaction.run(sql`truncate changes, ${sql.join(stagingTables, sql`, `)}`);
  const recorded = await transaction.run<{ id: number; record: string }>(sql`
    select id, incident_record(id)::text as record from unnest(${sql.param(drafts.map(({ id }) => id))}::bigint[]) as given (id)`);
  const previous = new Map(recorded.map(({ id, record }) => [id, record]));
  const compared = (draft: IncidentDraft) => recordJson(closed.republish(draft));
  await copyInto(
    transaction,
    `incoming_incidents (incident_id, record, previous, compared, compared_previous, ${writtenColumns.join(', ')})`,
    drafts.map((one) => {
      const before = previous.get(one.id)!;
      const records = [recordJson(one.draft), before, compared(one.draft), compared(JSON.parse(before) as IncidentDraft)];
      return copyLine([one.id, ...records, ...writtenValues(one, numbers)]);
    }),
  );
  for (const part of partNames)
    await copyInto(
      transaction,
      `incoming_${part} (incident_id, position, ${fieldsOfPart[part].join(', ')})`,
      drafts.flatMap(({ id, draft }) => draft[part].map((entry, index) => copyLine([id, index + 1, ...partValues(part, entry)]))),
    );
}
