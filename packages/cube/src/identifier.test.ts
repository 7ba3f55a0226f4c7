import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packIdentifier, unpackIdentifier } from './identifier.ts';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('');
const anyIdentifier = fc.string({ unit: fc.constantFrom(...digits), minLength: 12, maxLength: 12 }).map((text) => `AV-${text}`);

test('every identifier is the same after it was kept as two numbers', () => {
  fc.assert(
    fc.property(anyIdentifier, (id) => {
      const { high, low } = packIdentifier(id);
      expect([high, low].every((half) => Number.isInteger(half) && half >= 0 && half < 2 ** 30)).toBe(true);
      expect(unpackIdentifier(high, low)).toBe(id);
    }),
  );
});

test.each(['', 'AV-', 'AV-00000000000', 'AV-0000000000000', 'XX-000000000000', 'AV-00000000000I', 'AV-00000000000u'])(
  'what is no identifier is refused: "%s"',
  (text) => {
    expect(() => packIdentifier(text)).toThrow(RangeError);
  },
);
