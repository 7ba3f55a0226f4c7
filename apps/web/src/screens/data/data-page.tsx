import { exportFormat, wholeFileName, wholeFormatNames } from '@monitor/contract/export-formats';
import { useQuery } from '@tanstack/react-query';
import { AtAGlance } from '../../sections/at-a-glance.tsx';
import { DownloadAll } from '../../export/export-actions.tsx';
import { Contents } from '../../sections/contents.tsx';
import { apiPage, csvAddress } from '../../api/file-address.ts';
import { queries } from '../../api/queries.ts';
import { siteOfPage, sitePath } from '../../api/site.ts';
import pages from '../../styles/text-page.module.css';
import kit from '../../styles/kit.module.css';
import buttons from '../../controls/button.module.css';
import { useTranslation } from '../../i18n/use-translation.ts';
import { type Dataset, lastTwelveMonths, overlapNote } from '@monitor/findings';
import { filterQuery } from '@monitor/contract';
import { Link } from '@tanstack/react-router';
import { LicenceLink } from '../../controls/licence-link.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTerms, useVoice } from '../../i18n/terms.ts';
import { webAddress } from '../../format/web-address.ts';
import marks from '../../styles/synthetic.module.css';
import styles from './data-page.module.css';
import { AwaitedLines } from '../../sections/state-notice.tsx';
import { type Filter, vocabularies, type VocabularyName } from '@monitor/domain';
import { Fragment } from 'react';
import { PlainTable } from '../../controls/plain-table.tsx';
import { ScrollArea } from '../../controls/scroll-area.tsx';

/** What the data is, what may be done with it, and what its codes mean. */
export default function DataPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(queries.datasets());
  const overlap = overlapNote(data?.datasets ?? [], useVoice());
  return (
    <article className={pages.page}>
      <h1>{t('data.title')}</h1>
      <Contents sections={(['datasets', 'download', 'codebook'] as const).map((id) => ({ id, title: t(`data.${id}`) }))} />
      <p className={`${kit.quiet} ${kit.large}`}>{t('data.lead')}</p>
      <AtAGlance />

      <h2 id="datasets">{t('data.datasets')}</h2>
      {data === undefined && error === null ? <AwaitedLines lines={10} /> : null}
      {data === undefined && error !== null ? (
        <p role="alert">
          {t('data.failed')}{' '}
          <button type="button" className={buttons.link} onClick={() => void refetch()}>
            {t('state.failure.retry')}
          </button>
        </p>
      ) : null}
      {data?.datasets.length === 0 ? <p>{t('data.none')}</p> : null}
      {overlap === undefined ? null : <p className={kit.bottom3}>{overlap}</p>}
      {data?.datasets.map((dataset) => (
        <DatasetCard key={dataset.slug} dataset={dataset} />
      ))}

      <h2 id="download">{t('data.download')}</h2>
      <p>{t('data.downloadText')}</p>
      <p className={kit.tools}>
        <DownloadAll />
        <a
          className={buttons.plain}
          href={siteOfPage()?.hasDownloads ? sitePath(`/${wholeFileName('csv')}`) : csvAddress('')}
          download=""
        >
          {t('data.allCsv')}
        </a>
        <a className={buttons.plain} href={csvAddress('', { hxl: true })} download="">
          {t('data.allHxl')}
        </a>
        {siteOfPage() ? (
          wholeFormatNames.map((name) =>
            name === 'csv' || !siteOfPage()?.hasDownloads ? null : (
              <a key={name} className={buttons.plain} href={sitePath(`/${wholeFileName(name)}`)} download="">
                {exportFormat(name).label}
              </a>
            ),
          )
        ) : (
          <a className={buttons.plain} href={apiPage}>
            {t('data.api')}
          </a>
        )}
      </p>

      <h2 id="codebook">{t('data.codebook')}</h2>
      <p>{t('data.codebookText')}</p>
      <CodebookTables />
    </article>
  );
}

/** One dataset: what it holds, whose it is, and what may be done with it. */
function DatasetCard({ dataset }: { dataset: Dataset }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { number, date } = useFormat();
  const home = webAddress(dataset.url);
  const { from, to, incidents, covers } = dataset;
  const only: Filter = { dataset: [dataset.slug] };
  // Its own last months: those of all data may have nothing of it.
  const last = from !== null && to !== null && lastTwelveMonths({ from, to });
  const locations = dataset.countries.map((code) => terms.place(code)).join(', ') || '–';
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
        <dd>{covers === null ? locations : t('data.part', { locations, part: covers })}</dd>
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
        <Link to="/explore" search={{ query: filterQuery({ ...only, ...last }) }}>
          {t('data.explore')}
        </Link>
        <a href={csvAddress(filterQuery(only))} download="">
          {t('data.csv')}
        </a>
      </p>
    </section>
  );
}

const names = Object.keys(vocabularies) as VocabularyName[];

/** Every vocabulary with its codes, labels and definitions; folded, since together they are long. */
function CodebookTables() {
  const { t } = useTranslation();
  const terms = useTerms();
  const rowOf = (name: VocabularyName, code: string) => [
    terms.label(name, code),
    terms.definition(name, code),
    <code key={code}>{breakable(code)}</code>,
  ];
  return names.map((name) => (
    <details key={name} className={`${kit.ruled} ${styles.vocabulary}`} open={name === 'type'}>
      <summary>
        {t(`data.vocabulary.${name}`)}{' '}
        <span className={`${kit.faint} ${kit.plain} ${kit.light}`}>
          {t('data.codes', { count: vocabularies[name].codes.length })}
        </span>
      </summary>
      <ScrollArea className={`${kit.scroll} ${styles.frame}`} label={t(`data.vocabulary.${name}`)}>
        <PlainTable
          className={styles.codes}
          columns={[{ label: t('data.label') }, { label: t('data.definition') }, { label: t('data.code') }]}
          rows={vocabularies[name].codes.map((code) => rowOf(name, code))}
          groups={
            vocabularies[name].groups.length === 0
              ? []
              : [{ title: t('data.groups'), rows: vocabularies[name].groups.map(({ code }) => rowOf(name, code)) }]
          }
        />
      </ScrollArea>
    </details>
  ));
}

/** A code that a narrow column may break after each underscore and dot, without anything that is copied along. */
function breakable(code: string) {
  return code.split(/(?<=[_.])/).map((part, index) => (
    <Fragment key={part}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
