import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { remembering } from '@monitor/domain';
import { loadGazetteer, readReference } from '@monitor/geography/gazetteer';
import { loadReferenceData, migrate, prepareDatabase } from '@monitor/store';
import type { Template } from '../../../packages/store/database-tests/template-database.ts';
import { type TestDatabase, useTestDatabase } from '../../../packages/store/database-tests/test-database.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

/** All places. */
export const ready: Template = {
  name: 'ready',
  async fill(database) {
    await prepareDatabase(
      database,
      { readReference, loadGazetteer },
      { signal: new AbortController().signal, notify: () => undefined },
    );
  },
};

/** Centres of the places that the fixtures speak of, and others around them: Belgrade, Columbus, Čačak, Donetsk, Simferopol. */
const centres = [
  [20.46, 44.81, 0.8],
  [-83, 39.96, 0.8],
  [20.35, 43.89, 0.2],
  [37.75, 48.1, 0.5],
  [34.1, 44.95, 0.3],
] as const;

const fewOf = remembering(async (codes: string) => {
  const { jurisdictions, regions, places } = await readReference(codes.split(','));
  const isNear = (place: { lon: number; lat: number }) =>
    centres.some(([lon, lat, reach]) => Math.hypot(place.lon - lon, place.lat - lat) < reach);
  return { jurisdictions, regions, places: places.filter(isNear) };
});

/** The places around these, of which there are few, and of the locations that the database holds. Read once, not for each command. */
export function readFewPlaces(held: readonly string[] = []) {
  return fewOf([...new Set(['US', ...held])].toSorted().join(','));
}

/** Few places, which imports, backups and checks get through sooner. */
export const fewPlaces: Template = {
  name: 'few_places',
  async fill(database) {
    await migrate(database);
    await loadReferenceData(database, await readFewPlaces());
  },
};

/** A database with all places, for the tests of one file. */
export function useReadyDatabase(): TestDatabase {
  return useTestDatabase(ready);
}

/** A copy of the fixtures that goes away with the test, since imports write beside the files they read. */
export async function fixtureFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'monitor-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(fixtures, folder, { recursive: true });
  return folder;
}
