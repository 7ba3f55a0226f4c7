import type { Signal, SignalList, SignalSeries } from '@monitor/contract';
import { dateOfDay, dayNumber } from '@monitor/domain';
import { Link } from '@tanstack/react-router';
import { Section } from '../controls/section.tsx';
import { lastWeekOf } from '../figures/signal-words.ts';
import { mostSignalWeeks, useSeriesOf, useSignals, useSignalWording } from '../figures/use-signals.ts';
import { SignalCard } from './signal-card.tsx';
import styles from './unusual-section.module.css';
import kit from '../styles/kit.module.css';

/** Weeks that are called right now: in older ones, people have looked already. */
export const recentWeeks = 3;
const mostShown = 3;

/**
 * "Unusual right now": the newest signals, each with its chart and its records, and how many series are as usual. Nothing until the signals are
 * known.
 * @param query chooses series, as a filter does
 */
export function UnusualSection({ query = '' }: { query?: string }) {
  const { t, number, date } = useSignalWording();
  const { data: list } = useSignals(query, mostSignalWeeks);
  const seriesOf = useSeriesOf(list);
  const last = list?.weeks.at(-1);
  if (list === undefined || last === undefined || list.series.length === 0) return null;
  const signals = recentSignals(list);
  const others = list.series.length - new Set(signals.map(({ series }) => series)).size;
  const words = { count: others, number: number.count(others) };
  const reading = t('signals.unusual.reading', { weeks: number.count(recentWeeks), day: date.day(dateOfDay(dayNumber(last) + 6)) });
  return (
    <Section
      title={
        signals.length === 0
          ? t('signals.unusual.none')
          : t('signals.unusual.title', { count: signals.length, number: number.count(signals.length) })
      }
      reading={reading}
    >
      <ul className={styles.list}>
        {signals.slice(0, mostShown).map((signal) => (
          <UnusualWeek key={signal.id} signal={signal} series={seriesOf.get(signal.series)!} list={list} />
        ))}
      </ul>
      <p className={`${kit.detail} ${kit.padTop}`}>
        {signals.length === 0 ? t('signals.unusual.quiet', words) : t('signals.unusual.others', words)}{' '}
        <Link to="/signals" search={{ query }}>
          {t('signals.unusual.all')}
        </Link>
      </p>
    </Section>
  );
}

/** The signals of the last weeks. */
export function recentSignals({ signals, weeks }: SignalList): readonly Signal[] {
  const first = weeks.at(-recentWeeks) ?? weeks[0] ?? '';
  return signals.filter(({ to }) => to >= first);
}

function UnusualWeek({ signal, series, list }: { signal: Signal; series: SignalSeries; list: SignalList }) {
  const { t, number, date } = useSignalWording();
  const said = `${t('signals.list.week', { week: date.step(lastWeekOf(signal), 'week') })}. ${t(`signals.level.${signal.level}`)}`;
  return (
    <li className={styles.item}>
      <SignalCard
        counted={signal}
        series={series}
        list={list}
        size="small"
        reading={said}
        words={
          <p className={`${kit.note} ${kit.top1}`}>
            {said}{' '}
            <Link to="/explore" search={{ query: signal.query }}>
              {t('signals.records', { count: signal.incidents, number: number.count(signal.incidents) })}
            </Link>
          </p>
        }
      />
    </li>
  );
}
