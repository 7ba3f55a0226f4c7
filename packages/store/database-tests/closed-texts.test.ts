import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { fewestSharing, type IncidentDraft, type Source, unknownPublication, withheld } from '@monitor/domain';
import { lastImports, readDatasets, undoImport, verifyRecord } from '../src/index.ts';
import { onPool } from '../src/connection/statements.ts';
import { placelessDraft } from '../../domain/testing/made-up-drafts.ts';
import { times } from '../../../testing/depth.ts';
import { fixtureSettlements, towns } from './reference-fixture.ts';
import { emptyRecord, importDrafts, testDataset, useTestDatabase } from './test-database.ts';

/* Which texts of sources are public: those that are listed, and those that enough incidents of the dataset share. */

const used = useTestDatabase();
const nothing = { constraints: [], record: [], history: [] };

beforeEach(() => emptyRecord(used.database));

const link = (host: string) => `https://${host}/news/1`;
const unnamed = (withheld_publisher: string | null, host?: string): Source => ({
  ...unknownPublication,
  kind: 'media',
  withheld_publisher: withheld_publisher ?? host ?? null,
  withheld_url: host === undefined ? null : link(host),
});

const draft = (key: number, change: Partial<IncidentDraft> = {}): IncidentDraft => ({
  ...placelessDraft,
  source_key: String(key),
  ...change,
});
const many = (count: number, change: Partial<IncidentDraft>, from = 1) =>
  Array.from({ length: count }, (_, at) => draft(from + at, change));

/** What of all incidents is public, each with how often. */
async function shown() {
  const rows = await used.database.connections<{ text: string; count: number }[]>`
    select text, count(*)::int as count from (
      select unnest(array[type_as_reported]) as text from incidents
      union all select unnest(array[publisher, url]) from sources
    ) as all_texts where text is not null group by 1`;
  return Object.fromEntries(rows.map(({ text, count }) => [text, count]));
}
const found = async (word: string) =>
  (await used.database.connections`select from incidents where search_text like ${`% ${word}%`}`).length;

/** Undoes the last import, and gives what is public then. */
async function undoLast() {
  const [last] = await onPool(used.database, ({ db }) => lastImports(db));
  await undoImport(used.database, last!.batch, { loadSettlements: () => Promise.resolve(fixtureSettlements) });
  return shown();
}

test('a publisher, a host and a part of a type are public from the twentieth incident on, in all of them, also for the search', async () => {
  const change = { withheld_type: 'pucnjava; svadba', sources: [unnamed('Novine'), unnamed(null, 'novine.example')] };
  await importDrafts(used.database, many(fewestSharing - 1, change));
  expect(await shown()).toEqual({});
  expect(await found('novine')).toBe(0);
  // Of another dataset, they do not count.
  await importDrafts(used.database, many(fewestSharing, change), { ...testDataset, slug: 'other', title: 'Other' });
  expect(Object.values(await shown())).toEqual([20, 20, 20, 20]);
  await importDrafts(used.database, [draft(20, { ...change, withheld_type: 'pucnjava' })]);
  expect(await shown()).toEqual({
    pucnjava: 20,
    'pucnjava; svadba': 20,
    Novine: 40,
    'novine.example': 40,
    [link('novine.example')]: 40,
  });
  expect(await found('novine')).toBe(40);
  expect(await found('svadba')).toBe(20);
  expect(await verifyRecord(used.database)).toEqual(nothing);
});

test('importing again changes nothing, and an undone import takes back what it had made public', async () => {
  const drafts = many(fewestSharing + 5, { withheld_type: 'pucnjava', sources: [unnamed('Novine', 'novine.example')] });
  await importDrafts(used.database, drafts.slice(0, 10));
  const later = await importDrafts(used.database, drafts);
  expect(await importDrafts(used.database, drafts)).toMatchObject({
    inserted: 0,
    updated: 0,
    unchanged: drafts.length,
    datasetVersion: later.datasetVersion,
  });
  expect(await shown()).toEqual({ pucnjava: 25, Novine: 25, [link('novine.example')]: 25 });
  // A change of something else is of nothing else.
  await importDrafts(used.database, [{ ...drafts[3]!, killed: 1 }]);
  const [revision] = await used.database.connections`select fields from revisions where change = 'updated'`;
  expect(revision?.fields).toEqual(['killed']);
  for (let at = 0; at < 3; at += 1) await undoLast();
  expect(await shown()).toEqual({});
  expect(await verifyRecord(used.database)).toEqual(nothing);
});

test('a correction that nobody sees does not show because others come to share a text in the same import', async () => {
  const { lon, lat, jurisdiction: country } = towns[0]!;
  const spot = (east: number, host: string) =>
    withheld(
      draft(1, {
        country,
        place_precision: 'exact',
        lon: lon + east,
        lat,
        point_basis: 'sensitive',
        withheld_type: 'pucnjava',
        sources: [unnamed('Novine', host)],
      }),
      fixtureSettlements,
    );
  const others = many(fewestSharing + 20, { withheld_type: 'pucnjava', sources: [unnamed('Novine')] }, 2);
  await importDrafts(used.database, [spot(0.001, 'novine.example'), ...others.slice(2, fewestSharing)]);
  expect(await shown()).toEqual({});
  const first = (await readDatasets(used.database))[0]?.updated_at;
  await importDrafts(used.database, [...others, spot(0.002, 'other.example')]);
  expect(await shown()).toEqual({ pucnjava: fewestSharing + 21, Novine: fewestSharing + 21 });
  const revisions = await used.database.connections`select fields from revisions where change = 'updated'`;
  expect(revisions).toEqual([{ fields: ['exact_lon', 'withheld_sources'] }]);
  expect(await verifyRecord(used.database)).toEqual(nothing);
  // The same if that is the only change of the import.
  const { datasetVersion } = await importDrafts(used.database, [spot(0.002, 'other.example')]);
  const [before] = await readDatasets(used.database);
  expect(before?.updated_at).not.toBe(first);
  expect(await importDrafts(used.database, [spot(0.003, 'third.example')])).toMatchObject({ updated: 1, datasetVersion });
  expect(await readDatasets(used.database)).toEqual([before]);
  const [kept] = await used.database.connections`
    select exact_lon, (select withheld_url from sources where incident_id = id) as url from incidents where source_key = '1'`;
  expect(kept).toEqual({ exact_lon: spot(0.003, '').exact_lon, url: link('third.example') });
  expect(await verifyRecord(used.database)).toEqual(nothing);
});

test('what is listed is public in one incident, and in those of earlier imports, until it is listed no more', async () => {
  const unlisted = { withheld_type: 'svađa', sources: [unnamed('Glas')] };
  const listed = { type_as_reported: 'svađa', sources: [{ ...unknownPublication, kind: 'media', publisher: 'Glas' } as const] };
  await importDrafts(used.database, many(3, unlisted));
  expect(await shown()).toEqual({});
  await importDrafts(used.database, [draft(4, listed)]);
  expect(await shown()).toEqual({ svađa: 4, Glas: 4 });
  expect(await importDrafts(used.database, many(3, unlisted))).toMatchObject({ updated: 0, unchanged: 3 });
  expect(await shown()).toEqual({});
  expect(await verifyRecord(used.database)).toEqual(nothing);
});

test('an import that is undone takes back what it listed, and what it listed no more', async () => {
  const unlisted = { withheld_type: 'svađa', sources: [unnamed('Glas')] };
  const listed = { type_as_reported: 'svađa', sources: [{ ...unknownPublication, kind: 'media', publisher: 'Glas' } as const] };
  await importDrafts(used.database, [draft(1, unlisted)]);
  await importDrafts(used.database, [draft(1, unlisted), draft(2, listed)]);
  await importDrafts(used.database, [draft(1, unlisted)]);
  expect(await shown()).toEqual({});
  expect(await undoLast()).toEqual({ svađa: 2, Glas: 2 });
  expect(await undoLast()).toEqual({});
  await importDrafts(used.database, [draft(1, listed)]);
  expect(await undoLast()).toEqual({});
  expect(await verifyRecord(used.database)).toEqual(nothing);
});

test('rows that repeat an identifier are one incident, also for how many have a text', async () => {
  const change = { withheld_type: 'komšija', sources: [unnamed('Glas', 'glas.example')] };
  const repeated = Array.from({ length: fewestSharing }, () => draft(1, change));
  await importDrafts(used.database, [...repeated, draft(2, change)]);
  expect(await shown()).toEqual({});
  expect(await verifyRecord(used.database)).toEqual(nothing);
});

test('a text that is public without a reason is found', async () => {
  await importDrafts(used.database, many(1, { withheld_type: 'svađa' }));
  await used.database.connections`update incidents set type_as_reported = withheld_type, withheld_type = null`;
  const { record } = await verifyRecord(used.database);
  expect(record).toEqual([expect.stringMatching(/neither listed nor shared by enough incidents: import its files again$/)]);
});

test('of any imports, exactly those texts are public that enough incidents have or the last import lists', async () => {
  const texts = fc.subarray(['a', 'b', 'c', 'd'], { maxLength: 3 });
  const step = fc.array(fc.record({ key: fc.integer({ min: 1, max: 60 }), texts }), { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 3 }), async (steps) => {
      await emptyRecord(used.database);
      const record = new Map<number, readonly string[]>();
      for (const rows of steps) {
        const fresh = [...new Map(rows.map((row) => [row.key, row.texts]))];
        for (const [key, of] of fresh) record.set(key, of);
        await importDrafts(
          used.database,
          fresh.map(([key, of]) => draft(key, { withheld_type: of.length === 0 ? null : of.join('; ') })),
        );
      }
      const counts = ['a', 'b', 'c', 'd'].map(
        (text) => [text, [...record.values()].filter((of) => of.includes(text)).length] as const,
      );
      const [row] = await used.database.connections<{ shown: string[] }[]>`
        select array(select distinct part from incidents, regexp_split_to_table(type_as_reported, '; ') part order by 1) as shown`;
      expect(row?.shown).toEqual(counts.filter(([, count]) => count >= fewestSharing).map(([text]) => text));
    }),
    { numRuns: times(6, 40) },
  );
});
