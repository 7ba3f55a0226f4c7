import { csvLine } from '@monitor/contract';
import type { ChartTable } from './data-table.tsx';

/**
 * A chart's numbers as CSV. Notes about all of them, such as filter and notices, are in columns of their
 * own on every row, so that the file stays one table and no row is parted from its notices.
 */
export function chartCsv(table: Pick<ChartTable, 'columns' | 'rows'>, about: Readonly<Record<string, string>>): string {
  const lines = [
    [...table.columns.map((column) => column.label), ...Object.keys(about)],
    ...table.rows.map((row) => [...row.map((cell) => cell.value), ...Object.values(about)]),
  ];
  return lines.map((line) => csvLine(line)).join('');
}
