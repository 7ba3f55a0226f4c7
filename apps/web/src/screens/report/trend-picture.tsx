import type { BriefData } from '@monitor/contract';
import { countTicks } from '../../charts/axis-ticks.ts';
import { useFormat } from '../../format/use-format.ts';
import styles from './trend-picture.module.css';
import inks from '../../styles/drawing.module.css';

type Trend = BriefData['trend'];

const size = { width: 335, height: 168, left: 34, right: 8, top: 14, bottom: 30 } as const;

/** Incidents of each month as a line over the usual range of the same month; the months of the period have dots. */
export function TrendPicture({ trend, label }: { trend: Trend; label: string }) {
  const { number, date } = useFormat();
  const { months } = trend;
  const { width, height, left, right, top, bottom } = size;
  const ticks = countTicks(Math.max(...months.map(({ incidents, usual }) => Math.max(incidents, usual?.most ?? 0))));
  const most = ticks.at(-1) ?? 1;
  const base = height - bottom;
  const x = (index: number) => round(left + (index / Math.max(1, months.length - 1)) * (width - left - right));
  const y = (count: number) => round(base - (count / most) * (base - top));
  const points = months.map(({ incidents }, index) => `${x(index)} ${y(incidents)}`);
  const years = months.flatMap(({ month }, index) => (month.slice(5, 7) === '01' ? [{ index, month }] : []));
  return (
    <svg className={inks.fit} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={styles.grid} d={`M${left} ${y(tick)}H${width - right}`} />
          <text className={styles.tick} x={left - 6} y={y(tick) + 3.5}>
            {number.count(tick)}
          </text>
        </g>
      ))}
      {bandsOf(months).map((band) => (
        <path key={band[0]} className={inks.band} d={bandPath(band)} />
      ))}
      {years.map(({ index, month }) => (
        <g key={month}>
          <path className={styles.year} d={`M${x(index)} ${base}v5`} />
          <text className={`${inks.middle} ${inks.print}`} x={x(index)} y={base + 16}>
            {date.year(month)}
          </text>
        </g>
      ))}
      <path className={styles.base} d={`M${left} ${base}H${width - right}`} />
      <path className={inks.line} d={`M${points.join('L')}`} />
      {months.map(({ month, incidents, chosen, partial }, index) =>
        chosen ? <circle key={month} className={partial ? inks.hollow : inks.own} cx={x(index)} cy={y(incidents)} r={3} /> : null,
      )}
      <PeakLabel trend={trend} x={x} y={y} />
    </svg>
  );

  function bandPath(band: readonly number[]): string {
    const ranges = band.map((index) => ({ index, ...(months[index]?.usual ?? { least: 0, most: 0 }) }));
    const above = ranges.map((range) => `${x(range.index)} ${y(range.most)}`);
    const below = ranges.toReversed().map(({ index, least }) => `${x(index)} ${y(least)}`);
    return `M${[...above, ...below].join('L')}Z`;
  }
}

interface Places {
  readonly trend: Trend;
  readonly x: (index: number) => number;
  readonly y: (count: number) => number;
}

/** The highest month of the period, by name. */
function PeakLabel({ trend: { months, peak: highest }, x, y }: Places) {
  const { number, date } = useFormat();
  const peak = months.find(({ month }) => month === highest);
  if (peak === undefined) return null;
  const index = months.indexOf(peak);
  const name = date.shortMonthName(peak.month);
  const isLate = x(index) > size.width - 60;
  return (
    <text
      className={`${inks.strong} ${inks.middle} ${inks.print} ${styles.peak}`}
      data-end={isLate || undefined}
      x={x(index) + (isLate ? 6 : 0)}
      y={Math.max(10, y(peak.incidents) - 7)}
    >
      {`${name} ${number.count(peak.incidents)}`}
    </text>
  );
}

/** Months in a row that have a usual range, by their places. */
function bandsOf(months: Trend['months']): number[][] {
  const bands: number[][] = [];
  months.forEach(({ usual }, index) => {
    if (usual === undefined) return;
    const last = bands.at(-1);
    if (last?.at(-1) === index - 1) last.push(index);
    else bands.push([index]);
  });
  return bands;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
