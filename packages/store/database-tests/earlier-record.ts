import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Database, migrate, type MigrateOptions, publicId, type ReferenceData } from '../src/index.ts';

/* A record that the first version wrote, in SQL, and that each later one has brought up to date in its way. */

const migrationsFolder = fileURLToPath(new URL('../../../migrations/', import.meta.url));

/** Names of the migrations of this version, in order. */
export async function migrationNames(): Promise<string[]> {
  return (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql')).toSorted();
}

/** Brings a database to the state of the version that had this many migrations. */
export async function migrateTo(database: Database, count: number, options: MigrateOptions = {}): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'monitor-earlier-'));
  try {
    for (const name of (await migrationNames()).slice(0, count)) await cp(join(migrationsFolder, name), join(folder, name));
    await migrate(database, { ...options, folder: pathToFileURL(`${folder}/`) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const slug = 'first-version';
const id = (key: string) => publicId(slug, key);

/**
 * Fills an empty database as the first version would have: incidents of which some are sensitive for reasons that it did not know, with
 * links that name people, bits for traits, and a history. @param reference that has Serbia and settlements near Belgrade
 */
export async function fillAsFirstVersion(database: Database, reference: ReferenceData): Promise<void> {
  await migrateTo(database, 1);
  for (const [table, rows] of Object.entries(reference))
    await database.connections.unsafe(
      `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
      [JSON.stringify(rows)],
    );
  await database.connections.unsafe(`
    insert into datasets (slug, title, description, synthetic, licence, attribution)
      values ('${slug}', 'First version', '', true, 'CC0-1.0', 'Nobody');
    insert into import_batches (dataset_id, format, file_names, finished_at, inserted, updated)
      select id, 'test', '{first.csv}', now(), inserted, updated from datasets cross join (values (4, 0), (0, 1)) as done (inserted, updated);
    insert into incidents (occurred_on, weapon_mask, victim_mask, outcome_mask, perpetrator_mask, relationship_mask, source_mask, dataset_id,
      sensitive, killed, injured, type, country, setting, urbanity, place_precision, lon, lat, place, local_time, date_precision, status,
      public_id, batch_id, source_key, content_hash, search_text)
    select '2024-05-01', weapon_mask, victim_mask, outcome_mask, perpetrator_mask, relationship_mask, 1, datasets.id, false, killed, injured,
      'public_dispute', 'RS', 'street', 'not_reported', 'exact', 20.4612, 44.8125, 'Ulica 12', '21:47', 'day', 'published',
      public_id, 1, source_key, decode(repeat('00', 32), 'hex'), 'ulica 12 serbia example.net ' || lower(public_id)
    from datasets cross join (values
      -- Nobody harmed; a woman injured by her partner with a handgun; a young suspect; a man shot dead.
      ('nobody', '${id('nobody')}', 1 << 29, 0, 16, 0, 0, 0, 0),
      ('partner', '${id('partner')}', 1, 4, 2, 0, 1, 0, 1),
      ('suspect', '${id('suspect')}', 1 << 29, 0, 16, 2, 64, 0, 0),
      ('killed', '${id('killed')}', 1, 1 << 6, 1, 0, 8, 1, 0)
    ) as given (source_key, public_id, weapon_mask, victim_mask, outcome_mask, perpetrator_mask, relationship_mask, killed, injured);
    insert into people (incident_id, position, role, sex, age_band, outcome, relationship)
    select id, 1, role, sex, age_band, outcome, relationship from incidents join (values
      ('partner', 'victim', 'woman', '36-60', 'injured', 'intimate_partner'),
      ('suspect', 'perpetrator', 'man', '0-18', 'not_reported', 'not_reported'),
      ('killed', 'victim', 'man', '19-35', 'killed', 'stranger')
    ) as given (source_key, role, sex, age_band, outcome, relationship) using (source_key);
    insert into weapons (incident_id, position, class, legal, traced, count)
    select id, 1, 'handgun', 'legal', 'no', 1 from incidents where source_key in ('partner', 'killed');
    insert into sources (incident_id, position, kind, publisher, url)
    select id, position, 'media', 'example.net', url
    from incidents cross join (values
      (1, 'https://example.net/vesti/4'), (2, 'https://example.net/zzyzx-qwertyname-shot'), (3, null)
    ) as given (position, url);
    insert into sources (incident_id, position, kind, publisher) select id, 4, 'media', 'M. Petrović' from incidents;
    update incidents set type_as_reported = 'ubijen P. Marković', search_text = search_text || ' petrovic markovic';
    insert into revisions (incident_id, revision, batch_id, change, fields)
    select id, 1, 1, 'created', '{}' from incidents;
    insert into revisions (incident_id, revision, batch_id, change, fields, previous)
    select id, 2, 2, 'updated', '{setting}', incident_record(id) from incidents where source_key = 'partner';
    update incidents set setting = 'home', batch_id = 2 where source_key = 'partner';
  `);
}
