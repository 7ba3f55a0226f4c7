import { siteFocus } from '@monitor/geography';
import type { HomeData, HomePage as Answer } from '@monitor/contract';
import { countedKey, overlapNote, syntheticShare } from '@monitor/findings';
import { sitePath } from '../../api/site.ts';
import { AwaitedLines, FailureNotice } from '../../sections/state-notice.tsx';
import { usePage } from '../../api/use-page.ts';
import { Section } from '../../sections/section.tsx';
import { ChartNotes, LeftOutNote } from '../../sections/chart-notes.tsx';
import { placesFile } from '../../charts/places-file.ts';
import { PlacesTable } from '../../charts/places-table.tsx';
import { UnusualSection } from '../../charts/unusual-section.tsx';
import { readFilter } from '../../filter/explore-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTerms, useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RateMap, rateMapNotes, RateMapOnPaper } from '../../map/rate-map.tsx';
import { rateMapTable } from '../../map/rate-map-table.ts';
import pages from '../../styles/figures-page.module.css';
import kit from '../../styles/kit.module.css';
import marks from '../../styles/synthetic.module.css';
import { GroupFigures } from './group-figures.tsx';
import styles from './home-page.module.css';
import { WhatChanged } from './what-changed.tsx';
import { Link } from '@tanstack/react-router';

/** The front door: what this is, what changed in the last twelve months, where, and ways on. */
export default function HomePage() {
  const { t } = useTranslation();
  const { data: answer, error } = usePage('home', 'main');
  if (answer?.data) return <Answered datasets={answer.datasets} leftOut={answer.leftOut?.text} data={answer.data} />;
  return (
    <article className={pages.sheet} data-state={answer ? 'empty' : error ? 'failed' : 'loading'}>
      <h1>{t('home.title')}</h1>
      {answer ? (
        <p className={`${kit.quiet} ${kit.large} ${kit.top2}`}>
          {t('noData.yet')} {t('state.noData')}
        </p>
      ) : error ? (
        <FailureNotice error={error} />
      ) : (
        <AwaitedLines lines={24} />
      )}
      <WaysOn incidents={undefined} />
    </article>
  );
}

interface AnsweredProps {
  readonly datasets: Answer['datasets'];
  readonly leftOut: string | undefined;
  readonly data: HomeData;
}

function Answered({ datasets, leftOut, data }: AnsweredProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const { period, map, places } = data;
  const synthetic = syntheticShare(datasets);
  // Without the period, as each page opens on the days of its own data.
  const addressOf = (code: string) => sitePath(`/places/${code}`);
  const overlap = overlapNote(datasets, useVoice());
  const many = t(countedKey('violence', 'incidents', 'name'));
  const table = { rows: places.rows, name: 'violence' } as const;
  return (
    <ChartNotes answers={{ datasets, datasetsShown: datasets, synthetic, leftOut }}>
      <article className={pages.sheet} data-state="ready">
        <TopLine datasets={datasets} data={data} />
        <h1 className={styles.headline}>{data.headline}</h1>
        <p className={`${kit.quiet} ${kit.large} ${kit.top2}`}>
          <span className={`${kit.ink} ${styles.finding}`} data-clear={data.finding.isClear || undefined}>
            {data.finding.text}
          </span>{' '}
          {data.reading}
        </p>
        {overlap === undefined ? null : <p className={`${kit.quiet} ${kit.top2}`}>{overlap}</p>}
        <LeftOutNote text={leftOut} />
        <GroupFigures groups={data.groups} />
        <div className={`${kit.pair} ${styles.mapAndChanges}`}>
          {map === undefined ? null : (
            <Section
              method="interval-of-a-count-and-of-a-rate"
              title={map.title}
              reading={map.reading}
              filter={readFilter(map.query)}
              fileNotes={rateMapNotes(map.rates, t)}
              table={rateMapTable('map', { ...map, addressOf }, many, t, format, terms.place)}
              onPaper={<RateMapOnPaper rates={map.rates} many={many} />}
            >
              <RateMap rates={map.rates} many={many} synthetic={synthetic} addressOf={addressOf} />
            </Section>
          )}
          <WhatChanged data={data} />
        </div>
        <div className={`${kit.pair} ${styles.placesAndUnusual}`}>
          {places.rows.length === 0 ? null : (
            <Section
              method="families-of-comparisons"
              title={places.title}
              reading={places.reading}
              filter={period}
              table={placesFile('places', table, t, format, terms.place)}
              onPaper={null}
            >
              <PlacesTable {...table} caption={places.title} query="" />
            </Section>
          )}
          <UnusualSection unusual={data.unusual} />
        </div>
        <WaysOn incidents={data.incidents} />
      </article>
    </ChartNotes>
  );
}

/** What this is, for a first visit; and beside it how new it is, and whether it is made up. */
function TopLine({ datasets, data: { coverage, locations, updated } }: Omit<AnsweredProps, 'leftOut'>) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const terms = useTerms();
  const [only] = locations;
  // A focus has its name as it is said, such as the United States.
  const { region, locations: meant } = siteFocus();
  const placeOf = (code: string) => (meant.join() === code ? region : terms.place(code));
  const year = date.year(coverage.from);
  const synthetic = syntheticShare(datasets);
  return (
    <div className={`${kit.wrap} ${kit.quiet} ${kit.bottom3} ${styles.top}`}>
      <p>
        <strong className={kit.ink}>
          {locations.length === 1 && only !== undefined
            ? t('home.what.one', { place: placeOf(only), year })
            : t('home.what.several', { count: locations.length, year })}
        </strong>{' '}
        {t('home.what.free')}
      </p>
      <p>
        {t('home.dataTo', { day: date.day(coverage.to) })}
        {updated === null ? null : ` · ${t('home.updated', { day: date.moment(updated) })}`}
        {synthetic === 'none' ? null : (
          <>
            {' · '}
            <span className={marks.synthetic}>{t(`map.synthetic.${synthetic}`)}</span>
          </>
        )}
      </p>
    </div>
  );
}

/** Where to go from here. @param incidents how many there are in all; undefined if that is not known */
function WaysOn({ incidents }: { readonly incidents: number | undefined }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const explore =
    incidents === undefined
      ? t('home.ways.explore.any')
      : t('home.ways.explore.text', { count: incidents, number: number.count(incidents) });
  return (
    <nav className={`${kit.opened} ${kit.stack} ${kit.quiet} ${styles.ways}`} aria-label={t('home.ways.title')}>
      <div>
        <Link to="/explore" search={{ query: '' }} className={kit.title}>
          {t('home.ways.explore.title')}
        </Link>
        <p>{explore}</p>
      </div>
      <div>
        <Link to="/report" search={{ query: '' }} className={kit.title}>
          {t('home.ways.report.title')}
        </Link>
        <p>{t('home.ways.report.text')}</p>
      </div>
      <div>
        <Link to="/data" search={{ query: '' }} className={kit.title}>
          {t('home.ways.data.title')}
        </Link>
        <p>{t('home.ways.data.text')}</p>
      </div>
      <div>
        <Link to="/about" search={{ query: '' }} className={kit.title}>
          {t('home.ways.about.title')}
        </Link>
        <p>{t('home.ways.about.text')}</p>
      </div>
    </nav>
  );
}
