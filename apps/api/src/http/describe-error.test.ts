import { expect, test } from 'vitest';
import { problemCodes } from '@monitor/contract';
import { BadCursorError, DatabaseError, TroubleError } from '@monitor/store';
import { NumbersNotReadyError, NumbersTooBusyError, ProblemError } from '@monitor/engine';
import { describeError } from './describe-error.ts';

const withCode = (code: string) => Object.assign(new Error('select * from secrets'), { code });

test.each([
  [new ProblemError('not_found', 'x'), 'not_found'],
  [new BadCursorError('x'), 'bad_cursor'],
  [new NumbersNotReadyError('x'), 'not_ready'],
  [new NumbersTooBusyError('x'), 'too_busy'],
  [new DatabaseError('x'), 'database_unavailable'],
  [withCode('ECONNREFUSED'), 'database_unavailable'],
  [withCode('ERR_SOCKET_CLOSED'), 'database_unavailable'],
  [withCode('57P01'), 'database_unavailable'],
  [withCode('08006'), 'database_unavailable'],
  [new Error('Failed query', { cause: withCode('CONNECTION_CLOSED') }), 'database_unavailable'],
  [new AggregateError([withCode('ECONNREFUSED')]), 'database_unavailable'],
  [Object.assign(withCode('ENOENT'), { syscall: 'connect' }), 'database_unavailable'],
  [Object.assign(withCode('ENOENT'), { syscall: 'open' }), 'internal_error'],
  [withCode('57014'), 'took_too_long'],
  [withCode('FST_ERR_HANDLER_TIMEOUT'), 'took_too_long'],
  [withCode('FST_ERR_BAD_URL'), 'bad_request'],
  [Object.assign(new Error('x'), { statusCode: 415 }), 'bad_request'],
  [Object.assign(new Error('x'), { statusCode: 416 }), 'range_not_satisfiable'],
  [withCode('22021'), 'internal_error'],
  [new TypeError('x is not a function'), 'internal_error'],
  ['a string', 'internal_error'],
  [undefined, 'internal_error'],
] as const)('%s is answered as %s', (error, code) => {
  const problem = describeError(error);
  expect(problem.code).toBe(code);
  expect(problemCodes[problem.code].status).toBeGreaterThanOrEqual(400);
});

test('nothing of an unknown error goes out', () => {
  expect(describeError(withCode('22021')).message).not.toContain('secrets');
});

test('why the database cannot be used is said: what is known of it, or else what the error says', () => {
  expect(describeError(withCode('53100')).message).toBe('The disk of the database is full. Try again in a few seconds.');
  const known = 'The database stopped and is being started again.';
  expect(describeError(withCode('ECONNREFUSED'), known).message).toBe(`${known} Try again in a few seconds.`);
  const happened = 'These incidents are unavailable, because their server cannot be reached: RS (server west).';
  const lost = new TroubleError({ name: 'unreachable', happened, toDo: 'Start that server.' }, '', { cause: withCode('08001') });
  expect(describeError(lost).message).toBe(`${happened} Try again in a few seconds.`);
  expect(describeError(new TypeError('x'), known).code).toBe('internal_error');
});
