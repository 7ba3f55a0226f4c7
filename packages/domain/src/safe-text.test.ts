import { expect, it } from 'vitest';
import { safeText } from './safe-text.ts';

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
