import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { cut, isUnchanged, partOf, readByteRange } from './byte-range.ts';

test.each([
  ['bytes=0-', { start: 0, end: 10 }],
  ['bytes=3-5', { start: 3, end: 6 }],
  ['Bytes=7-99', { start: 7, end: 10 }],
  ['bytes=-4', { start: 6, end: 10 }],
  ['bytes=-40', { start: 0, end: 10 }],
  ['bytes=10-', undefined],
  ['bytes=-0', undefined],
])('%s of ten bytes', async (header, part) => {
  expect(partOf(readByteRange(header)!, 10)).toEqual(part);
  async function* pieces() {
    for (const piece of ['012', '3', '45678', '9']) yield Buffer.from(piece);
  }
  if (part) expect(String(await buffer(cut(pieces(), part)))).toBe('0123456789'.slice(part.start, part.end));
});

test('several ranges, other units and nonsense are passed over', () => {
  for (const header of [undefined, '', 'bytes=', 'bytes=-', 'bytes=5-3', 'bytes=0-1,4-5', 'rows=0-5', 'bytes=a-b'])
    expect(readByteRange(header)).toBeUndefined();
});

test('a part fits only the file that it is a part of, byte for byte', () => {
  expect(isUnchanged(undefined, '"a"')).toBe(true);
  expect(isUnchanged('"a"', '"a"')).toBe(true);
  for (const [given, tag] of [
    ['"b"', '"a"'],
    ['W/"a"', 'W/"a"'],
    ['Mon, 30 Nov 2026 10:00:00 GMT', '"a"'],
  ] as const)
    expect(isUnchanged(given, tag)).toBe(false);
});

test('nothing is read behind a part', async () => {
  const read: number[] = [];
  async function* pieces() {
    for (let at = 0; at < 5; at++) {
      read.push(at);
      yield Buffer.from('ab');
    }
  }
  expect(String(await buffer(cut(pieces(), { start: 1, end: 3 })))).toBe('ba');
  expect(read).toEqual([0, 1]);
});
