import { filterQuery, type SignalsData, type SignalsPage as Answer } from '@monitor/contract';
import { datasetsInScope, syntheticShare } from '@monitor/findings';
import { useState } from 'react';
import { FailureNotice } from '../../sections/state-notice.tsx';
import { joinedQuery } from '../../api/client.ts';
import { siteOfPage, sitePath } from '../../api/site.ts';
import { usePage } from '../../api/use-page.ts';
import { ChartNotes } from '../../sections/chart-notes.tsx';
import { readFilter } from '../../filter/explore-query.ts';
import { IncidentsLink } from '../../filter/incidents-link.tsx';
import { LinkNotice } from '../../filter/link-notice.tsx';
import { ExploreContext, useExploreFromAddress } from '../../filter/use-explore.ts';
import pages from '../../styles/figures-page.module.css';
import { useTranslation } from '../../i18n/use-translation.ts';
import { FalseSignals } from './false-signals.tsx';
import { KindMenu, PlaceMenu } from './series-menus.tsx';
import { SignalList } from './signal-list.tsx';
import styles from './signals-page.module.css';
import kit from '../../styles/kit.module.css';
import { WeekStrip } from './week-strip.tsx';
import { Section } from '../../sections/section.tsx';
import { SignalCard } from '../../charts/signal-card.tsx';
import { useFormat } from '../../format/use-format.ts';

/** The weeks in which a location, type or weapon rose beyond what its own past leads one to expect. */
export default function SignalsPage() {
  const explore = useExploreFromAddress();
  const { filter, view } = explore;
  const { signals } = view;
  const { country } = filter;
  const asked = joinedQuery(filterQuery({ ...(country && { country }) }), signals === 'all' ? '' : `signals=${signals}`);
  const { data: page, error } = usePage('signals', 'main', asked);
  const found = page?.data?.found;
  return (
    <article className={pages.sheet}>
      <header className={`${kit.spread} ${styles.top}`}>
        <Finding page={page} />
        <div className={`${kit.flex} ${styles.menus}`}>
          <PlaceMenu chosen={country} />
          <KindMenu chosen={signals} />
        </div>
      </header>
      <ExploreContext value={explore}>
        <LinkNotice />
      </ExploreContext>
      {error === null ? null : <FailureNotice error={error} />}
      {page?.data && found ? <Found found={found} query={page.data.query} datasets={page.datasets} /> : null}
    </article>
  );
}

interface FoundProps {
  readonly found: NonNullable<SignalsData['found']>;
  readonly query: string;
  readonly datasets: Answer['datasets'];
}

function Found({ found, query, datasets }: FoundProps) {
  const [isWhole, showWhole] = useState(false);
  const { weeks, closest, chance, period } = found;
  const all = readFilter(query);
  const filter = { ...all, ...period };
  const shown = datasetsInScope(all, datasets);
  return (
    <ChartNotes answers={{ datasets, datasetsShown: shown, synthetic: syntheticShare(shown) }}>
      <div className={`${kit.pair} ${styles.parts}`}>
        <WeekStrip found={found} filter={filter} onOpen={() => showWhole(true)} />
        {/* What chance alone would give is read before the signals, on a phone too. */}
        <div className={`${kit.least} ${styles.beside}`}>
          {closest === undefined ? null : <ClosestWeek closest={closest} weeks={weeks} />}
          {chance === undefined ? null : <FalseSignals chance={chance} filter={filter} />}
          <SignalNotes query={query} />
        </div>
        <div className={kit.least}>
          <SignalList found={found} isWhole={isWhole} onWhole={() => showWhole(true)} />
        </div>
      </div>
    </ChartNotes>
  );
}

/** What the page found, as its title. */
function Finding({ page }: { page: Answer | undefined }) {
  const { t } = useTranslation();
  if (page === undefined) return <h1>{t('shell.page.signals')}</h1>;
  const { title, lead, last } = page.data ?? { title: t('signals.noSeries'), lead: t('signals.noSeriesText') };
  return (
    <div>
      <h1>{title}</h1>
      <p className={`${kit.quiet} ${kit.large} ${kit.top2}`}>
        {lead}
        {last === undefined ? null : (
          <>
            {' '}
            {last.sentence} <IncidentsLink query={last.query}>{last.title}</IncidentsLink>.
          </>
        )}
      </p>
    </div>
  );
}

/** Addresses of the files of signals. @param query chooses series, as on the page */
function downloads(query: string) {
  const search = query === '' ? '' : `?${query}`;
  const csv = `/api/v1/signals.csv${search}`;
  // The feed of a published site is a file, of all series.
  if (siteOfPage()) return { feed: sitePath('/signals.atom'), api: undefined, csv };
  return { feed: `/api/v1/signals.atom${search}`, api: `/api/v1/signals${search}`, csv };
}

/** What a signal does not say, and how to hear of new ones. */
function SignalNotes({ query }: { query: string }) {
  const { t } = useTranslation();
  const { feed, api, csv } = downloads(query);
  return (
    <>
      <Section title={t('signals.limits.title')}>
        <p className={`${kit.detail} ${kit.top3}`}>{t('signals.limits.text')}</p>
      </Section>
      <Section title={t('signals.follow.title')}>
        <p className={`${kit.wrap} ${kit.plain}`}>
          <a className={kit.target} href={feed}>
            {t('signals.follow.feed')}
          </a>
          {api === undefined ? null : (
            <a className={kit.target} href={api}>
              {t('signals.follow.api')}
            </a>
          )}
          <a className={kit.target} href={csv} download>
            {t('signals.follow.csv')}
          </a>
        </p>
      </Section>
    </>
  );
}

type FoundWeek = NonNullable<SignalsData['found']>;

/** The most unusual series of the latest week, for when none is a signal. */
function ClosestWeek({
  closest: { title, week },
  weeks,
}: {
  closest: NonNullable<FoundWeek['closest']>;
  weeks: FoundWeek['weeks'];
}) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <Section title={title}>
      <SignalCard
        week={week}
        weeks={weeks}
        reading={title}
        words={
          <p className={kit.wrap}>
            <IncidentsLink className={kit.target} query={week.query}>
              {t('signals.records', { count: week.incidents, number: number.count(week.incidents) })}
            </IncidentsLink>
          </p>
        }
      />
    </Section>
  );
}
