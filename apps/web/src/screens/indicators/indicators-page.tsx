import { filterQuery } from '@monitor/contract';
import { joinedQuery } from '../../api/client.ts';
import { indicatorsAddress } from '../../api/file-address.ts';
import { usePage } from '../../api/use-page.ts';
import { AwaitedLines, ProgressLine, whatFailed } from '../../sections/state-notice.tsx';
import { ReportsNav } from '../../sections/reports-nav.tsx';
import { SiteFooter } from '../../sections/site-footer.tsx';
import buttons from '../../controls/button.module.css';
import { setView } from '../../filter/filter-actions.ts';
import { LinkNotice } from '../../filter/link-notice.tsx';
import { ExploreContext, useExplore, useExploreFromAddress } from '../../filter/use-explore.ts';
import pages from '../../styles/figures-page.module.css';
import { useTranslation } from '../../i18n/use-translation.ts';
import { FrameworkSection, MarkKeys } from './framework-section.tsx';
import styles from './indicators-page.module.css';
import kit from '../../styles/kit.module.css';
import { without } from '@monitor/domain';
import { knownCodes } from '@monitor/geography';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { MethodLink } from '../../controls/method-link.tsx';
import { ChoiceMenu } from '../../controls/choice-menu.tsx';
import { useTerms } from '../../i18n/terms.ts';

/** The indicators that a commission's secretary owes to three frameworks, by location and year. */
export default function IndicatorsPage() {
  const { t } = useTranslation();
  const explore = useExploreFromAddress();
  const { indicators: rows } = explore.view;
  const { country, dataset, ...others } = explore.filter;
  const query = filterQuery({ ...(country && { country }), ...(dataset && { dataset }) });
  const asked = joinedQuery(query, rows === 'together' ? 'indicators=together' : '');
  const { data: page, error, retry } = usePage('indicators', 'main', asked);
  const data = page?.data ?? undefined;
  return (
    <ExploreContext value={explore}>
      <article className={pages.sheet}>
        <ProgressLine />
        <ReportsNav />
        <h1 className={kit.top3}>{data?.finding ?? t('shell.page.indicators')}</h1>
        {data?.reading === undefined ? null : <p className={kit.top2}>{data.reading}</p>}
        <p className={`${kit.detail} ${kit.top1}`}>{t('indicators.lead')}</p>
        <LinkNotice />
        {Object.keys(others).length > 0 ? <p className={`${kit.detail} ${pages.reading}`}>{t('indicators.ignored')}</p> : null}
        <div className={`${kit.wrapRow} ${kit.top4} ${kit.screenOnly}`}>
          <LocationChoice />
          {data === undefined || data.places < 2
            ? null
            : (rows === 'auto' ? (['each', 'together'] as const) : ([rows === 'each' ? 'together' : 'each'] as const)).map(
                (other) => (
                  <button
                    key={other}
                    type="button"
                    className={`${buttons.plain} ${rows !== 'auto' ? '' : other === 'each' ? styles.narrowOnly : styles.wideOnly}`}
                    onClick={() => explore.act(setView({ indicators: other }))}
                  >
                    {t(other === 'each' ? 'indicators.showEach' : 'indicators.hideEach')}
                  </button>
                ),
              )}
          <span className={`${kit.inline} ${kit.detail} ${kit.push} ${styles.downloads}`}>
            {t('indicators.download')}
            <a className={buttons.plain} href={indicatorsAddress(query, 'xlsx')} download="">
              {t('indicators.excel')}
            </a>
            <a className={buttons.plain} href={indicatorsAddress(query, 'csv')} download="">
              {t('indicators.csv')}
            </a>
          </span>
        </div>
        {error === null ? null : <Failure error={error} retry={retry} />}
        {page === undefined && error === null ? <AwaitedLines lines={40} /> : null}
        {page?.data === null ? (
          <p>
            {t('noData.yet')} {t('state.noData')}
          </p>
        ) : null}
        {data?.more === undefined ? null : <p className={`${kit.detail} ${pages.reading}`}>{data.more}</p>}
        {data === undefined || data.frameworks.length === 0 ? null : <MarkKeys />}
        {data?.frameworks.map((framework) => (
          <FrameworkSection key={framework.framework} framework={framework} rows={rows} />
        ))}
        {data === undefined || data.families.length === 0 ? null : (
          <p className={`${kit.note} ${kit.top4}`}>
            <strong className={kit.ink}>{t('indicators.correction')}</strong> {data.families.join(' ')}{' '}
            {t('indicators.correctionHow')} <MethodLink to="families-of-comparisons" />
          </p>
        )}
      </article>
      <SiteFooter synthetic={data?.synthetic} />
    </ExploreContext>
  );
}

function Failure({ error, retry }: { error: Error; retry: () => void }) {
  const { t } = useTranslation();
  const { title, text } = whatFailed(error, t);
  return (
    <p role="alert">
      <strong>{title}</strong> {text}{' '}
      <button type="button" className={buttons.link} onClick={retry}>
        {t('state.failure.retry')}
      </button>
    </p>
  );
}

const all = '';

/** Chooses one location, or all of them. Several can be selected on Explore, and stay selected here. */
function LocationChoice() {
  const { t } = useTranslation();
  const terms = useTerms();
  const { filter, act } = useExplore();
  const { data } = useQuery(queries.datasets());
  const held = new Set(data?.datasets.flatMap(({ countries }) => countries));
  const { country = [] } = filter;
  const codes = knownCodes.country.filter((code) => held.has(code) || country.includes(code));
  const shown = country.length > 1 ? t('indicators.several', { count: country.length }) : undefined;
  return (
    <ChoiceMenu
      label={t('indicators.location')}
      value={country.length === 1 ? country[0]! : all}
      shown={shown}
      options={[{ value: all, label: t('indicators.all') }, ...codes.map((code) => ({ value: code, label: terms.place(code) }))]}
      onChoose={(code) =>
        act(({ filter: before, view }) => {
          const rest = without(before, 'country', 'region');
          return { filter: code === all ? rest : { ...rest, country: [code] }, view };
        })
      }
    />
  );
}
