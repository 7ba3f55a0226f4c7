import { expect, test } from 'vitest';
import { funnelLimits, funnelShares } from './funnel-limits.ts';

const [inner, outer] = funnelShares;

test('limits are Poisson quantiles as R gives them, interpolated', () => {
  // qpois(c(.025, .975, .001, .999), 10) is 4, 17, 2, 21; ppois of them and of one less interpolates.
  const ten = funnelLimits(10, inner);
  // ppois(3:4, 10): 0.01033605, 0.02925269; ppois(16:17, 10): 0.9729584, 0.9857224.
  expect(ten.low).toBeCloseTo(4 - (0.02925269 - 0.025) / (0.02925269 - 0.01033605), 4);
  expect(ten.high).toBeCloseTo(17 - (0.9857224 - 0.975) / (0.9857224 - 0.9729584), 4);
  const wide = funnelLimits(10, outer);
  expect(Math.ceil(wide.low)).toBe(2);
  expect(Math.ceil(wide.high)).toBe(21);
});

test('few expected events have no lower limit', () => {
  // Of two expected, none happen in 13.5% of cases: ppois(0, 2).
  expect(funnelLimits(2, inner).low).toBe(0);
  expect(funnelLimits(2, inner).high).toBeGreaterThan(4);
});

test('limits close in on the average as more is expected, without a step', () => {
  let before = Infinity;
  for (const expected of [5, 20, 80, 320, 499, 501, 2000, 10_000]) {
    const { low, high } = funnelLimits(expected, inner);
    expect(low).toBeLessThan(expected);
    expect(high).toBeGreaterThan(expected);
    const width = (high - low) / expected;
    expect(width).toBeLessThan(before);
    before = width;
    // Of many, the normal distribution says the same.
    if (expected >= 320) expect(width).toBeCloseTo((2 * 1.96) / Math.sqrt(expected), 2);
    const { low: lower, high: higher } = funnelLimits(expected, outer);
    expect(lower).toBeLessThan(low);
    expect(higher).toBeGreaterThan(high);
  }
});

test('of nothing expected there are no limits', () => {
  expect(() => funnelLimits(0, inner)).toThrow(RangeError);
});
