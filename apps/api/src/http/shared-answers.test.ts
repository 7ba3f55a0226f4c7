import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type SharedAnswer, SharedAnswers } from './shared-answers.ts';

const kilobyte = 1024;
const staying = new AbortController().signal;

function answerOf(datasetVersion: number, bytes = kilobyte): SharedAnswer {
  return { datasetVersion, body: Buffer.from(new ArrayBuffer(bytes)) };
}

/** Work that ends when `end` is called, and rejects when it is abandoned. */
function longWork() {
  const work = { begun: 0, givenUp: false, end: (_answer: SharedAnswer | Error): void => undefined };
  const run = async (signal: AbortSignal) => {
    work.begun += 1;
    return new Promise<SharedAnswer>((resolve, reject) => {
      work.end = (answer) => (answer instanceof Error ? reject(answer) : resolve(answer));
      signal.addEventListener('abort', () => {
        work.givenUp = true;
        reject(signal.reason as Error);
      });
    });
  };
  return Object.assign(work, { run });
}

test('the same request, made several times at once, needs one calculation', async () => {
  const answers = new SharedAnswers();
  const work = longWork();
  const asked = [1, 2, 3].map(() => answers.find(1, 'request', staying, work.run));
  await turn();
  work.end(answerOf(1));
  const [first, ...others] = await Promise.all(asked);
  for (const other of others) expect(other).toBe(first);
  expect(await answers.find(1, 'request', staying, work.run)).toBe(first);
  expect(work.begun).toBe(1);
});

test('other requests and other versions have work of their own', async () => {
  const answers = new SharedAnswers();
  const [one, other, later] = [longWork(), longWork(), longWork()];
  const asked = [
    answers.find(1, 'one', staying, one.run),
    answers.find(1, 'other', staying, other.run),
    answers.find(2, 'one', staying, later.run),
  ];
  await turn();
  later.end(answerOf(2));
  other.end(answerOf(1));
  one.end(answerOf(1));
  expect((await Promise.all(asked)).map(({ datasetVersion }) => datasetVersion)).toEqual([1, 1, 2]);
});

test('an answer is kept under its own version, not under the one that was requested', async () => {
  const answers = new SharedAnswers();
  const fresh = await answers.find(1, 'request', staying, async () => answerOf(2));
  expect(await answers.find(2, 'request', staying, async () => answerOf(2))).toBe(fresh);
  expect((await answers.find(3, 'request', staying, async () => answerOf(3))).datasetVersion).toBe(3);
});

test('a client that leaves takes nothing from another who waits for the same', async () => {
  const answers = new SharedAnswers();
  const work = longWork();
  const leaving = new AbortController();
  const left = answers.find(1, 'request', leaving.signal, work.run);
  const stayed = answers.find(1, 'request', staying, work.run);
  leaving.abort(new Error('The client left.'));
  await expect(left).rejects.toThrow('The client left.');
  expect(work.givenUp).toBe(false);
  const answer = answerOf(1);
  work.end(answer);
  expect(await stayed).toBe(answer);
});

test('work that nobody waits for any more is abandoned, and starts again for the next request', async () => {
  const answers = new SharedAnswers();
  const [abandoned, next] = [longWork(), longWork()];
  const leaving = new AbortController();
  const left = [1, 2].map(() => answers.find(1, 'request', leaving.signal, abandoned.run));
  leaving.abort(new Error('The clients left.'));
  for (const outcome of await Promise.allSettled(left)) expect(outcome).toMatchObject({ reason: { message: 'The clients left.' } });
  const come = answers.find(1, 'request', staying, next.run);
  await turn();
  next.end(answerOf(1));
  expect((await come).datasetVersion).toBe(1);
  expect([abandoned.givenUp, next.givenUp]).toEqual([true, false]);
});

test('a failure reaches everyone who waits for it, and is not kept', async () => {
  const answers = new SharedAnswers();
  const work = longWork();
  const asked = [1, 2].map(() => answers.find(1, 'request', staying, work.run));
  await turn();
  work.end(new Error('The database is away.'));
  for (const outcome of await Promise.allSettled(asked))
    expect(outcome).toMatchObject({ reason: { message: 'The database is away.' } });
  expect((await answers.find(1, 'request', staying, async () => answerOf(1))).datasetVersion).toBe(1);
});

test.each([
  ['large ones', 100 * kilobyte],
  ['small ones', kilobyte],
])('answers are kept within a number of bytes: %s', async (_, bytes) => {
  const most = 1000 * kilobyte;
  const answers = new SharedAnswers(most);
  const requests = Array.from({ length: (3 * most) / bytes }, (_unused, index) => `request ${index}`);
  let worked = 0;
  const work = async () => {
    worked += 1;
    return answerOf(1, bytes);
  };
  for (const request of requests) await answers.find(1, request, staying, work);
  worked = 0;
  for (const request of requests.toReversed()) await answers.find(1, request, staying, work);
  const kept = requests.length - worked;
  expect(kept * bytes).toBeLessThanOrEqual(most);
  expect(kept * bytes).toBeGreaterThan(most * 0.8);
});

test('an answer that is larger than all that may be kept is given, and pushes out nothing', async () => {
  const answers = new SharedAnswers(10 * kilobyte);
  const small = await answers.find(1, 'small', staying, async () => answerOf(1));
  expect((await answers.find(1, 'large', staying, async () => answerOf(1, 20 * kilobyte))).body).toHaveLength(20 * kilobyte);
  expect(await answers.find(1, 'small', staying, async () => answerOf(1))).toBe(small);
});

test('what lacks something that came too late is given to those who wait, and calculated again for the next', async () => {
  const answers = new SharedAnswers();
  const partial = { ...answerOf(1), isPartial: true };
  expect(await answers.find(1, 'page', staying, async () => partial)).toBe(partial);
  const whole = answerOf(1);
  expect(await answers.find(1, 'page', staying, async () => whole)).toBe(whole);
  expect(await answers.find(1, 'page', staying, async () => partial)).toBe(whole);
});

test('of all that is kept for a crowd, only what was asked for last is left afterwards', async () => {
  const answers = new SharedAnswers();
  const megabyte = 2 ** 20;
  const find = async (request: string) => answers.find(1, request, staying, async () => answerOf(1, megabyte));
  const requests = Array.from({ length: 9 }, (_, number) => `request ${number}`);
  const before = await Promise.all(requests.map(find));
  answers.keepFew();
  const after = await Promise.all(requests.toReversed().map(find));
  expect(after.toReversed().map((answer, index) => answer === before[index])).toEqual([
    ...Array(6).fill(false),
    ...Array(3).fill(true),
  ]);
});
