import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type IncidentDraft, isSensitive, withheld, unknownPublication } from '@monitor/domain';
import { injuredChild } from '../../domain/testing/made-up-drafts.ts';
import {
  findDerivedFaults,
  importIncidents,
  type ImportOptions,
  type ImportProgress,
  type NumberedDraft,
  numberDrafts,
  readDatasetVersion,
  readDatasets,
  removeDataset,
  undoImport,
} from '../src/index.ts';
import { statementsOn } from '../src/connection/statements.ts';
import { hasWords } from '../src/filter/incident-where.ts';
import { publicId } from '../src/schema/public-id.ts';
import { randomDrafts } from './random-drafts.ts';
import { findIncident } from './read-records.ts';
import { fixtureSettlements } from './reference-fixture.ts';
import { emptyRecord, importDrafts, testDataset, untilLock, useTestDatabase } from './test-database.ts';

const used = useTestDatabase();
const drafts = randomDrafts(120, 21);

beforeEach(async () => {
  await emptyRecord(used.database);
});

async function rows(table: string): Promise<number> {
  const [row] = await used.database.connections.unsafe<{ count: number }[]>(`select count(*) as count from ${table}`);
  return row?.count ?? -1;
}

const idOf = (draft: IncidentDraft | undefined) => publicId(testDataset.slug, draft?.source_key ?? '');
const sumOf = (part: 'people' | 'weapons' | 'sources', of: readonly IncidentDraft[]) =>
  of.reduce((sum, draft) => sum + draft[part].length, 0);

test('what was imported is on record, value by value', async () => {
  expect(await importDrafts(used.database, drafts)).toMatchObject({ inserted: 120, updated: 0, unchanged: 0, repeated: [] });
  const records = await used.database.connections<{ source_key: string; record: object }[]>`
    select source_key, incident_record(id) as record from incidents`;
  const byKey = new Map(records.map(({ source_key, record }) => [source_key, record]));
  for (const { source_key, ...content } of drafts) expect(byKey.get(source_key)).toEqual(content);
  for (const part of ['people', 'weapons', 'sources'] as const) expect(await rows(part)).toBe(sumOf(part, drafts));
});

test('the planner knows how much was imported', async () => {
  await importDrafts(used.database, drafts);
  const known = await used.database.connections`
    select relname as name, reltuples::integer as count from pg_class
    where oid in ('incidents'::regclass, 'people'::regclass, 'weapons'::regclass, 'sources'::regclass) order by relname`;
  expect(known).toEqual([
    { name: 'incidents', count: 120 },
    ...(['people', 'sources', 'weapons'] as const).map((name) => ({ name, count: sumOf(name, drafts) })),
  ]);
});

test('importing the same again changes nothing', async () => {
  await importDrafts(used.database, drafts);
  const version = await readDatasetVersion(used.database);
  const state = () => used.database.connections`select id, xmin::text as written from incidents order by id`;
  const before = await state();
  expect(await importDrafts(used.database, drafts)).toMatchObject({ inserted: 0, updated: 0, unchanged: 120, repeated: [] });
  expect(await state()).toEqual(before);
  expect(await readDatasetVersion(used.database)).toBe(version);
  expect(await rows('revisions')).toBe(120);
  expect(await rows('import_batches')).toBe(2);
});

test('what differs is updated with its parts and gets a revision that names the fields', async () => {
  await importDrafts(used.database, drafts);
  const [first, second, third] = drafts as [IncidentDraft, IncidentDraft, IncidentDraft];
  const changed: IncidentDraft[] = [
    { ...first, setting: first.setting === 'school' ? 'home' : 'school', killed: 9, killed_low: null, killed_high: null },
    { ...second, weapons: [...second.weapons, { class: 'air_gun', count: 2, legal: 'legal', mode: null, traced: 'no' }] },
    third,
    ...randomDrafts(2, 22, 'new-'),
  ];
  expect(await importDrafts(used.database, changed)).toMatchObject({ inserted: 2, updated: 2, unchanged: 1 });
  expect(await rows('incidents')).toBe(122);

  const record = await findIncident(used.database, idOf(first));
  expect(record).toMatchObject({ killed: 9, setting: changed[0]?.setting, status: 'published' });
  const fields =
    first.killed_low === null && first.killed_high === null
      ? ['killed', 'setting']
      : (expect.arrayContaining(['killed', 'setting']) as string[]);
  expect(record?.history.map(({ revision, change }) => [revision, change])).toEqual([
    [1, 'created'],
    [2, 'updated'],
  ]);
  expect(record?.history[1]?.fields).toEqual(fields);

  const armed = await findIncident(used.database, idOf(second));
  expect(armed?.history[1]?.fields).toEqual(['weapons']);
  expect(armed?.weapon_details).toHaveLength(second.weapons.length + 1);
  expect(armed?.weapons).toContain('air_gun');
  const [revision] = await used.database.connections<{ previous: object }[]>`
    select previous from revisions join incidents on incidents.id = incident_id where public_id = ${idOf(second)} and revision = 2`;
  const { source_key: _key, ...content } = second;
  expect(revision?.previous).toEqual(content);
});

test('the first of several drafts with one key counts, the others are reported', async () => {
  const [one, two] = drafts as [IncidentDraft, IncidentDraft];
  const other = { ...one, setting: one.setting === 'school' ? 'home' : 'school' } as const;
  const given = [one, two, other, two, one];
  expect(await importDrafts(used.database, given)).toMatchObject({
    inserted: 2,
    unchanged: 0,
    repeated: [
      { line: 3, firstLine: 1, source_key: one.source_key },
      { line: 4, firstLine: 2, source_key: two.source_key },
      { line: 5, firstLine: 1, source_key: one.source_key },
    ],
  });
  expect((await findIncident(used.database, idOf(one)))?.setting).toBe(one.setting);
  expect(await rows('people')).toBe(sumOf('people', [one, two]));
  expect(await importDrafts(used.database, given)).toMatchObject({ inserted: 0, updated: 0, unchanged: 2 });
  // The other way round, the changed one comes first and the recorded one repeats it.
  expect(await importDrafts(used.database, [other, one])).toMatchObject({ updated: 1, unchanged: 0, repeated: [{ line: 2 }] });
});

test('an identifier survives deleting and importing again', async () => {
  await importDrafts(used.database, drafts.slice(0, 3));
  await used.database.connections`delete from incidents`;
  await importDrafts(used.database, drafts.slice(0, 3));
  expect(await findIncident(used.database, idOf(drafts[0]))).toBeDefined();
});

test('a retracted incident stays retracted, and is found with its history', async () => {
  const [draft] = drafts.filter((one) => !isSensitive(one)) as [IncidentDraft];
  await importDrafts(used.database, [draft]);
  await used.database.connections`update incidents set status = 'retracted'`;
  await importDrafts(used.database, [{ ...draft, place: 'Beograd', country: 'RS', region: null }]);
  expect(await findIncident(used.database, idOf(draft))).toMatchObject({ status: 'retracted', place: 'Beograd' });
  await used.database.connections`update incidents set status = 'in_review'`;
  expect(await findIncident(used.database, idOf(draft))).toBeUndefined();
});

test('datasets are counted, and keep apart what has the same key', async () => {
  await importDrafts(used.database, drafts.slice(0, 50));
  await importDrafts(used.database, drafts.slice(0, 20), { ...testDataset, slug: 'another', title: 'Another' });
  await importDrafts(used.database, [], { ...testDataset, slug: 'nothing-yet' });
  const days = drafts
    .slice(0, 50)
    .map((draft) => draft.occurred_on)
    .toSorted();
  const { public_identifiers: _, ...described } = testDataset;
  expect(await readDatasets(used.database)).toMatchObject([
    { slug: 'another', title: 'Another', incidents: 20 },
    {
      ...described,
      incidents: 50,
      from: days[0],
      to: days.at(-1),
      countries: [...new Set(drafts.slice(0, 50).map((draft) => draft.country))].toSorted(),
      updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
    },
    { slug: 'nothing-yet', incidents: 0, from: null, to: null, countries: [], updated_at: null },
  ]);
});

test('what was worked out wrongly is mended by the next import, without a revision', async () => {
  await importDrafts(used.database, drafts.slice(0, 100));
  await used.database.connections`
    update incidents set victim_traits = (select max(id) from trait_sets where subject = 'victim'), sensitive = false`;
  expect(await findDerivedFaults(used.database)).toEqual({
    faults: expect.objectContaining({ length: 20 }) as string[],
    more: true,
  });
  expect(await importDrafts(used.database, drafts.slice(0, 100))).toMatchObject({ updated: 0, unchanged: 100 });
  expect(await findDerivedFaults(used.database)).toEqual({ faults: [], more: false });
  expect(await rows('revisions')).toBe(100);
});

test('of exactly 20 incidents that are worked out wrongly, none is left unnamed', async () => {
  await importDrafts(used.database, drafts.slice(0, 100));
  const spoiled = await used.database.connections<{ public_id: string }[]>`
    update incidents set sensitive = false
    where id in (select id from incidents where sensitive order by id limit 20) returning public_id`;
  const { faults, more } = await findDerivedFaults(used.database);
  expect([faults.toSorted(), more]).toEqual([spoiled.map(({ public_id }) => public_id).toSorted(), false]);
});

test('a renamed location is found by its new name after the next import, without a revision', async () => {
  await importDrafts(used.database, drafts.slice(0, 100));
  await used.database.connections`update jurisdictions set name = 'Renamed' where code = 'RS'`;
  expect(await importDrafts(used.database, drafts.slice(0, 100))).toMatchObject({ updated: 0, unchanged: 100 });
  const [found] = await used.database.connections<{ wrong: number }[]>`
    select count(*) as wrong from incidents where (country = 'RS') <> (search_text like '%renamed%')`;
  expect(found?.wrong).toBe(0);
  expect(await rows('revisions')).toBe(100);
  await used.database.connections`update jurisdictions set name = 'Serbia' where code = 'RS'`;
});

describe('no harm', () => {
  const [base] = drafts as [IncidentDraft];
  const exact = { ...base, place_precision: 'exact', lon: 20, lat: 44, exact_lon: null, exact_lat: null } as const;
  const calm = {
    ...exact,
    type: 'public_dispute',
    point_basis: 'mapped_type',
    subtype: null,
    suicides: null,
    type_as_reported: null,
    people: [],
    country: 'RS',
    region: null,
    place: 'Beograd',
    withheld_place: null,
    local_time: '21:47',
    part_of_day: 'evening',
    sources: [{ ...unknownPublication, kind: 'media', publisher: 'Daily', url: 'https://example.org/news/1' }],
  } as const;

  test('an incident that could expose a person is refused with its line, before anything is written', async () => {
    const exposing = { ...calm, source_key: 'exposing', people: [injuredChild] };
    await expect(importDrafts(used.database, [calm, exposing])).rejects.toThrow(
      /^Line 2 cannot be imported: .* could expose a person/,
    );
    expect(await rows('incidents')).toBe(0);
    expect(await importDrafts(used.database, [calm, withheld(exposing, fixtureSettlements)])).toMatchObject({ inserted: 2 });
  });

  test('what is withheld from an incident that turns sensitive is not kept in its history', async () => {
    await importDrafts(used.database, [calm]);
    await importDrafts(used.database, [{ ...calm, setting: calm.setting === 'home' ? 'street' : 'home' }]);
    await importDrafts(used.database, [withheld({ ...calm, people: [injuredChild] }, fixtureSettlements)]);
    const tables = ['incidents', 'sources', 'revisions'];
    for (const table of tables) {
      const found = await used.database.connections.unsafe(
        `select from ${table} as whole where whole::text ~* '21:47|"?url"?: "https'`,
      );
      expect([table, found.length]).toEqual([table, 0]);
    }
    expect(await rows('revisions')).toBe(3);
  });

  test('nothing that an importer leaves on its objects reaches the database, and the public sees no age and no exact point', async () => {
    const named = { ...injuredChild, name: 'Hidden Person' };
    const draft = {
      ...withheld({ ...calm, people: [named] }, fixtureSettlements),
      exact_lon: 20.1234567,
      exact_lat: 44.7654321,
      headline: 'Hidden Person',
    };
    await importDrafts(used.database, [draft]);
    await importDrafts(used.database, [{ ...draft, exact_lon: 20.7654321, people: [{ ...named, age: 13 }] }]);
    const tables = await used.database.connections<
      { name: string }[]
    >`select tablename as name from pg_tables where schemaname = 'public'`;
    for (const { name } of tables) {
      const found = await used.database.connections.unsafe(`select from ${name} as whole where whole::text ilike '%hidden%'`);
      expect([name, found.length]).toEqual([name, 0]);
    }
    const record = await findIncident(used.database, idOf(draft));
    expect(record?.people).toEqual([
      { role: 'victim', sex: 'woman', age_band: '0-18', outcome: 'injured', relationship: 'other', age_from: null, age_to: null },
    ]);
    // Neither a point nor an age that was corrected is public.
    expect(record?.history).toHaveLength(1);
    const text = JSON.stringify(record);
    for (const secret of ['20.1234567', '20.7654321', '44.7654321', '"age"', 'exact_lon']) expect(text).not.toContain(secret);
  });
});

describe('a bad draft', () => {
  const few = drafts.slice(0, 20);
  const base = few[0]!;

  test('is refused with its line, and leaves nothing', async () => {
    const bad = { ...base, source_key: 'bad', country: 'RS', region: 'RS-99' };
    await expect(importDrafts(used.database, [base, bad])).rejects.toThrow(
      'Line 2 cannot be imported: the region "RS-99" is not known in RS.',
    );
    expect([await rows('incidents'), await rows('datasets'), await rows('import_batches')]).toEqual([0, 0, 0]);
  });

  test.each<[string, Partial<IncidentDraft>]>([
    ['a text with U+0000', { withheld_place: 'a\0b' }],
    ['a count beyond all people', { killed: 3_000_000_000, killed_low: null, killed_high: null }],
    ['a code of no vocabulary', { setting: 'moon' as 'home' }],
    ['an address that is none', { sources: [{ ...unknownPublication, kind: 'media', url: 'javascript:0' }] }],
    ['an impossible day of a source', { sources: [{ ...unknownPublication, kind: 'media', published_on: '2023-13-01' }] }],
  ])('with %s undoes all', async (_name, change) => {
    await expect(importDrafts(used.database, [...few, { ...base, source_key: 'bad', ...change }])).rejects.toThrow(/\S/);
    expect([await rows('incidents'), await rows('datasets'), await rows('revisions')]).toEqual([0, 0, 0]);
    expect(await importDrafts(used.database, [base])).toMatchObject({ inserted: 1 });
  });
});

describe('interrupted', () => {
  const portionSize = 10;
  const many = randomDrafts(22, 31);
  async function* source(at: number, act: () => void | Promise<void>): AsyncGenerator<NumberedDraft> {
    for (const one of numberDrafts(many)) {
      if (one.line === at) await act();
      yield one;
    }
  }
  const start = (given: ImportOptions['drafts'], signal?: AbortSignal, onProgress?: ImportOptions['onProgress']) =>
    importIncidents(used.database, {
      dataset: testDataset,
      format: 'test',
      fileNames: [],
      drafts: given,
      portionSize,
      signal,
      onProgress,
    });
  const expectNothing = async () => {
    expect([await rows('incidents'), await rows('datasets'), await rows('import_batches')]).toEqual([0, 0, 0]);
    expect(await importDrafts(used.database, many.slice(0, 5))).toMatchObject({ inserted: 5 });
  };

  test.each([1, 11, 19, 22])('by a failing source at draft %i', async (at) => {
    const failing = source(at, () => Promise.reject(new Error('The file is gone.')));
    await expect(start(failing)).rejects.toThrow('The file is gone.');
    await expectNothing();
  });

  test.each([1, 12, 22])('by a signal at draft %i', async (at) => {
    const interruption = new AbortController();
    await expect(
      start(
        source(at, () => interruption.abort(new Error('Ctrl-C'))),
        interruption.signal,
      ),
    ).rejects.toThrow('Ctrl-C');
    await expectNothing();
  });

  test('by a signal while the source hangs', async () => {
    const interruption = new AbortController();
    // Nothing but the signal can end this.
    const hanging = source(14, () => {
      setImmediate(() => interruption.abort(new Error('Ctrl-C')));
      return new Promise(() => undefined);
    });
    await expect(start(hanging, interruption.signal)).rejects.toThrow('Ctrl-C');
    await expectNothing();
  });

  test.each([
    ['writes', 'incidents', 'share', { stage: 'storing', stored: 0 }],
    ['gathers statistics', 'sources', 'share update exclusive', { stage: 'finishing', stored: 22 }],
  ])('by a signal while it %s', async (_what, table, mode, last) => {
    const interruption = new AbortController();
    const told: ImportProgress[] = [];
    const { connections } = used.database;
    // The import waits for this lock.
    await connections.begin(async (holding) => {
      await holding.unsafe(`lock table ${table} in ${mode} mode`);
      const importing = start(numberDrafts(many), interruption.signal, (progress) => void told.push(progress));
      importing.catch(() => undefined);
      await untilLock(used.database, `relation = '${table}'::regclass and not granted`);
      interruption.abort(new Error('Ctrl-C'));
      await expect(importing).rejects.toThrow('Ctrl-C');
    });
    expect(told.at(-1)).toMatchObject(last);
    // Never back.
    for (const count of ['read', 'stored'] as const)
      expect(told.map((one) => one[count])).toEqual(told.map((one) => one[count]).toSorted((one, other) => one - other));
    await expectNothing();
  });

  test('by a broken connection', async () => {
    const inTransaction = async () => {
      const [row] = await used.database.connections<{ count: number }[]>`
        select count(*)::int as count from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`;
      return row?.count;
    };
    const breaking = source(11, async () => {
      await used.database.connections`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and (state like 'idle in transaction%' or (state = 'active' and pid <> pg_backend_pid()))`;
      await vi.waitUntil(async () => (await inTransaction()) === 0, { timeout: 30_000, interval: 20 });
    });
    await expect(start(breaking)).rejects.toThrow('The connection to the database was lost. Nothing was stored or changed.');
    await expectNothing();
  });

  test('and completed by importing again', async () => {
    await expect(start(source(14, () => Promise.reject(new Error('The file is gone.'))))).rejects.toThrow('The file is gone.');
    expect(await start(source(0, () => undefined))).toMatchObject({ inserted: 22 });
  });

  test('before it began', async () => {
    await expect(
      start(
        source(0, () => undefined),
        AbortSignal.abort(new Error('Ctrl-C')),
      ),
    ).rejects.toThrow('Ctrl-C');
    await expectNothing();
  });
});

test('a word that is too long for the index is found by how it begins', async () => {
  // Each sign is four letters of two bytes.
  const word = (signs: number) => '\ufdf2'.repeat(signs);
  const draft = { ...drafts.find((one) => !isSensitive(one))!, type_as_reported: `fight ${word(450)}`, withheld_type: null };
  await importDrafts(used.database, [draft]);
  const { run } = statementsOn(used.database.connections);
  const numberOf = async (q: string) => (await run(sql`select 1 as found from incidents where ${hasWords(q)}`)).length;
  const lengths = await run(sql`select max(length(word)) as longest from incidents, string_to_table(search_text, ' ') as word`);
  expect(lengths).toEqual([{ longest: 100 }]);
  expect(await numberOf(`fight ${word(20)}`)).toBe(1);
  expect(await numberOf(word(40))).toBe(1);
  expect(await numberOf(`${word(10)}z`)).toBe(0);
});

test('a dataset that comes to count suicides among the killed says so, and the dataset version is raised', async () => {
  await importDrafts(used.database, []);
  const version = await readDatasetVersion(used.database);
  await importDrafts(used.database, [], { ...testDataset, killed_includes_suicides: true });
  expect(await readDatasets(used.database)).toMatchObject([{ slug: testDataset.slug, killed_includes_suicides: true }]);
  expect(await readDatasetVersion(used.database)).toBeGreaterThan(version);
});

test('a dataset says which part of its locations it covers, until an import does not say so any more', async () => {
  const covered = async () => (await readDatasets(used.database)).map(({ covers }) => covers);
  await importDrafts(used.database, [], { ...testDataset, covers: 'Varna' });
  const version = await readDatasetVersion(used.database);
  expect(await covered()).toEqual(['Varna']);
  await importDrafts(used.database, []);
  expect(await covered()).toEqual([null]);
  expect(await readDatasetVersion(used.database)).toBeGreaterThan(version);
});

test('identifiers of the source are in record and search only while the dataset says that they are public', async () => {
  const draft = { ...drafts.find((one) => !isSensitive(one))!, source_key: '20240042' };
  const shown = async () => {
    const found = await used.database.connections`select from incidents where search_text like '% 20240042%'`;
    return { key: (await findIncident(used.database, idOf(draft)))?.provenance.source_key, isFound: found.length > 0 };
  };
  const hidden = { key: null, isFound: false };
  const { public_identifiers: _, ...silent } = testDataset;
  await importDrafts(used.database, [draft], silent);
  expect(await shown()).toEqual(hidden);
  // Of incidents that the files no longer have, too.
  const { batch } = await importDrafts(used.database, [], testDataset);
  expect(await shown()).toEqual({ key: '20240042', isFound: true });
  await undoImport(used.database, batch, { loadSettlements: () => Promise.resolve(fixtureSettlements) });
  expect(await shown()).toEqual(hidden);
  await importDrafts(used.database, [draft], testDataset);
  expect(await shown()).toEqual({ key: '20240042', isFound: true });
  expect(await importDrafts(used.database, [draft], { ...testDataset, public_identifiers: false })).toMatchObject({
    updated: 0,
    unchanged: 1,
  });
  expect(await shown()).toEqual(hidden);
});

describe('identifiers of real incidents', () => {
  const real = { ...testDataset, slug: 'real', synthetic: false };
  const few = drafts.slice(0, 20);
  const found = async () => {
    const inOrder = await used.database.connections<{ source_key: string; public_id: string; search_text: string }[]>`
      select source_key, public_id, search_text from incidents order by source_key`;
    return [...inOrder];
  };

  test('cannot be worked out from source keys, and are the same after a removal and another import', async () => {
    await importDrafts(used.database, few, real);
    const first = await found();
    for (const { source_key, public_id, search_text } of first) {
      expect(public_id).not.toBe(publicId('real', source_key));
      expect(search_text).toContain(public_id.slice(3).toLowerCase());
    }
    await removeDataset(used.database, 'real');
    await importDrafts(used.database, few, { ...real, public_identifiers: false });
    expect((await found()).map(({ public_id }) => public_id)).toEqual(first.map(({ public_id }) => public_id));
  });

  test('that were given before there was a secret stay, and importing again changes nothing', async () => {
    await importDrafts(used.database, [], real);
    await used.database.connections`update datasets set secret_identifiers = false where slug = 'real'`;
    await importDrafts(used.database, few, real);
    const first = await found();
    for (const { source_key, public_id } of first) expect(public_id).toBe(publicId('real', source_key));
    expect(await importDrafts(used.database, few, real)).toMatchObject({ inserted: 0, updated: 0, unchanged: few.length });
    expect(await found()).toEqual(first);
  });
});

test('an import says that it waits for another, into whichever dataset', async () => {
  const told: ImportProgress[] = [];
  const waits: unknown[] = [];
  let stopWaiting = () => undefined as void;
  const held = new Promise<void>((resolve) => (stopWaiting = resolve));
  const first = importIncidents(used.database, {
    dataset: testDataset,
    format: 'test',
    fileNames: [],
    drafts: (async function* () {
      await held;
      yield* numberDrafts(drafts.slice(0, 5));
    })(),
  });
  await untilLock(used.database, "locktype = 'advisory' and granted");
  const second = importIncidents(used.database, {
    dataset: { ...testDataset, slug: 'another' },
    format: 'test',
    fileNames: [],
    drafts: numberDrafts(drafts.slice(0, 3)),
    onWait: (holder) => void waits.push(holder),
    onProgress: (progress) => void told.push(progress),
  });
  await vi.waitUntil(() => waits.length > 0, { timeout: 30_000, interval: 20 });
  expect([waits, told]).toEqual([
    [{ work: 'import into made-up', since: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string }],
    [],
  ]);
  stopWaiting();
  expect([(await first).inserted, (await second).inserted]).toEqual([5, 3]);
  expect(told.at(-1)).toEqual({ stage: 'finishing', read: 3, stored: 3 });
});

test('an import raises the dataset version once, and the changes list each of its incidents once, or say that there are many', async () => {
  const changes = async () => {
    const version = await readDatasetVersion(used.database);
    const listed = await used.database.connections<{ incident_id: number | null }[]>`
      select incident_id from publication_changes where version = ${version}`;
    return { version, listed: listed.map(({ incident_id }) => incident_id) };
  };
  await importDrafts(used.database, []);
  const before = await changes();
  await importDrafts(used.database, drafts);
  const after = await changes();
  expect(after.version).toBe(before.version + 1);
  expect([after.listed.length, new Set(after.listed).size]).toEqual([120, 120]);
  // Without parts, which take time.
  const [draft] = drafts as [IncidentDraft];
  const many = Array.from({ length: 5_001 }, (_, at) => ({
    ...draft,
    people: [],
    weapons: [],
    sources: [],
    source_key: `many-${at}`,
  }));
  await importDrafts(used.database, many);
  expect(await changes()).toEqual({ version: after.version + 1, listed: [null] });
});

test('two imports into one dataset wait for each other', async () => {
  const results = await Promise.all([importDrafts(used.database, drafts), importDrafts(used.database, drafts)]);
  expect(results.map((result) => `${result.inserted} new, ${result.unchanged} unchanged`).toSorted()).toEqual([
    '0 new, 120 unchanged',
    '120 new, 0 unchanged',
  ]);
});

test('an empty import makes the dataset and nothing else', async () => {
  expect(await importDrafts(used.database, [])).toMatchObject({ inserted: 0, updated: 0, unchanged: 0, repeated: [] });
  expect([await rows('datasets'), await rows('import_batches'), await rows('incidents')]).toEqual([1, 1, 0]);
});
