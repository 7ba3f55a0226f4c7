import { notices } from '@monitor/domain';
import { useTranslation } from 'react-i18next';
import styles from './footnotes.module.css';

/** What must stand on every map: how its names and lines are meant, whose data they are, and whether figures are made up. */
export function Footnotes({ synthetic }: { readonly synthetic: boolean }) {
  const { t } = useTranslation('map');
  return (
    <p className={styles.footnotes}>
      *{notices.kosovo} {notices.boundaries} <span className={styles.credits}>{t('credits')}</span>
      {synthetic && (
        <>
          {' · '}
          <strong className={styles.synthetic} title={notices.synthetic}>
            {t('synthetic')}
          </strong>
        </>
      )}
    </p>
  );
}
