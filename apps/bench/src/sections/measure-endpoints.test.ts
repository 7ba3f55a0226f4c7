import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { addressesOf } from './measure-endpoints.ts';

test('every endpoint of the description is measured', async () => {
  const file = await readFile(new URL('../../../../docs/openapi.json', import.meta.url), 'utf8');
  const { paths } = JSON.parse(file) as { paths: Readonly<Record<string, unknown>> };
  expect(Object.keys(addressesOf([], 'demo'))).toEqual(expect.arrayContaining(Object.keys(paths)));
});
