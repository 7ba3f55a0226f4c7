import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  actingAs,
  type Database,
  findDerivedFaults,
  migrate,
  openDatabase,
  pendingMigrations,
  readDatasets,
} from '../src/index.ts';
import { inTransaction } from '../src/connection/transaction.ts';
import { closeTexts } from '../src/schema/close-texts.ts';
import { migrateTo } from './earlier-record.ts';
import { useTestDatabase } from './test-database.ts';

/* A database that an earlier version filled, brought up to date. Its rows are written in SQL, as that version would have. */

const used = useTestDatabase();
let database: Database;
let address: string;

beforeAll(async () => {
  address = await used.another();
  database = await openDatabase(address);
  await migrateTo(database, 2);
  await database.connections.unsafe(`
    insert into datasets (slug, title, description, synthetic, licence, attribution)
      values ('before', 'Before', '', true, 'CC0-1.0', 'Nobody');
    insert into datasets (slug, title, description, synthetic, licence, attribution)
      values ('archive', 'Archive', '', false, 'Credit', 'Archive');
    insert into import_batches (dataset_id, format, file_names) select id, 'gva', '{a.csv}' from datasets where slug = 'archive';
    insert into datasets (slug, title, description, synthetic, licence, attribution)
      values ('cases', 'Cases', '', false, 'Credit', 'Police');
    insert into import_batches (dataset_id, format, file_names) select id, 'generic', '{a.csv}' from datasets where slug = 'cases';
    insert into datasets (slug, title, description, synthetic, licence, attribution)
      values ('city', 'City', '', false, 'Credit', 'Police');
    insert into import_batches (dataset_id, format, file_names) select id, 'nypd', '{a.csv}' from datasets where slug = 'city';
    insert into jurisdictions (code, iso3, name, monitored) values ('RS', 'SRB', 'Serbia', true);
  `);
});
afterAll(() => database.close());

async function insertIncident(key: string, killed: number | null, injured: number | null, outcomeMask: number): Promise<void> {
  await database.connections`
    insert into incidents (occurred_on, weapon_mask, victim_mask, outcome_mask, perpetrator_mask, relationship_mask, source_mask,
      dataset_id, sensitive, killed, injured, type, country, setting, urbanity, place_precision, date_precision, status, public_id,
      source_key, content_hash, search_text)
    select '2024-05-01', 1 << 29, 0, ${outcomeMask}, 0, 0, 0, id, false, ${killed}, ${injured}, 'other', 'RS', 'not_reported',
      'not_reported', 'jurisdiction', 'day', 'published', ${`AV-00000000000${key}`}, ${key}, decode(repeat('00', 32), 'hex'), ''
    from datasets where slug = 'before'`;
}

const near = { name: 'Near', region: null, lon: 20.46, lat: 44.82 };
const loadSettlements = () => Promise.resolve({ findPlace: () => undefined, nearestPlace: () => near });

async function version(): Promise<number> {
  const [row] = await database.connections<{ version: number }[]>`select version from publication`;
  return Number(row?.version);
}

test('what an earlier version recorded is brought up to date, and the dataset version is raised', async () => {
  await insertIncident('1', 0, 0, 16);
  await insertIncident('2', null, 0, 16);
  await insertIncident('3', null, null, 16);
  await insertIncident('4', 1, null, 1);
  await database.connections.unsafe(`
    insert into sources (incident_id, position, kind, publisher, url)
    select id, position, 'media', publisher, url
    from incidents cross join (values
      (1, null, 'http://www.example.org/zzyzx-qwertyname-shot'),
      (2, 'Some paper', 'https://example.org/zzyzx.html'),
      (3, 'zzyzx.blogspot.com', 'http://zzyzx.blogspot.com/2017/1.html'),
      (4, 'example.net', 'https://example.net/vesti/4'),
      (5, null, null)
    ) as given (position, publisher, url)
    where source_key = '1';
    update incidents set source_mask = 1, search_text = 'serbia zzyzx.blogspot.com example.net av-1' where source_key = '1';
    insert into revisions (incident_id, revision, change, fields, previous)
    select id, 2, 'updated', '{sources}', incident_record(id) from incidents where source_key = '1';
  `);
  // Several of each, whose bits become sets of traits.
  await database.connections.unsafe(`
    insert into weapons (incident_id, position, class, legal, traced)
    select id, position, class, legal, 'not_reported' from incidents
    cross join (values (1, 'explosive', 'illegal'), (2, 'handgun', 'legal')) as given (position, class, legal) where source_key = '4';
    update weapons set count = 3, mode = 'seized', traced = 'yes' where class = 'explosive';
    insert into weapons (incident_id, position, class, legal, traced, count)
    select id, 3, 'handgun', 'legal', 'not_reported', 12 from incidents where source_key = '4';
    insert into people (incident_id, position, role, sex, age_band, outcome, relationship)
    select id, position, role, sex, age_band, 'injured', relationship from incidents
    cross join (values
      (1, 'victim', 'woman', '36-60', 'intimate_partner'),
      (2, 'victim', 'man', '61-plus', 'other'),
      (3, 'perpetrator', 'man', 'not_reported', 'other'),
      (4, 'victim', 'man', '61-plus', 'other')
    ) as given (position, role, sex, age_band, relationship) where source_key = '4';
    update incidents set weapon_mask = 1025, victim_mask = 260, perpetrator_mask = 2, relationship_mask = 33
    where source_key = '4';
  `);
  await insertIncident('5', 0, 0, 16);
  await database.connections.unsafe(`
    update incidents set lon = 20.4612, lat = 44.8125, place_precision = 'exact' where source_key = '5';
    insert into people (incident_id, position, role, sex, age_band, outcome, relationship)
    select id, 1, 'victim', 'not_reported', 'not_reported', 'suicide', 'not_reported' from incidents where source_key = '5';
    update incidents set victim_mask = 16384,
      relationship_mask = 64
    where source_key = '5';
    insert into places (id, name, jurisdiction, lon, lat, population)
    values (1, 'Near', 'RS', 20.46, 44.82, 1), (2, 'Far', 'RS', 21.9, 43.3, 1);
  `);
  // Each sensitive for one reason that the earlier version did not know, and one that is not.
  for (const key of ['6', '7', '8', '9']) await insertIncident(key, 0, 0, 16);
  await database.connections.unsafe(`
    update incidents set lon = 20.4612, lat = 44.8125, place_precision = 'exact', place = 'Ulica 12', local_time = '21:47',
      relationship_mask = 64, search_text = ' ulica 12 serbia', source_mask = 1
    where source_key in ('6', '7', '8', '9');
    insert into sources (incident_id, position, kind, publisher, url)
    select id, position, 'media', 'example.net', 'https://example.net/vesti/' || position
    from incidents cross join (values (1), (2)) as given (position) where source_key in ('6', '7', '8', '9');
    insert into people (incident_id, position, role, sex, age_band, outcome, relationship)
    select id, 1, 'perpetrator', 'man', case source_key when '6' then '0-18' else 'not_reported' end, 'not_reported',
      case source_key when '7' then 'family_member' else 'not_reported' end
    from incidents where source_key in ('6', '7');
    update incidents set perpetrator_mask = 2, relationship_mask = case source_key when '6' then 64 else 2 end
    where source_key in ('6', '7');
    update incidents set relationship_mask = 0 where source_key in ('8', '9');
    update incidents set type_as_reported = 'Child Involved Incident' where source_key = '8';
    insert into revisions (incident_id, revision, change, fields, previous)
    select id, 2, 'updated', '{setting}', incident_record(id) from incidents where source_key in ('6', '7', '8', '9');
  `);
  const before = await version();

  const stopped = new AbortController();
  const messages: string[] = [];
  const migrating = migrate(database, {
    signal: stopped.signal,
    loadSettlements,
    onProgress({ name, step, steps }) {
      messages.push(`${step} of ${steps}`);
      if (name.startsWith('0005')) stopped.abort(new Error('Stopped by the person'));
    },
  });
  await expect(migrating).rejects.toThrow('Stopped by the person');
  const { length: steps } = await pendingMigrations(database);
  expect(messages).toEqual([1, 2, 3].map((step) => `${step} of ${steps}`));
  expect(await version()).toBe(before);

  await migrate(database, { loadSettlements });
  expect(await version()).toBeGreaterThan(before);
  expect(
    await database.connections`
    select source_key, traits from incidents join trait_sets on trait_sets.id = outcome_traits order by source_key`.values(),
  ).toEqual([
    ['1', 'none'],
    ['2', 'not_reported'],
    ['3', 'not_reported'],
    ['4', 'killed'],
    ...['5', '6', '7', '8', '9'].map((key) => [key, 'none']),
  ]);
  expect(
    await database.connections`
      select subject, traits from trait_sets join incidents on trait_sets.id in (weapon_traits, victim_traits, perpetrator_traits)
      where source_key = '4' order by subject`.values(),
  ).toEqual([
    ['perpetrator', 'man/not_reported'],
    ['victim', 'man/61-plus/injured/other*2 woman/36-60/injured/intimate_partner'],
    ['weapon', 'explosive/illegal/seized/yes*3 handgun/legal/-/not_reported*12 handgun/legal/-/not_reported*?'],
  ]);
  expect(await findDerivedFaults(database)).toEqual({ faults: [], more: false });
  // Of those that came by a mapping, nobody has said that identifiers are public.
  expect(await database.connections`select slug, public_identifiers from datasets order by slug`.values()).toEqual([
    ['archive', true],
    ['before', true],
    ['cases', false],
    ['city', true],
  ]);
  const datasets = await readDatasets(database);
  expect(datasets.map((one) => [one.slug, one.killed_includes_suicides, one.covers])).toEqual([
    ['archive', true, null],
    ['before', false, null],
    ['cases', false, null],
    ['city', false, 'New York City'],
  ]);
});

test('a suicide known from a person alone no longer has an exact public point', async () => {
  const [found] = await database.connections`
    select sensitive, place_precision, lon, lat, exact_lon, exact_lat from incidents where source_key = '5'`;
  expect(found).toEqual({
    sensitive: true,
    place_precision: 'settlement',
    lon: 20.46,
    lat: 44.82,
    exact_lon: 20.4612,
    exact_lat: 44.8125,
  });
});

const exposing = 'ulica|21:47|vesti/[12]|20[.]4612';

test('a young suspect, a relative and the words of the source withhold place, time and links, from the history and search too', async () => {
  const found = await database.connections`
    select source_key, sensitive, place_precision, lon, lat, exact_lon, exact_lat, place, local_time, part_of_day,
      (select array_agg(concat_ws(' ', kind, publisher, url)) from sources where incident_id = id) as sources
    from incidents where source_key in ('6', '7', '8') order by 1`;
  expect([...found]).toEqual(
    ['6', '7', '8'].map((source_key) => ({
      source_key,
      sensitive: true,
      place_precision: 'settlement',
      lon: near.lon,
      lat: near.lat,
      exact_lon: 20.4612,
      exact_lat: 44.8125,
      place: near.name,
      local_time: null,
      part_of_day: 'evening',
      sources: ['media', 'media'],
    })),
  );
  const kept = await database.connections.unsafe(`
    select from incidents i left join revisions r on r.incident_id = i.id
    where source_key in ('6', '7', '8')
      and concat_ws(' ', place, local_time, search_text, lon, previous -> 'sources', previous -> 'place', previous -> 'local_time') collate "C" ~* '${exposing}'`);
  expect(kept.length).toBe(0);
});

test('what is not sensitive keeps its point and time, and gets the part of its day', async () => {
  const [found] = await database.connections`
    select sensitive, place, withheld_place, place_precision, local_time, part_of_day,
      (select count(*) from sources where withheld_url <> '' and incident_id = id) as links
    from incidents where source_key = '9'`;
  expect(found).toEqual({
    sensitive: false,
    place: null,
    withheld_place: 'Ulica 12',
    place_precision: 'exact',
    local_time: '21:47',
    part_of_day: 'evening',
    links: 2,
  });
});

test('what is withheld is withheld from the user that answers are read with, too', async () => {
  const reader = await openDatabase(await actingAs(database, address, 'monitor_reader'), { connections: 1 });
  expect(await reader.connections`select place from incidents limit 1`).toHaveLength(1);
  for (const column of ['exact_lon', 'exact_lat', 'withheld_place', 'withheld_type', 'source_key', 'content_hash'])
    await expect(reader.connections.unsafe(`select ${column} from incidents`)).rejects.toMatchObject({ code: '42501' });
  for (const column of ['withheld_publisher', 'withheld_url'])
    await expect(reader.connections.unsafe(`select ${column} from sources`)).rejects.toMatchObject({ code: '42501' });
  await expect(reader.connections`select age from people`).rejects.toMatchObject({ code: '42501' });
  await expect(reader.connections`select previous from revisions`).rejects.toMatchObject({ code: '42501' });
  await reader.close();
});

test('a second upgrade changes nothing', async () => {
  const state = () => database.connections`
    select incident_record(id) as record, search_text, sensitive, content_hash::text from incidents order by id`;
  const before = [await version(), [...(await state())]];
  expect(await migrate(database, { loadSettlements })).toEqual([]);
  await inTransaction(database, 'read write', (transaction) => closeTexts(transaction, loadSettlements));
  expect([await version(), [...(await state())]]).toEqual(before);
});

test('names that stood in links are gone, from the history too; publishers and harmless links are for editors', async () => {
  const kept = [
    ['example.org', null],
    ['Some paper', null],
    ['blogspot.com', null],
    ['example.net', 'https://example.net/vesti/4'],
    [null, null],
  ];
  expect(
    await database.connections`select withheld_publisher, withheld_url from sources join incidents on id = incident_id
    where source_key = '1' and publisher is null and url is null order by position`.values(),
  ).toEqual(kept);
  const [revision] = await database.connections<{ sources: { publisher: string; url: string }[] }[]>`
    select previous -> 'sources' as sources from revisions join incidents on id = incident_id where source_key = '1'`;
  expect(revision?.sources.map(({ publisher, url }) => [publisher, url])).toEqual(kept);
  const [text] = await database.connections`select search_text from incidents where source_key = '1'`.values();
  expect(String(text)).not.toMatch(/zzyzx|blogspot|example|paper/);
});
