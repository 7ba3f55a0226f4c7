import type { Signal, SignalList as List } from '@monitor/contract';
import { dateOfDay, dayNumber } from '@monitor/domain';
import { Section } from '../../controls/section.tsx';
import buttons from '../../controls/button.module.css';
import { useSeriesOf, useSignalWording } from '../../figures/use-signals.ts';
import { SignalItem } from './signal-item.tsx';
import styles from './signal-list.module.css';
import kit from '../../styles/kit.module.css';
import { weeksOf } from './weeks-of.ts';

/** The place of a week on the page, for links to it. */
export function weekId(monday: string): string {
  return `week-${monday}`;
}

/** Share of the weeks of a quiet series that lie within the expected range. */
const expectedShare = 0.997;

/** The signals by week, newest first. Weeks without one are a grey line. */
export function SignalList({ list, isWhole, onWhole }: { list: List; isWhole: boolean; onWhole: () => void }) {
  const { t, number } = useSignalWording();
  const { shown, hasMore } = weeksOf(list, isWhole);
  return (
    <Section
      title={t('signals.list.title')}
      reading={t('signals.list.reading', { share: `${number.decimal(100 * expectedShare)}%` })}
    >
      {shown.map(({ first, last, signals }) =>
        signals.length === 0 ? (
          <QuietWeeks key={first} first={first} last={last} list={list} />
        ) : (
          <Week key={first} monday={first} signals={signals} list={list} />
        ),
      )}
      {hasMore ? (
        <button type="button" className={`${buttons.link} ${styles.more}`} onClick={onWhole}>
          {t('signals.list.earlier')}
        </button>
      ) : null}
    </Section>
  );
}

function Week({ monday, signals, list }: { monday: string; signals: readonly Signal[]; list: List }) {
  const { t, date } = useSignalWording();
  const seriesOf = useSeriesOf(list);
  return (
    <div id={weekId(monday)} className={styles.week}>
      <h3 className={`${kit.note} ${styles.name}`}>{t('signals.list.week', { week: date.step(monday, 'week') })}</h3>
      {signals.map((signal) => (
        <SignalItem key={signal.id} signal={signal} series={seriesOf.get(signal.series)!} list={list} />
      ))}
    </div>
  );
}

/** Weeks without a signal that follow each other, in one line. */
function QuietWeeks({ first, last, list }: { first: string; last: string; list: List }) {
  const { t, number, date } = useSignalWording();
  const weeks = (dayNumber(last) - dayNumber(first)) / 7 + 1;
  const series = number.count(list.series.length);
  const isLatest = last === list.weeks.at(-1);
  return (
    <div className={styles.quiet}>
      <h3 className={`${kit.note} ${styles.name}`}>
        {weeks === 1
          ? t('signals.list.week', { week: date.step(first, 'week') })
          : t('signals.list.weeks', {
              number: number.count(weeks),
              period: date.period(first, dateOfDay(dayNumber(last) + 6)),
            })}
      </h3>
      <p>
        {t('signals.list.quiet', { series })} {isLatest ? t('signals.list.provisional') : null}
      </p>
    </div>
  );
}
