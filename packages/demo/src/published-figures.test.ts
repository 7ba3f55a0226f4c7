import { expect, test } from 'vitest';
import { figureSources, publishedFigures, publishedValue, requiredFigure } from './published-figures.ts';

test('every figure is stated once, with a positive value and a tolerance below one', () => {
  const names = publishedFigures.map((figure) => `${figure.measure} ${figure.period}`);
  expect(new Set(names).size).toBe(names.length);
  for (const figure of publishedFigures) {
    expect(figure.value).toBeGreaterThan(0);
    expect(figure.tolerance).toBeGreaterThan(0);
    expect(figure.tolerance).toBeLessThan(1);
  }
});

test('every source is used by some figure', () => {
  expect(new Set(publishedFigures.map((figure) => figure.source))).toEqual(new Set(Object.keys(figureSources)));
});

test('a figure is found by measure and period', () => {
  expect(publishedValue('incidents', '2023')).toBe(3495);
  expect(publishedValue('incidents', '2014')).toBeUndefined();
  expect(() => requiredFigure('incidents', '2014')).toThrow(RangeError);
});
