import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type BuiltInServer, startBuiltInServer } from '@monitor/built-in-server';
import { type Database, loadReferenceData, migrate, openDatabase, readDatasetVersion } from '@monitor/store';
import { copyFolder } from '../../../packages/built-in-server/process-tests/made-folder.ts';
import { referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { importDrafts } from '../../../packages/store/database-tests/test-database.ts';
import { CubeSource } from '../src/cube/cube-source.ts';
import { minimalDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { Relay } from './relay.ts';
import { keepCubeHere } from '../database-tests/test-app.ts';

/* A server of its own, since it is stopped and started; the product reaches it through a relay. */

let base: string;
let folder: string;
let server: BuiltInServer;
/** The way of those who change the data. */
let direct: Database;
let relay: Relay;
/** The way of the product. */
let through: Database;
const cube = new CubeSource();
const stopping = new AbortController();
let keeping: Promise<void>;
let failures = 0;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'monitor-outage-'));
  folder = join(base, 'postgres');
  await copyFolder(inject('madeFolder'), folder);
  server = await startBuiltInServer({ folder });
  direct = await openDatabase(server.url);
  await migrate(direct);
  await loadReferenceData(direct, referenceData);
  await importDrafts(direct, [minimalDraft]);
  relay = new Relay(server.url);
  await relay.open();
  through = await openDatabase(relay.url);
  keeping = keepCubeHere(through, cube, stopping.signal, { onFailure: () => void (failures += 1) });
  await cube.atLeast(1, AbortSignal.timeout(120_000));
});
afterAll(async () => {
  stopping.abort();
  await keeping;
  await relay.cut();
  await through.close(1);
  await direct.close();
  await server.stop();
  await rm(base, { recursive: true, force: true });
});

/** Changes the data, and waits no longer than five seconds from then on for the cube to know. */
async function expectChangeWithinFiveSeconds(killed: number): Promise<void> {
  const before = cube.current?.version;
  await direct.connections`update incidents set killed = ${killed}`;
  const version = await readDatasetVersion(direct);
  expect(version).toBeGreaterThan(before!);
  const { columns } = await cube.atLeast(version, AbortSignal.timeout(5000));
  expect([...columns.killed]).toEqual([killed]);
}

test('a listening connection that has fallen silent without breaking loses no change', async () => {
  await expect.poll(() => relay.silenceListeners()).toBe(1);
  await expectChangeWithinFiveSeconds(1);
});

test('a database that was away for long and comes back is noticed within five seconds', async () => {
  await direct.close();
  await relay.cut();
  await server.stop();
  const before = failures;
  await expect.poll(() => failures).toBeGreaterThan(before + 3);
  server = await startBuiltInServer({ folder });
  direct = await openDatabase(server.url);
  relay.follow(server.url);
  await relay.open();
  await expectChangeWithinFiveSeconds(2);
  // A second time, when all connections are new.
  await expectChangeWithinFiveSeconds(3);
});
