import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asciiDigits } from './ascii-digits.ts';

it.each([
  ['٢٠٢٥-٠١-٠٢', '2025-01-02'],
  ['۱۴:۳۰', '14:30'],
  ['٣٣٫٣١', '33.31'],
  ['\u200f٠٤/٠٥/٢٠٢٥\u200f', '04/05/2025'],
  ['رقم ٥٠٠/ب', 'رقم 500/ب'],
])('%s is %s', (text, plain) => {
  expect(asciiDigits(text)).toBe(plain);
});

const systems = Intl.supportedValuesOf('numberingSystem')
  .map((system) => new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }))
  .filter((one) => /^\p{Nd}+$/u.test(one.format(1_234_567_890)));

it('digits of every script are those of the same number', () => {
  expect(systems.length).toBeGreaterThan(50);
  fc.assert(
    fc.property(fc.constantFrom(...systems), fc.nat(), (system, number) => {
      expect(asciiDigits(system.format(number))).toBe(String(number));
    }),
  );
});

it('other texts stay as they are', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~čŠж½²]*$/), (text) => {
      expect(asciiDigits(text)).toBe(text);
    }),
  );
});
