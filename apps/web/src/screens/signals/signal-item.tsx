import type { Signal, SignalList, SignalSeries } from '@monitor/contract';
import { Link } from '@tanstack/react-router';
import { queryOfSeries, SignalCard } from '../../charts/signal-card.tsx';
import { driversWords, rarity, signalTitle } from '../../figures/signal-words.ts';
import { useSignalWording } from '../../figures/use-signals.ts';
import { LevelDots } from './level-dots.tsx';
import styles from './signal-list.module.css';
import kit from '../../styles/kit.module.css';

/** One signal: its series as a chart, what it is, what drives it, how sure it is, and its records. */
export function SignalItem({ signal, series, list }: { signal: Signal; series: SignalSeries; list: SignalList }) {
  const wording = useSignalWording();
  const { t, number } = wording;
  const { incidents, level, query } = signal;
  const title = signalTitle(series, signal, wording);
  const records = t('signals.records', { count: incidents, number: number.count(incidents) });
  const named = (link: string) => t('signals.recordsOf', { link, signal: title });
  const drivers = driversWords(signal, series, wording);
  return (
    <div className={styles.signal}>
      <SignalCard
        heading="h4"
        counted={signal}
        series={series}
        list={list}
        reading={drivers}
        words={
          <div className={`${kit.plain} ${kit.airy}`}>
            <p>{drivers}</p>
            <p className={`${kit.quiet} ${kit.top1} ${styles.sure}`}>
              <LevelDots level={level} /> <strong>{t(`signals.level.${level}`)}</strong>{' '}
              {t('signals.chance', { series: number.count(list.allSeries), time: rarity(signal.onceInWeeks, wording) })}
            </p>
            <p className={`${kit.wrap} ${kit.top2} ${styles.links}`}>
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
        }
      />
    </div>
  );
}
