import { expect, test } from 'vitest';
import { loadReferenceData, openDatabase } from '../src/index.ts';
import { randomDrafts } from './random-drafts.ts';
import { referenceData } from './reference-fixture.ts';
import { databaseName } from './template-database.ts';
import { importDrafts, useTestDatabase } from './test-database.ts';

const store = useTestDatabase();

/** All rows of a table with the transaction that last touched each. */
async function rowsOf(table: 'jurisdictions' | 'regions' | 'places', columns = '*, xmin::text, xmax::text') {
  return store.database.connections.unsafe(`select ${columns} from ${table} order by 1`);
}

test('what is the same already is not touched', async () => {
  const before = await Promise.all([rowsOf('jurisdictions'), rowsOf('regions'), rowsOf('places')]);
  expect(before.map(({ length }) => length)).toEqual([7, 11, 14]);
  await loadReferenceData(store.database, referenceData);
  expect(await Promise.all([rowsOf('jurisdictions'), rowsOf('regions'), rowsOf('places')])).toEqual(before);
});

test('that they are the same already is seen without sending them', async () => {
  const { connections } = store.database;
  const role = `reader_${databaseName(store.url)}`;
  // Whoever can make no table, not even for a moment, can send no rows.
  await connections.unsafe(`
    revoke temporary on database ${databaseName(store.url)} from public;
    create role ${role} login password 'reader';
    grant select on all tables in schema public to ${role}`);
  const reader = await openDatabase(Object.assign(new URL(store.url), { username: role, password: 'reader' }).href);
  try {
    await loadReferenceData(reader, referenceData);
    await connections`update places set population = population + 1 where id = 1`;
    await expect(loadReferenceData(reader, referenceData)).rejects.toThrow('permission denied');
    await connections`update places set population = population - 1 where id = 1`;
  } finally {
    await reader.close();
  }
});

test('what differs is corrected, also a null, what is missing is added, what is not given goes, and nothing else is touched', async () => {
  const [before, values] = await Promise.all([rowsOf('places'), rowsOf('places', '*')]);
  const { connections } = store.database;
  await connections`update places set name = 'a\tb\\c', lon = 1.5, region = null where id = 1`;
  await connections`delete from places where id = 2`;
  await connections`insert into places (id, name, jurisdiction, lon, lat, population) values (99, 'Elsewhere', 'RS', 20, 44, 0)`;
  await connections`update jurisdictions set note = 'Of old.' where code = 'AL'`;
  await loadReferenceData(store.database, referenceData);
  expect(await rowsOf('places', '*')).toEqual(values);
  expect((await rowsOf('places')).slice(2)).toEqual(before.slice(2));
  expect((await rowsOf('jurisdictions'))[0]).toMatchObject({ code: 'AL', note: null });
});

test('locations and regions that incidents lie in are kept even where they are not given', async () => {
  const [draft] = randomDrafts(1);
  await importDrafts(store.database, [{ ...draft!, country: 'RS', region: 'RS-20' }]);
  await loadReferenceData(store.database, { jurisdictions: [], regions: [], places: [] });
  expect((await rowsOf('places')).length).toBe(0);
  expect((await rowsOf('regions')).map(({ code }) => code as string)).toEqual(['RS-20']);
  expect((await rowsOf('jurisdictions')).map(({ code }) => code as string)).toEqual(['RS']);
});
