import styles from './interval-bar.module.css';
import inks from '../styles/drawing.module.css';

/** What is measured, which gives the colour. */
export type IntervalTone = 'count' | 'killed' | 'injured' | 'seizures';

export interface IntervalBarProps {
  readonly value: number;
  /** The 95% interval. */
  readonly low: number;
  readonly high: number;
  /** Ends of the axis, which is the same for all bars that are to be compared. What lies beyond is cut off, with an arrow. */
  readonly axis: readonly [from: number, to: number];
  readonly tone?: IntervalTone;
  /** A point for a change, a tick for a rate. */
  readonly mark?: 'point' | 'tick';
  /** Values with a line across and, where `ticks` says so, with words under it. */
  readonly ticks?: readonly { readonly at: number; readonly text?: string }[];
  /** What a screen reader says; where left out, the bar is silent, since its numbers stand beside it. */
  readonly label?: string;
}

const bar = { top: 3, height: 7 };
const rows = { bare: 13, withTicks: 30 };

/**
 * A value in its interval, on an axis that several bars share. As wide as its place: all lengths across are shares of that, so that
 * nothing is measured and the server can draw it.
 */
export function IntervalBar({ value, low, high, axis, tone = 'count', mark = 'point', ticks = [], label }: IntervalBarProps) {
  const [from, to] = axis;
  const share = (at: number) => Math.min(1, Math.max(0, (at - from) / (to - from)));
  const percent = (of: number) => `${(of * 100).toFixed(2)}%`;
  const middle = bar.top + bar.height / 2;
  const height = ticks.some(({ text }) => text !== undefined) ? rows.withTicks : rows.bare;
  return (
    <svg
      className={styles.bar}
      data-tone={tone}
      width="100%"
      height={height}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {ticks.map(({ at, text }) => (
        <g key={at}>
          <rect className={styles.tick} x={percent(share(at))} width={1} height={rows.bare} />
          {text === undefined ? null : (
            <text className={inks.tick} x={percent(share(at))} y={rows.withTicks - 5} textAnchor={anchorOf(share(at))}>
              {text}
            </text>
          )}
        </g>
      ))}
      <rect
        className={styles.interval}
        x={percent(share(low))}
        y={bar.top}
        width={percent(share(high) - share(low))}
        height={bar.height}
        rx={mark === 'point' ? 3 : 0}
      />
      {low < from ? <path className={styles.beyond} d={`M6 ${middle - 5}L0 ${middle}L6 ${middle + 5}Z`} /> : null}
      {high > to ? (
        <svg x="100%">
          <path className={styles.beyond} d={`M-6 ${middle - 5}L0 ${middle}L-6 ${middle + 5}Z`} />
        </svg>
      ) : null}
      {value < from || value > to ? null : mark === 'point' ? (
        <circle className={styles.value} cx={percent(share(value))} cy={middle} r={4} />
      ) : (
        <svg x={percent(share(value))}>
          <rect className={styles.value} x={-1} y={0} width={2} height={rows.bare} />
        </svg>
      )}
    </svg>
  );
}

function anchorOf(share: number): 'start' | 'middle' | 'end' {
  return share < 0.1 ? 'start' : share > 0.9 ? 'end' : 'middle';
}
