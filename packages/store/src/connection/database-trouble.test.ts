import { expect, test } from 'vitest';
import { DatabaseError } from './database-error.ts';
import { databaseTrouble, explainTrouble } from './database-trouble.ts';

const withCode = (code: string) => Object.assign(new Error('select * from secrets'), { code });

test.each([
  ['53100', 'disk_full', 'The disk of the database is full.'],
  ['53200', 'out_of_memory', 'The database has run out of memory.'],
  ['53300', 'no_connections', 'The database has no free connections.'],
  ['57P01', 'lost', 'The connection to the database was lost.'],
  ['57P02', 'lost', 'The connection to the database was lost.'],
  ['57P03', 'starting', 'The database is starting or stopping.'],
  ['57P04', 'removed', 'The database was removed.'],
  ['08006', 'lost', 'The connection to the database was lost.'],
  ['CONNECTION_CLOSED', 'lost', 'The connection to the database was lost.'],
  ['CONNECTION_DESTROYED', 'lost', 'The connection to the database was lost.'],
  ['ERR_STREAM_DESTROYED', 'lost', 'The connection to the database was lost.'],
  ['ECONNREFUSED', 'unreachable', 'The database cannot be reached.'],
  ['CONNECT_TIMEOUT', 'unreachable', 'The database cannot be reached.'],
  ['58030', 'broken', 'The database cannot read or write its files.'],
] as const)('%s is known as %s, and explained in one line', (code, name, happened) => {
  for (const error of [
    withCode(code),
    new Error('Failed query', { cause: withCode(code) }),
    new AggregateError([withCode(code)]),
  ]) {
    expect(databaseTrouble(error)?.name).toBe(name);
    const explained = explainTrouble(error, 'Nothing was stored.') as Error;
    expect(explained).toBeInstanceOf(DatabaseError);
    expect(explained.message).toMatch(new RegExp(`^${happened} Nothing was stored\\. [^\n]+\\.$`));
    expect(explained.message).not.toContain('secrets');
  }
});

test.each([
  withCode('22021'),
  withCode('57014'),
  withCode('ENOENT'),
  new TypeError('x is not a function'),
  new DatabaseError('Said already.'),
  'a string',
  undefined,
])('%s is left as it is', (error) => {
  expect(databaseTrouble(error)).toBeUndefined();
  expect(explainTrouble(error)).toBe(error);
});

test('an error that is its own cause ends the search', () => {
  const error = new Error('x');
  error.cause = error;
  expect(databaseTrouble(error)).toBeUndefined();
});
