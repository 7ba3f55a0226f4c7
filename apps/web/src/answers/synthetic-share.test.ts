import { expect, test } from 'vitest';
import { syntheticShare } from './synthetic-share.ts';

const madeUp = { synthetic: true };
const real = { synthetic: false };

test('datasets are made up in part or altogether', () => {
  expect(syntheticShare([])).toBe('none');
  expect(syntheticShare([real])).toBe('none');
  expect(syntheticShare([real, madeUp])).toBe('some');
  expect(syntheticShare([madeUp, madeUp])).toBe('all');
});
