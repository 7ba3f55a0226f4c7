import { countTicks } from '../../charts/axis-ticks.ts';
import type { TrendMonth } from './brief.ts';
import type { Writing } from './change-sentences.ts';
import styles from './trend-picture.module.css';
import inks from '../../styles/drawing.module.css';

const size = { width: 335, height: 168, left: 34, right: 8, top: 14, bottom: 30 } as const;

/** Incidents of each month as a line over the usual range of the same month; the months of the period have dots. */
export function TrendPicture({ months, label, writing }: { months: readonly TrendMonth[]; label: string; writing: Writing }) {
  const { format } = writing;
  const { width, height, left, right, top, bottom } = size;
  const ticks = countTicks(Math.max(...months.map(({ incidents, usual }) => Math.max(incidents, usual?.[1] ?? 0))));
  const most = ticks.at(-1) ?? 1;
  const base = height - bottom;
  const x = (index: number) => round(left + (index / Math.max(1, months.length - 1)) * (width - left - right));
  const y = (count: number) => round(base - (count / most) * (base - top));
  const points = months.map(({ incidents }, index) => `${x(index)} ${y(incidents)}`);
  const years = months.flatMap(({ month }, index) => (month.from.slice(5, 7) === '01' ? [{ index, date: month.from }] : []));
  return (
    <svg className={inks.fit} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={styles.grid} d={`M${left} ${y(tick)}H${width - right}`} />
          <text className={styles.tick} x={left - 6} y={y(tick) + 3.5}>
            {format.number.count(tick)}
          </text>
        </g>
      ))}
      {bandsOf(months).map((band) => (
        <path key={band[0]} className={inks.band} d={bandPath(band)} />
      ))}
      {years.map(({ index, date }) => (
        <g key={date}>
          <path className={styles.year} d={`M${x(index)} ${base}v5`} />
          <text className={`${inks.middle} ${inks.print}`} x={x(index)} y={base + 16}>
            {format.date.year(date)}
          </text>
        </g>
      ))}
      <path className={styles.base} d={`M${left} ${base}H${width - right}`} />
      <path className={inks.line} d={`M${points.join('L')}`} />
      {months.map(({ month, incidents, chosen, partial }, index) =>
        chosen ? (
          <circle key={month.from} className={partial ? inks.hollow : inks.own} cx={x(index)} cy={y(incidents)} r={3} />
        ) : null,
      )}
      <PeakLabel months={months} x={x} y={y} writing={writing} />
    </svg>
  );

  function bandPath(band: readonly number[]): string {
    const ranges = band.map((index) => ({ index, usual: months[index]?.usual ?? [0, 0] }));
    const upper = ranges.map(({ index, usual }) => `${x(index)} ${y(usual[1] ?? 0)}`);
    const lower = ranges.toReversed().map(({ index, usual }) => `${x(index)} ${y(usual[0])}`);
    return `M${[...upper, ...lower].join('L')}Z`;
  }
}

interface Places {
  readonly months: readonly TrendMonth[];
  readonly x: (index: number) => number;
  readonly y: (count: number) => number;
  readonly writing: Writing;
}

/** The highest month of the period, by name. */
function PeakLabel({ months, x, y, writing: { format } }: Places) {
  const peak = peakOf(months);
  if (peak === undefined) return null;
  const index = months.indexOf(peak);
  const name = format.date.shortMonthName(peak.month.from);
  const isLate = x(index) > size.width - 60;
  return (
    <text
      className={`${inks.strong} ${inks.middle} ${inks.print} ${styles.peak}`}
      data-end={isLate || undefined}
      x={x(index) + (isLate ? 6 : 0)}
      y={Math.max(10, y(peak.incidents) - 7)}
    >
      {`${name} ${format.number.count(peak.incidents)}`}
    </text>
  );
}

/** The month of the period with most incidents; undefined where it has none. */
export function peakOf(months: readonly TrendMonth[]): TrendMonth | undefined {
  const chosen = months.filter(({ chosen: isChosen }) => isChosen);
  const most = Math.max(0, ...chosen.map(({ incidents }) => incidents));
  return most === 0 ? undefined : chosen.find(({ incidents }) => incidents === most);
}

/** Months in a row that have a usual range, by their places. */
function bandsOf(months: readonly TrendMonth[]): number[][] {
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
