import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../connection/database.ts';
import { type QueryOptions, readSnapshot } from '../connection/read-snapshot.ts';
import type { RunStatement, Statements } from '../connection/statements.ts';
import { readSecret } from '../import/identifiers.ts';
import { type ClosedSets, hasClosedTexts, readClosedSets } from '../import/closed-texts.ts';
import { readKnownPlaces } from '../import/known-places.ts';
import { isDerivedWrongly, readRecorded, type RecordedIncident } from '../records/check-record.ts';
import { findBrokenConstraints } from './broken-constraints.ts';
import { publicKey, searchedWords } from '@monitor/domain';
import { draftFault, type KnownPlaces } from '../import/check-draft.ts';
import { refuseSpread } from '../spread/spread.ts';
import { publicId } from '../schema/public-id.ts';
import { searchTextOf } from '../schema/search-texts.ts';
import { datasets, importBatches, incidents, places, publication, publicationChanges, revisions } from '../schema/tables.ts';

/** What `verifyRecord` looks at. */
export type VerifiedPart = 'constraints' | 'record' | 'history';

/** Sentences without their full stops, each about one fault. */
export type VerifiedFaults = Readonly<Record<VerifiedPart, readonly string[]>>;

export interface VerifyOptions extends QueryOptions {
  /** Called with the number of incidents looked at so far. */
  readonly onProgress?: (incidents: number) => void;
}

/** Faults named of each part at most. */
export const mostFaults = 20;

/**
 * Looks for what is wrong with the record, all in one snapshot and whatever it was written with: rows that break a constraint; incidents
 * that no import would write so, or with details that a sensitive one must not have, in its history too; and a history with gaps. Of each
 * part at most 21 faults are named, so that it is known where there are more than 20.
 */
export async function verifyRecord(database: Database, { onProgress, ...options }: VerifyOptions = {}): Promise<VerifiedFaults> {
  refuseSpread(database);
  return readSnapshot(database, options, async (statements) => {
    await statements.run(sql`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`);
    const constraints = await findBrokenConstraints(statements.run);
    const history = await findHistoryFaults(statements.run, mostFaults + 1);
    return { constraints, record: await findRecordFaults(statements, onProgress), history };
  });
}

async function findRecordFaults(statements: Statements, onProgress: VerifyOptions['onProgress']): Promise<string[]> {
  const { db, run } = statements;
  const known = await readKnownPlaces(db);
  const secret = await readSecret(db);
  const textsOf = await readClosedSets(statements);
  const faults: string[] = [];
  let seen = 0;
  for await (const portion of readRecorded(run)) {
    for (const incident of portion)
      faults.push(
        ...recordFaults(incident, known, textsOf(incident.slug), secret).map((fault) => `${incident.public_id}: ${fault}`),
      );
    seen += portion.length;
    onProgress?.(seen);
    if (faults.length > mostFaults) break;
  }
  return faults.slice(0, mostFaults + 1);
}

/** What is wrong with an incident on record, as the ends of sentences. */
function recordFaults(incident: RecordedIncident, known: KnownPlaces, texts: ClosedSets, secret: Uint8Array): string[] {
  const fault = draftFault(incident, known);
  return [
    ...(fault === undefined ? [] : [fault]),
    ...(publicId(incident.slug, incident.source_key, incident.secret_identifiers ? secret : undefined) === incident.public_id
      ? []
      : ['its public identifier is not that of its source key']),
    ...(isPlacedElsewhere(incident, known) ? ['its place and its region are not those of one settlement'] : []),
    ...(isDerivedWrongly(incident) ? ['its traits or sensitivity are not those of its people, weapons, sources and counts'] : []),
    ...(hasClosedTexts(incident, texts)
      ? []
      : ['it has a text that is neither listed nor shared by enough incidents: import its files again']),
    ...(incident.public_key === publicKey(incident.source_key, incident) ? [] : ['its public key is not what it may be']),
    ...(isFoundByWithheld(incident) ? ['the text search finds it by words that are not public'] : []),
  ];
}

/** Whether place and region of a sensitive incident could together tell more than the place. */
function isPlacedElsewhere({ sensitive, place, country, region }: RecordedIncident, known: KnownPlaces): boolean {
  return sensitive && place !== null && !known.isSettlement(place, country, region);
}

/** Whether it can be found by words of what is withheld of it that it does not have otherwise. */
function isFoundByWithheld(incident: RecordedIncident): boolean {
  const { source_key, public_key, withheld_place, withheld_type, sources, search_text } = incident;
  const withheld = [public_key === null ? source_key : null, withheld_place, withheld_type].concat(
    sources.map(({ withheld_publisher }) => withheld_publisher),
  );
  const own = new Set(searchTextOf(incident, { ...incident, region: incident.region_name }).split(' '));
  const kept = new Set(search_text.split(' '));
  return withheld
    .filter((text) => text !== null)
    .some((text) => searchedWords(text, incident.country).some((word) => kept.has(word) && !own.has(word)));
}

/** What is wrong with an incident, and the condition of it on `i`. */
const ofIncidents: readonly (readonly [fault: string, condition: SQL])[] = [
  [
    'its history has gaps',
    sql`not exists (
      select from ${revisions} r where r.incident_id = i.id having count(*) > 0 and min(r.revision) = 1 and max(r.revision) = count(*)
    )`,
  ],
  [
    'its history does not begin with how it was created',
    sql`exists (select from ${revisions} r where r.incident_id = i.id and (r.revision = 1) <> (r.change = 'created'))`,
  ],
  [
    'it does not belong to the import that last wrote it',
    sql`i.batch_id is distinct from (
      select r.batch_id from ${revisions} r where r.incident_id = i.id and r.change in ('created', 'updated') order by r.revision desc limit 1
    )`,
  ],
  [
    'its history has a place, time or link that could expose a person',
    sql`i.sensitive and exists (
      select from ${revisions} r
      where r.incident_id = i.id and r.previous is not null and (
        r.previous ->> 'local_time' is not null
        or jsonb_path_exists(r.previous, '$.sources[*] ? (@.url != null)')
        or r.previous ->> 'place' is not null and not exists (
          select from ${places} p where p.jurisdiction = r.previous ->> 'country' and p.name = r.previous ->> 'place' and p.part_of is null
        )
      )
    )`,
  ],
];

/** What is wrong with the history. @param most how many faults at most */
async function findHistoryFaults(run: RunStatement, most: number): Promise<string[]> {
  const faults: string[] = [];
  for (const [fault, condition] of ofIncidents) {
    const found = await run<{ public_id: string }>(
      sql`select i.public_id from ${incidents} i where ${condition} order by i.id limit ${most}`,
    );
    faults.push(...found.map(({ public_id }) => `${public_id}: ${fault}`));
  }
  const imports = await run<{ id: number; slug: string }>(sql`
    select b.id, d.slug
    from ${importBatches} b join ${datasets} d on d.id = b.dataset_id
      left join (
        select batch_id, count(*) filter (where change = 'created') as inserted, count(*) filter (where change = 'updated') as updated
        from ${revisions} group by batch_id
      ) as r on r.batch_id = b.id
    where (b.inserted, b.updated) is distinct from (coalesce(r.inserted, 0), coalesce(r.updated, 0))
    order by b.id limit ${most}`);
  faults.push(...imports.map(({ id, slug }) => `import ${id} into "${slug}" added or changed other incidents than it says`));
  const [versions] = await run<{ behind: boolean }>(sql`
    select count(*) <> 1 or max(version) < coalesce((select max(version) from ${publicationChanges}), 0) as behind from ${publication}`);
  if (versions?.behind === true) faults.push('the dataset version is lower than that of a change on record');
  return faults.slice(0, most);
}
