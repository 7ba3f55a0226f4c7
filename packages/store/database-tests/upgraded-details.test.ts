import { expect, test } from 'vitest';
import { readTables } from '../src/backup/backup-tables.ts';
import { statementsOn } from '../src/connection/statements.ts';
import { type Database, migrate, openDatabase } from '../src/index.ts';
import { fillAsFirstVersion, migrateTo, migrationNames } from './earlier-record.ts';
import { useTestDatabase } from './test-database.ts';

/* What each earlier version kept of sensitive incidents to the metre, to the minute and with links, an upgrade from it makes coarse. */

const used = useTestDatabase();
const names = await migrationNames();
/** The first version that keeps nothing that it must not. */
const firstCoarse = names.findIndex((name) => name.startsWith('0013')) + 1;

const settlement = { name: 'Near', lon: 20.46, lat: 44.82 };
const loadSettlements = () => Promise.resolve({ findPlace: () => undefined, nearestPlace: () => settlement });
const reference = {
  jurisdictions: [{ code: 'RS', iso3: 'SRB', name: 'Serbia', monitored: true, note: null }],
  regions: [],
  places: [{ id: 1, jurisdiction: 'RS', region: null, population: 1, alternative_names: [], ...settlement }],
};

/** An earlier version corrects the street: the old one goes into the history. */
const correct = (database: Database) =>
  database.connections.unsafe(`
    insert into revisions (incident_id, revision, batch_id, change, fields, previous)
    select i.id, (select max(revision) + 1 from revisions r where r.incident_id = i.id), 2, 'updated', '{place}', incident_record(i.id)
    from incidents i;
    update incidents set place = 'Ulica 13', batch_id = 2, search_text = replace(search_text, 'ulica 12', 'ulica 13')`);

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

test.each(names.slice(0, -1).map((name, at) => ({ name, count: at + 1 })))(
  'from the version whose last migration was $name',
  async ({ count }) => {
    const database = await openDatabase(await used.another(), { statementTimeout: 0 });
    try {
      await fillAsFirstVersion(database, reference);
      await migrateTo(database, count, { loadSettlements });
      if (count < firstCoarse) await correct(database);
      await database.connections`delete from incidents where source_key not in ('partner', 'suspect')`;
      expect(exact.test(await everythingShown(database))).toBe(count < firstCoarse);

      await migrate(database, { loadSettlements });
      expect(await database.connections`select distinct sensitive, place, lon, lat, exact_lon, exact_lat from incidents`).toEqual([
        { sensitive: true, place: 'Near', lon: 20.46, lat: 44.82, exact_lon: 20.4612, exact_lat: 44.8125 },
      ]);
      expect(await database.connections`select from revisions where previous is not null`).not.toHaveLength(0);
      expect(await everythingShown(database)).not.toMatch(exact);
    } finally {
      await database.close();
    }
  },
);
