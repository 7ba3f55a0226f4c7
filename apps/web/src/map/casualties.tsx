import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import styles from './figure-summary.module.css';

/** People killed and injured; in colour only where there are any. */
export function Casualties({ killed, injured }: { readonly killed: number; readonly injured: number }) {
  const { t } = useTranslation('map');
  const { number } = useFormat();
  return (
    <p className={styles.casualties}>
      <span className={killed > 0 ? styles.killed : undefined}>
        <b>{number.count(killed)}</b> {t('cell.killed')}
      </span>
      <span className={injured > 0 ? styles.injured : undefined}>
        <b>{number.count(injured)}</b> {t('cell.injured')}
      </span>
    </p>
  );
}
