import type { SignalsData } from '@monitor/contract';
import { dateOfDay, dayNumber, type Filter } from '@monitor/domain';
import { Section } from '../../sections/section.tsx';
import { countCell, numberColumn, textColumn } from '../../format/chart-table.ts';
import { type Format, useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { weekId } from './signal-list.tsx';
import kit from '../../styles/kit.module.css';
import styles from './week-strip.module.css';
import inks from '../../styles/drawing.module.css';

interface WeekStripProps {
  readonly found: NonNullable<SignalsData['found']>;
  readonly filter: Filter;
  readonly onOpen: () => void;
}

/** The weeks of the last year side by side, with a dot for each signal. Empty weeks stay visible. */
export function WeekStrip({ found, filter, onOpen }: WeekStripProps) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const { weeks, year } = found;
  const counts = year.signals;
  return (
    <Section
      title={year.title}
      reading={year.reading}
      filter={filter}
      table={{
        name: 'signals-by-week',
        columns: [textColumn(t('chart.intervals.week')), numberColumn(t('signals.false.signals'))],
        rows: weeks.map((monday, at) => [
          { text: date.step(monday, 'week'), value: monday },
          countCell(counts[at], { number, date }),
        ]),
      }}
      onPaper={
        <svg width={weeks.length * pitch} height={Math.max(2, ...counts) * dot + 6 + foot}>
          {weeks.map((monday, at) => (
            <Week key={monday} found={found} at={at} x={at * pitch} width={pitch} />
          ))}
        </svg>
      }
    >
      <ol className={`${kit.grid} ${styles.strip}`}>
        {weeks.map((monday, at) => {
          const count = counts[at]!;
          const week = date.step(monday, 'week');
          return (
            <li key={monday} className={`${kit.relative} ${styles.week}`}>
              {count === 0 ? (
                <span className="visually-hidden">{t('signals.year.quiet', { week })}</span>
              ) : (
                <a
                  className={`${kit.press} ${kit.cover} ${styles.link}`}
                  href={`#${weekId(monday)}`}
                  aria-label={t('signals.year.week', { count, week })}
                  title={t('signals.year.week', { count, week })}
                  onClick={onOpen}
                />
              )}
              <Week found={found} at={at} />
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

/** Pixels of a week in a file, between two dots, and under the line. */
const [pitch, dot, foot] = [16, 13, 20];

interface WeekProps {
  readonly found: WeekStripProps['found'];
  readonly at: number;
  /** Where it is in another picture, in pixels. */
  readonly x?: number;
  readonly width?: number;
}

/** A dot for each signal of a week over its line, and under it the name of the month that begins there. */
function Week({ found: { weeks, year }, at, x, width }: WeekProps) {
  const { date } = useFormat();
  const floor = Math.max(2, ...year.signals) * dot + 6;
  return (
    <svg x={x} width={width ?? '100%'} height={floor + foot} overflow="visible" aria-hidden="true">
      <rect className={styles.line} x="3%" y={floor} width="94%" height={1.5} />
      {Array.from({ length: year.signals[at] ?? 0 }, (_, level) => (
        <circle key={level} className={inks.ink} cx="50%" cy={floor - (level + 0.6) * dot} r={4.5} />
      ))}
      <text className={inks.tick} x="3%" y={floor + 16}>
        {monthText(weeks[at] ?? '', at, weeks.length, date)}
      </text>
    </svg>
  );
}

/** Weeks that the name of a month takes up. */
const weeksOfName = 3;

/** The name of the month under the week in which it begins; of the first one and of January with the year. */
function monthText(monday: string, at: number, weeks: number, date: Format['date']): string | undefined {
  const sunday = dateOfDay(dayNumber(monday) + 6);
  if (Number(sunday.slice(8)) > 7 || at > weeks - weeksOfName) return undefined;
  const month = Number(sunday.slice(5, 7));
  const hasYear = month === 1 || at <= weeksOfName;
  return hasYear ? date.shortMonth(sunday) : date.shortMonthName(sunday);
}
