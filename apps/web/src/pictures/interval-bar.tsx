import styles from './interval-bar.module.css';
import inks from '../styles/drawing.module.css';

/** What is measured, which gives the colour. */
export type IntervalTone = 'count' | 'killed' | 'injured' | 'seizures';

/** The colour of a figure. */
export function toneOf({ measure, kind }: { readonly measure: string; readonly kind: string }): IntervalTone {
  if (measure === 'killed' || measure === 'injured') return measure;
  return kind === 'weapon_seizure' ? 'seizures' : 'count';
}

interface IntervalBarProps {
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
  /** What a screen reader says; if left out, the bar is silent, since its numbers stand beside it. */
  readonly label?: string;
}

const rows = { middle: 6.5, band: 7, bare: 13, withTicks: 30 };

export const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/**
 * A value in its interval, on an axis that several bars share. As wide as its place: all lengths across are shares of that, so that
 * nothing is measured and the server can draw it.
 */
export function IntervalBar({ value, low, high, axis, tone = 'count', mark = 'point', ticks = [], label }: IntervalBarProps) {
  const [from, to] = axis;
  const share = (at: number) => Math.min(1, Math.max(0, (at - from) / (to - from)));
  const { middle, bare, withTicks } = rows;
  const isWithin = value >= from && value <= to;
  return (
    <svg
      data-tone={tone}
      width="100%"
      height={ticks.some(({ text }) => text !== undefined) ? withTicks : bare}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {ticks.map(({ at, text }) => (
        <g key={at}>
          <rect className={`${inks.faint} ${styles.tick}`} x={percent(share(at))} width={1} height={bare} />
          {text === undefined ? null : (
            <text className={inks.tick} x={percent(share(at))} y={withTicks - 5} textAnchor={anchorOf(share(at))}>
              {text}
            </text>
          )}
        </g>
      ))}
      <Interval
        low={share(low)}
        high={share(high)}
        value={mark === 'point' && isWithin ? share(value) : undefined}
        middle={middle}
      />
      {low < from ? <path className={styles.beyond} d={`M6 ${middle - 5}L0 ${middle}L6 ${middle + 5}Z`} /> : null}
      {high > to ? (
        <svg x="100%">
          <path className={styles.beyond} d={`M-6 ${middle - 5}L0 ${middle}L-6 ${middle + 5}Z`} />
        </svg>
      ) : null}
      {mark === 'tick' && isWithin ? (
        <svg x={percent(share(value))}>
          <rect className={inks.toned} x={-1} width={2} height={bare} />
        </svg>
      ) : null}
    </svg>
  );
}

interface IntervalProps {
  /** Shares of the width. */
  readonly low: number;
  readonly high: number;
  /** Where the dot is; none if left out. */
  readonly value: number | undefined;
  /** Height of its middle: pixels, or a share. */
  readonly middle: number | string;
}

/** An interval as a band with a dot at its value. */
export function Interval({ low, high, value, middle }: IntervalProps) {
  return (
    <>
      <rect
        className={styles.interval}
        x={percent(low)}
        y={middle}
        width={percent(high - low)}
        height={rows.band}
        rx={3}
        transform={`translate(0 ${-rows.band / 2})`}
      />
      {value === undefined ? null : <circle className={inks.toned} cx={percent(value)} cy={middle} r={4} />}
    </>
  );
}

function anchorOf(share: number): 'start' | 'middle' | 'end' {
  return share < 0.1 ? 'start' : share > 0.9 ? 'end' : 'middle';
}
