import { useTranslation } from '../i18n/use-translation.ts';
import styles from './facet-list.module.css';
import kit from '../styles/kit.module.css';
import { useSides } from './use-explore.ts';

/** The heads of the two columns of counts, where two sides are compared. */
export function CountHeads() {
  const { t } = useTranslation();
  const { b } = useSides();
  if (b === undefined) return null;
  return (
    <p className={`${kit.note} ${styles.heads}`} aria-hidden="true">
      <b>{t('compare.side.a')}</b>
      <span>{t('compare.side.b')}</span>
    </p>
  );
}
