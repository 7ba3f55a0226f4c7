import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BadCursorError, readCursor, writeCursor } from './list-cursor.ts';
import { anyCharacter } from '../../../../testing/any-character.ts';

const id = 'AV-7PJ1KNT4V57T';

test('a cursor reads back as what was written', () => {
  fc.assert(
    fc.property(fc.option(fc.string({ unit: anyCharacter }).filter((text) => !text.includes('\0'))), (value) => {
      expect(readCursor('-place', writeCursor('-place', { value, id }))).toEqual({ value, id });
    }),
  );
  expect(readCursor('killed', writeCursor('killed', { value: null, id }))).toEqual({ value: null, id });
  expect(readCursor('occurred_on', writeCursor('occurred_on', { value: '2024-02-29', id })).value).toBe('2024-02-29');
});

test('a cursor of another sort is refused', () => {
  const cursor = writeCursor('-killed', { value: 3, id });
  expect(() => readCursor('killed', cursor)).toThrow(BadCursorError);
  expect(() => readCursor('-injured', cursor)).toThrow(BadCursorError);
});

const forged = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');

test.each([
  '',
  '%%%',
  'bm90IGpzb24',
  forged({}),
  forged(['killed']),
  forged(['killed', '3', id]),
  forged(['killed', 3.5, id]),
  forged(['killed', 2 ** 31, id]),
  forged(['killed', 3, 7]),
  forged(['killed', 3, 'AV-7']),
  forged(['killed', 3, id, id]),
])('"%s" is no cursor', (cursor) => {
  expect(() => readCursor('killed', cursor)).toThrow(BadCursorError);
});

test('impossible days and texts that no database keeps are refused', () => {
  expect(() => readCursor('occurred_on', forged(['occurred_on', '2023-02-30', id]))).toThrow(BadCursorError);
  expect(() => readCursor('occurred_on', forged(['occurred_on', '0000-01-01', id]))).toThrow(BadCursorError);
  expect(() => readCursor('occurred_on', forged(['occurred_on', null, id]))).toThrow(BadCursorError);
  expect(() => readCursor('place', forged(['place', 'a\0b', id]))).toThrow(BadCursorError);
});

test('no text whatever is anything but a cursor or refused', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => readCursor('-occurred_on', text)).toThrow(BadCursorError);
    }),
  );
});
