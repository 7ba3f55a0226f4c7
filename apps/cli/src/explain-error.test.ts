import { expect, test } from 'vitest';
import { BrowserError } from '@monitor/browser';
import { DatabaseError } from '@monitor/store';
import { explainError } from './explain-error.ts';

test.each([
  [new DatabaseError('The database was removed.'), /^The database was removed\.$/],
  [new BrowserError('Install one.'), /^Install one\.$/],
  [Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: '/data/a.csv' }), /^The disk is full: \/data\/a\.csv could not/],
  [Object.assign(new Error('EDQUOT'), { code: 'EDQUOT', syscall: 'write' }), /^Your disk quota is used up: a file could not/],
  [
    Object.assign(new Error('EACCES'), { code: 'EACCES', path: '/data/a.csv' }),
    /^You do not have permission to read or write \/data\/a\.csv\./,
  ],
  [
    Object.assign(new Error('EROFS'), { code: 'EROFS', path: '/data/a.csv' }),
    /^\/data\/a\.csv could not be written: its disk is read-only/,
  ],
  [Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'read' }), /^a file could not be read or written: its disk is faulty/],
  [Object.assign(new Error('ENAMETOOLONG'), { code: 'ENAMETOOLONG', path: '/data/aa' }), /^The name \/data\/aa is longer than/],
  [Object.assign(new Error('EISDIR'), { code: 'EISDIR', path: '/data' }), /^\/data is a folder\./],
  [Object.assign(new Error('ERR_FS_EISDIR'), { code: 'ERR_FS_EISDIR', path: '/data' }), /^\/data is a folder\./],
  [new TypeError('x is not a function'), /^Unexpected error: TypeError: x is not a function\n/],
  [undefined, /^Unexpected error: undefined$/],
])('%s is explained', (error, text) => {
  expect(explainError(error)).toMatch(text);
});
