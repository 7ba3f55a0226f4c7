import { expect, test } from 'vitest';
import { barLayout, barSizes, firstBars, type LaidOutBar } from './bar-layout.ts';
import { textWidth } from '../pictures/text-lines.ts';

const bar = (label: string, amount: number, more: Partial<LaidOutBar> = {}): LaidOutBar => ({
  label,
  amount,
  text: String(amount),
  pressed: false,
  swatch: false,
  ...more,
});

test('a bar is as long as its amount in a track that all bars share', () => {
  const { rows, trackWidth, trackLeft, width } = barLayout(
    [bar('Serbia', 1_000_000), bar('Albania', 250_000), bar('Kosovo*', 1)],
    400,
  );
  expect(rows.map(({ length }) => length)).toEqual([trackWidth, trackWidth / 4, 2]);
  // The longest amount has its room.
  expect(trackLeft + trackWidth + textWidth('1000000', barSizes.font)).toBeLessThan(width);
});

test('a long label is broken into lines that fit, and its row is as tall as they are', () => {
  const words = 'Explosion of undetermined cause in a public place of assembly';
  for (const width of [260, 362, 520]) {
    const { rows, labelLeft, trackLeft, height } = barLayout(
      [bar(words, 3, { swatch: true, pressed: true }), bar('Other', 1)],
      width,
    );
    expect(rows[0]?.lines.join(' ')).toBe(words);
    for (const line of rows[0]?.lines ?? []) {
      expect(labelLeft + textWidth(line, barSizes.font, barSizes.chosenWeight)).toBeLessThanOrEqual(trackLeft);
    }
    expect(rows[0]?.height).toBeGreaterThan(rows[1]?.height ?? 0);
    expect(rows[1]?.top).toBe(rows[0]?.height);
    expect(rows.reduce((sum, row) => sum + row.height, 0)).toBe(height);
  }
});

test('a row is a target of at least 24 pixels, and of more where requested', () => {
  expect(barLayout([bar('Other', 1)], 300).rows[0]?.height).toBe(24);
  expect(barLayout([bar('Other', 1)], 300, 36).rows[0]?.height).toBe(36);
});

test('pairs share a track and have a column of amounts each, and what a side lacks has no bar', () => {
  const other = (amount: number | undefined) => ({ amount, text: String(amount ?? '–'), note: '2.00× (1.10–3.60)', isClear: true });
  const { rows, trackWidth, amountRight, otherRight, width } = barLayout(
    [bar('Serbia', 100, { other: other(200) }), bar('Albania', 0, { other: other(undefined) })],
    400,
  );
  expect(rows.map(({ length, otherLength }) => [length, otherLength])).toEqual([
    [trackWidth / 2, trackWidth],
    [0, undefined],
  ]);
  expect(amountRight).toBeLessThan(width);
  expect(otherRight).toBe(width);
  expect(rows[0]?.noteAt).toBeGreaterThan((rows[0]?.linesTop ?? 0) + barSizes.line);
});

test('a long list is cut and says how much is left, but never for a single bar', () => {
  const rows = ['a', 'b', 'c'];
  expect(firstBars(rows, 1)).toMatchObject({ bars: ['a'], others: 2 });
  expect(firstBars(rows, 2)).toMatchObject({ others: 0 });
});
