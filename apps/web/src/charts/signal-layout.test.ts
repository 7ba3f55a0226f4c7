import { expect, test } from 'vitest';
import { layOutSignal } from './signal-layout.ts';

const frame = { left: 20, right: 120, top: 10, bottom: 110 };

test('the line, the range and the week in question lie in one frame from zero', () => {
  const weeks = { incidents: [1, 2, 10], low: [0, 0, 1], high: [4, 5, 5] };
  const layout = layOutSignal(weeks, { last: 2, together: 1, range: { low: 1, high: 5 } }, frame);
  expect(layout.line).toBe('M20 100L70 90L120 10');
  expect(layout.range).toBe('M20 70L70 60L120 60L120 100L70 110L20 110Z');
  expect(layout.dot).toEqual({ x: 120, y: 10 });
  expect(layout.label).toEqual({ x: 128, y: 14, anchor: 'start' });
  expect(layout.middle).toBe(80);
  expect(layout.top).toEqual({ x: 20, y: 60, value: 5 });
});

test('a range has gaps where nothing is expected', () => {
  const layout = layOutSignal(
    { incidents: [1, 1, 1, 1], low: [0, null, 0, 0], high: [2, null, 2, 2] },
    { last: 1, together: 1, range: { low: 0, high: 2 } },
    frame,
  );
  expect(layout.range.match(/M/g)).toHaveLength(2);
  expect(layout.label.anchor).toBe('middle');
});

test('a series without incidents has a line at zero', () => {
  const layout = layOutSignal(
    { incidents: [0, 0], low: [0, 0], high: [0, 0] },
    { last: 1, together: 1, range: { low: 0, high: 0 } },
    frame,
  );
  expect(layout.line).toBe('M20 110L120 110');
});

test('weeks that are counted together are drawn as sums, with the range of such a sum where they are', () => {
  const weeks = { incidents: [0, 5, 10], low: [0, 0, 0], high: [6, 6, 6] };
  const layout = layOutSignal(weeks, { last: 2, together: 2, range: { low: 0, high: 9 } }, frame);
  expect(layout.line).toBe('M70 76.7L120 10');
  expect(layout.range).toBe('M20 50L70 50L120 50L120 110L70 110L20 110Z');
  expect(layout.dot).toEqual({ x: 120, y: 10 });
  expect(layout.label).toEqual({ x: 124, y: 11, anchor: 'end' });
  expect(layout.top).toEqual({ x: 20, y: 50, value: 9 });
});
