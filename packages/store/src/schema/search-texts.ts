import { type SQL, sql } from 'drizzle-orm';
import { type IncidentDraft, searchedWords } from '@monitor/domain';
import { copyInto, copyLine } from '../connection/copy.ts';
import type { Transaction } from '../connection/transaction.ts';

/** What text search knows an incident by. */
interface SearchedNames {
  readonly country: string;
  readonly place: string | null;
  readonly region: string | null;
  readonly location: string;
  readonly publishers: readonly (string | null)[];
  readonly public_id: string;
  /** The identifier that the source gives, where it is public. */
  readonly public_key: string | null;
  readonly type_as_reported: string | null;
}

/** The words that text search looks at, a space before each, so that what a word begins with can be found by a pattern. */
function searchText(names: SearchedNames): string {
  const { country, place, region, location, publishers, public_id, public_key, type_as_reported } = names;
  const parts = [place, region, location, ...publishers, public_id, public_key, type_as_reported];
  const words = searchedWords(parts.filter((part) => part !== null).join(' '), country);
  return words
    .slice(0, mostWords)
    .map((word) => ` ${cutWord(word)}`)
    .join('');
}

/** So many fit into the index, however long they are. */
const mostWords = 2_000;

/** The characters of a word that text search looks at: no word is longer, and the index takes no longer ones. */
export function cutWord(word: string): string {
  return word.length <= longestWord ? word : Array.from(word).slice(0, longestWord).join('');
}

const longestWord = 100;

/**
 * The words that text search knows a draft by: its public texts.
 * @param names its identifiers, and those of its location and region
 */
export function searchTextOf(
  { country, place, type_as_reported, sources }: IncidentDraft,
  { public_id, public_key, location, region }: Pick<SearchedNames, 'public_id' | 'public_key' | 'location' | 'region'>,
): string {
  const publishers = sources.map(({ publisher }) => publisher);
  return searchText({ country, place, type_as_reported, public_id, public_key, location, region, publishers });
}

/** Rewrites the search text of every incident; part of the migration that gave it its form. */
export async function writeSearchTexts(transaction: Transaction, portionSize?: number): Promise<void> {
  await rewrite(transaction, sql`not i.sensitive`, portionSize);
}

/** The same: part of the migration since which not all identifiers are public. */
export async function writeSearchTextsAgain(transaction: Transaction): Promise<void> {
  const isPublic = sql`not i.sensitive and (select d.public_identifiers from datasets d where d.id = i.dataset_id)`;
  await rewrite(transaction, isPublic);
}

/**
 * Content hashes stay: the next import of an incident finds its hash another, no field changed, and mends it.
 * @param isKeyPublic of an incident `i`
 */
async function rewrite(transaction: Transaction, isKeyPublic: SQL, portionSize = 1_000): Promise<void> {
  const { run } = transaction;
  await run(sql`
    create temp table if not exists fresh_search_texts (id bigint primary key, search_text text) on commit drop;
    truncate fresh_search_texts`);
  for (let last = 0; ;) {
    // Names as in 0006_search_words.sql: later migrations come after this has run.
    const portion = await run<SearchedNames & { id: number }>(sql`
      select i.id, i.country, i.place, r.name as region, j.name as location, i.public_id, i.type_as_reported,
        case when ${isKeyPublic} then i.source_key end as public_key,
        array(select publisher from sources s where s.incident_id = i.id order by s.position) as publishers
      from incidents i join jurisdictions j on j.code = i.country left join regions r on r.code = i.region
      where i.id > ${last}
      order by i.id
      limit ${portionSize}`);
    const lines = portion.map((one) => copyLine([one.id, searchText(one)]));
    await copyInto(transaction, 'fresh_search_texts', lines);
    if (portion.length < portionSize) break;
    last = portion.at(-1)?.id ?? last;
  }
  // One statement raises the dataset version once.
  await run(sql`
    update incidents i set search_text = f.search_text from fresh_search_texts f
    where f.id = i.id and f.search_text <> i.search_text`);
}
