import type { BriefData } from '@monitor/contract';
import { countTicks } from '../../pictures/axis-ticks.ts';
import { useFormat } from '../../format/use-format.ts';
import { AmountAxis, bandPath, linePath } from '../../pictures/lines.tsx';
import inks from '../../styles/drawing.module.css';

type Trend = BriefData['trend'];

const size = { width: 294, height: 124, left: 34, right: 8, top: 14, bottom: 30 } as const;

/** Violent incidents of each month as a line over the usual range of the same month; the months of the period have dots. */
export function TrendPicture({ trend, label }: { trend: Trend; label: string }) {
  const { number, date } = useFormat();
  const { months } = trend;
  const { width, height, left, right, top, bottom } = size;
  const ticks = countTicks(Math.max(...months.map(({ incidents, usual }) => Math.max(incidents, usual?.most ?? 0))));
  const most = ticks.at(-1) ?? 1;
  const base = height - bottom;
  const x = (index: number) => left + (index / Math.max(1, months.length - 1)) * (width - left - right);
  const y = (count: number) => base - (count / most) * (base - top);
  const years = months.flatMap(({ month }, index) => (month.slice(5, 7) === '01' ? [{ index, month }] : []));
  // The highest month of the period, by name.
  const peakAt = months.findIndex(({ month }) => month === trend.peak);
  const peak = months[peakAt];
  const isLate = x(peakAt) > width - 60;
  return (
    <svg className={`${inks.fit} ${inks.print}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <AmountAxis ticks={ticks.map((tick) => ({ y: y(tick), text: number.count(tick) }))} left={left} right={width - right} />
      <path
        className={inks.band}
        d={bandPath(
          months.map(({ usual }, index) =>
            usual === undefined ? null : { x: x(index), low: y(usual.least), high: y(usual.most) },
          ),
        )}
      />
      {years.map(({ index, month }) => (
        <g key={month}>
          <path className={inks.base} d={`M${x(index)} ${base}v5`} />
          <text className={inks.middle} x={x(index)} y={base + 16}>
            {date.year(month)}
          </text>
        </g>
      ))}
      <path className={inks.base} d={`M${left} ${base}H${width - right}`} />
      <path className={inks.line} d={linePath(months.map(({ incidents }, index) => ({ x: x(index), y: y(incidents) })))} />
      {months.map(({ month, incidents, chosen, partial }, index) =>
        chosen ? <circle key={month} className={partial ? inks.hollow : inks.own} cx={x(index)} cy={y(incidents)} r={3} /> : null,
      )}
      {peak === undefined ? null : (
        <text
          className={inks.strong}
          textAnchor={isLate ? 'end' : 'middle'}
          x={x(peakAt) + (isLate ? 6 : 0)}
          y={Math.max(10, y(peak.incidents) - 7)}
        >
          {`${date.shortMonthName(peak.month)} ${number.count(peak.incidents)}`}
        </text>
      )}
    </svg>
  );
}
