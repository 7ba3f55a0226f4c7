import type { ReactNode } from 'react';
import { countTicks } from './axis-ticks.ts';
import kit from '../styles/kit.module.css';
import { HatchedRect } from './picture-frame.tsx';
import styles from './year-columns.module.css';
import inks from '../styles/drawing.module.css';

/** One column: what is known, and above it, hatched, what may belong to it. */
export interface YearColumn {
  /** `2026` */
  readonly label: string;
  readonly value: number;
  readonly unknown: number;
  /** What the period or the data covers in part: drawn pale, with this under its year. */
  readonly partly?: string | undefined;
}

const height = 160;
const top = 20;
/** One line of words under the axis. */
const line = 14;
/** In % of the width. */
const axisRoom = 6;
/** Columns that are as wide as the words under them. */
const mostWide = 6;

/** Columns by year in the width that there is, drawn without a script. Numbers stand in the columns; not reported is hatched. */
export function YearColumns({
  title,
  columns,
  tone,
  width = '100%',
  over,
}: {
  title: string;
  columns: readonly YearColumn[];
  tone: 'killed' | 'count' | 'quiet' | 'seizure';
  /** In pixels, for a file; all that there is if left out. */
  width?: number | '100%';
  /** What lies over the columns, which begin at `left` in % of the width and are `height` pixels tall. */
  over?: ((left: number, height: number) => ReactNode) | undefined;
}) {
  const most = Math.max(0, ...columns.map(({ value, unknown }) => value + unknown));
  const ticks = countTicks(most);
  const highest = ticks.at(-1) ?? 1;
  const plot = height - top - 6 - line * (columns.some(({ partly }) => partly !== undefined) ? 2 : 1);
  const tall = (value: number) => (value / highest) * plot;
  const base = top + plot;
  const step = (100 - axisRoom) / Math.max(1, columns.length);
  // Under narrow columns, the words of the last one are wider than it is.
  const isNarrow = columns.length > mostWide;
  return (
    <svg className={styles.columns} width={width} height={height} data-tone={tone} role={over ? 'group' : 'img'} aria-label={title}>
      {ticks.map((value) => (
        <text key={value} className={inks.label} x={`${axisRoom - 1.2}%`} y={base - tall(value) + 4} textAnchor="end">
          {value}
        </text>
      ))}
      {ticks.map((value) => (
        <line
          key={value}
          className={value === 0 ? inks.base : inks.grid}
          x1={`${axisRoom}%`}
          x2="100%"
          y1={base - tall(value)}
          y2={base - tall(value)}
        />
      ))}
      {columns.map(({ label, value, unknown, partly }, at) => {
        const left = `${axisRoom + (at + 0.09) * step}%`;
        const middle = `${axisRoom + (at + 0.5) * step}%`;
        const wide = `${step * 0.82}%`;
        const known = tall(value);
        const rest = tall(unknown);
        const inside = known >= 20;
        return (
          <g key={label} data-partly={partly === undefined ? undefined : true}>
            {rest > 0 ? <HatchedRect className={inks.base} x={left} y={base - known - rest} width={wide} height={rest} /> : null}
            <rect className={`${inks.toned} ${styles.value}`} x={left} y={base - known} width={wide} height={known} />
            <text
              className={inside ? `${inks.paper} ${styles.inside}` : `${inks.over} ${styles.above}`}
              x={middle}
              // On what it is the number of: above all of the column it would be read as that of the whole.
              y={inside ? base - known + 14 : base - known - 4}
              textAnchor="middle"
            >
              {value}
            </text>
            <text className={inks.label} x={middle} y={base + 15} textAnchor="middle">
              <tspan className={kit.wideOnly}>{label}</tspan>
              <tspan className={kit.phoneOnly}>’{label.slice(2)}</tspan>
            </text>
            {partly === undefined ? null : (
              <text
                className={inks.label}
                x={isNarrow && at === columns.length - 1 ? '100%' : middle}
                y={base + 15 + line}
                textAnchor={isNarrow && at === columns.length - 1 ? 'end' : 'middle'}
              >
                {partly}
              </text>
            )}
          </g>
        );
      })}
      {over?.(axisRoom, base)}
    </svg>
  );
}
