import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardFormula } from './formula-guard.ts';

test('an apostrophe stands before a formula, at the start and wherever a spreadsheet may start a cell', () => {
  for (const sign of ['=', '+', '-', '@', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20']) {
    expect(guardFormula(`${sign}1+1`)).toBe(`'${sign}1+1`);
    expect(guardFormula(`a;${sign}1+1`)).toBe(`a;'${sign}1+1`);
  }
  expect(guardFormula('a\n-b')).toBe("a\n'-b");
  expect(guardFormula('\t=1')).toBe("'\t'=1");
  expect(guardFormula('well-known; a=b')).toBe('well-known; a=b');
});

const characters = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ';', '\uFF1D', 'a', '1', ' ', '"', ',');

test('nothing that starts a formula is left without one, and without them the text is as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: characters }), (text) => {
      const guarded = guardFormula(text);
      expect(guarded).not.toMatch(/(?:^|[;\t\r\n])[=+\-@\uFF1D]/);
      // None of the characters is an apostrophe.
      expect(guarded.replaceAll("'", '')).toBe(text);
    }),
  );
});
