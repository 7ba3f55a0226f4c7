import { expect, test } from 'vitest';
import { DownloadGate, type RunningDownload } from './downloads.ts';
import { paceStretch } from './reading-pace.ts';

const { signal } = new AbortController();
const limits = { inAll: 3, ofClient: 2, leastRate: 1000, patience: 0 };

/** Makes a download look as if its reader had paused for longer than is looked at. */
async function pause(download: RunningDownload): Promise<void> {
  const pieces = async function* () {
    yield new Uint8Array(10);
    yield new Uint8Array(10);
  };
  const reading = download.pace.measured(pieces());
  await reading.next();
}

const nothing = () => undefined;

test('a client has only so many at once, and gets the next when one has ended', async () => {
  const gate = new DownloadGate(limits);
  const first = await gate.enter('a', nothing, signal);
  await gate.enter('a', nothing, signal);
  await expect(gate.enter('a', nothing, signal)).rejects.toThrow('You have 2 downloads running');
  await gate.enter('b', nothing, signal);
  await expect(gate.enter('b', nothing, signal)).rejects.toThrow('Try again in 30 seconds');
  first.leave();
  first.leave();
  await expect(gate.enter('b', nothing, signal)).resolves.toBeDefined();
  await expect(gate.enter('c', nothing, signal)).rejects.toThrow('Try again in 30 seconds');
});

test('who waits has its turn as soon as somebody leaves', async () => {
  const gate = new DownloadGate({ ...limits, patience: 60_000 });
  const [first] = await Promise.all(['a', 'b', 'c'].map((client) => gate.enter(client, nothing, signal)));
  const waiting = gate.enter('d', nothing, signal);
  first!.leave();
  await expect(waiting).resolves.toBeDefined();
});

test('who waits and leaves takes nobody else its place', async () => {
  const gate = new DownloadGate({ ...limits, patience: 60_000 });
  const [first] = await Promise.all(['a', 'b', 'c'].map((client) => gate.enter(client, nothing, signal)));
  const leaving = new AbortController();
  const waiting = gate.enter('d', nothing, leaving.signal);
  leaving.abort();
  await expect(waiting).rejects.toThrow('aborted');
  first!.leave();
  await expect(gate.enter('e', nothing, signal)).resolves.toBeDefined();
});

test('where there is no room, the slowest reader makes way', async () => {
  let now = 0;
  const gate = new DownloadGate({ ...limits, patience: 60_000 }, () => now);
  const ended: string[] = [];
  const running: RunningDownload[] = [];
  for (const client of ['a', 'b', 'c']) running.push(await gate.enter(client, () => ended.push(client), signal));
  await pause(running[1]!);
  now += paceStretch;
  await gate.enter('d', nothing, signal);
  expect(ended).toEqual(['b']);
});
