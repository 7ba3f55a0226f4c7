import { filterQuery, type IndicatorTable } from '@monitor/contract';
import { useQuery } from '@tanstack/react-query';
import { indicatorsAddress } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useLastAnswer } from '../../api/use-last-answer.ts';
import { failureWords } from '../../answers/failure-words.ts';
import { SiteFooter } from '../../answers/site-footer.tsx';
import { ProgressLine } from '../../answers/state-notice.tsx';
import buttons from '../../controls/button.module.css';
import { setView } from '../../filter/filter-actions.ts';
import { LinkNotice } from '../../filter/link-notice.tsx';
import { ExploreContext, useExploreFromAddress } from '../../filter/use-explore.ts';
import pages from '../../styles/sheet.module.css';
import { useTranslation } from '../../i18n/use-translation.ts';
import { FrameworkSection } from './framework-section.tsx';
import { comparedCell } from './indicator-words.ts';
import styles from './indicators-page.module.css';
import kit from '../../styles/kit.module.css';
import { LocationChoice } from './location-choice.tsx';
import { usePlaceName } from './use-place-name.ts';

/** The indicators that a commission's secretary owes to three frameworks, by location and year. */
export default function IndicatorsPage() {
  const { t } = useTranslation();
  const explore = useExploreFromAddress();
  const each = explore.view.indicators === 'each';
  const { country, dataset, ...others } = explore.filter;
  const query = filterQuery({ ...(country && { country }), ...(dataset && { dataset }) });
  const { data, error, retry } = useLastAnswer(useQuery(queries.indicators(query, each)), query);
  return (
    <ExploreContext value={explore}>
      <article className={pages.sheet}>
        <ProgressLine />
        <h1>{t('shell.page.indicators')}</h1>
        {data === undefined ? null : <Finding table={data} />}
        <p className={`${kit.quiet} ${kit.large} ${kit.top2}`}>{t('indicators.lead')}</p>
        <LinkNotice />
        {Object.keys(others).length > 0 ? <p className={`${kit.detail} ${pages.reading}`}>{t('indicators.ignored')}</p> : null}
        <div className={`${kit.wrapRow} ${kit.top4} ${kit.screenOnly}`}>
          <LocationChoice />
          {data === undefined || data.places.length < 2 ? null : (
            <button
              type="button"
              className={buttons.plain}
              onClick={() => explore.act(setView({ indicators: each ? 'together' : 'each' }))}
            >
              {t(each ? 'indicators.hideEach' : 'indicators.showEach')}
            </button>
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
        {data === undefined && error === null ? <p>{t('state.loading')}</p> : null}
        {data === undefined ? null : <Frameworks table={data} />}
      </article>
      <SiteFooter synthetic={data?.synthetic} />
    </ExploreContext>
  );
}

/** What the last complete year says, in one sentence. */
function Finding({ table }: { table: IndicatorTable }) {
  const { t } = useTranslation();
  const placeName = usePlaceName(table);
  const place = table.indicators[0]?.cells[0]?.place ?? null;
  const compared = table.indicators.flatMap(({ cells }) => comparedCell(cells.filter((cell) => cell.place === place)) ?? []);
  const year = compared[0]?.year;
  if (year === undefined) return null;
  const count = (verdict: string) => compared.filter((cell) => cell.verdict === verdict).length;
  const [rises, falls] = [count('rise'), count('fall')];
  const finding = rises > 0 ? (falls > 0 ? 'both' : 'rises') : falls > 0 ? 'falls' : 'none';
  const values = { place: placeName(place), year, before: year - 1, all: compared.length, rises, falls };
  return (
    <>
      <p className={`${kit.title} ${kit.top2} ${kit.airy}`}>{t(`indicators.finding.${finding}`, values)}</p>
      <p className={`${kit.detail} ${pages.reading}`}>{t('indicators.reading', values)}</p>
    </>
  );
}

function Frameworks({ table }: { table: IndicatorTable }) {
  const { t } = useTranslation();
  const frameworks = [...new Set(table.indicators.map(({ framework }) => framework))];
  return (
    <>
      {table.morePlaces === 0 ? null : (
        <p className={`${kit.detail} ${pages.reading}`}>{t('indicators.more', { count: table.morePlaces })}</p>
      )}
      {frameworks.map((framework) => (
        <FrameworkSection key={framework} framework={framework} table={table} />
      ))}
    </>
  );
}

function Failure({ error, retry }: { error: Error; retry: () => void }) {
  const { t } = useTranslation();
  const { title, text } = failureWords(error, t);
  return (
    <p role="alert">
      <strong>{title}</strong> {text}{' '}
      <button type="button" className={buttons.link} onClick={retry}>
        {t('state.failure.retry')}
      </button>
    </p>
  );
}
