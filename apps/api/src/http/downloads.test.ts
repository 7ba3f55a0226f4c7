import { expect, test } from 'vitest';
import { DownloadGate, type RunningDownload } from './downloads.ts';
import { paceStretch } from './reading-pace.ts';

const { signal } = new AbortController();
const limits = { inAll: 3, ofClient: 2, leastRate: 1000, leastRateOfSeveral: 8000, patience: 0 };

/** Makes downloads look as if each reader took so many bytes per second. */
async function readAt(rates: ReadonlyMap<RunningDownload, number>, wait: (milliseconds: number) => void): Promise<void> {
  const readings = [...rates].map(([{ pace }, rate]) =>
    pace.measured(
      (async function* () {
        for (;;) yield new Uint8Array(rate);
      })(),
    ),
  );
  for (let second = 0; second < 12; second++) {
    for (const reading of readings) await reading.next();
    wait(1000);
  }
  // Nothing is waited for.
  for (const reading of readings) await reading.next();
}

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

test('where two clients have all, and read just fast enough, one of theirs makes way for a client that has none', async () => {
  let now = 0;
  const gate = new DownloadGate({ ...limits, patience: 0 }, () => now);
  const ended: string[] = [];
  const enter = (client: string) => gate.enter(client, () => ended.push(client), signal);
  const running = [await enter('a'), await enter('a'), await enter('b')];
  await readAt(new Map(running.map((one, at) => [one, [3000, 2000, 1500][at]!])), (milliseconds) => (now += milliseconds));
  await enter('c');
  // The one of "b" is the slowest, and its only one.
  expect(ended).toEqual(['a']);
  await expect(enter('d')).rejects.toThrow('Try again in 30 seconds');
  await expect(enter('b')).rejects.toThrow('Try again in 30 seconds');
});

test('those who have several and read fast keep them', async () => {
  let now = 0;
  const gate = new DownloadGate(limits, () => now);
  const running = [
    await gate.enter('a', nothing, signal),
    await gate.enter('a', nothing, signal),
    await gate.enter('b', nothing, signal),
  ];
  await readAt(new Map(running.map((one) => [one, 9000])), (milliseconds) => (now += milliseconds));
  await expect(gate.enter('c', nothing, signal)).rejects.toThrow('Try again in 30 seconds');
});
