import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { countTicks } from '../pictures/axis-ticks.ts';
import { AmountAxis, linePath } from '../pictures/lines.tsx';
import { placeLabels } from '../pictures/place-labels.ts';
import { PictureFrame } from '../pictures/picture-frame.tsx';
import styles from './running-picture.module.css';
import inks from '../styles/drawing.module.css';
import type { DayTick, RunningTotal } from './running-total.ts';
import { textWidth } from '../pictures/text-lines.ts';

const size = { height: 208, top: 10, bottom: 22, axis: 38, font: 11 } as const;
const labelHeight = 14;

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
  const x = (day: number) => axis + (day / days) * (width - axis - room);
  const y = (count: number) => height - bottom - (count / (most.at(-1) ?? 1)) * (height - top - bottom);
  const middles = placeLabels(
    lines.map(({ total }) => ({ at: y(total), height: labelHeight })),
    0,
    height,
  );
  return (
    <PictureFrame layout={{ width, height }} font={font}>
      <AmountAxis ticks={most.map((tick) => ({ y: y(tick), text: number.count(tick) }))} left={axis} right={width - room} />
      {ticks.map(({ at, day }) => (
        <text key={at} textAnchor={at === 0 ? 'start' : 'middle'} x={x(at)} y={height - 5}>
          {typeof day === 'number' ? t('compare.running.day', { number: number.count(day) }) : date.dayAndMonth(day)}
        </text>
      ))}
      <path className={inks.base} d={`M${axis} ${height - bottom}H${width - room}`} />
      {/* A lies over B, which is dashed and so seen on both sides of it. */}
      {lines.toReversed().map(({ side, points, days: end, total }) => (
        <g key={side} data-side={side}>
          <path
            className={`${inks.line} ${styles.line}`}
            d={linePath(points.map(([day, count]) => ({ x: x(day), y: y(count) })))}
          />
          <circle className={`${inks.own} ${styles.end}`} cx={x(end)} cy={y(total)} r={3.5} />
        </g>
      ))}
      {lines.map(({ side, days: end }, at) => (
        <text
          key={side}
          className={`${inks.own} ${inks.small} ${styles.label}`}
          data-side={side}
          x={Math.max(x(end) + 7, 0)}
          y={(middles[at] ?? 0) + 4}
        >
          {labels[at]}
        </text>
      ))}
    </PictureFrame>
  );
}
