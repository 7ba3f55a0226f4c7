import { and, eq, type SQL, sql } from 'drizzle-orm';
import {
  type Dataset,
  type IncidentDraft,
  isSensitive,
  type PartName,
  partNames,
  type TraitField,
  traitFields,
  traitsOf,
} from '@monitor/domain';
import { copyInto, copyLine, type CopyValue } from '../connection/copy.ts';
import type { Transaction } from '../connection/transaction.ts';
import { traitsText } from '../filter/dimension-columns.ts';
import { publicId } from '../schema/public-id.ts';
import { searchTextOf } from '../schema/search-texts.ts';
import { incidents } from '../schema/tables.ts';
import { draftFault, type KnownPlaces } from './check-draft.ts';
import { contentHash, fieldsOfPart, ownFields, partValues, recordJson } from './content.ts';

/** A draft with the line of the file it came from, counted from 1; for made-up data the running number. */
export interface NumberedDraft {
  readonly line: number;
  readonly draft: IncidentDraft;
}

/** Drafts that are not from a file, with their running numbers. */
export function* numberDrafts(drafts: Iterable<IncidentDraft>): Generator<NumberedDraft> {
  let line = 0;
  for (const draft of drafts) yield { line: ++line, draft };
}

/** What is derived from the rest of a draft, for filters and for coarsening. Not part of the content hash. */
export const derivedColumns = ['sensitive', ...traitFields] as const;

/** Columns that an import writes, in the order in which they are staged. */
export const stagedColumns = ['public_id', 'source_key', 'content_hash', 'search_text', ...ownFields, ...derivedColumns] as const;

type StagedRow = Readonly<Record<(typeof stagedColumns)[number], CopyValue>>;

/**
 * Makes the temporary tables. Their columns are texts, cast when merged: COPY only moves bytes and cannot fail half-way on a value.
 *
 * `incoming_keys` has every draft; `incoming_incidents` and the tables of parts have those that are new or changed.
 */
export async function createStaging(transaction: Transaction): Promise<void> {
  const { run } = transaction;
  await run(sql`
    create temp table incoming_keys (number integer, line integer, source_key text collate "C") on commit drop;
    create temp table incoming_incidents (number integer, incident_id bigint, fresh boolean, record text, ${texts(stagedColumns)})
      on commit drop`);
  for (const part of partNames)
    await run(sql`
      create temp table ${stagingTable(part)} (number integer, position smallint, ${texts(fieldsOfPart[part])}) on commit drop`);
}

/** The table that holds what an import brings of people, weapons or sources. */
export function stagingTable(part: PartName): SQL {
  return sql.raw(`incoming_${part}`);
}

function texts(names: readonly string[]): SQL {
  return sql.raw(names.map((name) => `${name} text collate "C"`).join(', '));
}

/** A draft made ready for writing. */
interface Prepared {
  readonly number: number;
  readonly line: number;
  readonly draft: IncidentDraft;
  readonly row: StagedRow;
}

/** Checks drafts and computes what is derived from them. Throws on the first draft that must not be written. */
export function prepare(
  portion: readonly NumberedDraft[],
  firstNumber: number,
  dataset: Pick<Dataset, 'slug' | 'public_identifiers'>,
  known: KnownPlaces,
): readonly Prepared[] {
  return portion.map(({ line, draft }, index) => {
    const fault = draftFault(draft, known);
    if (fault !== undefined) throw new Error(`Line ${line} (${draft.source_key.slice(0, 100)}) cannot be imported: ${fault}.`);
    const id = publicId(dataset.slug, draft.source_key);
    const names = {
      public_id: id,
      location: known.locations.get(draft.country) ?? draft.country,
      region: draft.region === null ? null : (known.regions.get(draft.region)?.name ?? null),
    };
    const text = searchTextOf(draft, names, dataset);
    const row = {
      ...draft,
      ...traitsOf(draft),
      public_id: id,
      content_hash: contentHash(draft, text),
      search_text: text,
      sensitive: isSensitive(draft),
    };
    return { number: firstNumber + index, line, draft, row };
  });
}

/** Stages a prepared portion, leaving out the content of drafts that are on record unchanged. */
export async function stage(transaction: Transaction, datasetId: number, portion: readonly Prepared[]): Promise<void> {
  await copyInto(
    transaction,
    'incoming_keys (number, line, source_key)',
    portion.map(({ number, line, draft }) => copyLine([number, line, draft.source_key])),
  );
  const traits = Object.fromEntries(traitFields.map((field) => [field, traitsText(field)])) as Record<TraitField, SQL<string>>;
  const { source_key, id, content_hash, sensitive, dataset_id } = incidents;
  const keys = portion.map(({ draft }) => draft.source_key);
  const recorded = await transaction.db
    .select({ source_key, id, content_hash, sensitive, ...traits })
    .from(incidents)
    .where(and(eq(dataset_id, datasetId), sql`${source_key} = any(${sql.param(keys)})`));
  const byKey = new Map(recorded.map((incident) => [incident.source_key, incident]));
  const changed = portion.filter(({ draft, row }) => differs(byKey.get(draft.source_key), row));
  if (changed.length === 0) return;
  await copyInto(
    transaction,
    `incoming_incidents (number, incident_id, fresh, record, ${stagedColumns.join(', ')})`,
    changed.map(({ number, draft, row }) => {
      const recordedId = byKey.get(draft.source_key)?.id ?? null;
      return copyLine([
        number,
        recordedId,
        recordedId === null,
        recordedId === null ? null : recordJson(draft),
        ...stagedColumns.map((column) => row[column]),
      ]);
    }),
  );
  for (const part of partNames)
    await copyInto(
      transaction,
      `incoming_${part} (number, position, ${fieldsOfPart[part].join(', ')})`,
      changed.flatMap(({ number, draft }) =>
        draft[part].map((entry, index) => copyLine([number, index + 1, ...partValues(part, entry)])),
      ),
    );
}

type RecordedIncident = Readonly<Record<(typeof derivedColumns)[number], string | boolean>> & {
  readonly source_key: string;
  readonly id: number;
  readonly content_hash: Uint8Array;
};

/** Whether an incident is not on record, or not as this row has it. */
function differs(recorded: RecordedIncident | undefined, row: StagedRow): boolean {
  if (!recorded || !(row.content_hash as Buffer).equals(recorded.content_hash)) return true;
  return derivedColumns.some((column) => recorded[column] !== row[column]);
}
