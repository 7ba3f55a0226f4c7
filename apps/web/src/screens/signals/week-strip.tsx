import type { SignalsData } from '@monitor/contract';
import { dateOfDay, dayNumber, type Filter } from '@monitor/domain';
import { Section } from '../../sections/section.tsx';
import { countCell, numberColumn, textColumn } from '../../format/chart-table.ts';
import { type Format, useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { weekId } from './signal-list.tsx';
import { ColumnsLink } from '../../charts/steps-link.tsx';
import { FitWidth } from '../../pictures/fit-width.tsx';
import type { ReactNode } from 'react';
import styles from './week-strip.module.css';
import inks from '../../styles/drawing.module.css';

interface WeekStripProps {
  readonly found: NonNullable<SignalsData['found']>;
  readonly filter: Filter;
  readonly onOpen: () => void;
}

/** The weeks of the last year side by side, with a dot for each signal. Empty weeks stay visible; those with signals can be pressed. */
export function WeekStrip({ found, filter, onOpen }: WeekStripProps) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const { weeks, year } = found;
  const counts = year.signals;
  const markOf = (at: number) => {
    const [count, monday] = [counts[at]!, weeks[at]!];
    if (count === 0) return undefined;
    return {
      href: `#${weekId(monday)}`,
      onClick: onOpen,
      name: t('signals.year.week', { count, week: date.step(monday, 'week') }),
    };
  };
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
      onPaper={<Weeks found={found} width={weeks.length * pitch} />}
    >
      <div className={styles.strip}>
        <FitWidth>
          {(width) => (
            <Weeks found={found} width={width}>
              <ColumnsLink steps={weeks.length} markOf={markOf} left={0} wide={width} unit="" top={0} height={floorOf(counts)} />
            </Weeks>
          )}
        </FitWidth>
      </div>
    </Section>
  );
}

/** Pixels of a week in a file, between two dots, and under the line. */
const [pitch, dot, foot] = [16, 13, 20];
const floorOf = (counts: readonly number[]) => Math.max(2, ...counts) * dot + 6;

interface WeeksProps {
  readonly found: WeekStripProps['found'];
  readonly width: number;
  /** What can be pressed. */
  readonly children?: ReactNode;
}

/** In one row, however narrow: a dot for each signal of a week over its line, and under it the name of the month that begins there. */
function Weeks({ found: { weeks, year }, width, children }: WeeksProps) {
  const { date } = useFormat();
  const floor = floorOf(year.signals);
  const wide = width / weeks.length;
  return (
    <svg width={width} height={floor + foot} viewBox={`0 0 ${width} ${floor + foot}`}>
      {weeks.map((monday, at) => (
        <g key={monday} transform={`translate(${at * wide} 0)`} aria-hidden="true">
          <rect className={inks.base} x={wide * 0.03} y={floor} width={wide * 0.94} height={1} />
          {Array.from({ length: year.signals[at] ?? 0 }, (_, level) => (
            <circle
              key={level}
              className={inks.ink}
              cx={wide / 2}
              cy={floor - (level + 0.6) * dot}
              r={Math.min(4.5, wide * 0.45)}
            />
          ))}
          <text className={inks.tick} x={wide * 0.03} y={floor + 16}>
            {monthText(monday, at, weeks.length, wide < pitch * 0.75, date)}
          </text>
        </g>
      ))}
      {children}
    </svg>
  );
}

/** Weeks that the name of a month takes up. */
const weeksOfName = 3;

/** The name of the month under the week in which it begins; of the first one and of January with the year, or the year alone. */
function monthText(monday: string, at: number, weeks: number, isNarrow: boolean, date: Format['date']): string | undefined {
  const sunday = dateOfDay(dayNumber(monday) + 6);
  if (Number(sunday.slice(8)) > 7 || at > weeks - weeksOfName) return undefined;
  const month = Number(sunday.slice(5, 7));
  if (isNarrow) return month === 1 ? date.year(sunday) : date.shortMonthName(sunday);
  const hasYear = month === 1 || at <= weeksOfName;
  return hasYear ? date.shortMonth(sunday) : date.shortMonthName(sunday);
}
