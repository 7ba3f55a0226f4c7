import { tQuantile } from '#distributions';

/** How a measured value changes, with its 95% interval, in units of the value per unit of what it depends on. */
export interface Slope {
  readonly perUnit: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The slope of the straight line through the points, by least squares, with Student's interval (Draper and Smith, "Applied Regression
 * Analysis", 3rd edition 1998, chapter 1). Points that depend on those before make it too narrow: give means of longer stretches then.
 * Infinitely wide with fewer than three points. Not a number where all points have the same `x`.
 */
export function slopeOf(points: readonly { readonly x: number; readonly y: number }[]): Slope {
  const meanX = meanOf(points.map(({ x }) => x));
  const meanY = meanOf(points.map(({ y }) => y));
  const spread = sumOf(points.map(({ x }) => (x - meanX) ** 2));
  const perUnit = sumOf(points.map(({ x, y }) => (x - meanX) * (y - meanY))) / spread;
  const degrees = points.length - 2;
  if (degrees < 1) return { perUnit, low: -Infinity, high: Infinity };
  const left = sumOf(points.map(({ x, y }) => (y - meanY - perUnit * (x - meanX)) ** 2));
  const away = tQuantile(0.975, degrees) * Math.sqrt(left / degrees / spread);
  return { perUnit, low: perUnit - away, high: perUnit + away };
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const meanOf = (values: readonly number[]) => sumOf(values) / values.length;
