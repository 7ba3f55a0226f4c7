import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  type DimensionName,
  dimensionNames,
  type Filter,
  frameOf,
  type IncidentDraft,
  type Measure,
  measureNames,
} from '@monitor/domain';
import { times } from '../../../testing/depth.ts';
import { anyFilter } from '../../domain/testing/arbitraries.ts';
import {
  actingAs,
  checkShares,
  countIncidents,
  type Database,
  findPlaces,
  importSpread,
  listIncidents,
  loadReferenceData,
  migrate,
  numberDrafts,
  openDatabase,
  openIncidentStream,
  rankSettlements,
  readDatasets,
  readExactPoints,
  readHexagons,
  readSummary,
  readTile,
  readYearly,
  setUpSpread,
} from '../src/index.ts';
import { readSnapshot } from '../src/connection/read-snapshot.ts';
import { readTranslation } from '../src/filter/incident-where.ts';
import { countFacets } from '../src/numbers/count-facets.ts';
import { countHours } from '../src/numbers/count-hours.ts';
import { countNumbers } from '../src/numbers/count-numbers.ts';
import { readAmounts } from '../src/numbers/measure-amounts.ts';
import { readCoverage } from '../src/numbers/read-coverage.ts';
import { randomDrafts } from './random-drafts.ts';
import { findIncident } from './read-records.ts';
import { referenceData } from './reference-fixture.ts';
import { createDatabase, databaseName, dropDatabase, freshUrl } from './template-database.ts';
import { importDrafts, testDataset, useTestDatabase } from './test-database.ts';

/* Several databases of one server are as good as several servers: each is reached over a connection of its own. */

const one = useTestDatabase();
const urls: Record<'front' | 'old' | 'fresh' | 'west', string> = { front: '', old: '', fresh: '', west: '' };
const drafts = randomDrafts(400, 3, '77');
const { signal } = new AbortController();
const servers = () =>
  checkShares({
    old: { url: urls.old, until: 2019 },
    fresh: { url: urls.fresh, from: 2020 },
    west: { url: urls.west, locations: ['RS', 'XK'] },
  });
const setUp = () =>
  setUpSpread(urls.front, servers(), {
    signal,
    prepare: async (database) => {
      await migrate(database);
      await loadReferenceData(database, referenceData);
    },
  });
let owner: Database;
let front: Database;

async function store(some: readonly IncidentDraft[], others: Partial<Parameters<typeof importSpread>[2]> = {}) {
  return importSpread(owner, servers(), {
    dataset: testDataset,
    format: 'test',
    fileNames: ['test.csv'],
    drafts: numberDrafts(some),
    portionSize: 50,
    ...others,
  });
}

beforeAll(async () => {
  for (const name of Object.keys(urls) as (keyof typeof urls)[]) {
    urls[name] = freshUrl(inject('cluster'));
    await createDatabase(inject('cluster'), '', urls[name]);
  }
  await setUp();
  owner = await openDatabase(urls.front, { statementTimeout: 0 });
  await importDrafts(one.database, drafts);
  await store(drafts);
  // With no more rights than the product has when it answers.
  front = await openDatabase(await actingAs(owner, urls.front, 'monitor_reader'));
});
afterAll(async () => {
  await front?.close();
  await owner?.close();
  for (const url of Object.values(urls)) await dropDatabase(url);
});

/** What one database and what three say. */
async function both<Answer extends object>(ask: (database: Database) => Promise<Answer>) {
  const [whole, spread] = [await ask(one.database), await ask(front)];
  return { whole: { ...whole, datasetVersion: 0 }, spread: { ...spread, datasetVersion: 0 } };
}

const filters: fc.Arbitrary<Filter> = anyFilter({ ids: ['AV-000000000000'] });
const sure: readonly Filter[] = [
  {},
  { country: ['RS'] },
  { country: ['AL', 'RS'], from: '2019-06-01', to: '2021-05-31' },
  { q: 'koha' },
];

test('three servers say what one says, whatever is asked', async () => {
  await fc.assert(
    fc.asyncProperty(
      filters,
      fc.subarray([...measureNames], { minLength: 1 }),
      fc.constantFrom(undefined, ...dimensionNames),
      async (filter, measures, split) => {
        const request = { interval: 'auto', facets: dimensionNames, measures, hours: true, split, partTotals: true } as const;
        const asked: ((database: Database) => Promise<object>)[] = [
          (database) => readSummary(database, filter, request),
          (database) => readYearly(database, filter, measures),
          (database) => readHexagons(database, filter, { measure: 'victims', wanted: 3 }),
          (database) => readTile(database, filter, { z: 3, x: 4, y: 2 }, { measure: 'weapons' }),
          (database) => rankSettlements(database, filter, { measure: 'incidents', limit: 20, spread: true }),
          async (database) => ({ count: await countIncidents(database, filter) }),
          async (database) => ({ ...(await readExactPoints(database, filter)), points: null }),
          (database) => listIncidents(database, filter, { sort: '-occurred_on', limit: 50 }).then(({ items }) => ({ items })),
        ];
        for (const ask of asked) {
          const { whole, spread } = await both(ask);
          expect(spread).toEqual(whole);
        }
      },
    ),
    {
      numRuns: times(6, 150),
      examples: sure.map((filter): [Filter, Measure[], DimensionName] => [filter, [...measureNames], 'type']),
    },
  );
});

test('records, downloads, datasets and places are the same, too', async () => {
  const whole: string[] = [];
  for (const database of [one.database, front]) {
    const stream = await openIncidentStream(database, { filter: {} }, { tables: ['people', 'weapons', 'sources'] });
    const rows: unknown[] = [];
    for await (const portion of stream.incidents) rows.push(...portion);
    for (const name of ['people', 'weapons', 'sources'] as const)
      for await (const portion of stream.table(name)) rows.push(...portion);
    whole.push(JSON.stringify(rows));
  }
  expect(whole[1]).toBe(whole[0]);
  expect(JSON.parse(whole[0]!).length).toBeGreaterThan(drafts.length);
  const { items } = await listIncidents(one.database, {}, { sort: 'occurred_on', limit: 3 });
  for (const { id } of items) {
    const records = [await findIncident(one.database, id), await findIncident(front, id)].map((record) => ({
      ...record,
      provenance: null,
      history: record?.history.length,
    }));
    expect(records[1]).toEqual(records[0]);
  }
  const places = await both((database) => findPlaces(database, { text: 'ниш', alsoNamed: [], limit: 5 }));
  expect(places.spread).toEqual(places.whole);
  const datasets = await both(async (database) => ({
    all: (await readDatasets(database)).map((row) => ({ ...row, updated_at: '' })),
  }));
  expect(datasets.spread).toEqual(datasets.whole);
});

/** How the servers are asked for a summary: the plans of its statements. */
async function plansOf(filter: Filter): Promise<string> {
  const plans: string[] = [];
  await readSnapshot(front, {}, async (statements) => {
    const run: typeof statements.run = async (statement) => {
      const plan = await statements.run<{ 'QUERY PLAN': string }>(sql`explain (verbose, costs off) ${statement}`);
      plans.push(plan.map((row) => row['QUERY PLAN']).join('\n'));
      return statements.run(statement);
    };
    const own = { pool: statements.pool, db: statements.db, run };
    const where = await readTranslation(own, filter);
    const frame = frameOf(filter, 'month', (await readCoverage(own, filter)).covered);
    const amounts = await readAmounts(own, [], filter);
    await countNumbers(own, { where, frame, asked: [], hasSteps: true }, filter, amounts);
    await countFacets(own, where, filter, ['type', 'weapon', 'dataset'], []);
    await countHours(own, where(filter));
  });
  return plans.join('\n');
}

test('servers work at the same time, add up their own incidents, and are left in peace where a filter does not touch them', async () => {
  const all = await plansOf({});
  const statements = all.match(/Remote SQL: .*/g) ?? [];
  expect(statements.length % 3).toBe(0);
  expect(statements.length).toBeGreaterThan(15);
  for (const statement of statements) expect(statement).toMatch(/ GROUP BY /);
  expect(all.match(/Async Foreign Scan/g)).toHaveLength(statements.length);
  for (const filter of [{ country: ['XK'] }, { country: ['AL'], to: '2018-12-31' }]) {
    const plans = await plansOf(filter);
    const touched = new Set(plans.match(/spread\.incidents_at_\w+/g));
    expect([...touched]).toEqual([`spread.incidents_at_${filter.to ? 'old' : 'west'}`]);
  }
});

test('to import again changes nothing, and what changed is changed where it is', async () => {
  expect(await store(drafts)).toMatchObject({ inserted: 0, updated: 0, unchanged: drafts.length });
  const changed = drafts.map((draft, at) => (at % 7 === 0 ? { ...draft, killed: 9, killed_low: null, killed_high: null } : draft));
  const spread = await store(changed);
  const whole = await importDrafts(one.database, changed);
  expect(spread).toMatchObject({ inserted: 0, updated: whole.updated, unchanged: whole.unchanged });
  const { whole: totals, spread: found } = await both((database) =>
    readSummary(database, {}, { interval: 'year', facets: ['country'] }),
  );
  expect(found).toEqual(totals);
});

test('a draft that repeats another on a different server is left out, and what fails on one server is on none', async () => {
  const [serbian, albanian] = ['RS', 'AL'].map((country) => drafts.find((draft) => draft.country === country)!);
  const before = await countIncidents(front, {});
  const twice = [
    { ...serbian!, source_key: '771234' },
    { ...albanian!, source_key: '771234' },
  ];
  expect(await store(twice, { dryRun: true })).toMatchObject({
    inserted: 1,
    repeated: [{ line: 2, firstLine: 1, source_key: '771234' }],
  });
  await expect(store([twice[0]!, { ...albanian!, source_key: '771235', country: 'QQ' }])).rejects.toThrow(
    /location "QQ" is not known/,
  );
  await expect(store([{ ...albanian!, source_key: serbian!.source_key }])).rejects.toThrow(
    /Line 1 cannot be imported: the incident is on record on the server west/,
  );
  expect(await countIncidents(front, {})).toBe(before);
});

test('where a server fails at the very end, the import says who has it, and to repeat it completes it', async () => {
  const again = drafts.map((draft) => ({ ...draft, urbanity: 'rural' as const }));
  const west = await openDatabase(urls.west);
  await west.connections.unsafe(`
    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'The disk is full.'; end $$;
    create constraint trigger refuse after insert on import_batches deferrable initially deferred for each row execute function refuse()`);
  await expect(store(again)).rejects.toThrow(
    /^The import is on old, fresh, but not on the other servers: .* Import the same files again/,
  );
  await expect(countIncidents(front, {})).rejects.toThrow(
    /^An import is being completed, or was cut off on the server (old|fresh)\./,
  );
  await west.connections.unsafe('drop trigger refuse on import_batches; drop function refuse');
  await west.close();
  await store(again);
  await importDrafts(one.database, again);
  const { whole, spread } = await both((database) => readSummary(database, {}, { interval: 'year', facets: ['type'] }));
  expect(spread).toEqual(whole);
});

test('no answer mixes two versions', async () => {
  const west = await openDatabase(urls.west);
  await west.connections`update publication set version = version + 1`;
  await expect(readSummary(front, { country: ['RS'] }, { interval: 'year', facets: [] })).rejects.toThrow(
    /cut off on the server west/,
  );
  await expect(readSummary(front, { country: ['AL'] }, { interval: 'year', facets: [] })).resolves.toMatchObject({ period: {} });
  await west.connections`update publication set version = version - 1`;
  await west.close();
});

test('a lost server is named with what it holds, the others answer, and it is back without a restart', async () => {
  const name = databaseName(urls.west);
  const ask = (filter: Filter) => readSummary(front, filter, { interval: 'year', facets: ['type'] });
  const before = await ask({});
  await owner.connections.unsafe(`alter database ${name} allow_connections false`);
  await owner.connections`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
  try {
    for (let attempt = 0; attempt < 3; attempt++)
      await expect(ask({})).rejects.toThrow(
        'These incidents are unavailable, because their server cannot be reached: RS, XK (server west).',
      );
    expect((await ask({ country: ['AL', 'UA'] })).totals.incidents).toBeGreaterThan(0);
    const fresh = await openDatabase(await actingAs(owner, urls.front, 'monitor_reader'));
    expect(
      (await readSummary(fresh, { country: ['AL'] }, { interval: 'year', facets: ['type'] })).totals.incidents,
    ).toBeGreaterThan(0);
    await fresh.close();
    await expect(store(drafts)).rejects.toThrow(/Nothing was changed, since the server west is needed/);
  } finally {
    await owner.connections.unsafe(`alter database ${name} allow_connections true`);
  }
  expect(await ask({})).toEqual(before);
});

test('to set it up again changes nothing, and a server with incidents of others is refused', async () => {
  const before = await readSummary(front, {}, { interval: 'year', facets: [] });
  expect(await setUp()).toBe(before.datasetVersion);
  expect(await readSummary(front, {}, { interval: 'year', facets: [] })).toEqual(before);
  const west = await openDatabase(urls.west);
  await west.connections`alter table incidents drop constraint incidents_share`;
  await west.connections`update incidents set country = 'FJ', region = null, place = null where id = (select min(id) from incidents)`;
  await west.close();
  await expect(setUp()).rejects.toThrow('The server west holds incidents that are not of RS, XK.');
});
