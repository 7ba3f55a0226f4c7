import { useTranslation } from '../i18n/use-translation.ts';
import styles from './side-badge.module.css';
import kit from '../styles/kit.module.css';

/** The side of a comparison: A is solid, B a dashed outline, everywhere. */
export type SideName = 'a' | 'b';

/** The sign of a side, read as its letter. */
export function SideBadge({ side }: { side: SideName }) {
  const { t } = useTranslation();
  return (
    <span className={`${kit.centre} ${kit.tiny} ${kit.still} ${styles.badge}`} data-side={side}>
      {t(`compare.side.${side}`)}
    </span>
  );
}
