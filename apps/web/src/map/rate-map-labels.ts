import type { Box, LandGrid } from './land-grid.ts';
import { overlaps, type Size } from './rate-map-frames.ts';
import { textWidth } from '../pictures/text-lines.ts';

/** What is written on a map: a name, and under it or behind it a figure; of a neighbour, the name alone. */
export interface LabelText {
  readonly name: string;
  readonly figure: string;
  /** Whether it needs a place beside its area where it has none on it; else it is left out. */
  readonly isNeeded: boolean;
}

export type Point = readonly [x: number, y: number];

/** A text of a map, in its place. */
export interface PlacedLabel extends LabelForm {
  readonly isNeeded: boolean;
  /** How much better it would be on its area, in pixels. */
  readonly cost: number;
  /** The area that it lies on; undefined for one that lies beside it. */
  readonly on: string | undefined;
  readonly box: Box;
  /** From the place to its name, where the name lies beside the land. */
  readonly leader: readonly [from: Point, to: Point] | undefined;
}

/** One way to set a text: its name in lines, and its figure in one of its own or behind the name. */
interface LabelForm {
  readonly lines: readonly string[];
  readonly figure: string;
  readonly isInline: boolean;
}

/** What a text is for. */
export interface Labelled {
  readonly text: LabelText;
  /** Where it reads best, in pixels. */
  readonly at: Point;
  /** Number of its area on the grid, and its code. */
  readonly area: number;
  readonly code: string;
}

/** Pixels of the letters and of a line. */
export const labelSizes = { large: { font: 13, line: 16 }, small: { font: 11, line: 13.5 } } as const;
export type LabelSize = keyof typeof labelSizes;

/** Names are set in two lines from so many letters on. */
const longName = 15;
/** Steps around the best place that a text may be moved within its area, in pixels. */
const steps = [0, -12, 12, -24, 24, -40, 40];
/**
 * Share of a text that must lie on its own area, and what a pixel of a line to its name costs more over another one, in pixels. A line
 * crosses another location only if nothing else is possible; names of locations have a rim that they are read on anywhere.
 */
const rules = { regions: { leastOwn: 0.92, crossing: 2 }, locations: { leastOwn: 0.8, crossing: 80 } } as const;
/** How far beside the land a text may stand, in pixels from its place. */
const farthest = 320;
const directions = Array.from({ length: 24 }, (_, index) => (index * Math.PI) / 12);
/** Room around a text beside the land, in pixels. */
const clearance = 6;
/** Room between texts in a row, in pixels: without a space, two names read as one. */
const space = 4;

interface Room {
  readonly grid: LandGrid;
  readonly size: Size;
  readonly letters: LabelSize;
  readonly of: keyof typeof rules;
  /** What texts may not cover. */
  readonly taken: readonly Box[];
}

/**
 * Places texts on a map so that none covers another: on its own area where it fits, else, if it is needed, beside all areas, as near as
 * there is room. Those without any room are left out, so whatever they say must be elsewhere, too. Given in the order of their weight.
 */
export function placeLabels(labelled: readonly Labelled[], room: Room): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const boxes = [...room.taken];
  const tryPlace = (find: (one: Labelled, room: Room, boxes: readonly Box[]) => PlacedLabel | undefined) => (one: Labelled) => {
    const found = find(one, room, boxes);
    if (found === undefined) return true;
    placed.push(found);
    boxes.push(found.box);
    return false;
  };
  labelled
    .filter(tryPlace(within))
    .filter(({ text }) => text.isNeeded)
    .forEach(tryPlace(beside));
  return placed;
}

/** The forms of a text, the best first. */
function formsOf({ name, figure }: LabelText, letters: LabelSize): readonly (LabelForm & Size)[] {
  const words = name.split(' ');
  const breaks = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')])
    .filter(([, second = '']) => !second.startsWith('/'));
  const longest = (lines: readonly string[]) => Math.max(...lines.map(({ length }) => length));
  const [first = [name], ...others] = breaks;
  const halves = others.reduce((best, next) => (longest(next) < longest(best) ? next : best), first);
  const stacked = (name.length < longName ? [[name], halves] : [halves]).map((lines) => ({ lines, figure, isInline: false }));
  const inline = [{ lines: [name], figure, isInline: true }];
  return (figure === '' ? stacked : [...stacked, ...inline]).map((form) => ({ ...form, ...sizeOf(form, letters) }));
}

function sizeOf({ lines, figure, isInline }: LabelForm, letters: LabelSize): Size {
  const { font, line } = labelSizes[letters];
  const ofFigure = textWidth(figure, font, 700);
  const widths = lines.map((text) => textWidth(text, font));
  const width = isInline ? (widths[0] ?? 0) + ofFigure + font / 3 : Math.max(ofFigure, ...widths);
  return { width, height: (lines.length + (isInline || figure === '' ? 0 : 1)) * line };
}

const around = ([x, y]: Point, { width, height }: Size): Box => ({ left: x - width / 2, top: y - height / 2, width, height });

/** Moves around the best place, the nearest first. */
const moves = steps
  .flatMap((down) => steps.map((right) => [right, down] as const))
  .toSorted((one, other) => Math.hypot(...one) - Math.hypot(...other));

function within({ text, at, area, code }: Labelled, { grid, letters, of }: Room, others: readonly Box[]): PlacedLabel | undefined {
  for (const { width, height, ...form } of formsOf(text, letters)) {
    const boxes = moves.map(([right, down]) => around([at[0] + right, at[1] + down], { width, height }));
    const isApart = ({ left, ...box }: Box) => {
      const wide = { ...box, left: left - space, width: width + 2 * space };
      return !others.some((other) => overlaps(wide, other));
    };
    const box = boxes.find((one) => isApart(one) && grid.under(one, area).own >= rules[of].leastOwn);
    if (box !== undefined) return { ...form, isNeeded: text.isNeeded, on: code, box, leader: undefined, cost: 0 };
  }
  return undefined;
}

function beside({ text, at, area }: Labelled, { grid, size, letters, of }: Room, others: readonly Box[]): PlacedLabel | undefined {
  let best: PlacedLabel | undefined;
  for (const { width, height, ...form } of formsOf(text, letters)) {
    for (const direction of directions) {
      // None that is farther than what was found can be better.
      for (let far = 16; far < Math.min(farthest, best?.cost ?? farthest); far += 8) {
        const middle: Point = [at[0] + Math.cos(direction) * (far + width / 2), at[1] + Math.sin(direction) * (far + height / 2)];
        const box = around(middle, { width, height });
        if (!isFree(box, grid, size, others)) continue;
        const to: Point = [middle[0] < at[0] ? box.left + box.width + 3 : box.left - 3, middle[1]];
        const most = best?.cost ?? Infinity;
        const cost = costOfLine(at, to, area, grid, others, rules[of].crossing, most);
        if (cost < most) best = { ...form, isNeeded: true, on: undefined, box, leader: [at, to], cost };
        break;
      }
    }
  }
  return best;
}

function isFree(box: Box, grid: LandGrid, size: Size, others: readonly Box[]): boolean {
  const wide = {
    left: box.left - clearance,
    top: box.top - clearance,
    width: box.width + 2 * clearance,
    height: box.height + 2 * clearance,
  };
  const isInside = wide.left >= 0 && wide.top >= 0 && wide.left + wide.width <= size.width && wide.top + wide.height <= size.height;
  return isInside && !others.some((other) => overlaps(wide, other)) && grid.isFree(wide);
}

/**
 * What a line from a place to its name costs, in pixels: its length, what it crosses of other areas, and a text that it crosses.
 * @param most from which on it does not matter how much it is
 */
function costOfLine(
  from: Point,
  to: Point,
  area: number,
  grid: LandGrid,
  others: readonly Box[],
  crossing: number,
  most: number,
): number {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const pace = 4;
  let cost = 0;
  for (let at = 0; at < length && length + cost < most; at += pace) {
    const share = at / length;
    const point = { left: from[0] + (to[0] - from[0]) * share, top: from[1] + (to[1] - from[1]) * share, width: 1, height: 1 };
    const found = grid.at(point.left, point.top);
    if (found !== 0 && found !== area) cost += crossing * pace;
    if (others.some((other) => overlaps(point, other))) cost += farthest;
  }
  return length + cost;
}
