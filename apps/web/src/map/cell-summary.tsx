import type { Box } from '@monitor/domain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { Casualties } from './casualties.tsx';
import { CompositionBars } from './composition-bars.tsx';
import { areaOf, canSplit, type CellFigure } from './figure.ts';
import styles from './figure-summary.module.css';

interface CellSummaryProps {
  readonly cell: CellFigure;
  /** Where the circle's middle lies, as a line of its own. */
  readonly place: string;
  readonly onZoomTo: (cell: CellFigure) => void;
  readonly onSelectArea: (country: string, bounds: Box) => void;
}

/** What a circle of several incidents stands for, and the ways on from it. */
export function CellSummary({ cell, place, onZoomTo, onSelectArea }: CellSummaryProps) {
  const { t } = useTranslation('map');
  const { number } = useFormat();
  const splits = canSplit(cell);
  return (
    <div className={styles.summary}>
      <div>
        <p className={styles.title}>{t('cell.incidents', { count: cell.count, formatted: number.count(cell.count) })}</p>
        <p className={styles.context}>{place}</p>
        {!splits && <p className={styles.context}>{t('cell.samePlace')}</p>}
      </div>
      <Casualties killed={cell.killed} injured={cell.injured} />
      <CompositionBars shares={cell.shares} />
      <div className={styles.actions}>
        {splits && (
          <button type="button" onClick={() => onZoomTo(cell)}>
            {t('zoomIn')}
          </button>
        )}
        <button type="button" onClick={() => onSelectArea(cell.country, areaOf(cell))}>
          {t('cell.list')}
        </button>
      </div>
    </div>
  );
}
