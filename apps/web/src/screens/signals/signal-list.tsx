import { type SaidSignal, type SignalLevel, signalLevels, type SignalsData } from '@monitor/contract';
import { IncidentsLink } from '../../filter/incidents-link.tsx';
import { Section } from '../../sections/section.tsx';
import buttons from '../../controls/button.module.css';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ReactNode } from 'react';
import styles from './signal-list.module.css';
import kit from '../../styles/kit.module.css';
import { Link } from '@tanstack/react-router';
import { SignalCard } from '../../charts/signal-card.tsx';
import { useFormat } from '../../format/use-format.ts';

/** The place of a week on the page, for links to it. */
export function weekId(monday: string): string {
  return `week-${monday}`;
}

interface SignalListProps {
  readonly found: NonNullable<SignalsData['found']>;
  /** Whether all weeks are wanted, or only the newest ones. */
  readonly isWhole: boolean;
  readonly onWhole: () => void;
}

/** The signals by week, newest first. Weeks without one are a grey line. */
export function SignalList({ found: { list, weeks }, isWhole, onWhole }: SignalListProps) {
  const { t } = useTranslation();
  const shown = isWhole ? list.weeks : firstLook(list.weeks);
  return (
    <Section title={t('signals.list.title')} reading={list.reading}>
      {shown.map(({ monday, name, signals, quiet }) => (
        <div key={monday} id={weekId(monday)} className={quiet === undefined ? styles.week : styles.quiet}>
          <h3 className={`${kit.note} ${kit.strong}`}>{name}</h3>
          {quiet === undefined ? null : <p>{quiet}</p>}
          {signals.map((signal) => (
            <SignalItem key={signal.query} signal={signal} weeks={weeks} />
          ))}
        </div>
      ))}
      {shown.length < list.weeks.length ? (
        <button type="button" className={`${buttons.link} ${kit.plain} ${kit.top3}`} onClick={onWhole}>
          {t('signals.list.earlier')}
        </button>
      ) : null}
    </Section>
  );
}

/** Signals that are enough for a first look. */
const enoughSignals = 6;

/** The first of some listed weeks, until there are enough signals. */
export function firstLook<Weeks extends { readonly signals: readonly unknown[] }>(listed: readonly Weeks[]): readonly Weeks[] {
  let count = 0;
  return listed.filter(({ signals }) => {
    const isWanted = count < enoughSignals;
    count += signals.length;
    return isWanted;
  });
}

/** One signal: its series as a chart, what it is, what drives it, how sure it is, and its records. */
function SignalItem({ signal, weeks }: { signal: SaidSignal; weeks: readonly string[] }) {
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
              <LevelWords level={level}>
                <strong>{rarity}</strong>
              </LevelWords>{' '}
              {chance}
            </p>
            <p className={`${kit.wrap} ${kit.top2} ${styles.links}`}>
              <IncidentsLink className={kit.target} query={query} aria-label={named(records)}>
                {records}
              </IncidentsLink>
              <a className={kit.target} href={`/api/v1/incidents.csv?${query}`} download aria-label={named(t('signals.csv'))}>
                {t('signals.csv')}
              </a>
              <Link
                className={kit.target}
                to="/explore"
                search={{ query: `${seriesQuery}&interval=week` }}
                aria-label={named(t('signals.series'))}
              >
                {t('signals.series')}
              </Link>
            </p>
          </div>
        }
      />
    </div>
  );
}

/** Words of a level, and before them, on the same line, one to three of three dots filled. */
export function LevelWords({ level, children }: { level: SignalLevel; children: ReactNode }) {
  const filled = signalLevels.indexOf(level);
  return (
    <span className={styles.level}>
      <svg viewBox="0 0 36 10" width="36" height="10" aria-hidden="true">
        {signalLevels.map((name, at) => (
          <circle key={name} cx={5 + 13 * at} cy="5" r="4" stroke="currentColor" fill={at <= filled ? 'currentColor' : 'none'} />
        ))}
      </svg>{' '}
      {children}
    </span>
  );
}
