import type { BriefData } from '@monitor/contract';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './headline-figure.module.css';
import kit from '../../styles/kit.module.css';
import inks from '../../styles/drawing.module.css';

/** One figure of a brief: the number, the same period of earlier years, and how it changed on two periods. */
export function HeadlineFigure({ figure }: { figure: BriefData['figures'][number] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { measure, count, verdicts } = figure;
  return (
    <div className={styles.figure} data-figure={measure}>
      <p className={`${kit.number} ${styles.number}`} data-measure={measure}>
        {count === null ? '–' : number.count(count)}
      </p>
      <p className={kit.note}>{t(`report.figure.${measure}`)}</p>
      {count === null ? (
        <p className={styles.verdict}>{t('report.figure.notReported')}</p>
      ) : (
        <>
          <YearBars figure={figure} />
          {verdicts.map(({ verdict, detail, isClear }) => (
            <p key={detail} className={styles.verdict} data-clear={isClear || undefined}>
              <strong>{verdict}</strong> {detail}
            </p>
          ))}
        </>
      )}
    </div>
  );
}

const size = { width: 156, height: 74, top: 13, bottom: 15, gap: 3 } as const;

/** The same period of each year as bars, the brief's own last and in the colour of what it counts. */
function YearBars({ figure: { measure, years } }: { figure: BriefData['figures'][number] }) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const { width, height, top, bottom, gap } = size;
  const most = Math.max(1, ...years.map(({ count }) => count ?? 0));
  const step = (width + gap) / years.length;
  const base = height - bottom;
  const values = years.map(({ from, count }) =>
    count === null
      ? t('report.figure.noData', { year: date.year(from) })
      : t('report.figure.value', { year: date.year(from), number: number.count(count) }),
  );
  const label = t('report.figure.bars', { figure: t(`report.figure.${measure}`), values: values.join(', ') });
  return (
    <svg className={`${inks.fit} ${kit.top1}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {years.map(({ from, count }, index) => {
        const isOwn = index === years.length - 1;
        const length = ((count ?? 0) / most) * (base - top);
        const left = index * step;
        const middle = left + (step - gap) / 2;
        const year = date.year(from);
        return (
          <g key={from} data-own={isOwn || undefined}>
            {count === null ? null : (
              <>
                <rect
                  className={isOwn ? inks.toned : inks.other}
                  data-measure={measure}
                  x={left}
                  y={base - length}
                  width={step - gap}
                  height={length}
                />
                <text className={isOwn ? `${inks.strong} ${styles.ownText}` : styles.text} x={middle} y={base - length - 3}>
                  {number.count(count)}
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
