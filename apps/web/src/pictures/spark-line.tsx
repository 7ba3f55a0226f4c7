import styles from './spark-line.module.css';
import { linePath, stretchesOf } from './lines.tsx';
import inks from '../styles/drawing.module.css';

/** Units of the drawing, which takes the width that it is given. */
const size = { width: 120, height: 30 };
/** Room for the last point. */
const inset = 3;

/**
 * A small line from zero up to its greatest value, its last point marked. It says nothing by itself: the number it ends on stands beside
 * it, and `label` is what a screen reader says of it.
 * @param values evenly spaced in time; null if there is none, which breaks the line
 * @param breaks positions that the line is broken before, with a mark, since they have other data
 */
export function SparkLine({
  values,
  label,
  colour,
  isPartial = false,
  breaks = [],
}: {
  readonly values: readonly (number | null)[];
  readonly label: string;
  /** Of the line, where it has one of its own. */
  readonly colour?: string | undefined;
  /** Whether the last value is of a step that is not complete: its point is hollow. */
  readonly isPartial?: boolean;
  readonly breaks?: readonly number[];
}) {
  const top = Math.max(0, ...values.flatMap((value) => value ?? []));
  const x = (index: number) => inset + (index / Math.max(1, values.length - 1)) * (size.width - 2 * inset);
  const y = (value: number) => size.height - 1 - (top === 0 ? 0 : value / top) * (size.height - 1 - inset);
  const points = values.map((value, index) => (value === null ? null : { x: x(index), y: y(value) }));
  const path = stretchesOf(points, breaks).map(linePath).join('');
  const last = values.at(-1) ?? null;
  return (
    <svg className={`${inks.fit} ${styles.line}`} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
      <path className={inks.grid} d={`M0 ${size.height - 0.5}H${size.width}`} />
      <path
        className={colour === undefined ? inks.line : styles.own}
        {...(colour !== undefined && { stroke: colour })}
        d={path}
        strokeLinecap="round"
      />
      {breaks.map((at) => (
        <path key={at} className={inks.change} d={`M${x(at - 0.5)} 0V${size.height}`} />
      ))}
      {last === null ? null : (
        <circle
          className={isPartial ? (colour === undefined ? inks.hollow : styles.hollow) : colour === undefined ? inks.own : undefined}
          {...(colour !== undefined && { [isPartial ? 'stroke' : 'fill']: colour })}
          cx={x(values.length - 1)}
          cy={y(last)}
          r={2.4}
        />
      )}
    </svg>
  );
}
