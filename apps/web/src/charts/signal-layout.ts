import { bandPath, linePath } from '../pictures/lines.tsx';

/** The weeks of a series, oldest first, with the range expected of each; null if nothing is expected. */
export interface SignalWeeks {
  readonly incidents: readonly number[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A text, and the side that it begins from. */
type Label = Point & { readonly anchor: 'start' | 'middle' | 'end' };

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The weeks in question: so many together, up to the last, and the range expected of their sum. */
export interface WeeksTogether {
  readonly last: number;
  readonly together: number;
  readonly range: { readonly low: number; readonly high: number };
}

/** Pixels between a dot and the count, and above the line of a text. */
const gap = 8;
const heightOfText = 11;

/** Places the weeks of a series in a frame; where several are counted together, the sums of as many. */
export function layOutSignal(weeks: SignalWeeks, { last: at, together, range }: WeeksTogether, frame: Frame) {
  const sums = weeks.incidents.map((_, week) =>
    weeks.incidents.slice(Math.max(0, week - together + 1), week + 1).reduce((sum, one) => sum + one, 0),
  );
  // The range of a sum is known only where the sum is in question.
  const bounds = weeks.high.map((high, week) => {
    if (together > 1) return week >= at - together && week <= at ? range : null;
    return high === null ? null : { low: weeks.low[week] ?? 0, high };
  });
  const top = Math.max(0, ...bounds.map((bound) => bound?.high ?? 0));
  const greatest = Math.max(1, top, ...sums);
  const across = (frame.right - frame.left) / Math.max(1, sums.length - 1);
  const x = (week: number) => round(frame.left + across * week);
  const y = (value: number) => round(frame.bottom - ((frame.bottom - frame.top) * value) / greatest);
  const dot = { x: x(at), y: y(sums[at] ?? 0) };
  return {
    /** The expected range and the line, as SVG paths. */
    range: bandPath(bounds.map((bound, week) => bound && { x: x(week), high: y(bound.high), low: y(bound.low) })),
    line: linePath(sums.map((count, week) => ({ x: x(week), y: y(count) })).slice(together - 1)),
    /** The week in question, and where its count is written. */
    dot,
    label: together === 1 ? labelOfOne(dot, frame) : labelOfSeveral(dot, frame),
    /** Height of the middle of the range of the week, of nothing, and of the top of the range. */
    middle: y((range.low + range.high) / 2),
    zero: y(0),
    top: { x: frame.left, y: y(top), value: top },
  };
}

/** Beside the dot at the ends of the frame, where above it there would be no room for a long number; else above. */
function labelOfOne({ x, y }: Point, { left, right }: Frame): Label {
  const edge = (right - left) / 10;
  if (x > right - edge) return { x: x + gap, y: y + 4, anchor: 'start' };
  if (x < left + edge) return { x: x + gap, y: y + 4, anchor: 'start' };
  return { x, y: y - gap, anchor: 'middle' };
}

/** Above the dot, and ending with it where there is room to its left. */
function labelOfSeveral({ x, y }: Point, { left, right }: Frame): Label {
  const isLate = x > (left + right) / 2;
  return { x: isLate ? x + gap / 2 : x - gap / 2, y: Math.max(y - gap, heightOfText), anchor: isLate ? 'end' : 'start' };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
