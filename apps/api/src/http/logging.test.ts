import { expect, test } from 'vitest';
import { logSerializers, oneLine } from './logging.ts';

test('the log says of an error of PostgreSQL its code and table, and neither statement nor values', () => {
  const told = Object.assign(new Error('invalid input syntax: "Zzyzx"'), {
    code: '22P02',
    detail: 'Failing row contains (Zzyzx)',
    query: "select 'Zzyzx'",
    table_name: 'incidents',
  });
  const wrapped = new Error("Failed query: select $1\nparams: 'Zzyzx'", { cause: told });
  for (const error of [told, wrapped]) {
    expect(oneLine(error)).toBe('PostgreSQL error 22P02 incidents');
    expect(JSON.stringify(logSerializers.err(error))).not.toContain('Zzyzx');
    expect(logSerializers.err(error).stack).toMatch(/^\s+at /);
  }
  expect(oneLine(new Error('one\ntwo'))).toBe('Error: one two');
});
