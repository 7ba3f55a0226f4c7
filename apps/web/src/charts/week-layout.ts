import type { WeekGrid } from './week-grid.ts';
import { textWidth } from './text-lines.ts';

/** Sizes in pixels, of the picture on the screen and of that in a file. */
export const weekSizes = { font: 11, line: 11, radius: 2, gap: 1 } as const;

const weekdayWidth = 30;
const sumWidth = 44;
const headHeight = 18;
const footHeight = 28;
/** Left and right of a number in its cell, together. */
const padding = 4;

/** Where everything stands, in pixels from the top left of the picture. */
export interface WeekLayout {
  readonly width: number;
  readonly height: number;
  readonly headHeight: number;
  readonly weekdayWidth: number;
  readonly sumWidth: number;
  readonly columns: readonly { readonly left: number; readonly width: number }[];
  readonly rowHeight: number;
  readonly rowTop: (row: number) => number;
  readonly footTop: number;
  /** Greatest height of a bar under a column. */
  readonly barHeight: number;
  /** Size of the numbers in cells; undefined where the largest does not fit and so none is written. */
  readonly numbers: number | undefined;
}

/** @param longest the longest number of a cell, as printed. Wide cells, of several hours, are taller too. */
export function weekLayout(grid: WeekGrid, width: number, longest: string): WeekLayout {
  const wide = grid.spans.length < 24;
  const room = width - weekdayWidth - sumWidth;
  const edge = (index: number) => Math.round(weekdayWidth + (index * room) / grid.spans.length);
  const columns = grid.spans.map((_, index) => ({ left: edge(index), width: edge(index + 1) - edge(index) }));
  const size = wide ? 11 : 10;
  const rowHeight = (wide ? 24 : 18) + weekSizes.gap;
  const rowTop = (row: number) => headHeight + row * rowHeight;
  const footTop = rowTop(grid.weekdays.length);
  const narrowest = Math.min(...columns.map((column) => column.width));
  const fits = textWidth(longest, size) + padding <= narrowest - weekSizes.gap;
  return {
    width,
    height: footTop + footHeight,
    headHeight,
    weekdayWidth,
    sumWidth,
    columns,
    rowHeight,
    rowTop,
    footTop,
    barHeight: footHeight - 2,
    numbers: fits ? size : undefined,
  };
}
