import { expect, test } from 'vitest';
import { textLines, textWidth } from './text-lines.ts';

test('text is broken at spaces into lines that fit', () => {
  expect(textLines('one two three', 60, 10)).toEqual(['one two', 'three']);
  expect(textLines('one two three', 600, 10)).toEqual(['one two three']);
  expect(textLines('', 60, 10)).toEqual([]);
});

test('a word that is longer than a line is broken and loses nothing', () => {
  const lines = textLines('see a-very-very-long-word x', 60, 10);
  expect(lines.join('').replaceAll(' ', '')).toBe('seea-very-very-long-wordx');
  expect(lines.filter((line) => textWidth(line, 10) > 60)).toEqual([]);
});

test('letters outside the basic plane are not cut in two', () => {
  expect(textLines('𝒜𝒜𝒜', 12, 10)).toEqual(['𝒜', '𝒜', '𝒜']);
});
