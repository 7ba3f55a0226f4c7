import { expect, test } from 'vitest';
import { exportFormatNames, type Problem } from '@monitor/contract';
import { importDrafts } from '../../../packages/store/database-tests/test-database.ts';
import { minimalDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { addressOfFormat } from './exported-rows.ts';
import { useRandomApp } from './test-app.ts';

const used = useRandomApp();
const query = 'country=RS,XK&from=2018-01-01';

const get = async (url: string, headers: Record<string, string> = {}) => used.app.inject({ url, headers });

test.each(exportFormatNames)('the part of %s that is missing is given, and fits the other', async (name) => {
  const url = `${addressOfFormat(name)}?${query}`;
  // Nothing is known of the file: as after a restart.
  const rest = await get(url, { range: 'bytes=1000-', 'accept-encoding': 'gzip' });
  expect(rest.statusCode).toBe(206);
  expect(rest.headers['content-encoding']).toBeUndefined();
  const whole = await get(url);
  const length = whole.rawPayload.length;
  expect(whole.headers).toMatchObject({ 'accept-ranges': 'bytes', 'content-length': String(length), etag: rest.headers.etag });
  expect(rest.headers).toMatchObject({
    'content-range': `bytes 1000-${length - 1}/${length}`,
    'content-length': String(length - 1000),
    'content-type': whole.headers['content-type'],
  });
  expect(rest.rawPayload.equals(whole.rawPayload.subarray(1000))).toBe(true);
  const tag = String(whole.headers.etag);
  expect(tag).toMatch(/^"/);
  const middle = await get(url, { range: 'bytes=10-19', 'if-range': tag });
  expect([middle.statusCode, middle.rawPayload.equals(whole.rawPayload.subarray(10, 20))]).toEqual([206, true]);
  const end = await get(url, { range: 'bytes=-7' });
  expect([end.statusCode, end.rawPayload.equals(whole.rawPayload.subarray(-7))]).toEqual([206, true]);
});

test('a part of another file is not given, nor one behind the end', async () => {
  const url = `/api/v1/incidents.csv?${query}`;
  const whole = await get(url);
  const other = await get(url, { range: 'bytes=10-', 'if-range': '"another"' });
  expect([other.statusCode, other.rawPayload.equals(whole.rawPayload)]).toEqual([200, true]);
  const several = await get(url, { range: 'bytes=0-1,4-5' });
  expect([several.statusCode, several.rawPayload.equals(whole.rawPayload)]).toEqual([200, true]);
  const behind = await get(url, { range: `bytes=${whole.rawPayload.length}-` });
  expect([behind.statusCode, behind.json<Problem>().code]).toEqual([416, 'range_not_satisfiable']);
  expect(behind.headers['content-range']).toBe(`bytes */${whole.rawPayload.length}`);
});

test('a file that is compressed on its way has no parts, and says so', async () => {
  const url = `/api/v1/incidents.csv?${query}`;
  for (const method of ['GET', 'HEAD'] as const) {
    const { headers } = await used.app.inject({ method, url, headers: { 'accept-encoding': 'gzip' } });
    expect(headers['accept-ranges']).toBe('none');
    expect(headers.etag).toMatch(/^W\//);
  }
});

test('after the data has changed, the part that is there fits no longer', async () => {
  const url = `/api/v1/incidents.csv?${query}`;
  const tag = String((await get(url)).headers.etag);
  await importDrafts(used.database, [{ ...minimalDraft, source_key: 'newer' }]);
  await used.caughtUp();
  const answer = await get(url, { range: 'bytes=10-', 'if-range': tag });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers.etag).not.toBe(tag);
});
