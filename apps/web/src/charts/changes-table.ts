import type { SaidChanges } from '@monitor/contract';
import type { Period } from '@monitor/domain';
import type { TFunction } from 'i18next';
import {
  changeCells,
  type ChartTable,
  countCell,
  intervalColumns,
  numberColumn,
  textCell,
  textColumn,
} from '../format/chart-table.ts';
import type { Format } from '../format/use-format.ts';

/** All comparisons of a period with the same days a year before, the strongest first, those without a difference last. */
export function changesTable({ compared, without }: SaidChanges, period: Period, t: TFunction, format: Format): ChartTable {
  return {
    name: 'changes',
    columns: [
      textColumn(t('places.list.place')),
      textColumn(t('changes.table.measure')),
      numberColumn(t('changes.table.before')),
      numberColumn(format.date.period(period.from, period.to)),
      ...intervalColumns('change', t),
      textColumn(t('changes.table.evidence')),
    ],
    rows: [...compared, ...without].map(({ name, many, earlier, count, difference, evidence }) => [
      textCell(name),
      textCell(many),
      countCell(earlier, format),
      countCell(count, format),
      ...changeCells(difference, '–', format),
      textCell(t(`changes.evidence.${evidence}`)),
    ]),
  };
}
