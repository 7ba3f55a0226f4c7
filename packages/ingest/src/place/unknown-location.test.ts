import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCharacter } from '../../../../testing/any-character.ts';
import { unknownLocation } from './unknown-location.ts';

const listed = '"npx pnpm@12.4.2 monitor countries" lists the known locations.';

describe('a text that is not the name of a known location', () => {
  it('is not repeated, but what it may mean is said', () => {
    expect(unknownLocation('Serbija i Crna')).toBe(`(not shown) is not a known location. ${listed}`);
    expect(unknownLocation('Sebria')).toMatch(/^\(not shown\) is not a known location\. Did you mean Serbia \(RS\)/);
    expect(unknownLocation('Albanja')).toContain('Did you mean Albania (AL)');
    for (const text of ['Marko Petrović', 'Zzyzx', 'EU', 'ZZ', 'XA', ''])
      expect(unknownLocation(text)).toMatch(/^(\(not shown\)|"") is not/);
  });

  it('is never repeated, whatever it is', () => {
    // Too long for the name of a location by chance.
    const text = fc.string({ unit: anyCharacter, minLength: 20 }).filter((one) => /\p{L}/u.test(one));
    fc.assert(
      fc.property(text, (one) => {
        expect(unknownLocation(one)).toMatch(/^\(not shown\) /);
      }),
    );
  });
});
