import { expect, test } from 'vitest';
import { readTables } from '../src/backup/backup-tables.ts';
import { statementsOn } from '../src/connection/statements.ts';
import { textsShown } from './shown-texts.ts';
import { type Database, openDatabase, verifyRecord } from '../src/index.ts';
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
