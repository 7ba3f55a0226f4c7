import type { SyntheticShare } from '@monitor/findings';
import { useTranslation } from '../i18n/use-translation.ts';
import marks from '../styles/synthetic.module.css';
import { mapNotices } from '../i18n/notices.ts';
import styles from './footnotes.module.css';
import kit from '../styles/kit.module.css';

/** What every map must say: how its names and lines are meant, whose data they are, and whether figures are made up. */
export function Footnotes({
  synthetic,
  noteOfNames,
  basemap = [],
}: {
  readonly synthetic: SyntheticShare;
  /** What `kosovoNote` says of the view. */
  readonly noteOfNames: readonly string[];
  /** Who is to be named for the operator's base map. */
  readonly basemap?: readonly string[] | undefined;
}) {
  const { t } = useTranslation();
  return (
    <p className={`${kit.note} ${styles.footnotes}`}>
      {[...noteOfNames, ...mapNotices(t)].join(' ')}{' '}
      <span className={kit.nowrap}>{[t('map.credits'), ...basemap].join(' · ')}</span>
      {synthetic === 'none' ? null : (
        <>
          {' · '}
          <strong
            className={`${kit.nowrap} ${marks.synthetic}`}
            title={t(synthetic === 'all' ? 'notice.synthetic' : 'notice.someSynthetic')}
          >
            {t(`map.synthetic.${synthetic}`)}
          </strong>
        </>
      )}
    </p>
  );
}
