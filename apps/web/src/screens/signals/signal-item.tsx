import type { Signal, SignalList, SignalSeries } from '@monitor/contract';
import { dateOfDay, dayNumber } from '@monitor/domain';
import { Link } from '@tanstack/react-router';
import { SignalChart } from '../../figures/signal-chart.tsx';
import { driversWords, lastWeekOf, rarity, signalTitle } from '../../figures/signal-words.ts';
import { useSignalWording } from '../../figures/use-signals.ts';
import { LevelDots } from './level-dots.tsx';
import styles from './signal-list.module.css';

/** One signal: its series as a chart, what it is, what drives it, how sure it is, and its records. */
export function SignalItem({ signal, series, list }: { signal: Signal; series: SignalSeries; list: SignalList }) {
  const wording = useSignalWording();
  const { t, number } = wording;
  const { incidents, level, query } = signal;
  const title = signalTitle(series, signal, wording);
  const records = t('signals.records', { count: incidents, number: number.count(incidents) });
  const named = (link: string) => t('signals.recordsOf', { link, signal: title });
  return (
    <section className={styles.signal} aria-label={title}>
      <div className={styles.chart}>
        {series.lines === undefined ? null : (
          <SignalChart
            weeks={series.lines}
            at={list.weeks.indexOf(lastWeekOf(signal))}
            together={signal.weeks}
            start={list.weeks[0] ?? signal.from}
          />
        )}
      </div>
      <div className={styles.words}>
        <h4 className={styles.title}>{title}</h4>
        <p>{driversWords(signal, series, wording)}</p>
        <p className={styles.sure}>
          <LevelDots level={level} /> <strong>{t(`signals.level.${level}`)}</strong>{' '}
          {t('signals.chance', { series: number.count(list.allSeries), time: rarity(signal.onceInWeeks, wording) })}
        </p>
        <p className={styles.links}>
          <Link to="/explore" search={{ query }} aria-label={named(records)}>
            {records}
          </Link>
          <a href={`/api/v1/incidents.csv?${query}`} download aria-label={named(t('signals.csv'))}>
            {t('signals.csv')}
          </a>
          <Link to="/explore" search={{ query: queryOfSeries(series, list) }} aria-label={named(t('signals.series'))}>
            {t('signals.series')}
          </Link>
        </p>
      </div>
    </section>
  );
}

/** The incidents of a series in the weeks shown, by week. */
function queryOfSeries({ query }: SignalSeries, { weeks }: SignalList): string {
  const [first = '', last = first] = [weeks[0], weeks.at(-1)];
  return `${query}&from=${first}&to=${dateOfDay(dayNumber(last) + 6)}&interval=week`;
}
