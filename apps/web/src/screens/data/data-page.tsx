import { useQuery } from '@tanstack/react-query';
import { AtAGlance } from '../../answers/at-a-glance.tsx';
import { apiPage, csvAddress } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import pages from '../../styles/page.module.css';
import kit from '../../styles/kit.module.css';
import buttons from '../../controls/button.module.css';
import { useTranslation } from '../../i18n/use-translation.ts';
import { CodebookTables } from './codebook-tables.tsx';
import { DatasetCard } from './dataset-card.tsx';

/** What the data is, what may be done with it, and what its codes mean. */
export default function DataPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(queries.datasets());
  return (
    <article className={pages.page}>
      <h1>{t('data.title')}</h1>
      <p className={`${kit.quiet} ${kit.large}`}>{t('data.lead')}</p>
      <AtAGlance />

      <h2>{t('data.datasets')}</h2>
      {data === undefined && error === null ? <p>{t('state.loading')}</p> : null}
      {data === undefined && error !== null ? (
        <p role="alert">
          {t('data.failed')}{' '}
          <button type="button" className={buttons.link} onClick={() => void refetch()}>
            {t('state.failure.retry')}
          </button>
        </p>
      ) : null}
      {data?.datasets.length === 0 ? <p>{t('data.none')}</p> : null}
      {data?.datasets.map((dataset) => (
        <DatasetCard key={dataset.slug} dataset={dataset} />
      ))}

      <h2>{t('data.download')}</h2>
      <p>{t('data.downloadText')}</p>
      <p className={kit.tools}>
        <a className={buttons.primary} href={csvAddress('')} download="">
          {t('data.allCsv')}
        </a>
        <a className={buttons.plain} href={csvAddress('', { hxl: true })} download="">
          {t('data.allHxl')}
        </a>
        <a className={buttons.plain} href={apiPage}>
          {t('data.api')}
        </a>
      </p>

      <h2>{t('data.codebook')}</h2>
      <p>{t('data.codebookText')}</p>
      <CodebookTables />
    </article>
  );
}
