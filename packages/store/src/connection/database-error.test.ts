import { expect, test } from 'vitest';
import { connectionError } from './database-error.ts';

const url = 'postgres://analyst:s%40cret@db.example.org:5433/monitor';
const failed = (code: string, message = 'of s%40cret') => Object.assign(new Error(message), { code });

test.each([
  ['ECONNREFUSED', 'No database answers at db.example.org:5433'],
  ['ENOTFOUND', 'host of db.example.org:5433 is not known'],
  ['CONNECT_TIMEOUT', 'cannot be reached'],
  ['28P01', 'refuses the user "analyst"'],
  ['3D000', 'no database "monitor"'],
  ['53300', 'no free connection'],
  ['57P03', 'is starting or stopping'],
  ['XX000', 'cannot be used (XX000)'],
])('%s is told in one line that names the server and not the password', (code, words) => {
  const error = connectionError(failed(code, 'went wrong\nsecond line'), url);
  expect(error.name).toBe('DatabaseError');
  expect(error.message).toContain(words);
  expect(error.message).not.toContain('\n');
  expect(error.message).not.toContain('s%40cret');
  expect((connectionError(failed(code), url).cause as Error).message).not.toContain('s%40cret');
});

test.each(['', 'monitor', 'http://user:secret@host/monitor', 'postgres://user:sec%ret@[bad'])('"%s" is no address', (bad) => {
  const { message } = connectionError(new Error('driver says user:secret'), bad);
  expect(message).toContain('DATABASE_URL is not a database address');
  expect(message).not.toContain('secret');
});
