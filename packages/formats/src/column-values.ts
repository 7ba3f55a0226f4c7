import type { Cell, ColumnType } from '@monitor/contract';
import { dayNumber, safeText } from '@monitor/domain';

/** What a typed format takes a cell for: text made safe, days since 1970 of a date, minutes since midnight of a time. */
export function typedValue(type: ColumnType, cell: Cell): string | number | boolean | null {
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell !== 'string') return cell;
  if (type === 'date') return dayNumber(cell);
  if (type === 'time') return Number(cell.slice(0, 2)) * 60 + Number(cell.slice(3, 5));
  return safeText(cell);
}
