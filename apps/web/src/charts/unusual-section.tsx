import type { SaidWeek, Unusual } from '@monitor/contract';
import { Link } from '@tanstack/react-router';
import { IncidentsLink } from '../filter/incidents-link.tsx';
import { Section } from '../sections/section.tsx';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { SignalCard } from './signal-card.tsx';
import styles from './unusual-section.module.css';
import kit from '../styles/kit.module.css';

/**
 * "Unusual right now": the newest signals, each with its chart and its records, and how many series are as usual.
 * @param unusual of the page's answer: null while it is being calculated, undefined if nothing is watched
 * @param query chooses the series of the page of all signals, as a filter does
 */
export function UnusualSection({ unusual, query = '' }: { unusual: Unusual | null | undefined; query?: string }) {
  const { t } = useTranslation();
  if (unusual === undefined) return null;
  if (unusual === null) return <Section title={t('signals.pending.title')} reading={t('signals.pending.text')} />;
  const { title, reading, weeks, signals, closest, rest } = unusual;
  return (
    <Section title={title} reading={reading} method="signals">
      <ul className={`${kit.stack} ${styles.list}`}>
        {signals.map((signal) => (
          <UnusualWeek key={signal.query} week={signal} when={signal.when} weeks={weeks} />
        ))}
        {closest === undefined ? null : <UnusualWeek week={closest.week} when={closest.title} weeks={weeks} />}
      </ul>
      <p className={`${kit.detail} ${kit.padTop}`}>
        {rest}{' '}
        <Link to="/signals" search={{ query }}>
          {t('signals.unusual.all')}
        </Link>
      </p>
    </Section>
  );
}

function UnusualWeek({ week, when, weeks }: { week: SaidWeek; when: string; weeks: readonly string[] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { query, incidents } = week;
  return (
    <li className={`${kit.item} ${styles.item}`}>
      <SignalCard
        week={week}
        weeks={weeks}
        size="small"
        reading={when}
        words={
          <p className={`${kit.note} ${kit.top1}`}>
            {when}{' '}
            <IncidentsLink query={query}>
              {t('signals.records', { count: incidents, number: number.count(incidents) })}
            </IncidentsLink>
          </p>
        }
      />
    </li>
  );
}
