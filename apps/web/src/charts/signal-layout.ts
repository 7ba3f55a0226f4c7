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

/** The weeks in question: so many together, up to the last. */
export interface WeeksTogether {
  readonly last: number;
  readonly together: number;
}

/** Pixels between a dot and the count, and above the line of a text. */
const gap = 8;
const heightOfText = 11;

/** Places the weeks of a series in a frame. */
export function layOutSignal({ incidents, low, high }: SignalWeeks, { last: at, together }: WeeksTogether, frame: Frame) {
  const greatest = Math.max(1, ...incidents, ...high.map((value) => value ?? 0));
  const across = (frame.right - frame.left) / Math.max(1, incidents.length - 1);
  const x = (week: number) => round(frame.left + across * week);
  const y = (value: number) => round(frame.bottom - ((frame.bottom - frame.top) * value) / greatest);
  const begin = Math.max(0, at - together + 1);
  const dots = incidents.slice(begin, at + 1).map((count, index) => ({ x: x(begin + index), y: y(count) }));
  const top = Math.max(0, ...high.map((value) => value ?? 0));
  return {
    /** The expected range and the line, as SVG paths. */
    range: bandPath(high.map((most, week) => (most === null ? null : { x: x(week), high: y(most), low: y(low[week] ?? 0) }))),
    line: linePath(incidents.map((count, week) => ({ x: x(week), y: y(count) }))),
    /** The weeks in question, and where their count is written. */
    dots,
    label: together === 1 ? labelOfOne(dots[0]!, frame) : labelOfSeveral(dots, frame),
    /** Height of the middle of the range of the week, of nothing, and of the top of the range. */
    middle: y(((low[at] ?? 0) + (high[at] ?? 0)) / 2),
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

/** Above the highest dot, and ending with the last where there is room to its left. */
function labelOfSeveral(dots: readonly Point[], { left, right }: Frame): Label {
  const y = Math.max(Math.min(...dots.map((dot) => dot.y)) - gap, heightOfText);
  const last = dots.at(-1)!.x;
  return last > (left + right) / 2 ? { x: last + gap / 2, y, anchor: 'end' } : { x: dots[0]!.x - gap / 2, y, anchor: 'start' };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
