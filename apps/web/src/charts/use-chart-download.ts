import { csvLine } from '@monitor/contract';
import { useTranslation } from 'react-i18next';
import { filterLine } from '../filter/constraints.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useWording } from '../filter/use-wording.ts';
import { chartSvg, type PicturePart } from './chart-document.ts';
import type { ChartTable } from './data-table.tsx';
import { pngOf, saveFile } from './save-file.ts';
import { useChartNotes } from './use-chart-notes.ts';

export type DownloadKind = 'csv' | 'png' | 'svg';

/** Saves a chart: its numbers as CSV with title, filter and notices as last lines, or its picture with them around it. */
export function useChartDownload({
  title,
  reading,
  table,
  picture,
}: {
  title: string;
  reading: string | undefined;
  table: ChartTable | undefined;
  picture: () => PicturePart | undefined;
}): (kind: DownloadKind) => void {
  const { t } = useTranslation();
  const { filter } = useExplore();
  const wording = useWording();
  const notes = useChartNotes();

  return (kind) => {
    if (table === undefined) return;
    const filtered = t('chart.filter', { filter: filterLine(filter, wording) });
    const name = `armed-violence_${table.name}_${new Date().toISOString().slice(0, 10)}.${kind}`;
    if (kind === 'csv') {
      saveFile(name, new Blob([chartCsv(table)], { type: 'text/csv;charset=utf-8' }));
      return;
    }
    const body = picture();
    if (body === undefined) return;
    const lines = reading === undefined ? [filtered] : [reading, filtered];
    const svg = chartSvg({ title, lines, body, notes }, documentColours());
    if (kind === 'svg') saveFile(name, new Blob([svg], { type: 'image/svg+xml' }));
    else void pngOf(svg).then((png) => saveFile(name, png));
  };
}

function chartCsv(table: ChartTable): string {
  const lines = [table.columns.map((column) => column.label), ...table.rows.map((row) => row.map((cell) => cell.value))];
  return lines.map((line) => csvLine(line)).join('');
}

/** The colours of the page as it is seen, so that the ink of a picture taken in the dark can be read. */
function documentColours() {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return { background: token('--card'), ink: token('--ink'), muted: token('--ink2') };
}
