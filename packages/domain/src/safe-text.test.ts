import { expect, it, test } from 'vitest';
import { guardFormula, safeText } from './safe-text.ts';
import fc from 'fast-check';

it('leaves scripts, signs and line breaks alone', () => {
  for (const text of ['Ниш', 'Đakovica, "stari grad"', 'a\nb\tc', 'עזה', '50 % – 60 %', '😀']) expect(safeText(text)).toBe(text);
});

it('removes what nobody sees and what turns the direction of writing', () => {
  expect(safeText('a\u0000b\u001b[31mc\u0085\u009f')).toBe('ab[31mc');
  expect(safeText('exe.\u202Egpj\u2066x\u2069\uFEFF\u200B')).toBe('exe.gpjx');
  for (const one of ['\u0000', '\u0085', '\u200B', '\u202A', '\u202E', '\u2066', '\u2069', '\uFEFF'])
    expect(safeText(`a${one}b`)).toBe('ab');
});

it('disarms formulas, also one that stands behind what is removed', () => {
  expect(safeText('\u202E=1+1')).toBe("'=1+1");
  expect(safeText('a;=1+1')).toBe("a;'=1+1");
  expect(safeText('a;\u0000@SUM(A1)')).toBe("a;'@SUM(A1)");
});

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
