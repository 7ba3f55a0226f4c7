import type { BriefData } from '@monitor/contract';
import { type CalendarUnit, harmedPeople, type IsoDate, quarterOf } from '@monitor/domain';
import type { TFunction } from 'i18next';
import { type Format, useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './period-bars.module.css';
import inks from '../../styles/drawing.module.css';

const size = { width: 335, left: 46, bars: 160, line: 14, gap: 8 } as const;

/** People killed and injured in periods in a row: bars above, their numbers as a table below. */
export function PeriodBars({ data: { unit, periods }, title }: { data: BriefData; title: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { columns } = periods;
  const { width, left, bars, line, gap } = size;
  const step = (width - left) / columns.length;
  const most = Math.max(1, ...columns.map(({ killed, injured }) => (killed ?? 0) + (injured ?? 0)));
  const lengthOf = (count: number | null) => ((count ?? 0) / most) * (bars - 4);
  const height = bars + line * 4 + 8;
  const rowAt = (row: number) => bars + 8 + line * row + 10;
  return (
    <svg className={inks.fit} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={inWords(columns, title, t, format)}>
      {harmedPeople.map((measure, row) => (
        <g key={measure}>
          <rect className={measure === 'killed' ? inks.red : inks.injured} x={1} y={rowAt(row + 2) - 8} width={8} height={8} />
          <text className={inks.print} x={13} y={rowAt(row + 2)}>
            {t(`report.periods.${measure}`)}
          </text>
        </g>
      ))}
      {columns.map((column, index) => {
        const middle = left + (index + 0.5) * step;
        const x = middle - step / 2 + gap / 2;
        const isOwn = index === columns.length - 1;
        const [killed, injured] = [lengthOf(column.killed), lengthOf(column.injured)];
        const [first, second] = labelOf(unit, column.from, t, format);
        const isNewYear = second !== undefined && column.from.slice(0, 4) !== columns[index - 1]?.from.slice(0, 4);
        return (
          <g key={column.from} data-own={isOwn || undefined} className={styles.column}>
            <rect className={inks.injured} x={x} y={bars - killed - injured} width={step - gap} height={injured} />
            <rect className={inks.red} x={x} y={bars - killed} width={step - gap} height={killed} />
            <text className={`${inks.middle} ${inks.print} ${styles.number}`} x={middle} y={rowAt(0)}>
              {first}
            </text>
            {isNewYear ? (
              <text className={`${inks.middle} ${inks.print} ${styles.number}`} x={middle} y={rowAt(1)}>
                {second}
              </text>
            ) : null}
            {harmedPeople.map((measure, row) => (
              <text
                key={measure}
                className={`${inks.middle} ${inks.print} ${styles.number}`}
                data-measure={measure}
                x={middle}
                y={rowAt(row + 2)}
              >
                {countText(column[measure])}
              </text>
            ))}
          </g>
        );
      })}
      <path className={inks.base} d={`M${left} ${bars}H${width}`} />
    </svg>
  );

  function countText(count: number | null): string {
    return count === null ? '–' : format.number.count(count);
  }
}

/** A period in two lines: `Q3` and `2026`. A year has one. */
function labelOf(unit: CalendarUnit, from: IsoDate, t: TFunction, { date }: Format): readonly [string, string?] {
  if (unit === 'year') return [date.year(from)];
  if (unit === 'month') return [date.shortMonthName(from), date.year(from)];
  return [t('report.periods.quarter', { number: quarterOf(from) }), date.year(from)];
}

/** The numbers of such bars in words, for those who cannot see them. */
function inWords(columns: BriefData['periods']['columns'], title: string, t: TFunction, { date, number }: Format): string {
  const values = columns.map(({ from, to, ...harmed }) => {
    const parts = harmedPeople.flatMap((measure) => {
      const count = harmed[measure];
      return count === null ? [] : `${number.count(count)} ${t(`report.periods.${measure}`)}`;
    });
    return `${date.period(from, to)}: ${parts.join(', ') || t('report.periods.noData')}`;
  });
  return `${title}. ${values.join('; ')}`;
}
