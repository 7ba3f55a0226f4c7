import { countTicks } from '../pictures/axis-ticks.ts';
import { textLines, textWidth } from '../pictures/text-lines.ts';

/** Sizes in pixels, of the picture on the screen and of that in a file. */
export const rowPlotSizes = { font: 12, line: 15, headFont: 11, swatch: 9, gap: 8, bar: 9, dot: 4 } as const;

const { font, line, headFont, swatch, gap } = rowPlotSizes;
/** Of the width, and in pixels. */
const [labelShare, longestLabel] = [0.25, 172];
const leastPlot = 48;
const headHeight = 20;
/** Above and below a label together. */
const padding = 4;

/** What is drawn of a row, on the scale that all rows share. */
export type RowMark =
  /** From 0 to a value; `tick` is what it is compared with. */
  | { readonly kind: 'bar'; readonly value: number; readonly tick?: number | undefined; readonly token: `--${string}` }
  /** What is not reported. */
  | { readonly kind: 'hatched'; readonly value: number }
  /** A value in its interval; hollow where it is of few events; in the colour of what is counted, or grey (`none`). */
  | {
      readonly kind: 'interval';
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly few?: boolean;
      readonly tone?: string;
    };

export interface PlotRow {
  readonly key: string;
  readonly label: string;
  /** Custom property of the colour beside the label. */
  readonly swatch?: `--${string}` | undefined;
  /** Undefined if there is nothing to draw; `without` says why. */
  readonly mark: RowMark | undefined;
  readonly without?: string | undefined;
  /** The numbers of the row as printed, one for each column. */
  readonly cells: readonly string[];
  /** A row about all others, set apart. */
  readonly isRest?: boolean | undefined;
  /** The row that the page is about. */
  readonly isOwn?: boolean | undefined;
  /** The title of the rows that follow, which has the whole width. */
  readonly isHead?: boolean;
  /** Where it leads. */
  readonly link?: { readonly to: '/explore' | '/places/$place'; readonly place?: string; readonly query: string } | undefined;
}

export interface PlotColumn {
  readonly head: string;
  /** Left or right of the marks. */
  readonly side: 'left' | 'right';
  /** Custom property of the colour of its numbers. */
  readonly token?: `--${string}` | undefined;
}

export interface RowPlotShape {
  readonly rows: readonly PlotRow[];
  readonly columns: readonly PlotColumn[];
  /** Whether the scale is written above the marks; one of its own, where it is not that of counts from 0. */
  readonly axis: boolean | { readonly ticks: readonly number[]; readonly end: number; readonly text: (tick: number) => string };
  /** What all rows are compared with: a dashed line. */
  readonly reference?: number | undefined;
}

/** Where everything is, in pixels from the top left of the picture. */
export interface RowPlotLayout {
  readonly width: number;
  readonly height: number;
  readonly labelLeft: number;
  readonly plotLeft: number;
  readonly plotWidth: number;
  readonly top: number;
  /** Right edges of the columns. */
  readonly columnRights: readonly number[];
  readonly ticks: readonly number[];
  /** From the left of the picture. */
  readonly x: (value: number) => number;
  /** The end of the scale; marks that reach beyond are cut there. */
  readonly greatest: number;
  readonly rows: readonly { readonly top: number; readonly height: number; readonly lines: readonly string[] }[];
}

/** How many times the largest value an interval may stretch the scale: that of a very small place would press all others together. */
const mostStretch = 1.6;

/** @param rowHeight least height of a row: more where it is pressed with a finger */
export function rowPlotLayout({ rows, columns, axis, reference }: RowPlotShape, width: number, rowHeight = 22): RowPlotLayout {
  const columnWidths = columns.map(({ head }, index) =>
    Math.max(textWidth(head, headFont), ...rows.map(({ cells }) => textWidth(cells[index] ?? '', font))),
  );
  const roomOf = (side: PlotColumn['side']) =>
    columns.reduce((sum, column, index) => (column.side === side ? sum + (columnWidths[index] ?? 0) + gap : sum), 0);
  const labelLeft = rows.some((row) => row.swatch !== undefined) ? swatch + gap : 0;
  const wanted = Math.ceil(Math.max(0, ...rows.map(({ label, isHead }) => (isHead ? 0 : textWidth(label, font))))) + 1;
  const numbers = roomOf('left') + roomOf('right');
  const label = Math.max(
    40,
    Math.min(wanted, Math.max(longestLabel, labelShare * width), width - numbers - leastPlot - labelLeft - 2 * gap),
  );
  let right = labelLeft + label;
  const columnRights: number[] = [];
  columns.forEach((column, index) => {
    if (column.side === 'left') columnRights[index] = right += (columnWidths[index] ?? 0) + gap;
  });
  const plotLeft = right + gap * (columns.some(({ side }) => side === 'left') ? 1.75 : 1);
  const plotWidth = Math.max(0, width - plotLeft - roomOf('right') - (columns.some(({ side }) => side === 'right') ? 0 : 4));
  right = plotLeft + plotWidth;
  columns.forEach((column, index) => {
    if (column.side === 'right') columnRights[index] = right += (columnWidths[index] ?? 0) + gap;
  });
  const greatest = greatestOf(rows, reference);
  const ticks = typeof axis === 'object' ? axis.ticks : axis ? countTicks(greatest) : [];
  const end = typeof axis === 'object' ? axis.end : (ticks.at(-1) ?? greatest);
  const top = axis || columns.some(({ head }) => head !== '') ? headHeight : 0;
  let bottom = top;
  const placed = rows.map(({ label: text, isHead }, index) => {
    const lines = isHead ? textLines(text, width, font, 650) : textLines(text, label, font);
    const height = Math.max(rowHeight, lines.length * line + padding) + (isHead && index > 0 ? gap : 0);
    bottom += height;
    return { top: bottom - height, height, lines };
  });
  const x = (value: number) => plotLeft + (end === 0 ? 0 : Math.min(value / end, 1) * plotWidth);
  return { width, height: bottom, labelLeft, plotLeft, plotWidth, top, columnRights, ticks, x, greatest: end, rows: placed };
}

function greatestOf(rows: readonly PlotRow[], reference = 0): number {
  const marks = rows.flatMap(({ mark }) => mark ?? []);
  const values = Math.max(0, reference, ...marks.map((mark) => mark.value));
  const compared = marks.map((mark) => (mark.kind === 'bar' ? (mark.tick ?? 0) : mark.kind === 'interval' ? mark.high : 0));
  return Math.max(values, Math.min(Math.max(0, ...compared), mostStretch * values || Infinity));
}
