import type { Dataset } from '@monitor/findings';
import { Link } from '@tanstack/react-router';
import { csvAddress } from '../../api/client.ts';
import { LicenceLink } from '../../controls/licence-link.tsx';
import { defaultView, writeExploreState } from '../../filter/explore-state.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { webAddress } from '../../format/web-address.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import marks from '../../styles/synthetic.module.css';
import styles from './data-page.module.css';
import kit from '../../styles/kit.module.css';

/** One dataset: what it holds, whose it is, and what may be done with it. */
export function DatasetCard({ dataset }: { dataset: Dataset }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { number, date } = useFormat();
  const home = webAddress(dataset.url);
  const only = writeExploreState({ filter: { dataset: [dataset.slug] }, view: defaultView });
  const { from, to, incidents } = dataset;
  return (
    <section className={`${kit.box} ${kit.pad} ${styles.dataset}`}>
      <h3 className={styles.name}>
        {dataset.title}
        {dataset.synthetic ? <span className={`${kit.small} ${marks.synthetic}`}>{t('data.synthetic')}</span> : null}
      </h3>
      <p>{dataset.description}</p>
      {dataset.killed_includes_suicides ? <p>{t('incident.suicidesAmongKilled')}</p> : null}
      <dl className={`${kit.facts} ${kit.plain} ${kit.around}`}>
        <dt>{t('data.incidents')}</dt>
        <dd>{number.count(incidents)}</dd>
        <dt>{t('data.coverage')}</dt>
        <dd>{from === null || to === null ? t('data.empty') : `${date.day(from)} – ${date.day(to)}`}</dd>
        <dt>{t('data.locations')}</dt>
        <dd>{dataset.countries.map((code) => terms.place(code)).join(', ') || '–'}</dd>
        <dt>{t('incident.licence')}</dt>
        <dd>
          <LicenceLink name={dataset.licence} address={dataset.licence_url} />
        </dd>
        <dt>{t('incident.attribution')}</dt>
        <dd>{dataset.attribution}</dd>
        {home === undefined ? null : (
          <>
            <dt>{t('data.home')}</dt>
            <dd>
              <a href={home.href} target="_blank" rel="noreferrer noopener">
                {home.hostname}
              </a>
            </dd>
          </>
        )}
        {dataset.updated_at === null ? null : (
          <>
            <dt>{t('data.updated')}</dt>
            <dd>{date.moment(dataset.updated_at)}</dd>
          </>
        )}
      </dl>
      <p className={`${kit.wrap} ${styles.ways}`}>
        <Link to="/explore" search={{ query: only }}>
          {t('data.explore')}
        </Link>
        <a href={csvAddress(only)} download="">
          {t('data.csv')}
        </a>
      </p>
    </section>
  );
}
