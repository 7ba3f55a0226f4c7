import { partNames } from '@monitor/domain';
import { sql } from 'drizzle-orm';
import { copyInto, copyLine, linesOf } from '../connection/copy.ts';
import type { Transaction } from '../connection/transaction.ts';
import { fieldsOfPart, partValues } from './content.ts';
import { type PreparedDraft, writtenColumns, writtenValues } from './prepare-drafts.ts';
import type { TraitNumbers } from './trait-numbers.ts';

export interface ImportedInto {
  readonly datasetId: number;
  readonly batch: number;
}

/** Writes incidents that are not on record, as published, with their parts and their first revision. */
export async function insertNew(
  transaction: Transaction,
  drafts: readonly PreparedDraft[],
  { datasetId, batch }: ImportedInto,
  numbers: TraitNumbers,
): Promise<void> {
  if (drafts.length === 0) return;
  const ids = await transaction.run<{ id: number }>(sql`
    select nextval(pg_get_serial_sequence('incidents', 'id')) as id from generate_series(1, ${drafts.length}::integer)`);
  const numbered = drafts.map((one, at) => ({ ...one, id: ids[at]?.id ?? null }));
  await copyInto(
    transaction,
    `incidents (id, dataset_id, batch_id, status, ${writtenColumns.join(', ')})`,
    linesOf(numbered, (one) => copyLine([one.id, datasetId, batch, 'published', ...writtenValues(one, numbers)])),
  );
  for (const part of partNames)
    await copyInto(
      transaction,
      `${part} (incident_id, position, ${fieldsOfPart[part].join(', ')})`,
      linesOf(numbered, ({ id, draft }) =>
        draft[part].map((entry, index) => copyLine([id, index + 1, ...partValues(part, entry)])),
      ),
    );
  await copyInto(
    transaction,
    'revisions (incident_id, revision, batch_id, change, fields)',
    linesOf(numbered, ({ id }) => copyLine([id, 1, batch, 'created', '{}'])),
  );
}
