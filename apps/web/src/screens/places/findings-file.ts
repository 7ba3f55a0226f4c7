import type { TFunction } from 'i18next';
import { changeWords, type Voice } from '@monitor/findings';
import {
  changeCells,
  type ChartTable,
  countCell,
  intervalColumns,
  numberColumn,
  rateCells,
  textCell,
  textColumn,
} from '../../figures/chart-table.ts';
import type { FindingRow } from './findings.ts';
import { averageWords } from './place-words.ts';

/** The figures of a place as numbers: their change, their rate beside the average, and the same months of earlier years. */
export function findingsFile(rows: readonly FindingRow[], name: string, t: TFunction, format: Voice): ChartTable {
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
    rows: rows.map((row) => {
      const { change, comparison } = row;
      const compared = comparison.kind === 'compared' ? comparison : undefined;
      return [
        textCell(t(`places.row.${row.name}.label`, { count: row.count })),
        countCell(row.isNotReported ? undefined : row.count, format),
        ...changeCells(change.kind === 'change' ? change : undefined, changeWords(change, row.measure, format).verdict, format),
        ...rateCells(compared, averageWords(comparison, t, format).text, format),
        { text: compared === undefined ? '' : format.number.rate(compared.average), value: compared?.average ?? null },
        ...years.map((year) => countCell(row.years?.find((one) => one.year === year)?.count ?? undefined, format)),
      ];
    }),
  };
}
