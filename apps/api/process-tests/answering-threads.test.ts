import { setMaxListeners } from 'node:events';
import type { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cube, moveToSharedMemory } from '@monitor/cube';
import { anyDraft, anyFilter } from '../../../packages/domain/testing/arbitraries.ts';
import { cubeOfDrafts, draftsByKey, idOfKey } from '../../../packages/cube/testing/cube-of-drafts.ts';
import type * as built from '../src/cube/answering-threads.ts';
import { answerHere } from '../src/cube/answer-here.ts';
import type { Asked, QuestionName } from '@monitor/engine';
import type * as served from '../src/served-request.ts';

/* The threads of the built product beside the same answers on this thread. */

const drafts = fc.sample(anyDraft('draft'), { numRuns: 600, seed: 5 });
const { signal } = new AbortController();
// All questions of these tests listen to it.
setMaxListeners(0, signal);
const here = answerHere();
let answeringThreads: typeof built.answeringThreads;
let threads: ReturnType<typeof answeringThreads>;

beforeAll(async () => {
  const address = new URL('../dist/cube/answering-threads.js', import.meta.url).href;
  ({ answeringThreads } = (await import(address)) as typeof built);
  threads = answeringThreads(2);
});
afterAll(async () => {
  await threads.stop();
});

function sharedCube(length: number, version: number): Cube {
  const cube = cubeOfDrafts(draftsByKey(drafts.slice(0, length)), version);
  moveToSharedMemory(cube);
  return cube;
}

const part = { sort: 'occurred_on', measure: 'incidents', start: { offset: 3 }, limit: 10 } as const;
const questions: { readonly [Name in QuestionName]: Asked[Name] } = {
  summary: { interval: 'month', facets: ['type', 'weapon', 'victim_sex'], measures: ['victims'], hours: true },
  yearly: ['incidents', 'killed'],
  tile: { address: { z: 5, x: 17, y: 11 }, drawn: { measure: 'incidents', marks: 'circles' } },
  hexagons: { level: 3, measure: 'incidents' },
  points: null,
  count: null,
  ring: [
    [18, 40],
    [23, 46],
    [18, 46],
    [23, 40],
  ],
  listed: { part },
  packed: 2020,
};
const names = Object.keys(questions) as QuestionName[];

test('threads answer every question as this thread does, many at once, of an old cube beside the new one', async () => {
  const cubes = [sharedCube(400, 1), sharedCube(500, 2), sharedCube(600, 3)];
  const filters = fc.sample(anyFilter({ text: false }), { numRuns: 25, seed: 8 });
  // As many as one alone may ask at once, also where the machine has other work to do.
  for (let from = 0; from < filters.length; from += 4)
    await Promise.all(
      filters.slice(from, from + 4).flatMap((filter, at) =>
        names.map(async (name) => {
          const cube = cubes[at % cubes.length]!;
          const question = { name, asked: questions[name], filter };
          const expected = await here(cube, question, signal);
          expect(await threads.ask(cube, question, signal), name).toEqual(expected);
        }),
      ),
    );
});

test('what a question costs is noted for the request that it is of, shared by the threads', async () => {
  const { ServedRequest, servedRequest } = (await import(
    new URL('../dist/served-request.js', import.meta.url).href
  )) as typeof served;
  const cube = sharedCube(600, 6);
  const taken: Record<string, number> = { one: 0, other: 0 };
  const ask = async (client: string, times: number) => {
    const request = new ServedRequest(client, { covers: 1e-6, take: (requests) => (taken[client]! += requests) });
    const since = performance.now();
    for (let time = 0; time < times; time++)
      await servedRequest.run(request, () => threads.ask(cube, { name: 'tile', asked: questions.tile, filter: {} }, signal));
    return (performance.now() - since) / 2;
  };
  const longest = { one: await ask('one', 40), other: await ask('other', 2) };
  // In millionths of a millisecond.
  expect(taken.one! / 1e6).toBeLessThanOrEqual(longest.one);
  expect(taken.other! / 1e6).toBeLessThanOrEqual(longest.other);
  expect(taken.other).toBeGreaterThan(0);
  expect(taken.one).toBeGreaterThan(taken.other!);
});

test('an order that the cube does not have is asked for, and then kept', async () => {
  const cube = sharedCube(200, 4);
  const asked = { part: { ...part, sort: 'place' as const } };
  expect(await threads.ask(cube, { name: 'listed', asked, filter: {} }, signal)).toBe('unknown order');
  const order = { keys: Uint32Array.from({ length: 200 }, (_, at) => 200 - at), reported: 200 };
  const found = await threads.ask(cube, { name: 'listed', asked: { ...asked, order }, filter: {} }, signal);
  expect(found).toEqual({ offset: 3, keys: [197, 196, 195, 194, 193, 192, 191, 190, 189, 188, 187] });
});

test('a question that fails says so, and one that nobody waits for any more is given up', async () => {
  const cube = sharedCube(100, 5);
  await expect(threads.ask(cube, { name: 'count', asked: null, filter: { q: 'a' } }, signal)).rejects.toThrow('needs a bitmap');
  const leaving = new AbortController();
  const many = Array.from({ length: 50 }, () => threads.ask(cube, { name: 'points', asked: null, filter: {} }, leaving.signal));
  leaving.abort(new Error('left'));
  for (const { reason } of (await Promise.allSettled(many)) as PromiseRejectedResult[]) expect(String(reason)).toContain('left');
  await expect.poll(() => threads.line.waiting).toBe(0);
  expect(await threads.ask(cube, { name: 'count', asked: null, filter: { id: [idOfKey(7)] } }, signal)).toBe(1);
});

test('a thread that ends unexpectedly is started again, and what it was asked fails', async () => {
  const started: Worker[] = [];
  const note = (worker: Worker) => started.push(worker);
  process.on('worker', note);
  const alone = answeringThreads(1);
  const cube = sharedCube(100, 7);
  const count = async () => alone.ask(cube, { name: 'count', asked: null, filter: {} }, signal);
  const all = await count();
  const lost = count();
  await Promise.all([expect(lost).rejects.toThrow('The thread has ended.'), started[0]!.terminate()]);
  await expect.poll(count).toBe(all);
  expect(started).toHaveLength(2);
  process.off('worker', note);
  await alone.stop();
});
