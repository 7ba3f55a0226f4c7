import { useTranslation } from 'react-i18next';
import { filterLine } from '../filter/constraints.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useWording } from '../filter/use-wording.ts';
import { chartSvg, type PicturePart } from './chart-document.ts';
import { chartCsv } from './chart-csv.ts';
import type { ChartTable } from './data-table.tsx';
import { pngOf, saveFile } from './save-file.ts';
import { useChartNotes } from './use-chart-notes.ts';

export type DownloadKind = 'csv' | 'png' | 'svg';

/** A chart as its download needs it. */
export interface DownloadableChart {
  readonly title: string;
  readonly reading: string | undefined;
  /** What the marks of the picture mean, in words. */
  readonly legend: string | undefined;
  /** What is to be said of these numbers. */
  readonly notes: readonly string[];
  /** Undefined while its numbers are awaited. */
  readonly table: ChartTable | undefined;
  readonly picture: () => PicturePart | undefined;
}

/** Saves a chart: its numbers as CSV, or its picture; both say the filter, the notices and the sources. */
export function useChartDownload({
  title,
  reading,
  legend,
  notes: own,
  table,
  picture,
}: DownloadableChart): (kind: DownloadKind) => void {
  const { t } = useTranslation();
  const { filter } = useExplore();
  const wording = useWording();
  const shared = useChartNotes();

  return (kind) => {
    if (table === undefined) return;
    const notes = [...own, ...shared];
    const line = filterLine(filter, wording);
    const name = `armed-violence_${table.name}_${new Date().toISOString().slice(0, 10)}.${kind}`;
    if (kind === 'csv') {
      const csv = chartCsv(table, { [t('chart.column.filter')]: line, [t('chart.column.notes')]: notes.join(' ') });
      saveFile(name, new Blob([csv], { type: 'text/csv;charset=utf-8' }));
      return;
    }
    const body = picture();
    if (body === undefined) return;
    const lines = [...(reading === undefined ? [] : [reading]), t('chart.filter', { filter: line })];
    const svg = chartSvg({ title, lines, body, notes: [...(legend === undefined ? [] : [legend]), ...notes] }, documentColours());
    if (kind === 'svg') saveFile(name, new Blob([svg], { type: 'image/svg+xml' }));
    else void pngOf(svg).then((png) => saveFile(name, png));
  };
}

/** The colours of the page as it is seen, so that the ink of a picture taken in the dark can be read. */
function documentColours() {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return { background: token('--card'), ink: token('--ink'), muted: token('--ink2') };
}
