import type { Headline, PeriodAmount } from './brief.ts';
import type { Writing } from './change-sentences.ts';
import styles from './bars.module.css';
import inks from '../../styles/drawing.module.css';

const size = { width: 156, height: 74, top: 13, bottom: 15, gap: 3 } as const;

/** The same period of each year as bars, the brief's own last and in the colour of what it counts. */
export function YearBars({
  headline,
  amounts,
  writing: { t, format },
}: {
  headline: Headline;
  amounts: readonly PeriodAmount[];
  writing: Writing;
}) {
  const { width, height, top, bottom, gap } = size;
  const values = amounts.map((one) => one.amounts && (one.amounts[headline] ?? 0));
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const step = (width + gap) / amounts.length;
  const base = height - bottom;
  const yearOf = (index: number) => format.date.year(amounts[index]?.period.from ?? '');
  const words = values.map((value, index) =>
    value === undefined
      ? t('report.figure.noData', { year: yearOf(index) })
      : t('report.figure.value', { year: yearOf(index), number: format.number.count(value) }),
  );
  const label = t('report.figure.bars', { figure: t(`report.figure.${headline}`), values: words.join(', ') });
  return (
    <svg className={`${inks.fit} ${styles.picture}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {values.map((value, index) => {
        const isOwn = index === values.length - 1;
        const length = ((value ?? 0) / most) * (base - top);
        const left = index * step;
        const middle = left + (step - gap) / 2;
        const year = yearOf(index);
        return (
          <g key={year} data-own={isOwn || undefined}>
            {value === undefined ? null : (
              <>
                <rect
                  className={isOwn ? inks.toned : inks.other}
                  data-measure={headline}
                  x={left}
                  y={base - length}
                  width={step - gap}
                  height={length}
                />
                <text className={isOwn ? `${inks.strong} ${styles.ownText}` : styles.text} x={middle} y={base - length - 3}>
                  {format.number.count(value)}
                </text>
              </>
            )}
            <text className={isOwn ? `${inks.strong} ${styles.ownText}` : styles.text} x={middle} y={height - 3}>
              {isOwn || index === 0 ? year : `’${year.slice(-2)}`}
            </text>
          </g>
        );
      })}
      <path className={inks.base} d={`M0 ${base}H${width}`} />
    </svg>
  );
}
