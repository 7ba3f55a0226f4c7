import { expect, test } from 'vitest';
import { compactCount } from './compact-count.ts';

test('counts are short, and whole below a thousand', () => {
  const format = compactCount('en-GB');
  expect([7, 372, 999, 1165, 12_340].map(format)).toEqual(['7', '372', '999', '1.2k', '12k']);
});
