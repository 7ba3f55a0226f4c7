import { afterEach, expect, test, vi } from 'vitest';
import { answerByNumbers, noteVersion, threadOf } from './thread-of.ts';

// A version that no test has, so that none keeps the numbers of another.
afterEach(() => noteVersion('0'));

const thread = { channel: 'test', ask: () => Promise.reject(new Error('not asked')) };
const explore = '/api/v1/pages/explore';

/** Numbers of a version of the server's, kept by a thread. */
function keep(version: number) {
  const onOutdated = vi.fn<() => void>();
  answerByNumbers({ version, thread, onOutdated });
  return onOutdated;
}

test('kept numbers answer what Explore asks, unless texts or identifiers decide it', () => {
  noteVersion('3');
  keep(3);
  for (const query of ['', '?country=RS', '?country=RS&against=country%3DAL'])
    expect(threadOf(explore + query), query).toBe(thread);
  for (const query of [
    '?q=nis',
    '?country=RS&id=AV-000000000000',
    '?country=RS&against=q%3Dnis',
    '?against=country%3DRS%26q%3Dnis',
  ])
    expect(threadOf(explore + query), query).toBeUndefined();
  for (const address of ['/api/v1/pages/trends', '/api/v1/incidents', '/assets/x.js']) expect(threadOf(address)).toBeUndefined();
});

test('they answer no more when the server has shown another version', () => {
  noteVersion('3');
  const onOutdated = keep(3);
  noteVersion('3');
  noteVersion(null);
  expect(threadOf(explore)).toBe(thread);
  noteVersion('4');
  expect(threadOf(explore)).toBeUndefined();
  expect(onOutdated).toHaveBeenCalledOnce();
});

test('nor do they begin to, if it has shown another one meanwhile', () => {
  noteVersion('4');
  const onOutdated = keep(3);
  expect(threadOf(explore)).toBeUndefined();
  expect(onOutdated).toHaveBeenCalledOnce();
});
