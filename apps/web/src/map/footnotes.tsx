import type { SyntheticShare } from '@monitor/findings';
import { useTranslation } from 'react-i18next';
import marks from '../styles/synthetic.module.css';
import styles from './footnotes.module.css';

/** What every map must say: how its names and lines are meant, whose data they are, and whether figures are made up. */
export function Footnotes({ synthetic }: { readonly synthetic: SyntheticShare }) {
  const { t } = useTranslation();
  return (
    <p className={styles.footnotes}>
      *{t('notice.kosovo')} {t('notice.boundaries')} <span className={styles.credits}>{t('map.credits')}</span>
      {synthetic === 'none' ? null : (
        <>
          {' · '}
          <strong
            className={`${styles.synthetic} ${marks.synthetic}`}
            title={t(synthetic === 'all' ? 'notice.synthetic' : 'notice.someSynthetic')}
          >
            {t(`map.synthetic.${synthetic}`)}
          </strong>
        </>
      )}
    </p>
  );
}
