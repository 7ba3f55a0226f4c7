import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type IncidentDraft, isSensitive, withheld } from '@monitor/domain';
import { injuredChild } from '../../domain/testing/made-up-drafts.ts';
import { times } from '../../../testing/depth.ts';
import {
  countDataset,
  findDerivedFaults,
  findIncidentAtVersion,
  importIncidents,
  numberDrafts,
  readDatasets,
  readDatasetVersion,
  readLastImports,
  removeDataset,
  undoImport,
} from '../src/index.ts';
import { publicId } from '../src/schema/public-id.ts';
import { randomDrafts } from './random-drafts.ts';
import { fixtureSettlements } from './reference-fixture.ts';
import { emptyRecord, importDrafts, testDataset, untilLock, useTestDatabase } from './test-database.ts';

const used = useTestDatabase();
const other = { ...testDataset, slug: 'other', title: 'Other incidents' };
const loadSettlements = () => Promise.resolve(fixtureSettlements);

beforeEach(async () => {
  await emptyRecord(used.database);
  await used.database.connections`truncate removals, removed_incidents`;
});

/** The last import, undone. */
async function undoLast(portionSize?: number) {
  const [last] = await readLastImports(used.database);
  return undoImport(used.database, last!.batch, { loadSettlements, ...(portionSize && { portionSize }) });
}

const parts = ['people', 'weapons', 'sources', 'revisions'] as const;

/** Everything on record, each incident with its parts by its key. */
async function state() {
  const { connections } = used.database;
  const incidents = await connections<{ key: string; row: object; record: object }[]>`
    select slug || ' ' || source_key as key, to_jsonb(i) as row, incident_record(i.id) as record
    from incidents i join datasets on datasets.id = dataset_id`;
  const rows = new Map<string, object[]>();
  for (const part of parts) {
    const found = await connections.unsafe<{ key: string; row: object }[]>(`
      select slug || ' ' || source_key as key, to_jsonb(p) as row
      from ${part} p join incidents i on i.id = p.incident_id join datasets on datasets.id = dataset_id
      order by 1, ${part === 'revisions' ? 'revision' : 'position'}`);
    for (const { key, row } of found) rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  return {
    incidents: new Map(incidents.map(({ key, row, record }) => [key, { row, record, parts: rows.get(key) ?? [] }])),
    datasets: [...(await connections`select * from datasets order by id`)],
    imports: [...(await connections`select * from import_batches order by id`)],
  };
}

/** Drafts of which some are new, some changed in whatever way, and some as they were. */
const changes = fc.record({
  before: fc.integer({ min: 0, max: 40 }),
  seed: fc.nat(1_000_000),
  kept: fc.array(fc.constantFrom('same', 'changed', 'left out'), { minLength: 40, maxLength: 40 }),
  fresh: fc.integer({ min: 0, max: 20 }),
  retitled: fc.boolean(),
});

/** For sure some of these turn sensitive. */
const allChanged = { before: 40, seed: 3, kept: Array<'changed'>(40).fill('changed'), fresh: 2, retitled: true };

test('removing and undoing say how far they are', async () => {
  const drafts = randomDrafts(30, 6);
  await importDrafts(used.database, drafts);
  await importDrafts(used.database, [...randomDrafts(20, 7), ...randomDrafts(12, 8, 'new-')]);
  const [last] = await readLastImports(used.database);
  const told: { done: number; total: number }[] = [];
  const onProgress = (progress: { done: number; total: number }) => void told.push(progress);
  expect(await undoImport(used.database, last!.batch, { loadSettlements, onProgress, portionSize: 10 })).toMatchObject({
    removed: 12,
    restored: 20,
  });
  expect(told).toEqual([...[0, 10, 12].map((done) => ({ done, total: 12 })), ...[0, 10, 20].map((done) => ({ done, total: 20 }))]);
  told.length = 0;
  await removeDataset(used.database, testDataset.slug, { onProgress, portionSize: 10 });
  expect(told).toEqual([0, 10, 20, 30].map((done) => ({ done, total: 30 })));
  expect(await used.database.connections`select from incidents`).toHaveLength(0);
});

test('removing waits for an import, and says so', async () => {
  await importDrafts(used.database, randomDrafts(3, 6));
  const told: string[] = [];
  let removing: Promise<unknown> = Promise.resolve();
  await used.database.connections.begin(async (importing) => {
    await importing`select pg_advisory_xact_lock(hashtext('import'))`;
    removing = removeDataset(used.database, testDataset.slug, { onWait: () => void told.push('waits') });
    await vi.waitUntil(() => told.length > 0, { timeout: 30_000, interval: 20 });
    expect(await readDatasets(used.database)).toHaveLength(1);
  });
  expect(await removing).toMatchObject({ incidents: 3 });
});

test('an import that is undone leaves everything as it was, for any drafts', async () => {
  let [restoredInAll, withheldInAll] = [0, 0];
  await fc.assert(
    fc.asyncProperty(changes, async ({ before, seed, kept, fresh, retitled }) => {
      await emptyRecord(used.database);
      const first = randomDrafts(before, seed);
      const instead = randomDrafts(before, seed + 1);
      await importDrafts(used.database, randomDrafts(3, 5), other);
      if (before > 0) await importDrafts(used.database, first);
      const earlier = await state();
      const version = await readDatasetVersion(used.database);

      const second = [
        ...first.flatMap((draft, at) => (kept[at] === 'same' ? draft : kept[at] === 'changed' ? instead[at]! : [])),
        ...randomDrafts(fresh, seed + 2, 'fresh-'),
      ];
      const dataset = retitled ? { ...testDataset, title: 'Another title', licence: 'Another' } : testDataset;
      const done = await importDrafts(used.database, second, dataset);
      const undone = await undoLast(10);
      expect([undone.removed, undone.restored]).toEqual([done.inserted, done.updated]);
      if (done.inserted + done.updated > 0) expect(undone.datasetVersion).toBeGreaterThan(version);

      // What the import withheld does not come back.
      const lost = new Set(
        first.flatMap((draft, at) =>
          kept[at] === 'changed' && !isSensitive(draft) && isSensitive(instead[at]!)
            ? `${testDataset.slug} ${draft.source_key}`
            : [],
        ),
      );
      const now = await state();
      expect(undone.withoutDetails).toBe(lost.size);
      expect([...now.incidents.keys()].toSorted()).toEqual([...earlier.incidents.keys()].toSorted());
      for (const [key, found] of now.incidents)
        if (lost.has(key)) expect(found.record).toEqual(await withoutDetails(earlier.incidents.get(key)!.record));
        else expect(found).toEqual(earlier.incidents.get(key));
      expect([now.datasets, now.imports]).toEqual([earlier.datasets, earlier.imports]);
      expect(await findDerivedFaults(used.database)).toEqual({ faults: [], more: false });
      // Their file brings it back.
      if (before > 0) expect(await importDrafts(used.database, first)).toMatchObject({ inserted: 0 });
      const again = await state();
      for (const key of earlier.incidents.keys())
        expect(again.incidents.get(key)?.record).toEqual(earlier.incidents.get(key)?.record);
      restoredInAll += undone.restored;
      withheldInAll += undone.withoutDetails;
    }),
    { numRuns: times(4, 25), examples: [[allChanged]] },
  );
  expect(restoredInAll).toBeGreaterThan(20);
  expect(withheldInAll).toBeGreaterThan(0);
});

async function withoutDetails(record: object): Promise<object> {
  const [row] = await used.database.connections<{ record: object }[]>`
    select without_details(${JSON.stringify(record)}::text::jsonb) as record`;
  return row!.record;
}

describe('undoing', () => {
  test('the last import is the one after all others, also where a clock was set back since', async () => {
    await importDrafts(used.database, randomDrafts(2, 1), other);
    await used.database.connections`update import_batches set finished_at = now() + interval '1 day'`;
    await importDrafts(used.database, randomDrafts(3, 2));
    await undoLast();
    expect((await readDatasets(used.database)).map(({ slug }) => slug)).toEqual([other.slug]);
  });

  const [one, two, three] = randomDrafts(3, 41) as [IncidentDraft, IncidentDraft, IncidentDraft];

  test('goes back import by import, over all datasets, until nothing is left', async () => {
    await importDrafts(used.database, [one, two]);
    await importDrafts(used.database, [one], other);
    await importDrafts(used.database, [{ ...one, setting: one.setting === 'home' ? 'street' : 'home' }, three]);
    expect((await readLastImports(used.database)).map(({ slug, inserted, updated }) => [slug, inserted, updated])).toEqual([
      ['made-up', 1, 1],
      ['other', 1, 0],
    ]);
    expect(await undoLast()).toMatchObject({ removed: 1, restored: 1 });
    expect(await undoLast()).toMatchObject({ removed: 1, restored: 0 });
    expect((await readDatasets(used.database)).map(({ slug }) => slug)).toEqual(['made-up']);
    expect(await undoLast()).toMatchObject({ removed: 2, restored: 0 });
    expect(await readDatasets(used.database)).toEqual([]);
    expect(await readLastImports(used.database)).toEqual([]);
  });

  test('gives an incident back to the import that had changed it last', async () => {
    for (const setting of ['home', 'street'] as const) await importDrafts(used.database, [{ ...one, setting }]);
    const before = await state();
    await importDrafts(used.database, [{ ...one, setting: 'nature' }]);
    await undoLast();
    expect(await state()).toEqual(before);
  });

  test('is refused when another import was faster', async () => {
    await importDrafts(used.database, [one]);
    const [last] = await readLastImports(used.database);
    await importDrafts(used.database, [two]);
    const refused = undoImport(used.database, last!.batch, { loadSettlements });
    await expect(refused).rejects.toMatchObject({ name: 'DatabaseError' });
    await expect(refused).rejects.toThrow('Nothing was undone.');
    expect(await readDatasets(used.database)).toMatchObject([{ incidents: 2 }]);
  });

  test('keeps from the public what an earlier version had not withheld', async () => {
    const exact = {
      place: 'Ulica 12',
      place_precision: 'exact',
      lon: 20.47,
      lat: 44.81,
      exact_lon: null,
      exact_lat: null,
    } as const;
    const fine = { ...one, country: 'RS', region: null, people: [injuredChild], ...exact } as const;
    await importDrafts(used.database, [withheld(fine, fixtureSettlements)]);
    await importDrafts(used.database, [
      { ...withheld(fine, fixtureSettlements), setting: one.setting === 'home' ? 'street' : 'home' },
    ]);
    // The history of an earlier version has the point that was public then.
    await used.database.connections`
      update revisions set previous = previous || ${JSON.stringify({ ...exact, place: null })}::text::jsonb where change = 'updated'`;
    await undoLast();
    const [found] = await used.database.connections`select place_precision, exact_lon, exact_lat, place from incidents`;
    expect(found).toEqual({ place_precision: 'settlement', exact_lon: 20.47, exact_lat: 44.81, place: 'Beograd' });
  });

  test('is interrupted without a trace', async () => {
    await importDrafts(used.database, [one]);
    await importDrafts(used.database, [{ ...one, killed: 9, killed_low: null, killed_high: null }, two]);
    const before = await state();
    const interruption = new AbortController();
    await used.database.connections.begin(async (holding) => {
      await holding`lock table sources in share mode`;
      const undoing = undoImport(used.database, (await readLastImports(used.database))[0]!.batch, {
        loadSettlements,
        signal: interruption.signal,
      });
      undoing.catch(() => undefined);
      await untilBlocked('sources');
      interruption.abort(new Error('Ctrl-C'));
      await expect(undoing).rejects.toThrow('Ctrl-C');
    });
    expect(await state()).toEqual(before);
  });
});

/** Waits until somebody waits for a table. */
const untilBlocked = (table: string) => untilLock(used.database, `relation = '${table}'::regclass and not granted`);

describe('a dataset that is removed', () => {
  const drafts = randomDrafts(60, 51);
  const idOf = (draft: IncidentDraft, slug = testDataset.slug) => publicId(slug, draft.source_key);
  const found = (draft: IncidentDraft, slug?: string) => findIncidentAtVersion(used.database, idOf(draft, slug));
  const today = () => new Date().toISOString().slice(0, 10);

  test('goes with all that belongs to it, and others stay', async () => {
    await importDrafts(used.database, drafts, other);
    const before = await state();
    await importDrafts(used.database, drafts);
    await importDrafts(used.database, randomDrafts(60, 52));
    const version = await readDatasetVersion(used.database);
    expect(await countDataset(used.database, 'made-up')).toEqual({ title: testDataset.title, incidents: 60 });
    const removed = await removeDataset(used.database, 'made-up');
    expect(removed).toMatchObject({ title: testDataset.title, incidents: 60 });
    expect(removed?.datasetVersion).toBeGreaterThan(version);
    expect(await state()).toEqual(before);
    for (const table of parts)
      expect(
        await used.database.connections.unsafe(`select from ${table} where incident_id not in (select id from incidents)`),
      ).toHaveLength(0);
    expect(await removeDataset(used.database, 'made-up')).toBeUndefined();
    expect(await countDataset(used.database, 'made-up')).toBeUndefined();
  });

  test('leaves at the addresses of its records when and with what they were removed, and nothing else', async () => {
    const [published, retracted, draft] = drafts as [IncidentDraft, IncidentDraft, IncidentDraft];
    await importDrafts(used.database, drafts);
    await used.database.connections`update incidents set status = 'retracted' where source_key = ${retracted.source_key}`;
    await used.database.connections`update incidents set status = 'draft' where source_key = ${draft.source_key}`;
    await removeDataset(used.database, 'made-up');
    for (const one of [published, retracted])
      expect(await found(one)).toMatchObject({ record: undefined, removal: { dataset_title: testDataset.title } });
    expect([today(), new Date(Date.now() - 60_000).toISOString().slice(0, 10)]).toContain(
      (await found(published)).removal?.removed_on,
    );
    for (const [moment, day] of [
      ['2026-03-01 23:59+00', '2026-03-01'],
      ['2026-03-02 00:01+00', '2026-03-02'],
    ] as const) {
      await used.database.connections`update removals set removed_at = ${moment}::text::timestamptz`;
      expect((await found(published)).removal?.removed_on).toBe(day);
    }
    // What was never public was never there.
    expect(await found(draft)).toMatchObject({ record: undefined, removal: undefined });
    expect(await found(published, 'none-such')).toMatchObject({ record: undefined, removal: undefined });
  });

  test('can be imported again, and removed again', async () => {
    const [first] = drafts as [IncidentDraft];
    await importDrafts(used.database, drafts);
    await removeDataset(used.database, 'made-up');
    await importDrafts(used.database, drafts, { ...testDataset, title: 'Second title' });
    expect(await found(first)).toMatchObject({ record: { id: idOf(first) }, removal: undefined });
    await undoLast();
    expect(await found(first)).toMatchObject({ record: undefined, removal: { dataset_title: 'Second title' } });
  });

  test('waits for an import into it, and goes after it', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    async function* slowly() {
      yield* numberDrafts(drafts);
      await held;
    }
    const importing = importIncidents(used.database, { dataset: testDataset, format: 'test', fileNames: [], drafts: slowly() });
    await untilLock(used.database, "locktype = 'advisory' and granted");
    const removing = removeDataset(used.database, 'made-up');
    await untilLock(used.database, "locktype = 'advisory' and not granted");
    release();
    expect(await importing).toMatchObject({ inserted: 60 });
    expect(await removing).toMatchObject({ incidents: 60 });
  });

  test('stays whole when the removal is interrupted', async () => {
    await importDrafts(used.database, drafts);
    const before = await state();
    const interruption = new AbortController();
    await used.database.connections.begin(async (holding) => {
      await holding`lock table sources in share mode`;
      const removing = removeDataset(used.database, 'made-up', { signal: interruption.signal });
      removing.catch(() => undefined);
      await untilBlocked('sources');
      interruption.abort(new Error('Ctrl-C'));
      await expect(removing).rejects.toThrow('Ctrl-C');
    });
    expect(await state()).toEqual(before);
  });
});
