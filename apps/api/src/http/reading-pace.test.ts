import { expect, test } from 'vitest';
import { ReadingPace } from './reading-pace.ts';

/** A reader that takes pieces of so many bytes, each after so many milliseconds. */
async function paceOf(bytes: number, milliseconds: readonly number[]): Promise<ReadingPace> {
  let now = 0;
  const pace = new ReadingPace(() => now);
  const pieces = async function* () {
    for (const _ of milliseconds) {
      // The server takes its time too, which is not the reader's.
      now += 5000;
      yield new Uint8Array(bytes);
    }
  };
  const reading = pace.measured(pieces());
  for (const one of milliseconds) {
    await reading.next();
    now += one;
  }
  return pace;
}

test('a reader that takes everything at once has no bounds, however slow the server is', async () => {
  expect(
    (
      await paceOf(
        100_000,
        Array.from({ length: 100 }, () => 1),
      )
    ).rate(),
  ).toBe(Infinity);
});

test('the pace of a slow reader is what it took of late', async () => {
  const rate = (
    await paceOf(100_000, [...Array.from({ length: 1000 }, () => 1), ...Array.from({ length: 10 }, () => 2000)])
  ).rate();
  expect(rate).toBeGreaterThan(30_000);
  expect(rate).toBeLessThan(50_000);
});

test('a reader that has stopped has no pace, whatever it took before', async () => {
  expect((await paceOf(100_000, [...Array.from({ length: 50 }, () => 0), 11_000])).rate()).toBe(0);
});
