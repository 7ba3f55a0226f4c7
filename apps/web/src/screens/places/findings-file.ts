import type { SaidFinding } from '@monitor/contract';
import type { TFunction } from 'i18next';
import {
  changeCells,
  type ChartTable,
  countCell,
  intervalColumns,
  numberColumn,
  rateCells,
  textCell,
  textColumn,
} from '../../format/chart-table.ts';
import type { Format } from '../../format/use-format.ts';

/** The figures of a place as numbers: their change, their rate beside the average, and the same months of earlier years. */
export function findingsFile(rows: readonly SaidFinding[], name: string, t: TFunction, format: Format): ChartTable {
  const years = [...new Set(rows.flatMap((row) => row.years ?? []).map(({ year }) => year))].toSorted((one, other) => one - other);
  return {
    name,
    columns: [
      textColumn(t('places.findings.column.figure')),
      numberColumn(t('places.findings.column.number')),
      ...intervalColumns('change', t),
      ...intervalColumns('rate', t),
      numberColumn(t('places.findings.column.average')),
      ...years.map((year) => numberColumn(t('places.findings.column.year', { year }))),
    ],
    rows: rows.map(({ label, count, change, average: { rate, text }, years: ofRow }) => [
      textCell(label),
      countCell(count ?? undefined, format),
      ...changeCells(change.difference, change.verdict, format),
      ...rateCells(rate, text, format),
      { text: rate === undefined ? '' : format.number.rate(rate.average), value: rate?.average ?? null },
      ...years.map((year) => countCell(ofRow?.find((one) => one.year === year)?.count ?? undefined, format)),
    ]),
  };
}
