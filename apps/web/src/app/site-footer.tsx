import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import styles from './site-footer.module.css';

/** The sentences that must stand beside names, maps and made-up data. */
export function SiteFooter() {
  const { t } = useTranslation();
  const { data } = useQuery(queries.datasets());
  const synthetic = data?.datasets.some((dataset) => dataset.synthetic && dataset.incidents > 0) ?? false;
  return (
    <footer className={styles.footer}>
      <p>
        <span aria-hidden="true">*</span>
        {t('notice.kosovo')} {t('notice.boundaries')}
      </p>
      {synthetic ? <p className={styles.synthetic}>{t('notice.synthetic')}</p> : null}
    </footer>
  );
}
