import MenuBox from '../controls/menu-box.tsx';
import type { Opened } from '../controls/opener.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { type DownloadableChart, type DownloadKind, downloadKinds, useChartDownload } from './use-chart-download.ts';

export interface DownloadMenuProps {
  readonly chart: DownloadableChart;
  /** Called after each download. */
  readonly onEnd: (failed: boolean) => void;
}

/** Saves the numbers or the picture of a chart, with its title, filter, notices and source; of a table, its numbers. */
export default function DownloadMenu({ chart, onEnd, ...opened }: DownloadMenuProps & Opened) {
  const { t } = useTranslation();
  const download = useChartDownload(chart);
  const save = (kind: DownloadKind) =>
    download?.(kind).then(
      () => onEnd(false),
      (error: unknown) => {
        console.error(error);
        onEnd(true);
      },
    );
  const options = downloadKinds
    .filter((kind) => kind === 'csv' || chart.onPaper !== null)
    .map((kind) => ({ value: kind, label: t(`chart.as.${kind}`), isDisabled: download === undefined }));
  return <MenuBox {...opened} groups={[{ options, onChoose: (kind) => void save(kind as DownloadKind) }]} />;
}
