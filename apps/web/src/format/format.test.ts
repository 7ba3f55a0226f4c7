import { expect, test } from 'vitest';
import { formatOf } from './use-format.ts';

const { number, date } = formatOf('en-GB');

test('numbers are grouped and a fall has a true minus sign', () => {
  expect(number.count(8914)).toBe('8,914');
  expect(number.decimal(16.66)).toBe('16.7');
  expect([16.66, 4, 0.526, 0.0123, 0].map(number.rate)).toEqual(['16.7', '4.0', '0.53', '0.012', '0']);
  expect(number.signedPercent(-0.042)).toBe('−4%');
  expect(number.signedPercent(0.06)).toBe('+6%');
  expect(number.signedPercent(0.001)).toBe('0%');
  expect(number.signedPoints(-0.07)).toBe('−7');
  expect(number.share(0.443)).toBe('44%');
  expect(number.share(0.004)).toBe('0.4%');
});

test('a period is said as short as it can be', () => {
  expect(date.period('2024-01-01', '2026-10-31')).toBe('2024 – Oct 2026');
  expect(date.period('2025-01-01', '2025-12-31')).toBe('2025');
  expect(date.period('2014-01-01', '2025-12-31')).toBe('2014 – 2025');
  expect(date.period('2025-01-01', '2025-03-31')).toBe('Jan – Mar 2025');
  expect(date.period('2025-02-01', '2025-02-28')).toBe('Feb 2025');
  expect(date.period('2024-02-01', '2024-02-28')).toBe('1 – 28 Feb 2024');
  expect(date.period('2023-12-30', '2024-01-02')).toBe('30 Dec 2023 – 2 Jan 2024');
  expect(date.period('2024-01-02', '2024-01-02')).toBe('2 Jan 2024');
});

test('a step is named by the days it holds', () => {
  expect(date.step('2026-10-26', 'week')).toBe('26 Oct – 1 Nov 2026');
  expect(date.step('2026-10-01', 'month')).toBe('October 2026');
  expect(date.step('2026-10-01', 'quarter')).toBe('Oct – Dec 2026');
  expect(date.step('2026-01-01', 'year')).toBe('2026');
});
