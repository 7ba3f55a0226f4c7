import type { Box, LandGrid } from './land-grid.ts';
import { overlaps, type Size } from './rate-map-frames.ts';

/** What is written on a map: a name, and under it a figure. */
export interface LabelText {
  readonly name: string;
  readonly figure: string;
}

export type Point = readonly [x: number, y: number];

/** A text of a map, in its place. */
export interface PlacedLabel {
  readonly lines: readonly string[];
  readonly figure: string;
  /** Middle of the text and the height of its first line. */
  readonly box: Box;
  /** From the place to its name, where the name lies beside the land. */
  readonly leader: readonly [from: Point, to: Point] | undefined;
}

/** What a text is for. */
export interface Labelled {
  readonly text: LabelText;
  /** Where it reads best, in pixels. */
  readonly at: Point;
  /** Number of its area on the grid. */
  readonly area: number;
}

/** Pixels of the letters, of a line and, on average, of a letter. */
export const labelSizes = {
  large: { font: 13, line: 16, letter: 7.3 },
  small: { font: 11, line: 13.5, letter: 6.2 },
} as const;
export type LabelSize = keyof typeof labelSizes;

/** Names are set in two lines from so many letters on. */
const longName = 15;
/** Steps around the best place that a text may be moved within its area, in pixels. */
const steps = [0, -12, 12, -24, 24, -40, 40];
/** Share of a text that must lie on its own area. */
const leastOwn = 0.96;
/** How far beside the land a text may stand, in pixels from its place. */
const farthest = 320;
const directions = Array.from({ length: 24 }, (_, index) => (index * Math.PI) / 12);
/** Room around a text beside the land, in pixels. */
const clearance = 6;

interface Room {
  readonly grid: LandGrid;
  readonly size: Size;
  readonly letters: LabelSize;
  /** What texts may not cover. */
  readonly taken: readonly Box[];
  /** Whether a text may stand beside its area, with a line to it; else it is left out. */
  readonly beside: boolean;
}

/**
 * Places texts on a map so that none covers another: on its own area where it fits, else beside all areas, as near as there is room.
 * Those without any room are left out, so whatever they say must be elsewhere, too. Given in the order of their weight.
 */
export function placeLabels(labelled: readonly Labelled[], room: Room): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const boxes = [...room.taken];
  const tryPlace = (find: (one: Labelled, boxes: readonly Box[]) => PlacedLabel | undefined) => (one: Labelled) => {
    const found = find(one, boxes);
    if (found === undefined) return true;
    placed.push(found);
    boxes.push(found.box);
    return false;
  };
  const left = labelled.filter(tryPlace((one, others) => within(one, room, others)));
  if (room.beside) left.forEach(tryPlace((one, others) => beside(one, room, others)));
  return placed;
}

function linesOf(name: string): string[] {
  const words = name.split(' ');
  if (name.length < longName || words.length < 2) return [name];
  const breaks = words.slice(1).map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  const longest = (lines: readonly string[]) => Math.max(...lines.map(({ length }) => length));
  return breaks.reduce((best, next) => (longest(next) < longest(best) ? next : best));
}

function sizeOf({ name, figure }: LabelText, letters: LabelSize): Size & { readonly lines: readonly string[] } {
  const { line, letter } = labelSizes[letters];
  const lines = linesOf(name);
  const longest = Math.max(...[...lines, figure].map(({ length }) => length));
  return { lines, width: longest * letter, height: (lines.length + 1) * line };
}

const around = ([x, y]: Point, { width, height }: Size): Box => ({ left: x - width / 2, top: y - height / 2, width, height });

function within({ text, at, area }: Labelled, { grid, letters }: Room, others: readonly Box[]): PlacedLabel | undefined {
  const { lines, ...size } = sizeOf(text, letters);
  const moves = steps.flatMap((down) => steps.map((right) => [right, down] as const));
  const nearFirst = moves.toSorted((one, other) => Math.hypot(...one) - Math.hypot(...other));
  const boxes = nearFirst.map(([right, down]) => around([at[0] + right, at[1] + down], size));
  const box = boxes.find((one) => grid.under(one, area).own >= leastOwn && !others.some((other) => overlaps(one, other)));
  return box && { lines, figure: text.figure, box, leader: undefined };
}

function beside({ text, at, area }: Labelled, { grid, size, letters }: Room, others: readonly Box[]): PlacedLabel | undefined {
  const { lines, ...own } = sizeOf(text, letters);
  let best: { readonly label: PlacedLabel; readonly cost: number } | undefined;
  for (const direction of directions) {
    for (let far = 16; far < farthest; far += 8) {
      const middle: Point = [
        at[0] + Math.cos(direction) * (far + own.width / 2),
        at[1] + Math.sin(direction) * (far + own.height / 2),
      ];
      const box = around(middle, own);
      if (!isFree(box, grid, size, others)) continue;
      const to: Point = [middle[0] < at[0] ? box.left + box.width + 3 : box.left - 3, middle[1]];
      const crossed = crossings(at, to, area, grid, others);
      const cost = Math.hypot(to[0] - at[0], to[1] - at[1]) + crossed;
      if (best === undefined || cost < best.cost) best = { label: { lines, figure: text.figure, box, leader: [at, to] }, cost };
      break;
    }
  }
  return best?.label;
}

function isFree(box: Box, grid: LandGrid, size: Size, others: readonly Box[]): boolean {
  const wide = {
    left: box.left - clearance,
    top: box.top - clearance,
    width: box.width + 2 * clearance,
    height: box.height + 2 * clearance,
  };
  const isInside = wide.left >= 0 && wide.top >= 0 && wide.left + wide.width <= size.width && wide.top + wide.height <= size.height;
  return isInside && grid.under(wide).any === 0 && !others.some((other) => overlaps(wide, other));
}

/** What a line from a place to its name costs more, in pixels: what it crosses of other areas, and a text that it crosses. */
function crossings(from: Point, to: Point, area: number, grid: LandGrid, others: readonly Box[]): number {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const pace = 4;
  let cost = 0;
  for (let at = 0; at < length; at += pace) {
    const share = at / length;
    const point = { left: from[0] + (to[0] - from[0]) * share, top: from[1] + (to[1] - from[1]) * share, width: 0, height: 0 };
    if (grid.under(point).any > 0 && grid.under(point, area).own === 0) cost += pace;
    if (others.some((other) => overlaps({ ...point, width: 1, height: 1 }, other))) cost += farthest;
  }
  return cost;
}
