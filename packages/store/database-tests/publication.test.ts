import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listenToPublication, openDatabase, readDatasetVersion } from '../src/index.ts';
import { publicId } from '../src/schema/public-id.ts';
import { randomDrafts } from './random-drafts.ts';
import { emptyRecord, importDrafts, testDataset, useTestDatabase } from './test-database.ts';

const used = useTestDatabase();
const drafts = randomDrafts(20, 11).map((draft) => ({ ...draft, people: draft.people.slice(0, 1) }));
let published = 0;
let withheld = 0;

beforeAll(async () => {
  await emptyRecord(used.database);
  await importDrafts(used.database, drafts);
  const ids = await used.database.connections<{ id: number }[]>`
    select id from incidents where exists (select from people where incident_id = id)
      and exists (select from weapons where incident_id = id) and exists (select from sources where incident_id = id)
    order by id limit 2`;
  [published = 0, withheld = 0] = ids.map((row) => row.id);
});

beforeEach(async () => {
  await used.database.connections`update incidents set status = 'published' where id = ${published}`;
  await used.database.connections`update incidents set status = 'draft' where id = ${withheld}`;
});

/** By how much a statement raises the version. */
async function raisedBy(statement: string): Promise<number> {
  const before = await readDatasetVersion(used.database);
  await used.database.connections.unsafe(
    statement.replaceAll('{published}', String(published)).replaceAll('{draft}', String(withheld)),
  );
  return (await readDatasetVersion(used.database)) - before;
}

describe('raised by every change to published content', () => {
  test.each([
    'update incidents set threatened = 77 where id = {published}',
    "update incidents set status = 'retracted' where id = {published}",
    "update incidents set status = 'published' where id = {draft}",
    'update incidents set killed = coalesce(killed, 0) + 1, killed_high = null',
    "update people set sex = case sex when 'man' then 'woman' else 'man' end where incident_id = {published}",
    'update people set incident_id = {draft}, position = 9 where incident_id = {published}',
    "insert into people select {published}, 7, 30, 'victim', 'man', '19-35', 'injured', 'other'",
    'delete from people where incident_id = {published}',
    'update weapons set count = coalesce(count, 0) + 1 where incident_id = {published}',
    'delete from weapons where incident_id = {published}',
    "insert into weapons (incident_id, position, class, legal, traced) values ({published}, 9, 'other', 'legal', 'no')",
    "update sources set publisher = 'The Daily' where incident_id = {published}",
    "insert into sources (incident_id, position, kind) values ({published}, 9, 'ngo')",
    'delete from sources where incident_id = {published}',
    "update datasets set licence = licence || '+'",
    'truncate sources',
    'truncate weapons',
    'truncate people',
  ])('%s', async (statement) => {
    expect(await raisedBy(statement)).toBeGreaterThan(0);
  });
});

test('raised by a dataset that comes, and by one that goes', async () => {
  const insertion =
    "insert into datasets (slug, title, description, synthetic, licence, attribution) values ('new', 'n', '', true, 'l', 'a')";
  expect(await raisedBy(insertion)).toBeGreaterThan(0);
  expect(await raisedBy("delete from datasets where slug = 'new'")).toBeGreaterThan(0);
});

describe('not raised by anything else', () => {
  test.each([
    'update incidents set place = place where id = {published}',
    "update incidents set place = 'Elsewhere' where false",
    "update incidents set setting = 'nature' where id = {draft}",
    "update incidents set status = 'in_review' where id = {draft}",
    "insert into people select {draft}, 6, 30, 'victim', 'man', '19-35', 'injured', 'other'",
    'delete from people where incident_id = {draft}',
    'update weapons set count = count',
    "update sources set withheld_publisher = 'The Daily' where incident_id = {published} and publisher is null",
    'update people set age = 31 where incident_id = {published}',
    'update incidents set exact_lon = 21, exact_lat = 44 where id = {published}',
    'delete from sources where incident_id = -1',
    'update datasets set licence = licence',
    "insert into datasets (slug, title, description, synthetic, licence, attribution) select 'x-y', 'n', '', true, 'l', 'a' where false",
    'analyze incidents',
  ])('%s', async (statement) => {
    expect(await raisedBy(statement)).toBe(0);
  });
});

test('what counts as a change is what readers can read, but for when and by which import it was made', async () => {
  const unlike = await used.database.connections`
    select attname as name
    from pg_attribute
    where attrelid in ('incidents'::regclass, 'people'::regclass, 'weapons'::regclass, 'sources'::regclass)
      and attnum > 0 and not attisdropped
      and has_column_privilege('monitor_reader', attrelid, attnum, 'select') = (shown_part(jsonb_build_object(attname, '')) = '{}')
    order by name`;
  expect(unlike).toEqual([{ name: 'batch_id' }, { name: 'created_at' }]);
});

test('raised once by deleting an incident with all its parts', async () => {
  expect(await raisedBy('delete from incidents where id = {published}')).toBe(1);
});

test('an import that changes nothing leaves the version alone, one that changes something raises it', async () => {
  await emptyRecord(used.database);
  const first = await importDrafts(used.database, drafts);
  const again = await importDrafts(used.database, drafts);
  expect(again.datasetVersion).toBe(first.datasetVersion);
  const changed = drafts.map((draft, index) =>
    index === 3 ? { ...draft, setting: draft.setting === 'school' ? ('street' as const) : ('school' as const) } : draft,
  );
  const later = await importDrafts(used.database, changed);
  expect(later.datasetVersion).toBeGreaterThan(first.datasetVersion);
  expect(await readDatasetVersion(used.database)).toBe(later.datasetVersion);
});

test('the version is raised and taken back with the transaction', async () => {
  const before = await readDatasetVersion(used.database);
  const undone = used.database.connections.begin(async (transaction) => {
    await transaction`update incidents set threatened = 99`;
    throw new Error('undo');
  });
  await expect(undone).rejects.toThrow('undo');
  expect(await readDatasetVersion(used.database)).toBe(before);
});

test('listeners hear of committed changes, also after their connection broke', async () => {
  const heard: number[] = [];
  const listening = await openDatabase(used.url, { connections: 2 });
  const listener = await listenToPublication(listening, (version) => heard.push(version));
  const touch = (text: string) =>
    used.database
      .connections`update incidents set type_as_reported = ${text} where public_id = ${publicId(testDataset.slug, drafts[0]?.source_key ?? '')}`;
  const hears = async () => {
    const version = await readDatasetVersion(used.database);
    await expect.poll(() => heard.at(-1)).toBe(version);
  };
  await touch('First');
  await hears();
  await used.database.connections`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%' and pid <> pg_backend_pid()`;
  await touch('While nobody listened');
  await hears();
  await touch('Third');
  await hears();
  await listener.stop();
  const count = heard.length;
  const others: number[] = [];
  const other = await listenToPublication(listening, (version) => others.push(version));
  await touch('Fourth');
  // Whoever listened would have heard by the time that another has.
  await expect.poll(() => others.at(-1)).toBe(await readDatasetVersion(used.database));
  expect(heard).toHaveLength(count);
  await other.stop();
  await listening.close();
});
