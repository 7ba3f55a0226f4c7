import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Fields,
  incidentFields,
  type IncidentDraft,
  isSensitive,
  namelessAddress,
  partFields,
  recordStatuses,
  type Vocabulary,
  unknownAges,
  unknownPublication,
} from '@monitor/domain';
import { versionsListed } from '../src/numbers/read-cube-rows.ts';
import { randomDrafts } from './random-drafts.ts';
import { emptyRecord, importDrafts, useTestDatabase } from './test-database.ts';

const used = useTestDatabase();

/** By the name of the CHECK: each field of the record that holds codes, and the status. */
const vocabularies: Readonly<Record<string, Vocabulary>> = {
  incidents_status_vocabulary: recordStatuses,
  ...Object.fromEntries(
    Object.entries<Fields>({ incidents: incidentFields, ...partFields }).flatMap(([table, fields]) =>
      Object.entries(fields).flatMap(([name, { values }]) =>
        typeof values === 'string' ? [] : [[`${table}_${name}_vocabulary`, values]],
      ),
    ),
  ),
};

test('the codes that the database allows are those of the vocabularies', async () => {
  const checks = await used.database.connections<{ name: string; definition: string }[]>`
    select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where conname like '%\_vocabulary'`;
  const allowed = checks.map(({ name, definition }) => [
    name,
    [...definition.matchAll(/'([^']+)'::text/g)].map((match) => match[1]),
  ]);
  const wanted = Object.entries(vocabularies).map(([name, { codes }]) => [name, codes]);
  expect(Object.fromEntries(allowed)).toEqual(Object.fromEntries(wanted));
});

test('links are held to the rule of the domain package', async () => {
  const [row] = await used.database.connections<{ rule: string }[]>`
    select pg_get_constraintdef(oid) as rule from pg_constraint where conname = 'sources_url_names_nobody'`;
  expect(row?.rule).toContain(`'${namelessAddress}'`);
});

test('changes are listed for as many versions as the cube takes them to be', async () => {
  const [row] = await used.database.connections<{ definition: string }[]>`
    select pg_get_functiondef('raise_publication'::regproc) as definition`;
  expect(row?.definition).toContain(`where version <= raised - ${versionsListed};`);
});

describe('bad rows are refused', () => {
  beforeAll(async () => {
    await emptyRecord(used.database);
    const draft: IncidentDraft = {
      ...(randomDrafts(1, 2)[0] as IncidentDraft),
      place_precision: 'settlement',
      lon: 20,
      lat: 44,
      local_time: null,
      part_of_day: 'evening',
      killed: 1,
      killed_low: 1,
      killed_high: 1,
      type: 'suicide',
      subtype: null,
      occurred_on: '2020-01-01',
      people: [
        { ...unknownAges, role: 'victim', sex: 'man', age: 40, age_band: '36-60', outcome: 'suicide', relationship: 'other' },
      ],
      weapons: [{ class: 'handgun', count: 1, legal: 'legal', mode: null, traced: 'no' }],
      sources: [{ ...unknownPublication, kind: 'media' }],
    };
    await importDrafts(used.database, [draft, { ...draft, source_key: 'second' }]);
  });
  test.each([
    ['incidents', 'killed = -1, killed_low = null'],
    ['incidents', 'injured = -1, injured_low = null'],
    ['incidents', 'threatened = -1'],
    ['incidents', 'suicides = -1'],
    ['incidents', 'killed_low = 2'],
    ['incidents', 'killed_high = 0'],
    ['incidents', 'killed = null, killed_low = 5, killed_high = 4'],
    ['incidents', 'injured = 1, injured_low = 2, injured_high = null'],
    ['incidents', 'lon = 180.5'],
    ['incidents', 'lat = -90.5'],
    ['incidents', 'lon = null'],
    ['incidents', 'lat = null'],
    ['incidents', 'lon = null, lat = null'],
    ['incidents', "place_precision = 'region'"],
    ['incidents', "place_precision = 'exact'"],
    ['incidents', 'exact_lon = 20'],
    ['incidents', 'exact_lon = 20, exact_lat = 91'],
    ['incidents', "type = 'sorcery'"],
    ['incidents', "subtype = 'domestic_violence.family_member'"],
    ['incidents', "subtype = 'suicide.sorcery'"],
    ['incidents', "country = 'ZZ', region = null"],
    ['incidents', "country = 'AL', region = 'RS-20'"],
    ['incidents', "setting = ''"],
    ['incidents', "status = 'deleted'"],
    ['incidents', "public_id = 'AV-1'"],
    ['incidents', "public_id = 'AV-000000000000'"],
    ['incidents', "source_key = ''"],
    ['incidents', "source_key = 'second'"],
    ['incidents', "place = ''"],
    ['incidents', "local_time = '24:00'"],
    ['incidents', "part_of_day = 'noon'"],
    ['incidents', "local_time = '18:30'"],
    ['incidents', "sensitive = false, local_time = '17:59'"],
    ['incidents', "sensitive = false, local_time = '18:30', part_of_day = null"],
    ['incidents', "place = 'Ulica 12'"],
    ['incidents', "place = 'Šabac'"],
    ['incidents', "occurred_on = '1900-01-01'"],
    ['incidents', "occurred_until = '2019-12-31'"],
    ['incidents', "type_as_reported = repeat('a', 501)"],
    ['incidents', 'weapon_traits = 0'],
    ['incidents', 'source_traits = weapon_traits'],
    ['trait_sets', "subject = 'source'"],
    ['incidents', 'mercator_x = 0.5'],
    ['people', 'age = -1'],
    ['people', 'age = 121'],
    ['people', 'age_from = -1, age_to = 30'],
    ['people', 'age_from = 30, age_to = 121'],
    ['people', 'age_from = 30, age_to = 33'],
    ['people', 'age_from = null, age_to = 18'],
    ['people', "role = 'witness'"],
    ['people', "age_band = '0-17'"],
    ['weapons', 'count = -1'],
    ['weapons', "class = 'sword'"],
    ['sources', "url = 'javascript:alert(1)'"],
    ['sources', "url = 'ftp://example.org/'"],
    ['sources', "url = 'https://'"],
    ['sources', "url = 'https://example.org/news/1'"],
    ['sources', "url = 'https://example.org/news/zzyzx-qwertyname'"],
    ['datasets', "slug = 'Has Spaces'"],
    ['datasets', "url = 'javascript:alert(1)'"],
    ['datasets', "covers = ''"],
    ['jurisdictions', "code = 'rs'"],
    ['places', 'lat = 91'],
    ['publication', 'version = 0'],
  ])('update %s set %s', async (table, values) => {
    await expect(used.database.connections.unsafe(`update ${table} set ${values}`)).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:23|428C9)/) as string,
    });
  });

  test('a sensitive incident whose sources have links, or whose place is no settlement', async () => {
    const { connections } = used.database;
    const link = { ...unknownPublication, kind: 'media', url: 'https://example.org/news/1' } as const;
    const [draft] = randomDrafts(40, 2).filter((one) => !isSensitive(one)) as [IncidentDraft];
    const calm = { ...draft, place_precision: 'settlement', lon: 20, lat: 44, local_time: null } as const;
    await importDrafts(used.database, [{ ...calm, source_key: 'linked', sources: [link] }]);
    await expect(connections`update incidents set sensitive = true where source_key = 'linked'`).rejects.toMatchObject({
      code: '23514',
    });
    await expect(connections`update incidents set place = 'Ulica 12' where source_key = 'linked'`).rejects.toMatchObject({
      code: '23514',
      constraint_name: 'incidents_place_is_settlement',
    });
    await connections`delete from sources where incident_id = (select id from incidents where source_key = 'linked')`;
    await connections`update incidents set sensitive = true where source_key = 'linked'`;
    await connections`update incidents set sensitive = false where source_key = 'linked'`;
    await connections`update places set part_of = 3 where name = ${draft.place}`;
    await expect(connections`update incidents set sensitive = true where source_key = 'linked'`).rejects.toMatchObject({
      code: '23514',
      constraint_name: 'incidents_place_is_settlement',
    });
    await connections`update places set part_of = null`;
  });

  test('the removal of a set of traits that an incident has, and of no other', async () => {
    const { connections } = used.database;
    for (const statement of ['delete from trait_sets', 'truncate trait_sets'])
      await expect(connections.unsafe(statement)).rejects.toMatchObject({
        code: '23503',
        constraint_name: 'incidents_known_traits',
      });
    await connections`insert into trait_sets (subject, traits) values ('weapon', 'nobody has these')`;
    expect(await connections`delete from trait_sets where traits = 'nobody has these' returning traits`).toHaveLength(1);
  });

  test('a new incident whose traits are a set of another subject', async () => {
    const { connections } = used.database;
    const own = { public_id: "'AV-000000000001'", source_key: "'third'", victim_traits: 'weapon_traits' };
    const columns = await connections<{ name: string }[]>`
      select attname as name from pg_attribute
      where attrelid = 'incidents'::regclass and attnum > 0 and attname <> 'id' and attgenerated = '' and not attisdropped`;
    const names = columns.map(({ name }) => name);
    const values = names.map((name) => own[name as keyof typeof own] ?? name);
    await expect(
      connections.unsafe(
        `insert into incidents (${names.join()}) select ${values.join()} from incidents where source_key = 'second'`,
      ),
    ).rejects.toMatchObject({ code: '23503', constraint_name: 'incidents_known_traits' });
  });

  test('a second publication row', async () => {
    await expect(used.database.connections`insert into publication (version) values (7)`).rejects.toThrow('unique');
  });
});

test.each([
  [-180, 0, 0, 0.5],
  [180, 0, 0, 0.5],
  [0, 85.0511287798066, 0.5, 0],
  [0, 90, 0.5, 0],
  [0, -90, 0.5, 1],
  [90, 66.51326044311186, 0.75, 0.25],
])('the point %f, %f lies at %f, %f of the Mercator square', async (lon, lat, x, y) => {
  const point = {
    ...(randomDrafts(1, 2)[0] as IncidentDraft),
    type: 'public_dispute' as const,
    point_basis: 'mapped_type' as const,
    subtype: null,
    people: [],
    suicides: null,
  };
  await emptyRecord(used.database);
  await importDrafts(used.database, [{ ...point, place_precision: 'exact', lon, lat, exact_lon: null, exact_lat: null }]);
  const [row] = await used.database.connections<{ mercator_x: number; mercator_y: number }[]>`
    select mercator_x, mercator_y from incidents`;
  expect(row?.mercator_x).toBeCloseTo(x, 9);
  expect(row?.mercator_y).toBeCloseTo(y, 9);
  expect(row?.mercator_x).toBeLessThan(1);
  expect(row?.mercator_y).toBeLessThan(1);
});
