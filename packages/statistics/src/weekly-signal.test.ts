import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomCounts } from './random-counts.ts';
import { expectedRange, rangeAndSignal, signalsOf, weeklySignal } from './weekly-signal.ts';

const steady = (length: number, seed = 1, mean = 6) => {
  const random = randomCounts(seed);
  return Array.from({ length }, () => random(mean, 1));
};

test('a week far above the years before is a signal with what was expected, and so is a lasting rise of less', () => {
  const counts = [...steady(290), 20];
  expect(weeklySignal(counts, 290)).toMatchObject({
    method: 'farrington',
    weeks: expect.toSatisfy((weeks) => weeks <= 2),
    p: expect.closeTo(0, 3),
  });
  const signal = weeklySignal(counts, 290)!;
  expect(signal.count).toBeGreaterThan(signal.high);
  expect(signal.expected).toBeGreaterThan(signal.low);
  const lasting = [...steady(287), 12, 11, 12, 12];
  expect(weeklySignal(lasting, 290)).toMatchObject({ weeks: 4, count: 47 });
  expect(weeklySignal(lasting, 287)).toBeUndefined();
});

test('few events are no signal, however rare', () => {
  const counts = [...Array<number>(290).fill(0), 4];
  expect(weeklySignal(counts, 290)).toBeUndefined();
  expect(weeklySignal([...counts.slice(0, 290), 5], 290)).toMatchObject({ count: 5 });
});

test('a short series is compared with the seven weeks before, a shorter one with nothing', () => {
  expect(weeklySignal([3, 4, 2, 3, 4, 3, 2, 30], 7)).toMatchObject({ method: 'ears', weeks: 1, count: 30 });
  expect(weeklySignal([3, 4, 2, 3, 4, 3, 2, 6], 7)).toBeUndefined();
  expect(weeklySignal([3, 4, 2, 3, 4, 3, 200], 6)).toBeUndefined();
  expect(expectedRange([3, 4, 2, 3, 4, 3, 2, 6], 6)).toBeUndefined();
});

test('consecutive weeks are one signal', () => {
  const counts = [...steady(290), 25, 26, 40, ...steady(10, 2), 30];
  const signals = signalsOf(counts, 290, counts.length - 1);
  expect(signals).toHaveLength(2);
  expect(signals[0]).toMatchObject({ first: 290, at: 293 });
  expect(signals[1]).toMatchObject({ first: 303, last: 303 });
});

test('nearly all quiet weeks are within their range', () => {
  let beyond = 0;
  const counts = steady(264 + 600, 8, 4);
  for (let at = 264; at < counts.length; at++) {
    const { low, high } = expectedRange(counts, at)!;
    if (counts[at]! < low || counts[at]! > high) beyond++;
  }
  expect(beyond).toBeLessThanOrEqual(6);
});

test('a range holds what is expected, and a higher count is a signal where a lower one is', () => {
  const series = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 8, maxLength: 330 });
  fc.assert(
    fc.property(series, (counts) => {
      const at = counts.length - 1;
      const range = expectedRange(counts, at)!;
      expect(range.low).toBeLessThanOrEqual(Math.ceil(range.expected));
      expect(range.high).toBeGreaterThanOrEqual(Math.floor(range.expected));
      const signal = weeklySignal(counts, at);
      expect(rangeAndSignal(counts, at)).toEqual({ range, signal });
      if (signal === undefined) return;
      const higher = weeklySignal([...counts.slice(0, -1), counts[at]! + 5], at)!;
      expect(higher.p).toBeLessThanOrEqual(signal.p);
    }),
  );
});
