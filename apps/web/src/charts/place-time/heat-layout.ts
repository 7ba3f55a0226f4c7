/** Sizes in pixels. */
export const heatSizes = { font: 12, small: 10.5, left: 82, head: 22, row: 46, gap: 2 } as const;

export interface HeatLayout {
  readonly width: number;
  readonly height: number;
  readonly columnWidth: number;
  readonly columnLeft: (column: number) => number;
  readonly rowTop: (row: number) => number;
}

/** Where the cells of a table of so many rows and columns are, in pixels from the top left of the picture. */
export function heatLayout(rows: number, columns: number, width: number): HeatLayout {
  const { left, head, row, gap } = heatSizes;
  const columnWidth = (width - left) / columns;
  return {
    width,
    height: head + rows * row,
    columnWidth: columnWidth - gap,
    columnLeft: (column) => left + column * columnWidth,
    rowTop: (at) => head + at * row,
  };
}
