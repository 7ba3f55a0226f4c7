import { expect, test } from 'vitest';
import { type PlotRow, rowPlotLayout } from './row-plot-layout.ts';

const bar = (key: string, value: number, tick?: number): PlotRow => ({
  key,
  label: key,
  mark: { kind: 'bar', value, tick, token: '--ink-blue' },
  cells: [String(value), '0'],
});
const columns = [
  { head: 'Incidents', side: 'left' },
  { head: 'Killed', side: 'right' },
] as const;

test('label, number, bar and number follow each other and fill the width', () => {
  const layout = rowPlotLayout({ rows: [bar('Beograd', 121, 118), bar('Niš', 31)], columns, axis: false }, 400);
  const [incidents = 0, killed = 0] = layout.columnRights;
  expect(incidents).toBeGreaterThan(layout.labelLeft);
  expect(layout.plotLeft).toBeGreaterThan(incidents);
  expect(layout.plotLeft + layout.plotWidth).toBeLessThan(killed);
  expect(killed).toBeCloseTo(400);
  expect(layout.x(0)).toBe(layout.plotLeft);
  expect(layout.x(121)).toBeCloseTo(layout.plotLeft + layout.plotWidth);
  expect(layout.rows.map(({ top }) => top)).toEqual([20, 42]);
});

test('what a bar is compared with has room, too', () => {
  const layout = rowPlotLayout({ rows: [bar('Beograd', 100, 140)], columns: [], axis: false }, 400);
  expect(layout.greatest).toBe(140);
});

test('an interval of a very small place is cut, so that it does not press the others together', () => {
  const interval = (key: string, value: number, low: number, high: number): PlotRow => ({
    key,
    label: key,
    mark: { kind: 'interval', value, low, high, few: high > 50 },
    cells: [],
  });
  const rows = [interval('Raška', 11, 7, 15), interval('Pirot', 4, 0.1, 80)];
  const layout = rowPlotLayout({ rows, columns: [], axis: true, reference: 6.9 }, 300);
  expect(layout.greatest).toBe(20);
  expect(layout.ticks).toEqual([0, 5, 10, 15, 20]);
  expect(layout.x(80)).toBe(layout.x(20));
});

test('a long label is broken and makes its row taller', () => {
  const rows = [bar('Mitrovicë / Kosovska Mitrovica and more', 3), bar('Niš', 1)];
  const { rows: placed, height } = rowPlotLayout({ rows, columns, axis: false }, 260);
  expect(placed[0]!.lines.length).toBeGreaterThan(1);
  expect(placed[0]!.height).toBeGreaterThan(placed[1]!.height);
  expect(height).toBe(placed[1]!.top + placed[1]!.height);
});

test('rows without anything to draw make a scale all the same', () => {
  const rows: PlotRow[] = [{ key: 'a', label: 'Pirot', mark: undefined, cells: [] }];
  const layout = rowPlotLayout({ rows, columns: [], axis: false }, 300);
  expect(layout.x(0)).toBe(layout.plotLeft);
});
