import { Download } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import buttons from '../controls/button.module.css';
import menus from '../controls/choice-menu.module.css';
import kit from '../styles/kit.module.css';
import { useTranslation } from '../i18n/use-translation.ts';
import { type DownloadableChart, type DownloadKind, downloadKinds, useChartDownload } from './use-chart-download.ts';

export interface DownloadMenuProps {
  readonly chart: DownloadableChart;
  /** Told after each download whether it has failed. */
  readonly onEnd: (failed: boolean) => void;
}

/** Saves the numbers or the picture of a chart, with its title, filter, notices and source; of a table, its numbers. */
export default function DownloadMenu({ chart, onEnd }: DownloadMenuProps) {
  const { t } = useTranslation();
  const { title, outdated } = chart;
  const download = useChartDownload(chart);
  const save = (kind: DownloadKind) =>
    download?.(kind).then(
      () => onEnd(false),
      (error: unknown) => {
        console.error(error);
        onEnd(true);
      },
    );
  return (
    <MenuTrigger>
      <Button
        className={buttons.icon}
        aria-label={t(outdated ? 'chart.downloadWaits' : 'chart.download', { title })}
        isDisabled={download === undefined}
      >
        <Download size={15} aria-hidden="true" />
      </Button>
      <Popover className={`${kit.raised} ${menus.popover}`} placement="bottom end" offset={4}>
        <Menu className={menus.menu} aria-label={t('chart.download', { title })}>
          {downloadKinds
            .filter((kind) => kind === 'csv' || chart.onPaper !== null)
            .map((kind) => (
              <MenuItem
                key={kind}
                id={kind}
                className={`${kit.ringInside} ${kit.press} ${menus.item}`}
                onAction={() => void save(kind)}
              >
                {t(`chart.as.${kind}`)}
              </MenuItem>
            ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
