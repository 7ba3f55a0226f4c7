import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import type { CellFigure } from './figure.ts';
import styles from './largest-cells.module.css';
import type { FigureActions } from './map-layer.ts';

interface LargestCellsProps {
  readonly cells: readonly CellFigure[];
  readonly actions: Pick<FigureActions, 'placeOf' | 'amountOf'>;
  readonly onChoose: (cell: CellFigure) => void;
}

/** The largest circles as buttons, for keyboard and screen reader: the canvas itself cannot be read. Shown when focused. */
export function LargestCells({ cells, actions, onChoose }: LargestCellsProps) {
  const { t } = useTranslation('map');
  const { number } = useFormat();
  const name = (cell: CellFigure) => {
    const amount = actions.amountOf(cell) ?? t('cell.incidents', { count: cell.count, formatted: number.count(cell.count) });
    return t('largest.item', { amount, place: actions.placeOf(cell.country, cell) });
  };
  return (
    <section className={styles.largest} aria-label={t('largest.title')}>
      <h3>{t('largest.title')}</h3>
      {cells.length === 0 && <p>{t('largest.none')}</p>}
      <ul>
        {cells.map((cell) => (
          <li key={cell.key}>
            <button type="button" onClick={() => onChoose(cell)}>
              {name(cell)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
