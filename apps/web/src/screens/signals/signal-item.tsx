import type { SaidSignal } from '@monitor/contract';
import { Link } from '@tanstack/react-router';
import { SignalCard } from '../../charts/signal-card.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { LevelDots } from './level-dots.tsx';
import styles from './signal-list.module.css';
import kit from '../../styles/kit.module.css';

/** One signal: its series as a chart, what it is, what drives it, how sure it is, and its records. */
export function SignalItem({ signal, weeks }: { signal: SaidSignal; weeks: readonly string[] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { title, incidents, level, rarity, chance, drivers, query, seriesQuery } = signal;
  const records = t('signals.records', { count: incidents, number: number.count(incidents) });
  const named = (link: string) => t('signals.recordsOf', { link, signal: title });
  return (
    <div className={styles.signal}>
      <SignalCard
        heading="h4"
        week={signal}
        weeks={weeks}
        reading={drivers}
        words={
          <div className={`${kit.plain} ${kit.airy}`}>
            <p>{drivers}</p>
            <p className={`${kit.quiet} ${kit.top1} ${styles.sure}`}>
              <LevelDots level={level} /> <strong>{rarity}</strong> {chance}
            </p>
            <p className={`${kit.wrap} ${kit.top2} ${styles.links}`}>
              <Link to="/explore" search={{ query }} aria-label={named(records)}>
                {records}
              </Link>
              <a href={`/api/v1/incidents.csv?${query}`} download aria-label={named(t('signals.csv'))}>
                {t('signals.csv')}
              </a>
              <Link to="/explore" search={{ query: `${seriesQuery}&interval=week` }} aria-label={named(t('signals.series'))}>
                {t('signals.series')}
              </Link>
            </p>
          </div>
        }
      />
    </div>
  );
}
