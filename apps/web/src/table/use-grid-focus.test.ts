import { expect, test } from 'vitest';
import { cellAfter } from './use-grid-focus.ts';

const grid = { rows: 1_000_000, columns: 9, rowsInView: 20 };
const after = (key: string, row: number, column: number, ctrlKey = false) => cellAfter({ key, ctrlKey }, { row, column }, grid);

test('arrows lead to the cells beside, and from the first row to the heads', () => {
  expect(after('ArrowDown', 5, 3)).toEqual({ row: 6, column: 3 });
  expect(after('ArrowUp', 0, 3)).toEqual({ row: -1, column: 3 });
  expect(after('ArrowLeft', 5, 3)).toEqual({ row: 5, column: 2 });
  expect(after('ArrowRight', 5, 3)).toEqual({ row: 5, column: 4 });
});

test('home, end and the page keys lead to the ends of a row and over a screen of rows', () => {
  expect(after('Home', 5, 3)).toEqual({ row: 5, column: 0 });
  expect(after('End', 5, 3)).toEqual({ row: 5, column: 8 });
  expect(after('PageDown', 5, 3)).toEqual({ row: 25, column: 3 });
  expect(after('PageUp', 5, 3)).toEqual({ row: 0, column: 3 });
});

test('with the control key, home and end lead to the ends of the table', () => {
  expect(after('Home', 5, 3, true)).toEqual({ row: 0, column: 0 });
  expect(after('End', 5, 3, true)).toEqual({ row: 999_999, column: 8 });
  expect(after('ArrowDown', 5, 3, true)).toBeUndefined();
});

test('other keys lead nowhere', () => {
  expect(after('Enter', 5, 3)).toBeUndefined();
  expect(after('a', 5, 3)).toBeUndefined();
});
