import { expect, test } from 'vitest';
import { matchesTag } from './caching.ts';

test.each([
  [undefined, false],
  ['', false],
  ['*', true],
  ['W/"7-abc"', true],
  ['"7-abc"', true],
  ['"6-abc", W/"7-abc"', true],
  ['W/"8-abc"', false],
  ['7-abc', false],
])('If-None-Match %s', (header, expected) => {
  expect(matchesTag(header, 'W/"7-abc"')).toBe(expected);
});
