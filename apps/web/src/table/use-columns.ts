import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { sortFields } from '@monitor/contract';
import { useExplore } from '../filter/use-explore.ts';
import { type ColumnName, isColumnName } from './choices.ts';
import { type Column, columnOf, isColumnOf } from './columns.ts';

const features = tableFeatures({ columnOrderingFeature, columnPinningFeature, columnSizingFeature, columnVisibilityFeature });
const definitions = sortFields.map((name) => ({ id: name, size: columnOf(name).width }));
/** The rows are those of the API, and drawn one by one. */
const noRows: readonly object[] = [];

/** A column as it is drawn. */
export interface ShownColumn extends Column {
  /** Pixels from the start of the table where it stays in view; undefined if it scrolls. */
  readonly pinnedAt: number | undefined;
  /** For `grid-template-columns`. */
  readonly track: string;
}

/** Pixels before the first column, where a row is picked. */
export const pickWidth = 30;
/** Pixels between columns, and before and after what is in them. */
const cellPadding = 12;

/** The columns of the address in the order in which they are drawn: the pinned ones first. */
export function useColumns(): readonly ShownColumn[] {
  const { view } = useExplore();
  const { columns, pinned, widths, measure } = view;
  const state = useMemo(() => {
    const shown = columns.filter((name) => isColumnOf(name, measure));
    return {
      columnOrder: [...shown],
      columnVisibility: Object.fromEntries(sortFields.map((name) => [name, shown.includes(name)])),
      columnPinning: { start: pinned.filter((name) => shown.includes(name)), end: [] },
      columnSizing: Object.fromEntries(sortFields.map((name) => [name, (widths[name] ?? columnOf(name).width) + cellPadding])),
    };
  }, [columns, pinned, widths, measure]);
  const table = useTable({ features, columns: definitions, data: noRows, state });
  return [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()].flatMap((column) => {
    if (!isColumnName(column.id)) return [];
    const name: ColumnName = column.id;
    const own = columnOf(name);
    const isPinned = column.getIsPinned() !== false;
    const size = column.getSize();
    // A width that somebody chose is kept, and so is what the place of the next pinned column is reckoned from.
    const isFixed = isPinned || widths[name] !== undefined || !own.grows;
    return [
      {
        ...own,
        pinnedAt: isPinned ? pickWidth + column.getStart('start') : undefined,
        track: isFixed ? `${size}px` : `minmax(${size}px, ${size}fr)`,
      },
    ];
  });
}
