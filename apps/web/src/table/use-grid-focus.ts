import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** A cell: its row from 0, or -1 for the heads, and its column from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

interface Grid {
  readonly frame: RefObject<HTMLElement | null>;
  /** -1 with heads, 0 without. */
  readonly firstRow: -1 | 0;
  readonly rows: number;
  readonly columns: number;
  /** Rows that are in view at once. */
  readonly rowsInView: number;
  readonly scrollToRow: (row: number) => void;
}

/** One cell of the grid is in the order of the tab key; arrows and the like move from it (ARIA Authoring Practices, grid). */
export interface GridFocus {
  /** The cell that has the focus, or had it last. Its row must be drawn. */
  readonly active: Cell;
  readonly onFocus: (event: FocusEvent) => void;
  /** Moves where the key says so, and prevents what it does otherwise. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function useGridFocus({ frame, rowsInView, scrollToRow, ...size }: Grid): GridFocus {
  const [active, setActive] = useState<Cell>({ row: 0, column: 1 });
  // A cell that is to have the focus as soon as it is drawn.
  const wanted = useRef<Cell>(undefined);
  useLayoutEffect(() => {
    if (wanted.current === undefined || frame.current === null) return;
    const cell = cellAt(frame.current, wanted.current);
    if (cell === null) return;
    wanted.current = undefined;
    cell.focus({ preventScroll: true });
    bringIntoView(frame.current, cell);
  });
  const within = clamp(active, size);
  return {
    active: within,
    onFocus({ target }) {
      const cell = placeOfCell(target);
      if (cell !== undefined && (cell.row !== active.row || cell.column !== active.column)) setActive(cell);
    },
    onKeyDown(event) {
      if (event.altKey || event.metaKey || event.shiftKey || placeOfCell(event.target as Element) === undefined) return;
      const next = cellAfter(event, within, { ...size, rowsInView });
      if (next === undefined) return;
      event.preventDefault();
      const cell = clamp(next, size);
      wanted.current = cell;
      setActive(cell);
      if (cell.row >= 0) scrollToRow(cell.row);
    },
  };
}

/** Where a key leads from a cell; undefined if it leads nowhere. */
export function cellAfter(
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  { row, column }: Cell,
  { rows, columns, rowsInView }: Pick<Grid, 'rows' | 'columns' | 'rowsInView'>,
): Cell | undefined {
  if (ctrlKey) {
    if (key === 'Home') return { row: 0, column: 0 };
    return key === 'End' ? { row: rows - 1, column: columns - 1 } : undefined;
  }
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: columns - 1 };
    case 'PageUp':
      return { row: Math.max(0, row - rowsInView), column };
    case 'PageDown':
      return { row: row + rowsInView, column };
    default:
      return undefined;
  }
}

function clamp({ row, column }: Cell, { firstRow, rows, columns }: Pick<Grid, 'firstRow' | 'rows' | 'columns'>): Cell {
  return { row: Math.max(Math.min(row, rows - 1), firstRow), column: Math.min(Math.max(column, 0), columns - 1) };
}

function cellAt(frame: HTMLElement, { row, column }: Cell): HTMLElement | null {
  return frame.querySelector(`[data-row="${row}"] > [data-column="${column}"]`);
}

function placeOfCell(target: Element): Cell | undefined {
  const cell = target.closest<HTMLElement>('[data-column]');
  const row = cell?.closest<HTMLElement>('[data-row]');
  if (!cell || !row) return undefined;
  return { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) };
}

/** Scrolls sideways until the whole cell can be seen beside those that stay in view. */
function bringIntoView(frame: HTMLElement, cell: HTMLElement): void {
  if (cell.dataset['pinned'] !== undefined) return;
  const pinned = [...(cell.parentElement?.querySelectorAll<HTMLElement>('[data-pinned]') ?? [])];
  const box = cell.getBoundingClientRect();
  const view = frame.getBoundingClientRect();
  const start = pinned.reduce((most, one) => Math.max(most, one.getBoundingClientRect().right), view.left);
  if (box.left < start) frame.scrollLeft -= start - box.left;
  else if (box.right > view.right) frame.scrollLeft += box.right - view.right;
}
