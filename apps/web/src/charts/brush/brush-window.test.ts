import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BrushPart,
  moveWindow,
  nextWindow,
  periodOf,
  playPace,
  playSpeeds,
  shownWindow,
  snapToMonths,
  windowBetween,
} from './brush-window.ts';

const months = Array.from(
  { length: 36 },
  (_, index) => `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`,
);
const coverage = { from: '2024-01-01', to: '2026-12-20' };

test('a period of whole months goes to the axis and back', () => {
  const filter = { from: '2024-03-01', to: '2025-02-28' };
  const window = shownWindow(filter, months);
  expect(window).toEqual({ start: 2, end: 14 });
  expect(periodOf(snapToMonths(window, 36), months, coverage)).toEqual(filter);
});

test('days within months are shown where they are and snapped when dragged', () => {
  const window = shownWindow({ from: '2024-04-16', to: '2024-05-04' }, months);
  expect(window.start).toBeCloseTo(3.5);
  expect(snapToMonths(window, 36)).toEqual({ start: 4, end: 5 });
});

test('open and outlying periods reach to the ends', () => {
  expect(shownWindow({}, months)).toEqual({ start: 0, end: 36 });
  expect(shownWindow({ from: '2000-01-01', to: '2050-01-01' }, months)).toEqual({ start: 0, end: 36 });
});

test('the whole axis is not a constraint, and the last month ends with the data', () => {
  expect(periodOf({ start: 0, end: 36 }, months, coverage)).toEqual({});
  expect(periodOf({ start: 35, end: 36 }, months, coverage)).toEqual({ from: '2026-12-01', to: '2026-12-20' });
});

test('a window is drawn by pressing and dragging either way', () => {
  expect(windowBetween(3.7, 3.9, 36)).toEqual({ start: 3, end: 4 });
  expect(windowBetween(9.1, 3.9, 36)).toEqual({ start: 3, end: 10 });
  expect(windowBetween(30, 99, 36)).toEqual({ start: 30, end: 36 });
});

test('playing moves the window to the end and stops; everything starts as the first year', () => {
  expect(nextWindow({ start: 0, end: 36 }, 36)).toEqual({ start: 0, end: 12 });
  expect(nextWindow({ start: 0, end: 12 }, 36)).toEqual({ start: 1, end: 13 });
  expect(nextWindow({ start: 24, end: 36 }, 36)).toBeUndefined();
  expect(nextWindow({ start: 0, end: 8 }, 8)).toBeUndefined();
});

test('a window that grows keeps its start and stops when it reaches the end; everything starts as the first month', () => {
  const grows = { mode: 'grows', speed: 'usual' } as const;
  expect(nextWindow({ start: 0, end: 36 }, 36, grows)).toEqual({ start: 0, end: 1 });
  expect(nextWindow({ start: 4, end: 10 }, 36, grows)).toEqual({ start: 4, end: 11 });
  expect(nextWindow({ start: 4, end: 36 }, 36, grows)).toBeUndefined();
});

test('the fastest speed moves by two months at a time, and no further than the end', () => {
  const fast = { mode: 'moves', speed: 'fourfold' } as const;
  expect(nextWindow({ start: 0, end: 12 }, 36, fast)).toEqual({ start: 2, end: 14 });
  expect(nextWindow({ start: 23, end: 35 }, 36, fast)).toEqual({ start: 24, end: 36 });
});

test('at twice the speed a month takes half the time, and so on', () => {
  const perMonth = playSpeeds.map((speed) => playPace(speed).pause / playPace(speed).months);
  expect(perMonth).toEqual([1600, 800, 400, 200]);
});

test.each(playSpeeds)('playing at %s speed changes the address fewer than a hundred times in 30 seconds', (speed) => {
  const { pause } = playPace(speed);
  expect(30_000 / pause).toBeLessThan(100);
});

test('no move leaves the axis, empties the window or changes its length when it is moved whole', () => {
  const window = fc
    .tuple(fc.integer({ min: 0, max: 35 }), fc.integer({ min: 1, max: 36 }))
    .filter(([start, end]) => start < end)
    .map(([start, end]) => ({ start, end }));
  fc.assert(
    fc.property(
      window,
      fc.constantFrom<BrushPart>('start', 'end', 'window'),
      fc.integer({ min: -99, max: 99 }),
      (before, part, by) => {
        const after = moveWindow(before, part, by, 36);
        expect(after.start).toBeGreaterThanOrEqual(0);
        expect(after.end).toBeLessThanOrEqual(36);
        expect(after.end).toBeGreaterThan(after.start);
        if (part === 'window') expect(after.end - after.start).toBe(before.end - before.start);
      },
    ),
  );
});
