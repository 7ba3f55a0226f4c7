import { expect, test } from 'vitest';
import { formatOf } from './voice.ts';

const { number, date } = formatOf('en-GB');

test('numbers are grouped and a fall has a true minus sign', () => {
  expect(number.count(8914)).toBe('8,914');
  expect(number.decimal(16.66)).toBe('16.7');
  expect([16.66, 4, 0.526, 0.0123, 0].map(number.rate)).toEqual(['16.7', '4.0', '0.53', '0.012', '0']);
  expect(number.signedPercent(-0.042)).toBe('−4%');
  expect(number.signedPercent(0.06)).toBe('+6%');
  expect(number.share(0.443)).toBe('44%');
  expect(number.share(0.004)).toBe('0.4%');
});

test('the size of a file has a unit in which it is short', () => {
  expect([0, 1, 1240, 35_800, 999_900, 1_240_000, 568_000_000, 2_100_000_000].map(number.size)).toEqual([
    '0 kB',
    '1 kB',
    '1.2 kB',
    '36 kB',
    '1 MB',
    '1.2 MB',
    '568 MB',
    '2.1 GB',
  ]);
});

test('no rounding turns almost all into all, or next to nothing into nothing', () => {
  expect([0, 0.0003, 0.0007, 0.004, 0.5, 0.992, 0.996, 0.99999, 1].map(number.share)).toEqual([
    '0%',
    '<0.1%',
    '0.1%',
    '0.4%',
    '50%',
    '99%',
    '>99%',
    '>99%',
    '100%',
  ]);
  expect([0.0004, 0.00003].map(number.rate)).toEqual(['0.0004', '0.00003']);
  const german = formatOf('de').number;
  // The space before the sign does not break.
  expect([0.0003, 0.996].map(german.share)).toEqual(['<0,1\u00a0%', '>99\u00a0%']);
  expect(formatOf('tr').number.share(0.996)).toBe('>%99');
});

test('a difference that would round to none keeps the side of zero on which it lies', () => {
  expect([-0.04, -0.006, -0.004, -0.0005, -0.0004, 0, 0.001, 0.003].map(number.signedPercent)).toEqual([
    '−4%',
    '−1%',
    '−0.4%',
    '−0.1%',
    '−0.1%',
    '0%',
    '+0.1%',
    '+0.3%',
  ]);
  expect(formatOf('de').number.signedPercent(-0.003)).toBe('−0,3\u00a0%');
});

test('a period is said as short as it can be', () => {
  expect(date.period('2024-01-01', '2026-10-31')).toBe('2024 – Oct 2026');
  expect(date.period('2025-01-01', '2025-12-31')).toBe('2025');
  expect(date.period('2014-01-01', '2025-12-31')).toBe('2014–2025');
  expect(date.period('2025-01-01', '2025-03-31')).toBe('Jan–Mar 2025');
  expect(date.period('2025-02-01', '2025-02-28')).toBe('Feb 2025');
  expect(date.period('2024-02-01', '2024-02-28')).toBe('1–28 Feb 2024');
  expect(date.period('2023-12-30', '2024-01-02')).toBe('30 Dec 2023 – 2 Jan 2024');
  expect(date.period('2024-01-02', '2024-01-02')).toBe('2 Jan 2024');
});

test('a step is named by the days it holds', () => {
  expect(date.step('2026-10-26', 'week')).toBe('26 Oct – 1 Nov 2026');
  expect(date.step('2026-10-01', 'month')).toBe('October 2026');
  expect(date.step('2026-10-01', 'quarter')).toBe('Oct–Dec 2026');
  expect(date.step('2026-01-01', 'year')).toBe('2026');
});
