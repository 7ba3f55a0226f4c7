import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicId } from '@monitor/domain';
import { publicId } from './public-id.ts';

test('identifiers never change', () => {
  // Published identifiers depend on these: a failure here is not to be mended by a new expectation.
  expect(publicId('demo', '1')).toBe('AV-14HQHEJ9M8GR');
  expect(publicId('gva-2017', '1')).not.toBe(publicId('demo', '1'));
});

test('without its secret nobody can work out an identifier, and with it never another', () => {
  const secret = new Uint8Array(32).fill(7);
  expect(publicId('demo', '1', secret)).toBe('AV-7E3H8GJA99JG');
  expect(publicId('demo', '1', new Uint8Array(32).fill(8))).not.toBe(publicId('demo', '1', secret));
});

test('every key has a well-formed identifier', () => {
  fc.assert(
    fc.property(fc.string(), (key) => {
      expect(isPublicId(publicId('demo', key))).toBe(true);
      expect(isPublicId(publicId('demo', key, new Uint8Array(32)))).toBe(true);
    }),
  );
  expect(isPublicId('AV-0123456789IL')).toBe(false);
  expect(isPublicId("AV-0123456789AB' or true")).toBe(false);
});
