import type { SignalList } from '@monitor/contract';
import { dateOfDay, dayNumber } from '@monitor/domain';
import { Section } from '../../controls/section.tsx';
import { lastWeekOf } from '../../figures/signal-words.ts';
import { useSignalWording } from '../../figures/use-signals.ts';
import { weekId } from './signal-list.tsx';
import { downloads } from './signal-notes.tsx';
import styles from './week-strip.module.css';

/** The weeks of the last year side by side, with a dot for each signal. Empty weeks stay visible. */
export function WeekStrip({ list, query, onOpen }: { list: SignalList; query: string; onOpen: () => void }) {
  const { t, number, date } = useSignalWording();
  const { weeks, signals } = list;
  const counts = weeks.map((monday) => signals.filter((signal) => lastWeekOf(signal) === monday).length);
  const quiet = counts.filter((count) => count === 0).length;
  const title = t('signals.year.title', {
    count: signals.length,
    number: number.count(signals.length),
    weeks: number.count(weeks.length),
    quiet: number.count(quiet),
  });
  return (
    <Section
      title={title}
      reading={t('signals.year.reading')}
      actions={
        <a href={downloads(query).csv} download>
          {t('signals.follow.csv')}
        </a>
      }
    >
      <ol className={styles.strip}>
        {weeks.map((monday, at) => {
          const count = counts[at]!;
          const week = date.step(monday, 'week');
          return (
            <li key={monday} className={styles.week}>
              {count === 0 ? (
                <span className={styles.empty}>{t('signals.year.quiet', { week })}</span>
              ) : (
                <a
                  className={styles.dots}
                  href={`#${weekId(monday)}`}
                  aria-label={t('signals.year.week', { count, week })}
                  title={t('signals.year.week', { count, week })}
                  onClick={onOpen}
                >
                  {Array.from({ length: count }, (_, dot) => (
                    <span key={dot} className={styles.dot} />
                  ))}
                </a>
              )}
              <Month monday={monday} at={at} weeks={weeks.length} />
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

/** Weeks that the name of a month takes up. */
const weeksOfName = 3;

/** The name of the month under the week in which it begins; of the first one and of January with the year. */
function Month({ monday, at, weeks }: { monday: string; at: number; weeks: number }) {
  const { date } = useSignalWording();
  const sunday = dateOfDay(dayNumber(monday) + 6);
  if (Number(sunday.slice(8)) > 7 || at > weeks - weeksOfName) return null;
  const month = Number(sunday.slice(5, 7));
  const hasYear = month === 1 || at <= weeksOfName;
  return (
    <span className={styles.month} aria-hidden="true">
      {hasYear ? date.shortMonth(sunday) : date.shortMonthName(sunday)}
    </span>
  );
}
