import { type SyntheticShare, syntheticShare } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../api/queries.ts';
import { siteOfPage } from '../api/site.ts';
import { useFormat } from '../format/use-format.ts';
import { kosovoNote } from '../i18n/notices.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import marks from '../styles/synthetic.module.css';
import styles from './site-footer.module.css';
import kit from '../styles/kit.module.css';

/**
 * The sentences that must accompany names and made-up data. What a map must say is on the map.
 * @param synthetic how much of what the page shows is made up; left out where it covers all data
 */
export function SiteFooter({ synthetic }: { synthetic?: SyntheticShare | undefined }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const site = siteOfPage();
  const { data } = useQuery(queries.datasets());
  const { datasets = [] } = data ?? {};
  const share = synthetic ?? syntheticShare(datasets.filter(({ incidents }) => incidents > 0));
  return (
    <footer className={`${kit.note} ${kit.parted} ${styles.footer}`}>
      <p>
        {kosovoNote(
          datasets.flatMap(({ countries }) => countries),
          t,
        )}{' '}
        <Link className={kit.screenOnly} to="/about" search={{ query: '' }}>
          {t('shell.page.about')}
        </Link>
      </p>
      {site === undefined ? null : <p className={kit.top1}>{t('shell.published', { day: date.moment(site.publishedAt) })}</p>}
      {share === 'none' ? null : (
        <p className={kit.top1}>
          <span className={marks.synthetic}>{t(share === 'all' ? 'notice.synthetic' : 'notice.someSynthetic')}</span>
        </p>
      )}
    </footer>
  );
}
