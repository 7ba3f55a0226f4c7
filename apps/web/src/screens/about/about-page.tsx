import { siteFocus } from '@monitor/geography';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Trans } from 'react-i18next';
import { AtAGlance } from '../../sections/at-a-glance.tsx';
import { Contents } from '../../sections/contents.tsx';
import { apiPage } from '../../api/file-address.ts';
import pages from '../../styles/text-page.module.css';
import kit from '../../styles/kit.module.css';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './about-page.module.css';
import { datePrecisions, incidentTypes, placePrecisions, sourceKinds } from '@monitor/domain';
import { useTerms } from '../../i18n/terms.ts';
import { useSummary } from '../../api/use-summary.ts';
import { PlainTable } from '../../controls/plain-table.tsx';
import { ScrollArea } from '../../controls/scroll-area.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { siteOfPage } from '../../api/site.ts';

/** The sections in their order, each with what it shows below its text. The name of a section is its address within the page, too. */
const sections = [
  { name: 'figures', below: <TypeDefinitions /> },
  { name: 'changes' },
  { name: 'rates' },
  { name: 'charts' },
  { name: 'certainty', below: <AccuracyTable /> },
  { name: 'limits' },
  {
    name: 'coverage',
    below: (
      <>
        <CoverageTable />
        <SourcesByYear />
      </>
    ),
  },
  { name: 'cite' },
  { name: 'harm' },
  { name: 'privacy' },
  { name: 'accessibility' },
  { name: 'synthetic' },
] as const satisfies readonly { readonly name: string; readonly below?: ReactNode }[];

/** What this is, how we make its figures, how to read them, and their limits. */
export default function AboutPage() {
  const { t } = useTranslation();
  const { data } = useQuery(queries.datasets());
  const isMadeUp = (data?.datasets ?? []).some(({ synthetic, incidents }) => synthetic && incidents > 0);
  const shown = sections.filter(({ name }) => name !== 'synthetic' || isMadeUp);
  return (
    <article className={pages.page}>
      <h1>{t('about.title')}</h1>
      <Contents sections={shown.map(({ name }) => ({ id: name, title: t(`about.${name}.title`) }))} />
      <p className={`${kit.quiet} ${kit.large}`}>{t('about.lead', { region: siteFocus().region })}</p>
      <AtAGlance />
      <p>
        <Trans
          i18nKey={siteOfPage() ? 'about.waysOfSite' : 'about.ways'}
          components={{
            explore: <Link to="/explore" search={{ query: '' }} />,
            data: <Link to="/data" search={{ query: '' }} />,
            methods: <Link to="/methods" search={{ query: '' }} />,
            api: <ApiLink />,
          }}
        />
      </p>
      {shown.map((section) => (
        <section key={section.name} id={section.name} className={styles.section}>
          <h2>{t(`about.${section.name}.title`)}</h2>
          {t(`about.${section.name}.text`, { returnObjects: true }).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {'below' in section ? section.below : null}
        </section>
      ))}
    </article>
  );
}

/** Takes its text from the translation. */
function ApiLink({ children }: { children?: ReactNode }) {
  return <a href={apiPage}>{children}</a>;
}

/** The types of incidents as the codebook defines them. */
function TypeDefinitions() {
  const terms = useTerms();
  return (
    <>
      <dl className={`${kit.plain} ${kit.around} ${styles.definitions}`}>
        {incidentTypes.codes.map((code) => (
          <div key={code}>
            <dt>{terms.label('type', code)}</dt>
            <dd>{terms.definition('type', code)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Trans i18nKey="about.codebook" components={{ data: <Link to="/data" search={{ query: '' }} /> }} />
      </p>
    </>
  );
}

/** How accurately place and date can be known, each with an example and how many of the incidents here are known that well. */
const accuracies = [
  { dimension: 'place_precision', codes: placePrecisions.codes },
  { dimension: 'date_precision', codes: datePrecisions.codes },
] as const;

function AccuracyTable() {
  const { t } = useTranslation();
  const terms = useTerms();
  const { number } = useFormat();
  const { data } = useSummary({}, { interval: 'none', facets: accuracies.map(({ dimension }) => dimension) });
  const total = data?.totals.incidents ?? 0;
  return accuracies.map(({ dimension, codes }) => (
    <ScrollArea key={dimension} className={`${kit.top4} ${kit.scroll}`} label={t(`about.accuracy.${dimension}.title`)}>
      <PlainTable
        className={styles.table}
        caption={t(`about.accuracy.${dimension}.title`)}
        columns={[
          { label: t('about.accuracy.known') },
          { label: t('about.accuracy.meaning') },
          { label: t('about.accuracy.example') },
          { label: t('about.accuracy.share'), number: true },
        ]}
        rows={codes.map((code) => {
          const incidents = data?.facets[dimension]?.find(({ value }) => value === code)?.incidents ?? 0;
          const part = { number: number.count(incidents), share: number.share(incidents / total) };
          return [
            terms.label(dimension, code),
            terms.definition(dimension, code),
            t(`about.accuracy.examples.${code}`),
            total === 0 ? '–' : t('about.accuracy.part', part),
          ];
        })}
      />
    </ScrollArea>
  ));
}

/** Which days of which location each dataset covers. */
function CoverageTable() {
  const { t } = useTranslation();
  const terms = useTerms();
  const { number, date } = useFormat();
  const { data } = useQuery(queries.datasets());
  const datasets = (data?.datasets ?? []).filter(({ coverage }) => coverage.length > 0);
  if (datasets.length === 0) return null;
  return (
    <ScrollArea className={`${kit.top4} ${kit.scroll}`} label={t('about.coverage.places')}>
      <PlainTable
        className={styles.table}
        caption={t('about.coverage.places')}
        columns={[
          { label: t('data.locations') },
          { label: t('about.coverage.from') },
          { label: t('about.coverage.to') },
          { label: t('data.incidents'), number: true },
        ]}
        groups={datasets.map(({ title, coverage }) => ({
          title,
          rows: coverage.map(({ country, from, to, incidents }) => [
            terms.place(country),
            date.day(from),
            date.day(to),
            number.count(incidents),
          ]),
        }))}
      />
    </ScrollArea>
  );
}

/** How many incidents of each year name which kind of source: whether the mix has changed, which alone could look like a trend. */
function SourcesByYear() {
  const { t } = useTranslation();
  const terms = useTerms();
  const { number, date } = useFormat();
  const { data } = useSummary({}, { interval: 'year', split: 'source' });
  const years = data?.series.points ?? [];
  const kinds = sourceKinds.codes.filter((code) => data?.series.parts?.some(({ value }) => value === code));
  if (years.length === 0 || kinds.length === 0) return null;
  const share = (kind: string, at: number) => {
    const incidents = data?.series.parts?.find(({ value }) => value === kind)?.points[at]?.incidents ?? 0;
    const all = years[at]?.incidents ?? 0;
    return all === 0 ? '–' : number.share(incidents / all);
  };
  return (
    <ScrollArea className={`${kit.top4} ${kit.scroll}`} label={t('about.coverage.sources')}>
      <PlainTable
        className={styles.table}
        caption={t('about.coverage.sources')}
        columns={[
          { label: t('about.coverage.year') },
          ...[...kinds.map((kind) => terms.label('source_kind', kind)), t('data.incidents')].map((label) => ({
            label,
            number: true,
          })),
        ]}
        rows={years.map(({ start, incidents, partial }, at) => [
          partial ? t('about.coverage.partial', { year: date.year(start) }) : date.year(start),
          ...kinds.map((kind) => share(kind, at)),
          number.count(incidents),
        ])}
      />
    </ScrollArea>
  );
}
