import { sourceKinds } from '@monitor/domain';
import { useQuery } from '@tanstack/react-query';
import { useSummary } from '../../answers/use-summary.ts';
import { queries } from '../../api/queries.ts';
import { ScrollArea } from '../../controls/scroll-area.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './about-page.module.css';
import kit from '../../styles/kit.module.css';

/** Which days of which location each dataset covers. */
export function CoverageTable() {
  const { t } = useTranslation();
  const terms = useTerms();
  const { number, date } = useFormat();
  const { data } = useQuery(queries.datasets());
  const datasets = (data?.datasets ?? []).filter(({ coverage }) => coverage.length > 0);
  if (datasets.length === 0) return null;
  return (
    <ScrollArea className={`${kit.top4} ${kit.scroll}`} label={t('about.coverage.places')}>
      <table className={styles.table}>
        <caption>{t('about.coverage.places')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('data.locations')}</th>
            <th scope="col">{t('about.coverage.from')}</th>
            <th scope="col">{t('about.coverage.to')}</th>
            <th scope="col" data-number>
              {t('data.incidents')}
            </th>
          </tr>
        </thead>
        {datasets.map(({ slug, title, coverage }) => (
          <tbody key={slug}>
            <tr>
              <th scope="rowgroup" colSpan={4} className={styles.dataset}>
                {title}
              </th>
            </tr>
            {coverage.map(({ country, from, to, incidents }) => (
              <tr key={country}>
                <th scope="row">{terms.place(country)}</th>
                <td>{date.day(from)}</td>
                <td>{date.day(to)}</td>
                <td data-number>{number.count(incidents)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollArea>
  );
}

/** How many incidents of each year name which kind of source: whether the mix has changed, which alone could look like a trend. */
export function SourcesByYear() {
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
      <table className={styles.table}>
        <caption>{t('about.coverage.sources')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('about.coverage.year')}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" data-number>
                {terms.label('source_kind', kind)}
              </th>
            ))}
            <th scope="col" data-number>
              {t('data.incidents')}
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ start, incidents, partial }, at) => (
            <tr key={start}>
              <th scope="row">{partial ? t('about.coverage.partial', { year: date.year(start) }) : date.year(start)}</th>
              {kinds.map((kind) => (
                <td key={kind} data-number>
                  {share(kind, at)}
                </td>
              ))}
              <td data-number>{number.count(incidents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
