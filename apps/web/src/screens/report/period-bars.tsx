import { type CalendarPeriod, type HarmedPeople, harmedPeople, quarterOf } from '@monitor/domain';
import type { PeriodAmount } from './brief.ts';
import type { Writing } from './change-sentences.ts';
import styles from './period-bars.module.css';
import inks from '../../styles/drawing.module.css';

const size = { width: 335, left: 46, bars: 160, line: 14, gap: 8 } as const;

/** People killed and injured in periods in a row: bars above, their numbers as a table below. */
export function PeriodBars({ amounts, label, writing }: { amounts: readonly PeriodAmount[]; label: string; writing: Writing }) {
  const { t, format } = writing;
  const { width, left, bars, line, gap } = size;
  const step = (width - left) / amounts.length;
  const most = Math.max(1, ...amounts.map(({ amounts: of }) => (of?.killed ?? 0) + (of?.injured ?? 0)));
  const lengthOf = (count: number) => (count / most) * (bars - 4);
  const height = bars + line * 4 + 8;
  const rowAt = (row: number) => bars + 8 + line * row + 10;
  return (
    <svg className={inks.fit} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {harmedPeople.map((measure, row) => (
        <g key={measure}>
          <rect className={styles[measure]} x={1} y={rowAt(row + 2) - 8} width={8} height={8} />
          <text className={styles.label} x={13} y={rowAt(row + 2)}>
            {t(`report.periods.${measure}`)}
          </text>
        </g>
      ))}
      {amounts.map(({ period, amounts: of }, index) => {
        const middle = left + (index + 0.5) * step;
        const x = middle - step / 2 + gap / 2;
        const isOwn = index === amounts.length - 1;
        const [killed, injured] = [lengthOf(of?.killed ?? 0), lengthOf(of?.injured ?? 0)];
        const [first, second] = labelOf(period, writing);
        const isNewYear =
          second !== undefined && (index === 0 || second !== labelOf(amounts[index - 1]?.period ?? period, writing)[1]);
        return (
          <g key={period.from} data-own={isOwn || undefined} className={styles.column}>
            <rect className={styles.injured} x={x} y={bars - killed - injured} width={step - gap} height={injured} />
            <rect className={styles.killed} x={x} y={bars - killed} width={step - gap} height={killed} />
            <text className={`${inks.middle} ${styles.number}`} x={middle} y={rowAt(0)}>
              {first}
            </text>
            {isNewYear ? (
              <text className={`${inks.middle} ${styles.number}`} x={middle} y={rowAt(1)}>
                {second}
              </text>
            ) : null}
            {harmedPeople.map((measure, row) => (
              <text
                key={measure}
                className={`${inks.middle} ${styles.number}`}
                data-measure={measure}
                x={middle}
                y={rowAt(row + 2)}
              >
                {of === undefined ? '–' : format.number.count(of[measure] ?? 0)}
              </text>
            ))}
          </g>
        );
      })}
      <path className={inks.base} d={`M${left} ${bars}H${width}`} />
    </svg>
  );
}

/** A period in two lines: `Q3` and `2026`. A year has one. */
function labelOf({ unit, from }: CalendarPeriod, { t, format: { date } }: Writing): readonly [string, string?] {
  if (unit === 'year') return [date.year(from)];
  if (unit === 'month') return [date.shortMonthName(from), date.year(from)];
  return [t('report.periods.quarter', { number: quarterOf(from) }), date.year(from)];
}

/** The numbers of such bars in words, for those who cannot see them. */
export function periodBarsWords(amounts: readonly PeriodAmount[], title: string, { t, format }: Writing): string {
  const values = amounts.map(({ period, amounts: of }) => {
    const name = format.date.period(period.from, period.to);
    if (of === undefined) return `${name}: ${t('report.periods.noData')}`;
    const part = (measure: HarmedPeople) => `${format.number.count(of[measure] ?? 0)} ${t(`report.periods.${measure}`)}`;
    return `${name}: ${part('killed')}, ${part('injured')}`;
  });
  return `${title}. ${values.join('; ')}`;
}
