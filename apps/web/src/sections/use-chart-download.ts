import { csvLine } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import type { ReactElement } from 'react';
import { saveFile } from '../controls/save-file.ts';
import type { ChartTable } from '../format/chart-table.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { paperPicture } from './paper-picture.ts';

import { usePictureFile } from './use-picture-file.ts';

export const downloadKinds = ['csv', 'png', 'svg'] as const;
export type DownloadKind = (typeof downloadKinds)[number];

/** A chart as its download needs it. */
export interface DownloadableChart {
  readonly title: string;
  readonly reading: string | undefined;
  /** What the marks of the picture mean, in words. */
  readonly legend: string | undefined;
  /** Notes about these numbers. */
  readonly notes: readonly string[];
  /** What the numbers are of, where it is not the filter of the address alone, or the page has none. */
  readonly filter?: Filter | undefined;
  /** Undefined while its numbers are awaited. */
  readonly table: ChartTable | undefined;
  /** True if its numbers are of an earlier selection than the filter, under whose name they must not be given away. */
  readonly outdated: boolean;
  /** The picture as it is drawn in a file; undefined while there is none, and null of a table, which has none. */
  readonly onPaper: ReactElement | null | undefined;
}

/**
 * Saves a chart: its numbers as CSV, or its picture; both say the filter, the notices, the sources and who publishes them.
 * Pictures are light. Undefined while the chart cannot be given away. What it returns rejects if there is no picture, or the browser
 * cannot draw it.
 */
export function useChartDownload({
  title,
  reading,
  legend,
  notes: own,
  table,
  outdated,
  onPaper,
  filter,
}: DownloadableChart): ((kind: DownloadKind) => Promise<void>) | undefined {
  const { t } = useTranslation();
  const file = usePictureFile(filter);

  if (table === undefined || file === undefined || outdated) return undefined;
  return async (kind) => {
    const name = file.nameOf(table.name, kind);
    if (kind === 'csv') {
      const { line, notes } = await file.about();
      const about = { [t('chart.column.filter')]: line, [t('chart.column.notes')]: [...own, ...notes].join(' ') };
      saveFile(name, new Blob([chartCsv(table, about)], { type: 'text/csv;charset=utf-8' }));
      return;
    }
    const body = onPaper == null ? undefined : await paperPicture(onPaper);
    if (body === undefined) throw new Error('The chart has no picture');
    await file.save({ title, reading, body, notes: [...(legend === undefined ? [] : [legend]), ...own] }, name, kind);
  };
}

/**
 * A chart's numbers as CSV. Notes about all of them, such as filter and notices, are in columns of their own, filled in the first row
 * alone. Lines after the table would need arguments to be left out: R and pandas read a file with them as one of texts, since they
 * look for the type of a column in all its cells, and Excel takes them into a sort of the column. In a column of their own they leave
 * every number a number, and on one row they leave the table narrow.
 */
export function chartCsv(table: Pick<ChartTable, 'columns' | 'rows'>, about: Readonly<Record<string, string>>): string {
  const lines = [
    [...table.columns.map((column) => column.label), ...Object.keys(about)],
    ...table.rows.map((row, index) => [
      ...row.map((cell) => cell.value),
      ...Object.values(about).map((text) => (index === 0 ? text : null)),
    ]),
  ];
  return lines.map((line) => csvLine(line)).join('');
}
