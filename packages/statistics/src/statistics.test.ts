import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratePer100000, rateRatio } from './rates.ts';
import { centredAverage, earlierRange, expectedBeyondRange } from './series.ts';

test('the published third quarters of 2025 and 2024: 804 after 939 is 0.86 (0.78 to 0.94)', () => {
  const change = rateRatio({ events: 804, exposure: 92 }, { events: 939, exposure: 92 });
  expect(change.kind).toBe('change');
  if (change.kind !== 'change') return;
  expect([change.ratio, change.low, change.high].map((value) => value.toFixed(2))).toEqual(['0.86', '0.78', '0.94']);
});

test('under ten events in either period nothing is called a change', () => {
  expect(rateRatio({ events: 9, exposure: 1 }, { events: 90, exposure: 1 })).toEqual({ kind: 'too_few' });
  expect(rateRatio({ events: 90, exposure: 1 }, { events: 0, exposure: 1 })).toEqual({ kind: 'too_few' });
  expect(rateRatio({ events: 90, exposure: 1 }, { events: 39, exposure: 1, dispersion: 4 })).toEqual({ kind: 'in_waves' });
});

test('the interval holds the ratio and turning the comparison round inverts it', () => {
  const count = fc.record({
    events: fc.integer({ min: 40, max: 1e6 }),
    exposure: fc.double({ min: 0.1, max: 1e6, noNaN: true }),
    dispersion: fc.constantFrom(1, 1.7, 4),
  });
  fc.assert(
    fc.property(count, count, (one, two) => {
      const there = rateRatio(one, two);
      const back = rateRatio(two, one);
      if (there.kind !== 'change' || back.kind !== 'change') throw new Error('expected a change');
      expect(there.low).toBeLessThan(there.ratio);
      expect(there.high).toBeGreaterThan(there.ratio);
      expect(there.ratio * back.ratio).toBeCloseTo(1, 9);
      expect(there.low * back.high).toBeCloseTo(1, 9);
    }),
  );
});

test('a rate is per 100,000 people and year', () => {
  expect(ratePer100000(50, 1_000_000, 365.25)).toBeCloseTo(5, 10);
  expect(ratePer100000(50, 1_000_000, 365.25 / 2)).toBeCloseTo(10, 10);
  expect(() => ratePer100000(1, 0, 1)).toThrow(RangeError);
});

test('a centred average removes a yearly season and keeps the level', () => {
  const seasonal = Array.from({ length: 48 }, (_, month) => 100 + 30 * Math.sin((2 * Math.PI * month) / 12));
  const average = centredAverage(seasonal);
  expect(average.slice(0, 6)).toEqual(Array(6).fill(null));
  expect(average.slice(-6)).toEqual(Array(6).fill(null));
  for (const value of average.slice(6, -6)) expect(value).toBeCloseTo(100, 9);
});

test('the earlier range looks back whole years only', () => {
  const values = Array.from({ length: 37 }, (_, month) => month);
  expect(earlierRange(values)[36]).toEqual({ low: 0, high: 24, cycles: 3 });
  expect(earlierRange(values)[23]).toBeNull();
});

test('the earlier range is of the same step of the cycles just before, without a gap, and of two of them at least', () => {
  const value = fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null });
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 20, maxLength: 80, size: 'max' }),
      fc.integer({ min: 1, max: 13 }),
      fc.integer({ min: 1, max: 6 }),
      (values, cycle, cycles) => {
        const ranges = earlierRange(values, cycle, cycles);
        expect(ranges).toHaveLength(values.length);
        for (const [index, range] of ranges.entries()) {
          const same = values.filter((_one, at) => at < index && (index - at) % cycle === 0 && index - at <= cycle * cycles);
          const before = same.slice(same.lastIndexOf(null) + 1) as number[];
          expect(range).toEqual(
            before.length < 2 ? null : { low: Math.min(...before), high: Math.max(...before), cycles: before.length },
          );
        }
      },
    ),
  );
});

test('of twelve months, chance alone puts two above the range of five years and four above that of two', () => {
  expect(expectedBeyondRange(Array<number>(12).fill(5))).toBeCloseTo(2, 9);
  expect(expectedBeyondRange(Array<number>(12).fill(2))).toBeCloseTo(4, 9);
  expect(expectedBeyondRange([5, 2])).toBeCloseTo(1 / 6 + 1 / 3, 9);
  expect(expectedBeyondRange([])).toBe(0);
});

test('years that are all alike lie outside the range as often as expected', () => {
  let state = 7;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (const years of [2, 3, 5]) {
    let above = 0;
    let below = 0;
    const trials = 4000;
    for (let trial = 0; trial < trials; trial++) {
      const values = Array.from({ length: 12 * (years + 1) }, random);
      const ranges = earlierRange(values).slice(-12);
      for (const [index, value] of values.slice(-12).entries()) {
        if (value > (ranges[index]?.high ?? 1)) above++;
        if (value < (ranges[index]?.low ?? 0)) below++;
      }
    }
    const expected = expectedBeyondRange(Array<number>(12).fill(years));
    expect(Math.abs(above / trials - expected)).toBeLessThan(0.1);
    expect(Math.abs(below / trials - expected)).toBeLessThan(0.1);
  }
});
