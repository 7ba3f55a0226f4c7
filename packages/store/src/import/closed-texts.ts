import {
  fewestSharing,
  type IncidentDraft,
  isSensitive,
  joinedParts,
  publicIdentifier,
  publicKey,
  publisherOfLink,
  reportedParts,
  SharedTexts,
} from '@monitor/domain';
import { eq, type SQL, sql } from 'drizzle-orm';
import { copyInto, copyLine } from '../connection/copy.ts';
import type { Statements } from '../connection/statements.ts';
import type { Transaction } from '../connection/transaction.ts';
import { readRecorded } from '../records/check-record.ts';
import { searchTextOf } from '../schema/search-texts.ts';
import { incidents, type ListingChange, type PublicTextField, publicTexts, sources } from '../schema/tables.ts';

/*
 * Which texts of a dataset are public (docs/publishing.md). Drafts come with those that are listed; of the others, those are public that
 * enough incidents share. While drafts are stored, each text is public from the portion on with which there are enough; at the end,
 * the database counts, and the few before that are put right.
 */

const fields = ['type_as_reported', 'publisher'] as const satisfies readonly PublicTextField[];

/** The texts that are public, of each field. */
export type ClosedSets = Readonly<Record<PublicTextField, { has(text: string): boolean }>>;

/** The texts of a draft that are public or not, of each field. */
const textsOf: Readonly<Record<PublicTextField, (draft: IncidentDraft) => string[]>> = {
  type_as_reported: (draft) => [...reportedParts(draft.type_as_reported), ...reportedParts(draft.withheld_type)],
  publisher: ({ sources: all }) =>
    all.flatMap(({ publisher, withheld_publisher, url, withheld_url }) =>
      [publisher, withheld_publisher, hostOf(url ?? withheld_url)].filter((text) => text !== null),
    ),
};

/** Those that a draft publishes. */
const shownTextsOf: typeof textsOf = {
  type_as_reported: (draft) => reportedParts(draft.type_as_reported),
  publisher: ({ sources: all }) => all.flatMap(({ publisher, url }) => [publisher, hostOf(url)].filter((text) => text !== null)),
};

function hostOf(url: string | null): string | null {
  return url === null ? null : publisherOfLink(url);
}

/** Whether all that an incident publishes is public. */
export function hasClosedTexts(draft: IncidentDraft, closed: ClosedSets): boolean {
  return fields.every((field) => shownTextsOf[field](draft).every((text) => closed[field].has(text)));
}

/** The draft with those of its texts that are public, and no others. Listed categories come first, as they are given. */
function withTexts(draft: IncidentDraft, closed: ClosedSets, listed: ClosedSets): IncidentDraft {
  const parts = textsOf.type_as_reported(draft);
  const isShared = (part: string) => !listed.type_as_reported.has(part) && closed.type_as_reported.has(part);
  const sensitive = isSensitive(draft);
  return {
    ...draft,
    type_as_reported: joinedParts([
      ...parts.filter((part) => listed.type_as_reported.has(part)),
      ...parts.filter(isShared).toSorted(),
    ]),
    withheld_type: joinedParts(parts.filter((part) => !listed.type_as_reported.has(part) && !isShared(part)).toSorted()),
    sources: draft.sources.map((source) => {
      const publisher = source.publisher ?? source.withheld_publisher;
      const url = source.url ?? source.withheld_url;
      const host = hostOf(url);
      const isNamed = publisher !== null && closed.publisher.has(publisher);
      const isLinked = !sensitive && host !== null && closed.publisher.has(host);
      return {
        ...source,
        publisher: isNamed ? publisher : null,
        withheld_publisher: isNamed ? null : publisher,
        url: isLinked ? url : null,
        withheld_url: isLinked ? null : url,
      };
    }),
  };
}

type PublicText = typeof publicTexts.$inferSelect;
type Texts = Readonly<Record<PublicTextField, ReadonlySet<string>>>;

/** Knows of one dataset which texts are public. */
export class ClosedTexts {
  readonly #datasetId: number;
  /** What was listed before. */
  readonly #before: Texts;
  readonly #listed: Readonly<Record<PublicTextField, Set<string>>>;
  /** What this import lists: it is so even if it does not list it everywhere. */
  readonly #listedNow: Readonly<Record<PublicTextField, Set<string>>>;
  readonly #shared: Readonly<Record<PublicTextField, Set<string>>>;
  readonly #counts: Readonly<Record<PublicTextField, SharedTexts>>;
  /** The texts that are public: listed, shared by what is on record, or by what was seen since. */
  #closed: ClosedSets;

  private constructor(datasetId: number, known: readonly PublicText[], undone: readonly ListingChange[]) {
    const setOf = (wanted: PublicTextField, isListed: boolean) =>
      new Set(known.filter(({ field, listed }) => field === wanted && listed === isListed).map(({ text }) => text));
    this.#datasetId = datasetId;
    this.#listedNow = { type_as_reported: new Set(), publisher: new Set() };
    this.#before = { type_as_reported: setOf('type_as_reported', true), publisher: setOf('publisher', true) };
    this.#listed = { type_as_reported: new Set(this.#before.type_as_reported), publisher: new Set(this.#before.publisher) };
    this.#shared = { type_as_reported: setOf('type_as_reported', false), publisher: setOf('publisher', false) };
    for (const { field, text, listed } of undone)
      if (listed) this.#listed[field].delete(text);
      else this.#listed[field].add(text);
    this.#counts = { type_as_reported: new SharedTexts(), publisher: new SharedTexts() };
    const closed = (field: PublicTextField) => ({
      has: (text: string) => this.#listed[field].has(text) || this.#shared[field].has(text) || this.#counts[field].has(text),
    });
    this.#closed = { type_as_reported: closed('type_as_reported'), publisher: closed('publisher') };
  }

  /** @param undone what an import that is being undone has changed */
  static async read({ db }: Statements, datasetId: number, undone: readonly ListingChange[] = []): Promise<ClosedTexts> {
    const known = await db.select().from(publicTexts).where(eq(publicTexts.dataset_id, datasetId));
    return new ClosedTexts(datasetId, known, undone);
  }

  /** A draft of whoever knows what is listed: what it publishes is, from now on, and what it does not publish is not any more. */
  add(draft: IncidentDraft): void {
    for (const field of fields) {
      const shown = new Set(shownTextsOf[field](draft));
      const all = textsOf[field](draft);
      for (const text of shown) {
        this.#listed[field].add(text);
        this.#listedNow[field].add(text);
      }
      for (const text of all) if (!shown.has(text) && !this.#listedNow[field].has(text)) this.#listed[field].delete(text);
      this.#counts[field].add(all);
    }
  }

  /** A draft that was added, with what is public of it by what is known so far. */
  publish(draft: IncidentDraft): IncidentDraft {
    return hasWithheld(draft) ? this.republish(draft) : draft;
  }

  /** A draft with what is public of it by what is known so far. */
  republish(draft: IncidentDraft): IncidentDraft {
    return withTexts(draft, this.#closed, this.#listed);
  }

  /** Whether a text is public by what is known so far. */
  isPublic(field: PublicTextField, text: string): boolean {
    return this.#closed[field].has(text);
  }

  /** What is listed now and was not before, and what is listed no more. */
  get listingChanges(): ListingChange[] {
    const changes = (from: Texts, to: Texts, listed: boolean) =>
      fields.flatMap((field) => [...to[field]].filter((text) => !from[field].has(text)).map((text) => ({ field, text, listed })));
    return [...changes(this.#before, this.#listed, true), ...changes(this.#listed, this.#before, false)];
  }

  /** Counts in the database, writes down which texts are public, and puts right the incidents that publish others. */
  async settle(transaction: Transaction): Promise<void> {
    const { db, run } = transaction;
    const listed = fields.flatMap((field) => [...this.#listed[field]].map((text) => ({ field, text, listed: true })));
    await this.#write(db, listed);
    const others = await this.#countOthers(transaction);
    const shared = others.filter(({ isShared }) => isShared);
    await this.#write(db, [...listed, ...shared.map(({ field, text }) => ({ field, text, listed: false }))]);
    for (const field of fields) {
      this.#shared[field].clear();
      for (const one of shared) if (one.field === field) this.#shared[field].add(one.text);
    }
    this.#closed = {
      type_as_reported: { has: (text) => this.#listed.type_as_reported.has(text) || this.#shared.type_as_reported.has(text) },
      publisher: { has: (text) => this.#listed.publisher.has(text) || this.#shared.publisher.has(text) },
    };
    const lost = others.filter(({ isShared }) => !isShared);
    await rewriteTexts(transaction, await this.#outdated(run, lost), (draft) => this.republish(draft));
  }

  /** Writes down which texts are public. */
  async #write(db: Transaction['db'], texts: readonly Omit<PublicText, 'dataset_id'>[]): Promise<void> {
    const before = await db.select().from(publicTexts).where(eq(publicTexts.dataset_id, this.#datasetId));
    const keyOf = ({ field, text, listed }: Omit<PublicText, 'dataset_id'>) => `${field} ${listed} ${text}`;
    const known = new Set(before.map(keyOf));
    const wanted = new Set(texts.map(keyOf));
    if (known.size === wanted.size && [...known].every((key) => wanted.has(key))) return;
    await db.delete(publicTexts).where(eq(publicTexts.dataset_id, this.#datasetId));
    const rows = texts.map((one) => ({ ...one, dataset_id: this.#datasetId }));
    for (let at = 0; at < rows.length; at += 1_000) await db.insert(publicTexts).values(rows.slice(at, at + 1_000));
  }

  /** The texts that nobody lists and that enough incidents have, or that one publishes although too few have it. */
  async #countOthers({ run }: Transaction): Promise<{ field: PublicTextField; text: string; isShared: boolean }[]> {
    return run(sql`
      with texts as (
        select i.id, 'type_as_reported' as field, part as text, is_shown
        from ${incidents} i,
          lateral (values (i.type_as_reported, true), (i.withheld_type, false)) as types (parts, is_shown),
          lateral string_to_table(parts, '; ') as part
        where i.dataset_id = ${this.#datasetId}
        union all
        select i.id, 'publisher', one, is_shown
        from ${incidents} i join ${sources} s on s.incident_id = i.id,
          lateral (values
            (s.publisher, true), (s.withheld_publisher, false), (${hostInSql(sql`s.url`)}, true), (${hostInSql(sql`s.withheld_url`)}, false)
          ) as publishers (one, is_shown)
        where i.dataset_id = ${this.#datasetId} and one is not null
      )
      select field, text, count(distinct id) >= ${fewestSharing} as "isShared"
      from texts
      where text <> '' and not exists (
        select from ${publicTexts} t
        where t.dataset_id = ${this.#datasetId} and t.field = texts.field and t.text = texts.text and t.listed
      )
      group by field, text
      having count(distinct id) >= ${fewestSharing} or bool_or(is_shown)`);
  }

  /** The incidents with a withheld text that is public now, or a public one that is not any more. */
  async #outdated(run: Statements['run'], lost: readonly { readonly text: string }[]): Promise<number[]> {
    const isClosed = (field: PublicTextField, text: SQL) => sql`exists (
      select from ${publicTexts} t where t.dataset_id = ${this.#datasetId} and t.field = ${field} and t.text = ${text})`;
    const lostTexts = sql`${sql.param(lost.map(({ text }) => text))}::text[]`;
    const host = (url: SQL) => hostInSql(url);
    const found = await run<{ id: number }>(sql`
      select i.id from ${incidents} i
      where i.dataset_id = ${this.#datasetId} and (
        (i.withheld_type is not null and exists (
          select from string_to_table(i.withheld_type, '; ') part where ${isClosed('type_as_reported', sql`part`)}))
        or (cardinality(${lostTexts}) > 0 and string_to_array(i.type_as_reported, '; ') && ${lostTexts})
      )
      union
      select i.id from ${incidents} i join ${sources} s on s.incident_id = i.id
      where i.dataset_id = ${this.#datasetId} and (
        (s.withheld_publisher is not null and ${isClosed('publisher', sql`s.withheld_publisher`)})
        or (s.withheld_url is not null and not i.sensitive and ${isClosed('publisher', host(sql`s.withheld_url`))})
        or (cardinality(${lostTexts}) > 0 and (s.publisher = any(${lostTexts}) or ${host(sql`s.url`)} = any(${lostTexts})))
      )
      order by id`);
    return found.map(({ id }) => id);
  }
}

function hasWithheld({ withheld_type, sources: all }: IncidentDraft): boolean {
  return withheld_type !== null || all.some(({ withheld_publisher, withheld_url }) => withheld_publisher ?? withheld_url);
}

/** The host of a link as `publisherOfLink` gives it, for hosts that are not a person's own: those are never shared. */
function hostInSql(url: SQL): SQL {
  return sql`nullif(regexp_replace(lower(substring(${url} from '^https?://([^/?#:]*)')), '^www[.]', ''), '')`;
}

/** The public texts of all datasets, for `hasClosedTexts`, by the short name of the dataset. */
export async function readClosedSets({ run }: Statements): Promise<(slug: string) => ClosedSets> {
  const found = await run<{ slug: string; field: PublicTextField; text: string }>(sql`
    select d.slug, t.field, t.text from public_texts t join datasets d on d.id = t.dataset_id`);
  const sets = new Map<string, Record<PublicTextField, Set<string>>>();
  const setsOf = (slug: string) => {
    const known = sets.get(slug) ?? { type_as_reported: new Set<string>(), publisher: new Set<string>() };
    sets.set(slug, known);
    return known;
  };
  for (const { slug, field, text } of found) setsOf(slug)[field].add(text);
  return setsOf;
}

const rewritten = ['type_as_reported', 'withheld_type', 'search_text', 'public_key'] as const;
const rewrittenOfSources = ['publisher', 'withheld_publisher', 'url', 'withheld_url'] as const;

/** Writes the public keys of the incidents of a dataset again, with which its incidents can be searched. */
export async function writePublicKeys(transaction: Transaction, datasetId: number): Promise<void> {
  const found = await transaction.run<{ id: number }>(sql`
    select id from ${incidents} i where i.dataset_id = ${datasetId} and not i.sensitive and i.source_key ~ ${publicIdentifier}`);
  await rewriteTexts(
    transaction,
    found.map(({ id }) => id),
    (draft) => draft,
  );
}

/**
 * Writes the texts of incidents on record again. This is no revision: what the source says has not changed. Content hashes stay, since
 * they are of what the source says.
 */
async function rewriteTexts(
  transaction: Transaction,
  ids: readonly number[],
  withTextsOf: (draft: IncidentDraft) => IncidentDraft,
): Promise<void> {
  if (ids.length === 0) return;
  const { run } = transaction;
  await run(sql`
    create temp table if not exists fresh_texts (id bigint primary key, ${textColumns(rewritten)}) on commit drop;
    create temp table if not exists fresh_source_texts (incident_id bigint, position smallint, ${textColumns(rewrittenOfSources)})
      on commit drop;
    truncate fresh_texts, fresh_source_texts`);
  for await (const portion of readRecorded(run, sql`${incidents.id} = any(${sql.param([...ids])}::bigint[])`)) {
    const fresh = portion.map((recorded) => ({ recorded, draft: withTextsOf(recorded) }));
    await copyInto(
      transaction,
      'fresh_texts',
      fresh.map(({ recorded, draft }) => {
        const public_key = publicKey(recorded.source_key, recorded);
        const search_text = searchTextOf(draft, { ...recorded, public_key, region: recorded.region_name });
        return copyLine([recorded.id, draft.type_as_reported, draft.withheld_type, search_text, public_key]);
      }),
    );
    await copyInto(
      transaction,
      'fresh_source_texts',
      fresh.flatMap(({ recorded, draft }) =>
        draft.sources.map((source, at) => copyLine([recorded.id, at + 1, ...rewrittenOfSources.map((name) => source[name])])),
      ),
    );
  }
  const assigned = (names: readonly string[]) => sql.raw(names.map((name) => `${name} = f.${name}`).join(', '));
  const row = (alias: string, names: readonly string[]) => sql.raw(`(${names.map((name) => `${alias}.${name}`).join(', ')})`);
  await run(sql`
    update incidents i set ${assigned(rewritten)} from fresh_texts f
    where f.id = i.id and ${row('i', rewritten)} is distinct from ${row('f', rewritten)};
    update sources s set ${assigned(rewrittenOfSources)} from fresh_source_texts f
    where f.incident_id = s.incident_id and f.position = s.position
      and ${row('s', rewrittenOfSources)} is distinct from ${row('f', rewrittenOfSources)}`);
}

function textColumns(names: readonly string[]): SQL {
  return sql.raw(names.map((name) => `${name} text`).join(', '));
}
