import { expect, onTestFinished, test } from 'vitest';
import type { IncidentList, Problem } from '@monitor/contract';
import { readDatasetVersion } from '@monitor/store';
import { times } from '../../../testing/depth.ts';
import { askState, NumberedStates, requestsForState, type StatedAnswer } from './numbered-states.ts';
import { useTwoServers } from './servers-side-by-side.ts';
import { appWith, useTestApp } from './test-app.ts';

const used = useTestApp([]);
const servers = useTwoServers(used);
const readers = 4;
const imports = times(4, 60);

interface Reading {
  readonly answers: readonly StatedAnswer[];
  /** Answers that are older than what their reader had seen. */
  readonly older: number;
}

test('a reader who says what it has seen is answered with nothing older, whichever server it is sent to while imports run', async () => {
  const states = new NumberedStates(used.database);
  await states.next();
  const now = { 'dataset-version': String(await readDatasetVersion(used.database)) };
  for (const server of servers) await server.inject({ url: '/api/v1/summary', headers: now });
  const { items } = (await servers[0]!.inject('/api/v1/incidents')).json<IncidentList>();
  const requests = Object.entries(requestsForState(String(items[0]?.id)));

  /** Reads something else each time, from one server and then the other. */
  const readOn = async (reader: number, says: boolean, until: AbortSignal): Promise<Reading> => {
    const answers: StatedAnswer[] = [];
    let seen = 0;
    let older = 0;
    for (let read = 0; !until.aborted; read += 1) {
      const [url, statesOf] = requests[(read * 7 + reader) % requests.length]!;
      const headers = says && seen > 0 ? { 'dataset-version': String(seen) } : {};
      const inject = (path: string) => servers[(read + reader) % 2]!.inject({ url: path, headers });
      const answer = await askState({ inject }, url, statesOf);
      // A busy server says when to ask again.
      if (answer.status === 503 && answer.retryAfter !== undefined) continue;
      answers.push(answer);
      if (answer.version < seen) older += 1;
      seen = Math.max(seen, answer.version);
    }
    return { answers, older };
  };
  /** All read while one import follows the other. */
  const readAll = async (says: boolean): Promise<Reading> => {
    const over = new AbortController();
    // Readers of a test that has failed would read on, and keep what they read.
    onTestFinished(() => over.abort());
    const reading = Array.from({ length: readers }, (_, reader) => readOn(reader, says, over.signal));
    for (let made = 0; made < imports; made += 1) await states.next();
    over.abort();
    const all = await Promise.all(reading);
    return { answers: all.flatMap(({ answers }) => answers), older: all.reduce((sum, { older }) => sum + older, 0) };
  };

  const { answers, older } = await readAll(true);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(states.mixed(answers)).toEqual([]);
  expect(new Set(answers.map(({ version }) => version)).size).toBeGreaterThan(3);
  expect(older).toBe(0);
  // Otherwise this would show nothing. How often it happens depends on what else the machine does.
  await expect.poll(async () => (await readAll(false)).older, { timeout: 60_000 }).toBeGreaterThan(0);
});

test('a server that does not get a version in time says so; a version that the database does not have is not waited for', async () => {
  const version = await readDatasetVersion(used.database);
  const { analytics } = used;
  const stuck = await appWith(used, { cube: undefined, analytics: { ...analytics, version: async () => version - 1 } });
  const at = (seen: string) => stuck.inject({ url: '/api/v1/summary', headers: { 'dataset-version': seen } });
  const late = await at(String(version));
  expect([late.statusCode, late.headers['retry-after'], late.json<Problem>().code]).toEqual([504, '1', 'behind']);
  expect((await at(String(version - 1))).statusCode).toBe(200);
  expect((await at('soon')).json<Problem>()).toMatchObject({ status: 400, code: 'bad_request' });
  await stuck.close();
  const other = await used.app.inject({ url: '/api/v1/summary', headers: { 'dataset-version': String(version + 1000) } });
  expect(other.statusCode).toBe(200);
});
