import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { filterQuery, type IncidentList, sorts } from '@monitor/contract';
import { dimensionNames, measureNames } from '@monitor/domain';
import { importIncidents, numberDrafts, openDatabase, readDatasetVersion, restoreBackup, writeBackup } from '@monitor/store';
import { times } from '../../../testing/depth.ts';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { fixtureSettlements, referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { importDrafts, testDataset } from '../../../packages/store/database-tests/test-database.ts';
import type { Api } from '../src/services.ts';
import { minimalDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { anyFilter } from './random-filters.ts';
import { startTestApp, useRandomApp } from './test-app.ts';

const used = useRandomApp();
const count = times(50, 1000);

/** Requests of every kind with random filters, the same each time. @param ids of incidents */
function randomRequests(ids: readonly string[]): string[] {
  const filters = anyFilter({
    country: referenceData.jurisdictions.map(({ code }) => code),
    region: referenceData.regions.map(({ code }) => code),
    dataset: ['made-up', 'second'],
  }).map(filterQuery);
  const measure = fc.constantFrom(...measureNames);
  const request = fc.oneof(
    fc
      .tuple(filters, fc.constantFrom(...sorts), fc.integer({ min: 1, max: 60 }))
      .map(([filter, sort, limit]) => `incidents?${filter}&sort=${sort}&limit=${limit}`),
    fc.constantFrom(...ids).map((id) => `incidents/${id}`),
    fc
      .tuple(filters, fc.constantFrom('auto', 'month', 'year'), fc.subarray([...dimensionNames], { minLength: 1 }))
      .map(([filter, interval, facets]) => `summary?${filter}&interval=${interval}&facets=${facets.join(',')}`),
    fc.tuple(filters, fc.integer({ min: 0, max: 6 })).map(([filter, z]) => {
      const at = Math.floor(2 ** z * 0.56);
      return `tiles/${z}/${at}/${Math.floor(2 ** z * 0.36)}.mvt?${filter}`;
    }),
    fc.tuple(filters, measure).map(([filter, of]) => `hexagons?${filter}&measure=${of}`),
    fc.tuple(filters, measure).map(([filter, of]) => `settlements?${filter}&measure=${of}`),
    filters.map((filter) => `points?${filter}`),
    fc.tuple(filters, fc.constantFrom('csv', 'ndjson')).map(([filter, format]) => `incidents.${format}?${filter}`),
    fc.constantFrom('RS', 'AL', 'XK').map((country) => `indicators?country=${country}`),
    fc.constantFrom('datasets', 'places?q=sab', 'places?q=ниш'),
  );
  return fc.sample(request, { numRuns: count, seed: 7 }).map((path) => `/api/v1/${path}`);
}

/** What an app answers, without the headers that name the database and the moment. */
async function answerOf(app: Api, url: string) {
  const { statusCode, headers, rawPayload } = await app.inject(url);
  const digest = createHash('sha256').update(rawPayload).digest('hex');
  return { url, statusCode, version: headers['dataset-version'], bytes: rawPayload.length, digest };
}

async function answersOf(app: Api, urls: readonly string[]) {
  const answers = [];
  for (const url of urls) answers.push(await answerOf(app, url));
  return answers;
}

test(`a backup taken during an import under load answers, once it is restored, the same bytes to ${count} random requests`, async () => {
  const second = { ...testDataset, slug: 'second', title: 'Second' };
  await importDrafts(used.database, randomDrafts(150, 102), second);
  await importDrafts(used.database, randomDrafts(120, 103), second);
  await used.caughtUp();
  const { items } = (await used.app.inject('/api/v1/incidents?limit=100')).json<IncidentList>();
  const urls = randomRequests(items.map(({ id }) => id));

  // An import that has written a portion of its incidents and cannot end yet.
  const manyDrafts = Array.from({ length: 450 }, (_, index) => ({ ...minimalDraft, source_key: `many ${index}` }));
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  async function* slowly() {
    yield* numberDrafts(manyDrafts);
    await held;
  }
  let stored = 0;
  const importing = importIncidents(used.database, {
    dataset: { ...testDataset, slug: 'under-way' },
    format: 'test',
    fileNames: [],
    drafts: slowly(),
    portionSize: 200,
    onProgress: (progress) => (stored = progress.stored),
  });
  await vi.waitUntil(() => stored >= 200, { timeout: 60_000, interval: 20 });

  const version = await readDatasetVersion(used.database);
  const pieces: Buffer[] = [];
  const [head, answers] = await Promise.all([
    writeBackup(used.database, async (bytes) => void pieces.push(bytes)),
    answersOf(used.app, urls),
    // Others ask meanwhile.
    answersOf(used.app, urls.slice(0, times(25, 300)).toReversed()),
  ]);
  expect(head.datasetVersion).toBe(version);
  release();
  await importing;
  expect(await readDatasetVersion(used.database)).toBeGreaterThan(version);

  const database = await openDatabase(await used.another());
  async function* unpacked() {
    yield* pieces;
  }
  await restoreBackup(database, unpacked, { loadSettlements: () => Promise.resolve(fixtureSettlements) });
  const restored = await startTestApp(database);
  try {
    // A tile without incidents has no content.
    expect(answers.filter(({ statusCode }) => ![200, 204].includes(statusCode))).toEqual([]);
    expect(new Set(answers.map((answer) => answer.version))).toEqual(new Set([String(version)]));
    // Not all of them about nothing.
    expect(new Set(answers.map(({ digest }) => digest)).size).toBeGreaterThan(count / 3);
    expect(await answersOf(restored.app, urls)).toEqual(answers);
  } finally {
    await restored.stop();
    await database.close();
  }
});
