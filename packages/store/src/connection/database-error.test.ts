import { expect, test } from 'vitest';
import { connectionError } from './database-error.ts';

const url = 'postgres://analyst:s%40cret@db.example.org:5433/monitor';
const failed = (code: string, message = 'of s%40cret') => Object.assign(new Error(message), { code });

test.each([
  ['ECONNREFUSED', 'There is no database at db.example.org:5433'],
  ['ENOTFOUND', 'host db.example.org:5433 was not found'],
  ['CONNECT_TIMEOUT', 'Could not reach the database at db.example.org:5433'],
  ['28P01', 'rejected the user "analyst"'],
  ['3D000', 'no database "monitor"'],
  ['53300', 'no free connection'],
  ['57P03', 'is starting or stopping'],
  ['XX000', 'Could not use the database at db.example.org:5433 (XX000)'],
])('%s is explained in one line that names the server and not the password', (code, words) => {
  const error = connectionError(failed(code, 'went wrong\nsecond line'), url);
  expect(error.name).toBe('DatabaseError');
  expect(error.message).toContain(words);
  expect(error.message).not.toContain('\n');
  expect(error.message).not.toContain('s%40cret');
  expect((connectionError(failed(code), url).cause as Error).message).not.toContain('s%40cret');
});

test.each(['', 'monitor', 'http://user:secret@host/monitor', 'postgres://user:sec%ret@[bad'])('"%s" is no address', (bad) => {
  const { message } = connectionError(new Error('driver says user:secret'), bad);
  expect(message).toContain('DATABASE_URL must be an address like postgres://');
  expect(message).not.toContain('secret');
});
