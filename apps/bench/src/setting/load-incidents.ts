import { once } from 'node:events';
import { demoDataset, demoIncidents } from '@monitor/demo';
import {
  incidentFields,
  type IncidentDraft,
  isSensitive,
  namesOf,
  subjectOf,
  type TraitField,
  traitFields,
  traitsOf,
} from '@monitor/domain';
import { jurisdiction, region } from '@monitor/geography';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { copyLine, publicId, searchTextOf } from '@monitor/store';
import { setTraitsQuery } from '../engines/facet-part.ts';
import type { BenchContext } from './cleanup.ts';
import { connect, type Connection } from './connect.ts';

/** The last day of the made-up incidents, fixed so that runs of different days measure the same rows. */
export const lastDay = '2026-06-30';
const seed = 1;
const chunkLength = 256 * 1024;

/**
 * Makes up this many incidents and writes them into the table of incidents by COPY. People, weapons and sources stay out: nothing
 * that is measured here reads more of them than their traits. (The product's own import, which keeps all of it and its history, is
 * measured separately; ten million incidents would take it an hour.)
 */
export async function loadIncidents(url: string, rows: number, { cleanup, signal }: BenchContext): Promise<void> {
  const { sql, close } = connect(url, cleanup);
  const gazetteer = await loadGazetteer();
  await sql.begin(async (transaction) => {
    // Neither foreign keys nor triggers: the rows are known to be sound, and the version is raised below.
    await transaction`set local session_replication_role = replica`;
    const indexes = await dropIndexes(transaction);
    const [dataset] = await transaction<{ id: number }[]>`insert into datasets ${transaction({ ...demoDataset })} returning id`;
    const stream = await transaction.unsafe(`copy incidents (${columns.join(', ')}) from stdin`).writable();
    const sets = new TraitSets();
    let chunk = '';
    let key = 0;
    for (const draft of demoIncidents(gazetteer, { until: lastDay, seed, rows })) {
      chunk += lineOf(draft, (key += 1), dataset?.id ?? 0, sets);
      if (chunk.length < chunkLength) continue;
      signal.throwIfAborted();
      if (!stream.write(chunk)) await once(stream, 'drain');
      chunk = '';
    }
    stream.end(chunk);
    await once(stream, 'finish');
    // Those that the migrations leave have numbers that are given here again.
    await transaction`delete from trait_sets`;
    for (const { id, subject, traits } of sets.all())
      await transaction`insert into trait_sets (id, subject, traits) overriding system value values (${id}, ${subject}, ${traits})`;
    // A later import numbers its own from there on.
    await transaction`select setval(pg_get_serial_sequence('trait_sets', 'id'), max(id)) from trait_sets`;
    await transaction.unsafe(`create table set_traits as ${setTraitsQuery}`);
    for (const { indexdef } of indexes) await transaction.unsafe(indexdef);
    await transaction`update publication set version = version + 1`;
  });
  await sql`vacuum (analyze) incidents`;
  await close();
}

/** Numbers each different set of traits once. */
class TraitSets {
  readonly #numbers = new Map<string, number>();

  numberOf(field: TraitField, traits: string): number {
    const key = `${subjectOf(field)}|${traits}`;
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return number;
  }

  all(): { id: number; subject: string; traits: string }[] {
    return [...this.#numbers].map(([key, id]) => {
      const [subject = '', traits = ''] = key.split('|');
      return { id, subject, traits };
    });
  }
}

/** Drops the indexes that no constraint needs, and gives them so that they can be made again, which is faster than keeping them. */
async function dropIndexes(sql: Pick<Connection, 'unsafe'>): Promise<{ indexname: string; indexdef: string }[]> {
  const indexes = await sql.unsafe<{ indexname: string; indexdef: string }[]>(
    `select indexname, indexdef from pg_indexes where tablename = 'incidents' and indexname like 'incidents_by_%'`,
  );
  for (const { indexname } of indexes) await sql.unsafe(`drop index ${indexname}`);
  return indexes;
}

const copied = namesOf(incidentFields);
const own = ['dataset_id', 'public_id', 'sensitive', 'status', 'source_key', 'content_hash', 'search_text'] as const;
const columns: readonly string[] = [...own, ...traitFields, ...copied];

/** One line of COPY, in the order of `columns`. */
function lineOf(draft: IncidentDraft, key: number, dataset: number, sets: TraitSets): string {
  const traits = traitsOf(draft);
  const id = publicId(demoDataset.slug, draft.source_key);
  return copyLine([
    dataset,
    id,
    isSensitive(draft),
    'published',
    draft.source_key,
    `\\x${key.toString(16).padStart(64, '0')}`,
    searchTextOf(draft, {
      public_id: id,
      public_key: null,
      location: jurisdiction(draft.country)?.name ?? draft.country,
      region: draft.region === null ? null : (region(draft.region)?.name ?? null),
    }),
    ...traitFields.map((field) => sets.numberOf(field, traits[field])),
    ...copied.map((name) => draft[name]),
  ]);
}
