import { filterQuery, type SignalList } from '@monitor/contract';
import { dateOfDay, dayNumber, type Filter, incidentTypes, weaponClasses } from '@monitor/domain';
import { datasetsInScope, syntheticShare } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ChartNotes } from '../../charts/chart-notes.tsx';
import { recentSignals } from '../../charts/unusual-section.tsx';
import { failureWords } from '../../answers/failure-words.ts';
import { FailureNotice } from '../../answers/state-notice.tsx';
import { queries } from '../../api/queries.ts';
import type { View } from '../../filter/explore-state.ts';
import { LinkNotice } from '../../filter/link-notice.tsx';
import { ExploreContext, useExploreFromAddress } from '../../filter/use-explore.ts';
import { lastWeekOf, signalTitle } from '../../figures/signal-words.ts';
import { useSeriesOf, useSignals, useSignalWording } from '../../figures/use-signals.ts';
import pages from '../../styles/sheet.module.css';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ClosestWeek } from './closest-week.tsx';
import { FalseSignals } from './false-signals.tsx';
import { KindMenu, PlaceMenu } from './series-menus.tsx';
import { SignalNotes } from './signal-notes.tsx';
import { SignalList as ListByWeek } from './signal-list.tsx';
import styles from './signals-page.module.css';
import kit from '../../styles/kit.module.css';
import { WeekStrip } from './week-strip.tsx';

/** The weeks in which a location, type or weapon rose beyond what its own past leads one to expect. */
export default function SignalsPage() {
  const { t } = useTranslation();
  const explore = useExploreFromAddress();
  const { filter, view } = explore;
  const [isWhole, showWhole] = useState(false);
  const meant: Filter = { ...(filter.country && { country: filter.country }), ...filterOfKind[view.signals] };
  const query = filterQuery(meant);
  const { data, error } = useSignals(query);
  const { data: known } = useQuery(queries.datasets());
  const shown = datasetsInScope(
    filter,
    (known?.datasets ?? []).filter(({ incidents }) => incidents > 0),
  );
  return (
    <article className={pages.sheet}>
      <header className={styles.top}>
        <Finding list={data} />
        <div className={styles.menus}>
          <PlaceMenu chosen={filter.country} />
          <KindMenu chosen={view.signals} />
        </div>
      </header>
      <ExploreContext value={explore}>
        <LinkNotice />
      </ExploreContext>
      {error === null ? null : <FailureNotice error={error} {...failureWords(error, t)} />}
      {data === undefined || data.series.length === 0 ? null : (
        <ChartNotes answers={{ datasets: known?.datasets, datasetsShown: shown, synthetic: syntheticShare(shown) }}>
          <WeekStrip list={data} filter={meant} onOpen={() => showWhole(true)} />
          <div className={kit.pair}>
            <div className={styles.main}>
              <ListByWeek list={data} isWhole={isWhole} onWhole={() => showWhole(true)} />
            </div>
            <div className={styles.aside}>
              {isQuiet(data) ? <ClosestWeek list={data} /> : null}
              <FalseSignals list={data} filter={meant} />
              <SignalNotes query={query} />
            </div>
          </div>
        </ChartNotes>
      )}
    </article>
  );
}

const filterOfKind: Readonly<Record<View['signals'], Filter>> = {
  all: {},
  violence: { type: incidentTypes.groups.find(({ code }) => code === 'violence')?.codes ?? [] },
  seizures: { type: ['weapon_seizure'] },
  weapons: { weapon: weaponClasses.codes },
};

/** Whether none of the newest weeks has a signal. */
function isQuiet(list: SignalList): boolean {
  return recentSignals(list).length === 0;
}

/** What the page found, as its title. */
function Finding({ list }: { list: SignalList | undefined }) {
  const { t, number, date } = useSignalWording();
  if (list === undefined) return <h1>{t('shell.page.signals')}</h1>;
  const last = list.weeks.at(-1);
  if (last === undefined || list.series.length === 0)
    return (
      <div>
        <h1>{t('signals.noSeries')}</h1>
        <p className={`${kit.quiet} ${kit.large} ${kit.top2}`}>{t('signals.noSeriesText')}</p>
      </div>
    );
  const day = date.day(dateOfDay(dayNumber(last) + 6));
  const newest = list.signals[0]?.to ?? '';
  const quiet = list.weeks.filter((monday) => monday > newest).length;
  const recent = new Set(recentSignals(list).map(({ series }) => series)).size;
  return (
    <div>
      <h1>
        {isQuiet(list)
          ? t('signals.quiet', { count: quiet, number: number.count(quiet) })
          : t('signals.title', { count: recent, number: number.count(recent) })}
      </h1>
      <p className={`${kit.quiet} ${kit.large} ${kit.top2}`}>
        {t('signals.lead', { count: list.series.length, number: number.count(list.series.length), day })}
        {isQuiet(list) ? <LastSignal list={list} /> : null}
      </p>
    </div>
  );
}

/** The newest signal, where it is some weeks old. */
function LastSignal({ list }: { list: SignalList }) {
  const wording = useSignalWording();
  const seriesOf = useSeriesOf(list);
  const [newest] = list.signals;
  const series = newest && seriesOf.get(newest.series);
  if (newest === undefined || series === undefined) return null;
  return (
    <>
      {' '}
      {wording.t('signals.last', { week: wording.date.step(lastWeekOf(newest), 'week') })}{' '}
      <Link to="/explore" search={{ query: newest.query }}>
        {signalTitle(series, newest, wording)}
      </Link>
      .
    </>
  );
}
