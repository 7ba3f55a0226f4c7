import type { SignalsData } from '@monitor/contract';
import { dateOfDay, dayNumber, type Filter } from '@monitor/domain';
import { ChartCard } from '../../charts/chart-card.tsx';
import { countCell, numberColumn, textColumn } from '../../figures/chart-table.ts';
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
    <ChartCard
      form="section"
      title={year.title}
      reading={year.reading}
      outdated={false}
      filter={filter}
      table={{
        name: 'signals-by-week',
        columns: [textColumn(t('chart.intervals.week')), numberColumn(t('signals.false.signals'))],
        rows: weeks.map((monday, at) => [
          { text: date.step(monday, 'week'), value: monday },
          countCell(counts[at], { number, date }),
        ]),
      }}
      onPaper={<StripPicture weeks={weeks} counts={counts} />}
    >
      <ol className={styles.strip}>
        {weeks.map((monday, at) => {
          const count = counts[at]!;
          const week = date.step(monday, 'week');
          return (
            <li key={monday} className={styles.week}>
              {count === 0 ? (
                <span className="visually-hidden">{t('signals.year.quiet', { week })}</span>
              ) : (
                <a
                  className={`${kit.press} ${styles.dots}`}
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
    </ChartCard>
  );
}

/** Weeks that the name of a month takes up. */
const weeksOfName = 3;

/** The strip in a file: weeks of so many pixels, each with its dots. */
function StripPicture({ weeks, counts }: { weeks: readonly string[]; counts: readonly number[] }) {
  const { date } = useFormat();
  const [pitch, dot, foot] = [16, 13, 22];
  const floor = Math.max(2, ...counts) * dot + 6;
  return (
    <svg width={weeks.length * pitch} height={floor + foot}>
      {weeks.map((monday, at) => (
        <g key={monday}>
          <rect className={styles.line} x={at * pitch + 1} y={floor} width={pitch - 2} height={1.5} />
          {Array.from({ length: counts[at] ?? 0 }, (_, level) => (
            <circle key={level} className={inks.ink} cx={(at + 0.5) * pitch} cy={floor - (level + 0.6) * dot} r={4.5} />
          ))}
          <text className={inks.tick} x={at * pitch + 1} y={floor + 16}>
            {monthText(monday, at, weeks.length, date)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Month({ monday, at, weeks }: { monday: string; at: number; weeks: number }) {
  const { date } = useFormat();
  const text = monthText(monday, at, weeks, date);
  if (text === undefined) return null;
  return (
    <span className={styles.month} aria-hidden="true">
      {text}
    </span>
  );
}

/** The name of the month under the week in which it begins; of the first one and of January with the year. */
function monthText(monday: string, at: number, weeks: number, date: Format['date']): string | undefined {
  const sunday = dateOfDay(dayNumber(monday) + 6);
  if (Number(sunday.slice(8)) > 7 || at > weeks - weeksOfName) return undefined;
  const month = Number(sunday.slice(5, 7));
  const hasYear = month === 1 || at <= weeksOfName;
  return hasYear ? date.shortMonth(sunday) : date.shortMonthName(sunday);
}
