import { expect, test } from 'vitest';
import { WaitingLine } from './waiting-line.ts';

/** A line on a clock of its own. @param cost milliseconds that each piece of work takes */
function lineOf(servers: number, cost: number) {
  let now = 0;
  const line = new WaitingLine(servers, { now: () => now, pause: 0 });
  for (let count = 0; count < 200; count += 1) line.served(cost);
  return { line, pass: (milliseconds: number) => (now += milliseconds) };
}

async function joined(line: WaitingLine, wanted: number): Promise<number> {
  let count = 0;
  for (let at = 0; at < wanted; at += 1) {
    try {
      await line.join();
      count += 1;
    } catch {
      // Sent away.
    }
  }
  return count;
}

test('whoever asks for a whole map at once is not sent away', async () => {
  const { line } = lineOf(1, 20);
  expect(await joined(line, 40)).toBe(40);
});

test('a line that does not empty takes no more than is answered soon', async () => {
  const { line, pass } = lineOf(1, 10);
  await joined(line, 60);
  pass(2000);
  await expect(line.join()).rejects.toThrow('Try again in a few seconds');
  for (let count = 0; count < 50; count += 1) line.leave();
  expect(await joined(line, 20)).toBe(6);
  expect([line.waiting, line.refused]).toEqual([16, 15]);
});

test('a line that empties again is no overload', async () => {
  const { line, pass } = lineOf(2, 20);
  for (let burst = 0; burst < 10; burst += 1) {
    expect(await joined(line, 40)).toBe(40);
    pass(1000);
    for (let count = 0; count < 40; count += 1) line.leave();
    pass(1000);
  }
  expect(line.refused).toBe(0);
});

test('what takes long for each makes the line shorter, and more threads make it longer', async () => {
  const lengths = await Promise.all(
    [
      [1, 5],
      [1, 50],
      [4, 50],
    ].map(async ([servers = 1, cost = 1]) => {
      const { line, pass } = lineOf(servers, cost);
      await line.join();
      pass(60_000);
      return joined(line, 1000);
    }),
  );
  expect(lengths[0]).toBeGreaterThan(lengths[1]!);
  expect(lengths[2]).toBeGreaterThan(lengths[1]!);
});
