import { expect, test, vi } from 'vitest';
import { WaitingLine } from './waiting-line.ts';

/** @param cost milliseconds that each piece of work takes */
function lineOf(servers: number, cost: number): WaitingLine<string> {
  // No time passes, so that nobody is late.
  return new WaitingLine(servers, { pause: 0, cost, now: () => 0 });
}

/** How many of so many pieces of work of a client got into the line. */
async function joined(line: WaitingLine<string>, client: string, wanted: number): Promise<number> {
  let count = 0;
  for (let at = 0; at < wanted; at += 1) {
    const before = line.length;
    const refusal = new Promise((resolve) => line.join(client, `${client} ${before} ${at}`, resolve));
    if (line.length > before) count += 1;
    else expect(String(await refusal)).toContain('Try again in a few seconds');
  }
  return count;
}

function takeAll(line: WaitingLine<string>): string[] {
  const taken: string[] = [];
  for (let next = line.take(); next !== undefined; next = line.take()) taken.push(next.split(' ')[0]!);
  return taken;
}

test('whoever is alone may ask for a whole map at once, and for the next one', async () => {
  expect(await joined(lineOf(1, 20), 'a', 80)).toBe(80);
});

test('whoever asks for more than that is sent away, and nobody else', async () => {
  const line = lineOf(1, 10);
  const own = await joined(line, 'a', 1000);
  expect(own).toBeGreaterThan(150);
  expect(own).toBeLessThan(250);
  expect(await joined(line, 'b', 12)).toBe(12);
  expect(await joined(line, 'a', 10)).toBe(0);
  expect(line.refused).toBe(1000 - own + 10);
});

test('clients take turns', async () => {
  const line = lineOf(4, 1);
  await joined(line, 'a', 4);
  await joined(line, 'b', 2);
  await joined(line, 'c', 1);
  expect(takeAll(line)).toEqual(['a', 'b', 'c', 'a', 'b', 'a', 'a']);
  expect(line.length).toBe(0);
});

test('a crowd has no more than is answered soon, whoever comes first', async () => {
  const line = lineOf(1, 10);
  let admitted = 0;
  for (let client = 0; client < 200; client += 1) admitted += await joined(line, `client${client}`, 1);
  expect(admitted).toBe(15);
  takeAll(line);
  expect(await joined(line, 'late', 1)).toBe(1);
});

test('a client may be passed over, and nobody is served twice', async () => {
  const line = lineOf(1, 1);
  await joined(line, 'a', 1);
  await joined(line, 'b', 1);
  expect(line.take((client) => client !== 'a')).toMatch(/^b/);
  expect(line.take((client) => client !== 'a')).toBeUndefined();
  line.join('c', 'c left', () => undefined);
  expect([line.leave('c', 'c left'), line.leave('c', 'c left'), line.length]).toEqual([true, false, 1]);
  expect(takeAll(line)).toEqual(['a']);
});

test('what belongs to something that has had its turn goes before all others, and is never sent away', async () => {
  const line = lineOf(1, 10);
  await joined(line, 'a', 1);
  await joined(line, 'b', 20);
  line.goOn('c', 'c second');
  line.goOn('d', 'd left');
  expect([line.leave('d', 'd left'), line.leave('d', 'd left'), line.length]).toEqual([true, false, 22]);
  expect(line.take((client) => client === 'a')).toMatch(/^a/);
  expect(line.take()).toBe('c second');
  expect(line.take()).toMatch(/^b/);
  expect(line.length).toBe(19);
});

test('what takes long makes the line shorter, but a rare long piece of work does not', async () => {
  const slow = lineOf(1, 10);
  for (let count = 0; count < 100; count += 1) slow.served(100);
  expect(await joined(slow, 'a', 1000)).toBeLessThan(30);
  const once = lineOf(1, 10);
  once.served(3000);
  expect(await joined(once, 'a', 1000)).toBeGreaterThan(80);
});

test('whoever has waited too long, since the work has become harder, is sent away at his turn, so that the others are served in time', async () => {
  let time = 0;
  const line = new WaitingLine<string>(1, { cost: 10, now: () => time });
  const [refused, alone] = [vi.fn<(error: unknown) => void>(), vi.fn<() => void>()];
  line.join('alone', 'alone', alone);
  for (let client = 0; client < 12; client += 1) line.join(`client${client}`, `client${client}`, refused);
  // Who was alone when he came may wait for longer.
  expect(line.take()).toBe('alone');
  const taken: string[] = [];
  for (let next = line.take(); next !== undefined; next = line.take()) {
    taken.push(next);
    time += 500;
  }
  expect(taken).toEqual(['client0', 'client1']);
  expect(refused).toHaveBeenCalledTimes(10);
  expect(String(refused.mock.lastCall)).toContain('Try again in a few seconds');
  expect([line.refused, line.length]).toEqual([10, 0]);
  expect(alone).not.toHaveBeenCalled();
});

test('whoever has no turn is sent away in time all the same, but not so early that he asks again at once', async () => {
  let time = 0;
  const line = new WaitingLine<string>(1, { cost: 10, now: () => time });
  const [alone, crowd] = [vi.fn<(error: unknown) => void>(), vi.fn<(error: unknown) => void>()];
  line.join('alone', 'alone', alone);
  for (let client = 0; client < 12; client += 1) line.join(`client${client}`, `client${client}`, crowd);
  time = 1001;
  await expect.poll(() => crowd.mock.calls.length).toBe(12);
  expect([alone.mock.calls.length, line.length]).toEqual([0, 1]);
  time = 1901;
  await expect.poll(() => alone.mock.calls.length).toBe(1);
  expect(line.length).toBe(0);
});

test('those who were just sent away are of the crowd too, so that whoever comes then waits no longer than they would have', async () => {
  const line = new WaitingLine<string>(1, { pause: 20, cost: 10, now: () => 0 });
  const lengthFor = (client: string) => {
    for (let at = 0; at < 300; at += 1) line.join(client, `${client} ${at}`, () => undefined);
    const { length } = line;
    takeAll(line);
    return length;
  };
  for (let client = 0; client < 500; client += 1) line.join(`crowd${client}`, `crowd${client}`, () => undefined);
  takeAll(line);
  expect(lengthFor('late')).toBeLessThanOrEqual(16);
  await expect.poll(() => lengthFor('late')).toBe(191);
});

test('what is under way is waited for too, and nobody is sent away whose work can start at once', async () => {
  let free: string | undefined;
  const line = new WaitingLine<string>(2, {
    pause: 0,
    cost: 100,
    now: () => 0,
    underWay: () => 2,
    isFree: (client) => client === free,
  });
  let admitted = 0;
  for (let client = 0; client < 40; client += 1) admitted += await joined(line, `client${client}`, 1);
  // Five wait for one another and for two more, 50 ms each; of six, each may wait for a sixth of 1.9 seconds only.
  expect(admitted).toBe(5);
  for (let count = 0; count < 200; count += 1) line.served(5000);
  expect(await joined(line, 'late', 1)).toBe(0);
  free = 'late';
  expect(await joined(line, 'late', 2)).toBe(1);
});

test('how long it takes to send somebody away counts from when he asked', async () => {
  const closed = new WaitingLine<string>(1, { cost: 10_000 });
  const told: string[] = [];
  const refusal = async (client: string, since: number) =>
    new Promise<void>((resolve) => {
      const refuse = () => {
        told.push(client);
        resolve();
      };
      closed.join(client, client, refuse, undefined, since);
    });
  const now = performance.now();
  await Promise.all([refusal('just now', now), refusal('a while ago', now - 5000)]);
  expect(told).toEqual(['a while ago', 'just now']);

  const open = new WaitingLine<string>(1, { now: () => 0 });
  const [late, early] = [vi.fn<() => void>(), vi.fn<() => void>()];
  open.join('early', 'early', early, undefined, 0);
  open.join('late', 'late', late, undefined, -5000);
  await vi.waitFor(() => expect(late).toHaveBeenCalledOnce(), { timeout: 10_000 });
  expect(early).not.toHaveBeenCalled();
  expect(open.take()).toBe('early');
});
