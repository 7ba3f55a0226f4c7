import { Download } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import menus from '../controls/choice-menu.module.css';
import { type DownloadableChart, useChartDownload } from './use-chart-download.ts';

const kinds = ['csv', 'png', 'svg'] as const;

/** Saves the numbers or the picture of a chart, with its title, filter, notices and source. */
export function DownloadMenu({ chart }: { chart: DownloadableChart }) {
  const { t } = useTranslation();
  const { title, outdated } = chart;
  const download = useChartDownload(chart);
  return (
    <MenuTrigger>
      <Button
        className={menus.iconButton}
        aria-label={t(outdated ? 'chart.downloadWaits' : 'chart.download', { title })}
        isDisabled={download === undefined}
      >
        <Download size={15} aria-hidden="true" />
      </Button>
      <Popover className={menus.popover} placement="bottom end" offset={4}>
        <Menu className={menus.menu} aria-label={t('chart.download', { title })}>
          {kinds.map((kind) => (
            <MenuItem key={kind} id={kind} className={menus.item} onAction={() => void download?.(kind)}>
              {t(`chart.as.${kind}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
