import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './signal-chart.module.css';
import inks from '../styles/drawing.module.css';
import { layOutSignal, type SignalWeeks, type WeeksTogether } from './signal-layout.ts';

/** Room for the numbers beside the frame. */
const [before, after, above, below] = [24, 40, 16, 17];
const sizes = {
  full: { width: 300, height: 106, className: styles.full },
  small: { width: 200, height: 66, className: styles.small },
  file: { width: 520, height: 160, className: undefined },
};

interface SignalChartProps {
  readonly weeks: SignalWeeks;
  /** Position of the week in question, the last one where several are counted together. */
  readonly at: number;
  /** Number of weeks that are counted together. */
  readonly together: number;
  readonly expected: WeeksTogether['range'];
  /** First day of the first week. */
  readonly start: string;
  readonly size?: keyof typeof sizes;
}

/**
 * The weeks of a series: a line over its expected range, with a dot at the week in question. Silent to screen readers, since the title
 * beside it says the same.
 */
export function SignalChart({ weeks, at, together, expected, start, size = 'full' }: SignalChartProps) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const { width, height, className } = sizes[size];
  const hasDates = size !== 'small';
  const frame = { left: before, right: width - after, top: above, bottom: height - (hasDates ? below : 4) };
  const { range, line, dot, label, middle, zero, top } = layOutSignal(weeks, { last: at, together, range: expected }, frame);
  const count = weeks.incidents.slice(Math.max(0, at - together + 1), at + 1).reduce((sum, one) => sum + one, 0);
  const hasRange = label.anchor !== 'start' || Math.abs(label.y - middle) > 14;
  return (
    <svg
      className={className}
      width={size === 'file' ? width : undefined}
      height={size === 'file' ? height : undefined}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <path className={inks.band} d={range} />
      <line className={styles.axis} x1={frame.left} x2={frame.right} y1={zero} y2={zero} />
      <path className={inks.line} d={line} />
      <circle className={`${inks.ink} ${inks.edge} ${styles.dot}`} cx={dot.x} cy={dot.y} r={3.6} />
      <text className={`${inks.strong} ${inks.small}`} x={label.x} y={label.y} textAnchor={label.anchor}>
        {together === 1
          ? number.count(count)
          : t('signals.together', { count: number.count(count), weeks: number.count(together) })}
      </text>
      {hasRange ? (
        <text className={inks.tick} x={frame.right + 8} y={middle + 4}>
          {t('signals.range', { low: number.count(expected.low), high: number.count(expected.high) })}
        </text>
      ) : null}
      <text className={inks.tick} x={before - 6} y={top.y + 4} textAnchor="end">
        {number.count(top.value)}
      </text>
      {zero - top.y > 12 ? (
        <text className={inks.tick} x={before - 6} y={zero + 3} textAnchor="end">
          {number.count(0)}
        </text>
      ) : null}
      {hasDates ? (
        <text className={inks.tick} x={frame.left} y={height - 3}>
          {date.shortMonth(start)}
        </text>
      ) : null}
    </svg>
  );
}
