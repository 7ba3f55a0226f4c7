import { setImmediate as rest } from 'node:timers/promises';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { Line } from './line.ts';
import { ServedRequest } from './served-request.ts';

const { signal } = new AbortController();

// No time passes unless a test says so, though what waits is looked at.
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'], now: 0 }));
afterAll(() => void vi.useRealTimers());

/** A line whose workers are not there until it is opened, with what came of what was asked. */
function closedLine(options: Omit<ConstructorParameters<typeof Line>[0], 'isThere'> = {}) {
  const tried = { isOpen: false, cost: options.cost ?? 5, begun: [] as string[], refused: [] as string[] };
  const line = new Line({ delay: 0, ...options, isThere: () => tried.isOpen });
  /** @param work what is done beside noting its cost */
  const ask = async (
    client: string,
    { since = 0, hasBegun = false, leaving = signal, work = async (): Promise<unknown> => 0 } = {},
  ) => {
    const request = new ServedRequest(client, undefined, since);
    request.hasBegun = hasBegun;
    const run = line.run(request, leaving, async (_worker, noteCost) => {
      tried.begun.push(client);
      await work();
      noteCost(tried.cost);
    });
    await run.catch((error: unknown) => tried.refused.push(`${client}: ${String(error)}`));
  };
  /** How many of so many pieces of work of a client may wait. */
  const admitted = (client: string, wanted: number) => {
    const before = line.waiting;
    for (let count = 0; count < wanted; count += 1) void ask(client);
    return line.waiting - before;
  };
  /** Does all that waits. */
  const empty = async () => {
    tried.isOpen = true;
    await ask('opener', { hasBegun: true });
    do await rest();
    while (line.waiting > 0);
    tried.isOpen = false;
    return tried.begun.splice(0).filter((client) => client !== 'opener');
  };
  return { line, tried, ask, admitted, empty };
}

/** Work that lasts until it is ended. */
function held() {
  const ends: (() => void)[] = [];
  return { ends, work: async () => new Promise<void>((resolve) => ends.push(resolve)) };
}

test('a client alone may request a whole map at once, and the next one', () => {
  expect(closedLine({ cost: 20 }).admitted('a', 80)).toBe(80);
});

test('many questions of one request wait together, and nothing warns of it', async () => {
  const warn = vi.spyOn(process, 'emitWarning');
  const { ask, empty } = closedLine();
  const leaving = new AbortController().signal;
  for (let count = 0; count < 20; count++) void ask('one', { leaving });
  await empty();
  expect(warn).not.toHaveBeenCalled();
});

test('what a client requests beyond that is refused, and nothing of others', async () => {
  const { line, tried, admitted } = closedLine({ cost: 10 });
  const own = admitted('a', 1000);
  expect(own).toBeGreaterThan(150);
  expect(own).toBeLessThan(250);
  // Those that were just refused are of the crowd.
  await expect.poll(() => tried.refused.length).toBe(1000 - own);
  expect(tried.refused[0]).toContain('Try again in a few seconds');
  expect([admitted('b', 12), admitted('a', 10), line.refused]).toEqual([12, 0, 1000 - own + 10]);
});

test('clients take turns', async () => {
  const { admitted, empty, line } = closedLine();
  admitted('a', 4);
  admitted('b', 2);
  admitted('c', 1);
  expect(await empty()).toEqual(['a', 'b', 'c', 'a', 'b', 'a', 'a']);
  expect(line.waiting).toBe(0);
});

test('in a crowd no more may wait than is answered soon, whoever comes first', async () => {
  const { line, tried, admitted, empty } = closedLine({ cost: 10 });
  for (let client = 0; client < 200; client += 1) admitted(`client${client}`, 1);
  expect(line.waiting).toBe(15);
  await expect.poll(() => tried.refused.length).toBe(185);
  await empty();
  expect(admitted('late', 1)).toBe(1);
});

test('only so much of one client is under way, and others take turns with it', async () => {
  const { tried, ask, line } = closedLine({ workers: 3, ofClient: 2 });
  const { ends, work } = held();
  tried.isOpen = true;
  const all = ['a', 'a', 'a', 'a', 'a', 'b', 'c'].map((client) => ask(client, { work }));
  await rest();
  expect(tried.begun).toEqual(['a', 'a', 'b']);
  for (const [at, next] of ['a', 'c', 'a', 'a'].entries()) {
    ends[at]!();
    await rest();
    expect(tried.begun.slice(3 + at)).toEqual([next]);
  }
  for (const end of ends) end();
  await Promise.all(all);
  expect(line.waiting).toBe(0);
});

test('each worker has only so much at once, and the next is for the one with the least to do', async () => {
  const line = new Line({ workers: 2, ofWorker: 2, isThere: (worker) => worker !== 1 || isBack });
  let isBack = true;
  const { ends, work } = held();
  const given: number[] = [];
  const ask = async (client: string) =>
    line.run(new ServedRequest(client), signal, async (worker) => {
      given.push(worker);
      await work();
    });
  const all = Array.from({ length: 8 }, (_, client) => ask(`client${client}`));
  await rest();
  expect(given).toEqual([0, 1, 0, 1]);
  ends[1]!();
  await rest();
  isBack = false;
  ends[3]!();
  await rest();
  expect(given).toEqual([0, 1, 0, 1, 1]);
  isBack = true;
  await expect.poll(() => given).toEqual([0, 1, 0, 1, 1, 1]);
  for (const end of ends) end();
  await rest();
  for (const end of ends) end();
  await Promise.all(all);
});

test('whoever leaves while waiting takes nobody’s place and pays nothing', async () => {
  const line = new Line({});
  const { ends, work } = held();
  const taken: number[] = [];
  const first = line.run(new ServedRequest('a'), signal, work);
  const leaving = new AbortController();
  const account = { covers: 1, take: (requests: number) => taken.push(requests) };
  const left = line.run(new ServedRequest('b', account), leaving.signal, work);
  const next = line.run(new ServedRequest('c'), signal, async () => 'next');
  leaving.abort(new Error('left'));
  await expect(left).rejects.toThrow('left');
  expect(taken).toEqual([4, -4]);
  await rest();
  ends[0]!();
  expect(await next).toBe('next');
  await first;
});

test('what work is expected to cost is paid before it, and what it has cost after it, also where it fails', async () => {
  const line = new Line({ workers: 2, cost: 20 });
  const taken: number[] = [];
  const request = new ServedRequest('a', { covers: 1, take: (requests) => taken.push(requests) });
  const failing = line.run(request, signal, async (_worker, noteCost) => {
    expect(taken).toEqual([9]);
    noteCost(60);
    throw new Error('failed');
  });
  await expect(failing).rejects.toThrow('failed');
  expect(taken).toEqual([9, 20]);
});

test('what belongs to something that has had its turn goes before all others, and is never refused', async () => {
  const { line, admitted, ask, empty } = closedLine({ cost: 10 });
  admitted('a', 1);
  admitted('b', 20);
  void ask('c', { hasBegun: true });
  const leaving = new AbortController();
  const left = ask('d', { hasBegun: true, leaving: leaving.signal });
  leaving.abort(new Error('left'));
  await left;
  expect(line.waiting).toBe(22);
  expect((await empty()).slice(0, 4)).toEqual(['c', 'a', 'b', 'b']);
  const hard = closedLine({ cost: 10_000 });
  void hard.ask('a', { hasBegun: true });
  expect([hard.admitted('b', 1), await hard.empty()]).toEqual([0, ['a']]);
});

test('what takes long makes the line shorter, but a rare long piece of work does not', async () => {
  const slow = closedLine({ cost: 10 });
  slow.tried.cost = 100;
  slow.admitted('a', 100);
  await slow.empty();
  expect(slow.admitted('a', 1000)).toBeLessThan(30);
  const once = closedLine({ cost: 10 });
  once.tried.isOpen = true;
  once.tried.cost = 3000;
  await once.ask('a');
  once.tried.isOpen = false;
  expect(once.admitted('a', 1000)).toBeGreaterThan(80);
});

test('what has waited too long, since the work has become harder, is refused at its turn, so that the others are served in time', async () => {
  const { tried, ask, line } = closedLine({ cost: 10 });
  const all = [ask('alone')];
  const work = async () => vi.advanceTimersByTime(500);
  for (let client = 0; client < 12; client += 1) all.push(ask(`client${client}`, { work }));
  tried.isOpen = true;
  await Promise.all(all);
  // Whoever was alone at first may wait for longer.
  expect(tried.begun).toEqual(['alone', 'client0', 'client1']);
  expect(tried.refused).toHaveLength(10);
  expect(tried.refused[0]).toContain('Try again in a few seconds');
  expect([line.refused, line.waiting]).toEqual([10, 0]);
});

test('what has no turn is refused in time all the same, but not so early that the client asks again at once', async () => {
  const { tried, ask, line } = closedLine({ cost: 10, delay: 1000 });
  void ask('alone');
  for (let client = 0; client < 12; client += 1) void ask(`client${client}`);
  vi.advanceTimersByTime(1001);
  await expect.poll(() => tried.refused.length).toBe(12);
  expect([line.waiting, tried.refused.join()]).toEqual([1, expect.not.stringContaining('alone')]);
  vi.advanceTimersByTime(900);
  await expect.poll(() => line.waiting).toBe(0);
  expect(tried.refused.at(-1)).toContain('alone');
});

test('those that were just refused are of the crowd too, so that whoever comes then waits no longer than they would have', async () => {
  const { admitted, empty } = closedLine({ delay: 200, cost: 10 });
  for (let client = 0; client < 500; client += 1) admitted(`crowd${client}`, 1);
  await empty();
  const admittedLate = async () => {
    const count = admitted('late', 300);
    await empty();
    return count;
  };
  expect(await admittedLate()).toBeLessThanOrEqual(16);
  await expect.poll(admittedLate).toBe(191);
});

test('what is under way is waited for too, and nothing is refused that can begin at once', async () => {
  const { tried, ask, admitted } = closedLine({ workers: 2, cost: 100 });
  const { ends, work } = held();
  tried.isOpen = true;
  void ask('x', { work });
  void ask('y', { work });
  await rest();
  let count = 0;
  for (let client = 0; client < 40; client += 1) count += admitted(`client${client}`, 1);
  // Five wait for one another and for two more, 50 ms each; of six, each may wait for a sixth of 1.9 seconds only.
  expect(count).toBe(5);
  tried.cost = 1e6;
  for (const end of ends.splice(0)) end();
  await expect.poll(() => tried.begun.length).toBe(7);
  void ask('x', { work });
  void ask('y', { work });
  await rest();
  expect(admitted('late', 1)).toBe(0);
  ends[0]!();
  await rest();
  void ask('late', { work });
  expect(admitted('late', 1)).toBe(0);
  await rest();
  expect(tried.begun.slice(7)).toEqual(['x', 'y', 'late']);
});

test('how long a refusal takes counts from when the client asked', async () => {
  const closed = closedLine({ cost: 10_000, delay: 1000 });
  await Promise.all([closed.ask('just now'), closed.ask('a while ago', { since: -5000 })]);
  expect(closed.tried.refused.map((refusal) => refusal.split(':')[0])).toEqual(['a while ago', 'just now']);

  const waiting = closedLine({ delay: 1000 });
  void waiting.ask('early');
  await waiting.ask('late', { since: -5000 });
  expect(waiting.tried.refused).toHaveLength(1);
  expect(await waiting.empty()).toEqual(['early']);
});
