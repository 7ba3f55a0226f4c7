import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { countTicks } from './axis-ticks.ts';
import { PictureFrame } from './picture-frame.tsx';
import styles from './running-picture.module.css';
import inks from '../styles/drawing.module.css';
import type { DayTick, RunningTotal } from './running-total.ts';
import { textWidth } from './text-lines.ts';

const size = { height: 176, top: 10, bottom: 22, axis: 38, font: 11 } as const;
/** Least distance of the labels at the ends of the lines. */
const labelGap = 14;

/** Running totals of A and B over the days of the longer one. */
export function RunningPicture({
  a,
  b,
  ticks,
  width,
}: {
  a: RunningTotal;
  b: RunningTotal;
  ticks: readonly DayTick[];
  width: number;
}) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const { height, top, bottom, axis, font } = size;
  const lines = [a, b].flatMap(({ points }, at) => {
    const end = points.at(-1);
    if (end === undefined) return [];
    return { side: at === 0 ? ('a' as const) : ('b' as const), points, days: end[0], total: end[1] };
  });
  const labels = lines.map(({ side, total }) =>
    t('compare.running.end', { side: t(`compare.side.${side}`), count: number.count(total) }),
  );
  const room = Math.max(0, ...labels.map((label) => textWidth(label, font + 1, 700))) + 12;
  const most = countTicks(Math.max(0, ...lines.map(({ total }) => total)));
  const days = Math.max(a.days, b.days);
  const x = (day: number) => round(axis + (day / days) * (width - axis - room));
  const y = (count: number) => round(height - bottom - (count / (most.at(-1) ?? 1)) * (height - top - bottom));
  const pathOf = (points: RunningTotal['points']) => points.map(([day, count]) => `${x(day)} ${y(count)}`).join('L');
  const middles = apart(lines.map(({ total }) => y(total)));
  return (
    <PictureFrame layout={{ width, height }} font={font}>
      {most.map((tick) => (
        <g key={tick}>
          <path className={inks.grid} d={`M${axis} ${y(tick)}H${width - room}`} />
          <text className={inks.end} x={axis - 6} y={y(tick) + 4}>
            {number.count(tick)}
          </text>
        </g>
      ))}
      {ticks.map(({ at, day }) => (
        <text key={at} className={`${inks.middle} ${styles.day}`} x={x(at)} y={height - 5} data-first={at === 0 || undefined}>
          {typeof day === 'number' ? t('compare.running.day', { number: number.count(day) }) : date.dayAndMonth(day)}
        </text>
      ))}
      <path className={inks.base} d={`M${axis} ${height - bottom}H${width - room}`} />
      {/* A lies over B, which is dashed and so seen on both sides of it. */}
      {lines.toReversed().map(({ side, points, days: end, total }) => (
        <g key={side} data-side={side}>
          <path className={`${inks.line} ${styles.line}`} d={`M${pathOf(points)}`} />
          <circle className={`${inks.own} ${styles.end}`} cx={x(end)} cy={y(total)} r={3.5} />
        </g>
      ))}
      {lines.map(({ side, days: end }, at) => (
        <text key={side} className={styles.label} data-side={side} x={Math.max(x(end) + 7, 0)} y={(middles[at] ?? 0) + 4}>
          {labels[at]}
        </text>
      ))}
    </PictureFrame>
  );
}

/** Two heights, moved apart where they are too near to be read. */
function apart([one = 0, other]: readonly number[]): readonly number[] {
  if (other === undefined) return [one];
  const lacking = labelGap - Math.abs(one - other);
  if (lacking <= 0) return [one, other];
  const shift = (one <= other ? -lacking : lacking) / 2;
  return [one + shift, other - shift];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
