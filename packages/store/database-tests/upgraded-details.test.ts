import type { Settlement } from '@monitor/domain';
import { expect, test } from 'vitest';
import { readTables } from '../src/backup/backup-tables.ts';
import { statementsOn } from '../src/connection/statements.ts';
import { textsShown } from './shown-texts.ts';
import { type Database, loadReferenceData, openDatabase, verifyRecord } from '../src/index.ts';
import { fillAsFirstVersion, migrateTo, migrationNames } from './earlier-record.ts';
import { useTestDatabase } from './test-database.ts';

/* What each earlier version kept of sensitive incidents to the metre, to the minute and with links, an upgrade from it makes coarse. */

const used = useTestDatabase();
const names = await migrationNames();
/** The first version that keeps nothing that it must not. */
const firstCoarse = names.findIndex((name) => name.startsWith('0013')) + 1;

const settlement = { name: 'Near', region: null, lon: 20.46, lat: 44.82 };
const loadSettlements = () => Promise.resolve({ findPlace: () => undefined, nearestPlace: () => settlement });
const reference = {
  jurisdictions: [{ code: 'RS', iso3: 'SRB', name: 'Serbia', monitored: true, note: null }],
  regions: [],
  places: [{ id: 1, jurisdiction: 'RS', population: 1, alternative_names: [], ...settlement }],
};

/** An earlier version corrects the number in the street: the old one goes into the history. */
const correct = (database: Database, number: number) =>
  database.connections.unsafe(`
    insert into revisions (incident_id, revision, batch_id, change, fields, previous)
    select i.id, (select max(revision) + 1 from revisions r where r.incident_id = i.id), 2, 'updated', '{place}', incident_record(i.id)
    from incidents i;
    update incidents set place = 'Ulica ${number}', batch_id = 2,
      search_text = regexp_replace(search_text, 'ulica \\d+', 'ulica ${number}')`);

type Row = Readonly<Record<string, unknown>>;

/** Everything in the database that is not for editors alone, as text. */
async function everythingShown(database: Database): Promise<string> {
  const tables = await readTables(statementsOn(database.connections).run);
  const rows = await Promise.all(
    tables.map(({ name }) => database.connections.unsafe<{ row: Row }[]>(`select to_jsonb(t) as row from "${name}" t`)),
  );
  return rows
    .flat()
    .map(({ row }) => JSON.stringify(shown(row)))
    .join('\n');
}

function shown({ exact_lon: _lon, exact_lat: _lat, previous, ...row }: Row): Row {
  if (previous === undefined || previous === null) return row;
  // The coordinates of the history are for editors, as those of the record are.
  const { lon: _previousLon, lat: _previousLat, ...before } = previous as Row;
  return { ...row, previous: shown(before) };
}

const exact = /20\.4612|44\.8125|ulica|21:47|vesti\/\d|zzyzx/i;

test('what any earlier version kept to the metre, to the minute or with links is coarse after an upgrade', async () => {
  const database = await openDatabase(await used.another(), { statementTimeout: 0 });
  try {
    await fillAsFirstVersion(database, reference);
    await database.connections`delete from incidents where source_key not in ('partner', 'suspect')`;
    // One version after the other, each of which adds to the history what it keeps.
    for (const [at, name] of names.entries()) {
      await migrateTo(database, at + 1, { loadSettlements });
      const isCoarse = at + 1 >= firstCoarse;
      if (!isCoarse) await correct(database, at);
      expect([name, !exact.test(await everythingShown(database))]).toEqual([name, isCoarse]);
    }
    expect(await database.connections`select distinct sensitive, place, lon, lat, exact_lon, exact_lat from incidents`).toEqual([
      { sensitive: true, place: 'Near', lon: 20.46, lat: 44.82, exact_lon: 20.4612, exact_lat: 44.8125 },
    ]);
    // Texts that nobody has listed, in the end.
    expect(await textsShown(database)).toMatch(/first-version/);
    expect(await textsShown(database)).not.toMatch(/petrovi|markovi|zzyzx|example\.net/i);
    expect((await verifyRecord(database)).record).toEqual([]);
    const histories = await database.connections`
      select count(*)::integer as corrections from revisions where fields = '{place}' group by incident_id`;
    expect(histories).toEqual([{ corrections: firstCoarse - 1 }, { corrections: firstCoarse - 1 }]);
  } finally {
    await database.close();
  }
});

test('a quarter and a number of a person that an earlier version published are for editors after an upgrade', async () => {
  const database = await openDatabase(await used.another(), { statementTimeout: 0 });
  const quarter = { ...settlement, name: 'Vračar', lat: 44.79 };
  const earlier = { ...reference, places: [...reference.places, { ...reference.places[0]!, id: 2, ...quarter }] };
  const settlements = (nearest: Settlement) => ({
    loadSettlements: () => Promise.resolve({ findPlace: () => undefined, nearestPlace: () => nearest }),
  });
  try {
    await fillAsFirstVersion(database, earlier);
    await database.connections`update incidents set type_as_reported = null where source_key = 'nobody'`;
    const before = names.findIndex((name) => name.startsWith('0025'));
    await migrateTo(database, before, settlements(quarter));
    await database.connections.unsafe(`
      insert into public_texts values (1, 'publisher', 'blic.rs', true);
      update sources set url = null, withheld_url = null;
      update sources set url = case position when 1 then 'https://blic.rs/vesti/0101985710012' else 'https://blic.rs/vesti/7' end
      from incidents where id = incident_id and not sensitive;
      update sources set withheld_url = 'https://blic.rs/060.123.4567/'
      from incidents where id = incident_id and sensitive and position = 1;
      insert into revisions (incident_id, revision, batch_id, change, fields, previous)
      select id, (select max(revision) + 1 from revisions where incident_id = id), 2, 'updated', '{setting}', incident_record(id) from incidents`);
    expect(await everythingShown(database)).toMatch(/Vračar[^]*060[.]123[^]*0101985710012/);

    await migrateTo(database, names.length, settlements({ ...quarter, partOf: settlement }));
    await loadReferenceData(database, { ...earlier, places: [earlier.places[0]!, { ...earlier.places[1]!, part_of: 1 }] });
    expect(await everythingShown(database)).not.toMatch(/0101985710012|060[.]123/);
    expect(await database.connections`select distinct place, lat, exact_lat from incidents where sensitive`).toEqual([
      { place: 'Near', lat: 44.82, exact_lat: 44.8125 },
    ]);
    const histories = await database.connections`
      select distinct sensitive, previous ->> 'place' as place, jsonb_path_query_array(previous, '$.sources[*].url') as urls
      from incidents join revisions on incident_id = id where previous is not null order by 1`;
    expect(histories).toEqual([
      {
        sensitive: false,
        place: null,
        urls: [null, 'https://blic.rs/vesti/7', 'https://blic.rs/vesti/7', 'https://blic.rs/vesti/7'],
      },
      { sensitive: true, place: null, urls: [null, null, null, null] },
    ]);
    expect((await verifyRecord(database)).record).toEqual([]);

    await database.connections`update places set part_of = 2 where id = 1`;
    expect((await verifyRecord(database)).record).toContainEqual(expect.stringMatching(/its place could expose a person/));
  } finally {
    await database.close();
  }
});
