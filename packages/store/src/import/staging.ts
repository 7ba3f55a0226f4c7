import { partNames, type PartName } from '@monitor/domain';
import { type SQL, sql } from 'drizzle-orm';
import { copyInto, copyLine } from '../connection/copy.ts';
import type { Transaction } from '../connection/transaction.ts';
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
    create temp table incoming_incidents (incident_id bigint, record text, ${texts(writtenColumns)}) on commit drop;
    create temp table changes (incident_id bigint, previous jsonb, was_sensitive boolean, fields text[]) on commit drop`);
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

/** Stages drafts in place of those before. */
export async function stage(transaction: Transaction, drafts: readonly ChangedDraft[], numbers: TraitNumbers): Promise<void> {
  await transaction.run(sql`truncate changes, ${sql.join(stagingTables, sql`, `)}`);
  await copyInto(
    transaction,
    `incoming_incidents (incident_id, record, ${writtenColumns.join(', ')})`,
    drafts.map((one) => copyLine([one.id, recordJson(one.draft), ...writtenValues(one, numbers)])),
  );
  for (const part of partNames)
    await copyInto(
      transaction,
      `incoming_${part} (incident_id, position, ${fieldsOfPart[part].join(', ')})`,
      drafts.flatMap(({ id, draft }) => draft[part].map((entry, index) => copyLine([id, index + 1, ...partValues(part, entry)]))),
    );
}
