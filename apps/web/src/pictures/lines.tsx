import inks from '../styles/drawing.module.css';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A tenth of a pixel is as exact as a picture needs. */
const round = (value: number) => Math.round(value * 10) / 10;

/** A line through points, as an SVG path; null breaks it. A point between two breaks is a line without length, which round ends make a dot. */
export function linePath(points: readonly (Point | null)[]): string {
  return points
    .map((point, at) => {
      if (point === null) return '';
      const isFirst = points[at - 1] == null;
      return `${isFirst ? 'M' : 'L'}${round(point.x)} ${round(point.y)}${isFirst && points[at + 1] == null ? 'h0' : ''}`;
    })
    .join('');
}

/** The parts of a line that is broken before some positions. */
export function stretchesOf<Step>(steps: readonly Step[], breaks: readonly number[]): (readonly Step[])[] {
  return [0, ...breaks].map((from, at) => steps.slice(from, breaks[at]));
}

interface BandStep {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** The area between two lines, as an SVG path; null if it has a gap. */
export function bandPath(steps: readonly (BandStep | null)[]): string {
  const runs: BandStep[][] = [[]];
  for (const step of steps) {
    if (step === null) runs.push([]);
    else runs.at(-1)?.push(step);
  }
  return runs
    .filter((run) => run.length > 0)
    .map((run) => {
      const above = run.map(({ x, high }) => ({ x, y: high }));
      const below = run.toReversed().map(({ x, low }) => ({ x, y: low }));
      return `${linePath([...above, ...below])}Z`;
    })
    .join('');
}

/** The axis of amounts: at each of its ticks a line across, and its text to the left of that. */
export function AmountAxis({
  ticks,
  left,
  right,
}: {
  ticks: readonly { readonly y: number; readonly text: string }[];
  left: number;
  right: number;
}) {
  return ticks.map(({ y, text }) => (
    <g key={text}>
      <path className={inks.grid} d={`M${left} ${y}H${right}`} />
      <text className={inks.end} x={left - 6} y={y + 4}>
        {text}
      </text>
    </g>
  ));
}
