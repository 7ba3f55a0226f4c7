import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { type IncidentDraft, isSensitive } from '@monitor/domain';
import { times } from '../../../testing/depth.ts';
import {
  type AbsentIncidents,
  importIncidents,
  type ImportOptions,
  numberDrafts,
  readDatasetVersion,
  readLastImports,
  undoImport,
  verifyRecord,
} from '../src/index.ts';
import { publicId } from '../src/schema/public-id.ts';
import { randomDrafts } from './random-drafts.ts';
import { findIncident } from './read-records.ts';
import { fixtureSettlements } from './reference-fixture.ts';
import { emptyRecord, importDrafts, testDataset, useTestDatabase } from './test-database.ts';

/* Imports of files that have all incidents of their dataset. */

const used = useTestDatabase();
const drafts = randomDrafts(20, 12)
  .filter((draft) => !isSensitive(draft))
  .slice(0, 6);
const [one, two, three] = drafts as [IncidentDraft, IncidentDraft, IncidentDraft];

beforeEach(() => emptyRecord(used.database));

function importAll(given: readonly IncidentDraft[], more: Partial<ImportOptions> = {}, kept: readonly string[] = []) {
  const complete = { kept: () => kept, agree: () => undefined };
  const options = { dataset: testDataset, format: 'test', fileNames: ['test.csv'], drafts: numberDrafts(given), complete };
  return importIncidents(used.database, { ...options, ...more });
}

async function undoLast() {
  const [last] = await readLastImports(used.database);
  return undoImport(used.database, last!.batch, { loadSettlements: () => Promise.resolve(fixtureSettlements) });
}

const find = ({ source_key }: IncidentDraft) => findIncident(used.database, publicId(testDataset.slug, source_key));

/** The same incident in another setting. */
function moved(draft: IncidentDraft): IncidentDraft {
  return { ...draft, setting: draft.setting === 'home' ? 'street' : 'home' };
}

async function published(): Promise<string[]> {
  const rows = await used.database.connections<{ key: string }[]>`
    select source_key as key from incidents join datasets on datasets.id = dataset_id
    where status = 'published' and slug = ${testDataset.slug} order by source_key collate "C"`;
  return rows.map(({ key }) => key);
}

/** Everything that an import writes but for its own number and time. */
async function state() {
  const { connections } = used.database;
  return [
    await connections`select to_jsonb(i) as row from incidents i order by id`,
    await connections`select * from revisions order by incident_id, revision`,
    await connections`select * from import_batches order by id`,
    await connections`select * from datasets order by id`,
  ];
}

test('retracts what the files do not have any more, keeps its record, and publishes it again when it is back', async () => {
  await importDrafts(used.database, drafts.slice(3), { ...testDataset, slug: 'other' });
  await importAll([one, two, three]);
  const version = await readDatasetVersion(used.database);
  expect(await importAll([one, three])).toMatchObject({ inserted: 0, unchanged: 2, retracted: 1, restored: 0 });
  expect(await readDatasetVersion(used.database)).toBe(version + 1);
  expect(await published()).toEqual([one.source_key, three.source_key].toSorted());
  expect(await find(two)).toMatchObject({
    status: 'retracted',
    history: [{ change: 'created' }, { revision: 2, change: 'retracted', fields: [] }],
  });
  // What is retracted already is not retracted again.
  expect(await importAll([one, three])).toMatchObject({ unchanged: 2, retracted: 0 });
  // Whatever import brings it back.
  const changed = moved(two);
  expect(await importDrafts(used.database, [changed])).toMatchObject({ updated: 1, retracted: null, restored: 1 });
  expect(await find(two)).toMatchObject({ status: 'published', setting: changed.setting });
  expect((await find(two))?.history.map(({ change }) => change)).toEqual(['created', 'retracted', 'updated', 'restored']);
  expect((await verifyRecord(used.database)).history).toEqual([]);
  const others = await used.database.connections`
    select from incidents join datasets on datasets.id = dataset_id where slug = 'other' and status = 'published'`;
  expect(others).toHaveLength(drafts.length - 3);
});

test('undoing the import that brought an incident back, with other content, leads back to the retracted one', async () => {
  await importAll([one, two]);
  await importAll([two]);
  const before = await state();
  expect(await importDrafts(used.database, [moved(one)])).toMatchObject({ updated: 1, restored: 1 });
  expect(await undoLast()).toMatchObject({ restored: 1, statuses: 1 });
  expect(await state()).toEqual(before);
});

test('what somebody has retracted stays so', async () => {
  await importAll([one, two]);
  await used.database.connections`update incidents set status = 'retracted' where source_key = ${one.source_key}`;
  expect(await importAll([one, two])).toMatchObject({ restored: 0, retracted: 0 });
  expect(await published()).toEqual([two.source_key]);
});

test('no statement updates nothing, since triggers would plan for nothing and then take minutes for many incidents', async () => {
  const { connections } = used.database;
  await connections.unsafe(`
    create table statements (incidents bigint);
    create function note_statement() returns trigger language plpgsql as $$
      begin insert into statements select count(*) from changed; return null; end $$;
    create trigger note_statement after update on incidents referencing new table as changed
      for each statement execute function note_statement()`);
  try {
    await importAll([one, two]);
    await importAll([one, two]);
    await importAll([one]);
    await undoLast();
    // Retracted, and published again.
    expect((await connections`select * from statements where incidents = 1`).length).toBeGreaterThanOrEqual(2);
    await connections`delete from statements`;
    await importAll([one, two, three]);
    expect(await connections`select * from statements`).toEqual([]);
  } finally {
    await connections.unsafe('drop trigger note_statement on incidents; drop function note_statement; drop table statements');
  }
});

test('leaves what the files have but nobody could read', async () => {
  await importAll([one, two, three]);
  expect(await importAll([one], {}, [two.source_key])).toMatchObject({ retracted: 1 });
  expect(await published()).toEqual([one.source_key, two.source_key].toSorted());
});

test('changes nothing if what it would retract is not wanted', async () => {
  await importAll([one, two, three]);
  const before = await state();
  const asked: AbsentIncidents[] = [];
  const agree = (absent: AbsentIncidents) => {
    asked.push(absent);
    throw new Error('Too many.');
  };
  await expect(importAll(drafts.slice(2), { complete: { kept: () => [], agree } })).rejects.toThrow('Too many.');
  expect(asked).toEqual([{ absent: 2, published: 3 }]);
  expect(await state()).toEqual(before);
});

test('a dry run says what would change, and changes nothing', async () => {
  await importAll([one, two, three]);
  const before = await state();
  const {
    batch: _,
    datasetVersion: __,
    isPublic: ___,
    ...said
  } = await importAll([moved(one), ...drafts.slice(2)], { dryRun: true });
  expect(said).toEqual({
    inserted: drafts.length - 3,
    updated: 1,
    changedFields: [{ field: 'setting', incidents: 1 }],
    unchanged: 1,
    restored: 0,
    retracted: 1,
    repeated: [],
  });
  expect(await state()).toEqual(before);
});

test('after any imports, the last complete file is what is published, and undoing them leads back', async () => {
  const file = fc.record({ has: fc.subarray([0, 1, 2, 3, 4, 5]), seed: fc.nat(2), isComplete: fc.boolean() });
  const versions = [12, 13, 14].map((seed) => randomDrafts(6, seed).filter((draft) => !isSensitive(draft)));
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 5 }), async (files) => {
      await emptyRecord(used.database);
      let expected = new Set<string>();
      const before: unknown[] = [];
      for (const { has, seed, isComplete } of files) {
        before.push(await state());
        const given = has.flatMap((at) => versions[seed]![at] ?? []);
        const keys = given.map(({ source_key }) => source_key);
        expected = isComplete ? new Set(keys) : new Set([...expected, ...keys]);
        await (isComplete ? importAll(given) : importDrafts(used.database, given));
        expect(await published()).toEqual([...expected].toSorted());
      }
      expect((await verifyRecord(used.database)).history).toEqual([]);
      for (const earlier of before.toReversed()) {
        await undoLast();
        expect(await state()).toEqual(earlier);
      }
    }),
    { numRuns: times(4, 100) },
  );
});
