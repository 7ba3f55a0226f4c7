import { expect, test } from 'vitest';
import { DatabaseError } from '@monitor/store';
import { explainError } from './explain-error.ts';

test.each([
  [new DatabaseError('The database was removed.'), /^The database was removed\.$/],
  [Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: '/data/a.csv' }), /^The disk is full: \/data\/a\.csv could not/],
  [new TypeError('x is not a function'), /^Unexpected error: TypeError: x is not a function\n/],
  [undefined, /^Unexpected error: undefined$/],
])('%s is explained', (error, text) => {
  expect(explainError(error)).toMatch(text);
});
