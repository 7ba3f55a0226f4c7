import { expect, test } from 'vitest';
import { openDatabase, verifyRecord } from '../src/index.ts';
import { randomDrafts } from './random-drafts.ts';
import { migrated, type Template } from './template-database.ts';
import { importDrafts, testDataset, useTestDatabase } from './test-database.ts';

const toVerify: Template = {
  name: 'to_verify',
  from: migrated,
  async fill(database) {
    await importDrafts(database, randomDrafts(60, 91));
    await importDrafts(database, randomDrafts(40, 92));
    await importDrafts(database, randomDrafts(10, 93), { ...testDataset, slug: 'other' });
  },
};
const used = useTestDatabase(toVerify);
const good = { constraints: [], record: [], history: [] };

test('a record that imports have written has no fault', async () => {
  const seen: number[] = [];
  expect(await verifyRecord(used.database, { onProgress: (incidents) => void seen.push(incidents) })).toEqual(good);
  expect(seen.at(-1)).toBe(70);
});

const sensitive = 'select id from incidents where sensitive order by id limit 1';
/** Sensitive, with a history. */
const exposed = `select i.id from incidents i join revisions r on r.incident_id = i.id where i.sensitive and r.revision = 2 order by 1 limit 1`;

test.each<[fault: string, spoil: string, part: keyof typeof good, found: RegExp]>([
  [
    'a check that was not enforced',
    'alter table incidents drop constraint incidents_killed_check; alter table incidents add constraint incidents_killed_check check (killed >= 0) not valid',
    'constraints',
    /^the table incidents has the constraint incidents_killed_check, which was never checked$/,
  ],
  [
    'rows that break a check',
    `alter table weapons drop constraint weapons_count_check; update weapons set count = -1 where class = 'handgun';
     alter table weapons add constraint weapons_count_check check (count >= 0) not valid;
     update pg_constraint set convalidated = true where conname = 'weapons_count_check'`,
    'constraints',
    /^\d+ rows of the table weapons break the constraint weapons_count_check$/,
  ],
  [
    'people of no incident',
    "insert into people select 999999999, 1, 30, 'victim', 'man', '19-35', 'injured', 'other'",
    'constraints',
    /^1 row of the table people break the constraint people_incident_id_fkey$/,
  ],
  [
    'traits that are others',
    'update incidents set victim_traits = source_traits where id = (select max(id) from incidents)',
    'record',
    /^AV-\w{12}: its traits or sensitivity are not those of its people/,
  ],
  [
    'traits of nobody, where others are of nobody',
    `update incidents set victim_traits = others.id from trait_sets own, trait_sets others
     where own.id = victim_traits and own.traits = '' and others.subject = 'perpetrator' and others.traits = ''`,
    'record',
    /^AV-\w{12}: its traits or sensitivity are not those of its people/,
  ],
  [
    'traits that are no set on record',
    'update incidents set weapon_traits = 999999999 where id = (select max(id) from incidents)',
    'record',
    /^AV-\w{12}: its traits or sensitivity are not those of its people/,
  ],
  [
    'a street of a sensitive incident',
    `update incidents set place = 'Ulica 12' where id = (${sensitive})`,
    'record',
    /^AV-\w{12}: its place could expose a person/,
  ],
  [
    'a quarter as the place of a sensitive incident',
    `update places set part_of = 3 where name = (select place from incidents where sensitive and place is not null order by id limit 1)`,
    'record',
    /^AV-\w{12}: its place could expose a person: keep only a settlement that is no quarter$/,
  ],
  [
    'another region of a sensitive incident',
    `update incidents set region = null where id = (select min(id) from incidents where sensitive and place is not null)`,
    'record',
    /^AV-\w{12}: its place and its region are not those of one settlement$/,
  ],
  [
    'a link with the number of a person',
    `insert into sources (incident_id, position, kind, withheld_url)
     select min(id), 99, 'media', 'https://example.org/vesti/0101985710012' from incidents where not sensitive`,
    'record',
    /^AV-\w{12}: a link of its sources could name a person/,
  ],
  [
    'a link of a sensitive incident',
    `insert into sources (incident_id, position, kind, url) select id, 99, 'media', 'https://example.org/news/1' from (${sensitive}) as one`,
    'record',
    /^AV-\w{12}: a link to one of its sources could expose a person/,
  ],
  [
    'a sensitive incident that the search finds by its source',
    `update incidents set source_key = 'police-4711', search_text = search_text || ' police 4711',
       public_id = 'AV-000000000000' where id = (${sensitive})`,
    'record',
    /^AV-\w{12}: the text search finds it by words that are not public/,
  ],
  [
    'another public identifier',
    "update incidents set public_id = 'AV-000000000000' where id = (select max(id) from incidents)",
    'record',
    /^AV-000000000000: its public identifier is not that of its source key$/,
  ],
  [
    'a gap in the history',
    'delete from revisions where revision = 1 and batch_id = 1',
    'history',
    /^AV-\w{12}: its history has gaps$/,
  ],
  [
    'a gap in the middle of the history',
    'update revisions set revision = 3 where revision = 2',
    'history',
    /^AV-\w{12}: its history has gaps$/,
  ],
  [
    'no history',
    'delete from revisions where incident_id = (select max(id) from incidents)',
    'history',
    /^AV-\w{12}: its history has gaps$/,
  ],
  [
    'a beginning that is none',
    "update revisions set change = 'retracted', previous = '{}' where revision = 1 and incident_id = (select max(id) from incidents)",
    'history',
    /^AV-\w{12}: its history does not begin with how it was created$/,
  ],
  [
    'another import',
    'update incidents set batch_id = 1 where id = (select max(id) from incidents)',
    'history',
    /^AV-\w{12}: it does not belong to the import that last wrote it$/,
  ],
  [
    'an import that says otherwise',
    'update import_batches set inserted = 7 where id = 2',
    'history',
    /^import 2 into "made-up" added or changed/,
  ],
  ...[
    [`jsonb_set(previous, '{local_time}', '"21:47"')`, 'time'],
    [`jsonb_set(previous, '{place}', '"Ulica 12"')`, 'street'],
    [`jsonb_set(previous, '{sources}', '[{"url": "https://example.org/news/1"}]')`, 'link'],
  ].map(
    ([spoiled, what]) =>
      [
        `a ${what} in the history of a sensitive incident`,
        `update revisions set previous = ${spoiled} where revision = 2 and incident_id = (${exposed})`,
        'history',
        /^AV-\w{12}: its history has a place, time or link that could expose a person$/,
      ] as [string, string, keyof typeof good, RegExp],
  ),
  [
    'a version that fell back',
    'update publication set version = 1',
    'history',
    /^the dataset version is lower than that of a change on record$/,
  ],
])('%s is found', async (_fault, spoil, part, found) => {
  const spoiled = await openDatabase(await used.another(`template ${toVerify.name}`));
  try {
    await spoiled.connections.begin(async (transaction) => {
      await transaction.unsafe('set local session_replication_role = replica; set local allow_system_table_mods = on');
      await transaction.unsafe(spoil);
    });
    const faults = await verifyRecord(spoiled);
    expect(faults[part].filter((fault) => found.test(fault)).length, JSON.stringify(faults)).toBeGreaterThan(0);
    expect(faults[part].length).toBeLessThanOrEqual(21);
  } finally {
    await spoiled.close();
  }
});
