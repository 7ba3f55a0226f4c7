import { csvLine } from '@monitor/contract';
import { type Filter, today } from '@monitor/domain';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { filterLine } from '../filter/constraint-words.ts';
import { ExploreContext } from '../filter/use-explore.ts';
import { useWording } from '../filter/use-wording.ts';
import { type ChartDocument, chartSvg, type DocumentColours } from './chart-document.ts';
import type { ChartTable } from '../figures/chart-table.ts';
import { embeddedFont } from './embedded-font.ts';
import { inLightTheme } from './light-theme.ts';
import { paperPicture } from './paper-picture.ts';
import { pngOf, saveFile } from './save-file.ts';
import { useChartNotes } from './use-chart-notes.ts';

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
  /** True where its numbers are of an earlier selection than the filter, under whose name they must not be given away. */
  readonly outdated: boolean;
  /** The picture as it is drawn in a file; undefined while there is none, and null of a table, which has none. */
  readonly onPaper: ReactElement | null | undefined;
}

/**
 * Saves a chart: its numbers as CSV, or its picture; both say the filter, the notices, the sources and who publishes them.
 * Pictures are light. Undefined while the chart cannot be given away. What it returns rejects where there is no picture, or the browser
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
  filter: ownFilter,
}: DownloadableChart): ((kind: DownloadKind) => Promise<void>) | undefined {
  const { t } = useTranslation();
  const client = useQueryClient();
  const explore = useContext(ExploreContext);
  const filter = ownFilter ?? explore?.filter ?? {};
  const wording = useWording();
  const { date } = wording.format;
  const shared = useChartNotes();

  if (table === undefined || shared === undefined || outdated) return undefined;
  return async (kind) => {
    const line = filterLine(filter, wording);
    const notes = [...own, ...shared, ...(await publisherNotes())];
    const day = today();
    const name = `armed-violence_${table.name}_${day}.${kind}`;
    if (kind === 'csv') {
      const csv = chartCsv(table, { [t('chart.column.filter')]: line, [t('chart.column.notes')]: notes.join(' ') });
      saveFile(name, new Blob([csv], { type: 'text/csv;charset=utf-8' }));
      return;
    }
    const body = onPaper == null ? undefined : await paperPicture(onPaper);
    if (body === undefined) throw new Error('The chart has no picture');
    const lines = [...(reading === undefined ? [] : [reading]), t('chart.filter', { filter: line })];
    const downloaded = t('chart.downloaded', { day: date.day(day) });
    const document = { title, lines, body, notes: [...(legend === undefined ? [] : [legend]), ...notes, downloaded] };
    await savePicture(document, inLightTheme(documentColours), name, kind);
  };

  /** Who runs this instance; rather no name than a wrong one. */
  async function publisherNotes(): Promise<string[]> {
    const { publisher } = await client.ensureQueryData(queries.codebook()).catch(() => ({ publisher: undefined }));
    return publisher === undefined ? [] : [t('chart.publisher', { publisher })];
  }
}

async function savePicture(document: ChartDocument, colours: DocumentColours, name: string, kind: 'png' | 'svg'): Promise<void> {
  const { title, lines, body, notes } = document;
  const font = await embeddedFont([title, ...lines, body.markup, ...notes].join(''));
  const svg = chartSvg(document, colours, font);
  saveFile(name, kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOf(svg));
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

/** The colours of the page in its present theme. */
function documentColours(): DocumentColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return { background: token('--card'), ink: token('--ink'), muted: token('--ink2') };
}
