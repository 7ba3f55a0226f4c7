import type { Box } from '@monitor/domain';
import { addShares } from './donut.ts';
import type { CellFigure } from './figure.ts';
import { donutRadius, type FigureScale, scaleFor } from './figure-size.ts';
import { type Mercator, mercatorOf } from './name-places.ts';

/** A circle that is drawn in another way than its tile has it, since it would lie on others. */
export interface ChangedCircle {
  /** The circle of the tiles in whose place it is drawn. */
  readonly drawn: CellFigure;
  /** Others of its location that are drawn with it. */
  readonly hidden: readonly CellFigure[];
  /** What it shows: the sums of all of them. It keeps the key of the one that is drawn. */
  readonly shown: CellFigure;
}

/** How the circles of a view are drawn. */
export interface Arrangement {
  readonly scale: FigureScale;
  readonly changed: readonly ChangedCircle[];
}

/** What is known of a view before its circles are drawn. */
export interface CirclesInView {
  /** Circles of all tiles of one zoom that are there. Tiles do not know of each other, so that circles at their edges may overlap. */
  readonly circles: readonly CellFigure[];
  /** Single incidents. */
  readonly dots: readonly { readonly lon: number; readonly lat: number; readonly amount: number }[];
  readonly zoom: number;
  /** Whether each circle is drawn exactly where its incidents are, as at close zooms. Those stay as they are. */
  readonly byPosition: boolean;
  /** Widths of a cell on screen and of the map, in CSS pixels. */
  readonly cellWidth: number;
  readonly mapWidth: number;
}

/** Clear space between two circles. CSS pixels. */
const gap = 1;

/** By what steps all circles are made smaller, and how small the largest becomes at most. CSS pixels. */
const radiusStep = 2;
const leastLargestRadius = 14;

/** Two that are too near even then become as small as this at most: a number of two digits can still be read. CSS pixels. */
const leastRadius = 9;

/**
 * Sizes the circles of a view so that no two overlap. Two of one location that would are drawn as one; those of different locations are
 * never joined: all circles become smaller instead, and if that is not enough these two alone.
 * @param current the scale that the view has, see `scaleFor`
 * @param fixed the scale that it must have, where it does not follow what is in view
 */
export function arrangeCircles(view: CirclesInView, current?: FigureScale, fixed?: FigureScale): Arrangement {
  const largestOf = (amounts: readonly number[]) => amounts.reduce((most, amount) => Math.max(most, amount), 0);
  const amounts = [...view.circles, ...view.dots].map(({ amount }) => amount);
  const first = fixed ?? scaleFor(largestOf(amounts), view.cellWidth, view.mapWidth, current);
  if (view.byPosition || areOfSeveralZooms(view.circles)) return { scale: first, changed: [] };
  let best: { readonly scale: FigureScale; readonly groups: Group[]; readonly overlap: number } | undefined;
  for (let radius = first.largestRadius; radius >= (fixed?.largestRadius ?? leastLargestRadius); radius -= radiusStep) {
    const groups = joinOverlapping(view, { ...first, largestRadius: radius });
    const { largestCount } =
      fixed ?? scaleFor(largestOf([...amounts, ...groups.map(({ amount }) => amount)]), view.cellWidth, view.mapWidth, current);
    const scale = { largestCount, largestRadius: radius };
    const overlap = totalOverlap(groups, scale);
    if (!best || overlap < best.overlap) best = { scale, groups, overlap };
    if (overlap === 0) break;
  }
  const { scale, groups } = best!;
  limitRadii(groups, scale);
  return { scale, changed: groups.flatMap(changedOf) };
}

/**
 * Whether circles have incidents in common: the areas of a location's circles do not overlap, so these are of tiles of several zooms, as
 * the map has them for a moment. Their sums would count incidents twice.
 */
function areOfSeveralZooms(circles: readonly CellFigure[]): boolean {
  const sorted = circles.toSorted((one, other) => one.bounds[0] - other.bounds[0]);
  return sorted.some(({ country, bounds }, at) => {
    for (const other of sorted.slice(at + 1)) {
      if (other.bounds[0] > bounds[2]) return false;
      if (other.country === country && meet(other.bounds, bounds)) return true;
    }
    return false;
  });
}

/** Circles that are drawn at the place of one of them. */
interface Group {
  readonly country: string;
  readonly members: readonly PlacedCircle[];
  readonly bounds: Box;
  readonly amount: number;
  at: PlacedCircle;
  radiusLimit?: number;
}

interface PlacedCircle {
  readonly circle: CellFigure;
  /** CSS pixels from the north-western corner of the map of the earth. */
  readonly place: Mercator;
}

function joinOverlapping({ circles, dots, zoom }: CirclesInView, scale: FigureScale): Group[] {
  const pixels = 512 * 2 ** zoom;
  let groups = circles.map((circle): Group => {
    const [x, y] = mercatorOf([circle.lon, circle.lat]);
    const at: PlacedCircle = { circle, place: [x * pixels, y * pixels] };
    return { country: circle.country, members: [at], bounds: circle.bounds, amount: circle.amount, at };
  });
  /** Pairs that must stay apart, since their area has a dot that is not theirs. */
  const apart = new Set<string>();
  const nameOf = (one: Group, other: Group) =>
    [one, other]
      .map(({ at }) => at.circle.key)
      .toSorted()
      .join('|');
  for (;;) {
    const [one, other] = worstPair(groups, scale, (a, b) => a.country === b.country && !apart.has(nameOf(a, b))) ?? [];
    if (!one || !other) break;
    const parts = closure(one, other, groups);
    const bounds = parts.map((part) => part.bounds).reduce(unite);
    if (dots.some((dot) => holds(bounds, dot) && !parts.some((part) => holds(part.bounds, dot)))) {
      apart.add(nameOf(one, other));
      continue;
    }
    groups = groups.filter((group) => !parts.includes(group));
    const members = parts.flatMap((part) => part.members).toSorted((a, b) => b.circle.amount - a.circle.amount);
    const amount = parts.reduce((sum, part) => sum + part.amount, 0);
    groups.push({ country: one.country, members, bounds, amount, at: members[0]! });
  }
  for (const group of groups) if (group.members.length > 1) group.at = freestPlace(group, groups, scale);
  return groups;
}

/** Two groups, and all of their location within the bounds of the two: a circle lists what is within its bounds, so that it must have it. */
function closure(one: Group, other: Group, groups: readonly Group[]): Group[] {
  let parts = [one, other];
  for (;;) {
    const bounds = parts.map((part) => part.bounds).reduce(unite);
    const within = groups.filter((group) => group.country === one.country && meet(group.bounds, bounds));
    const all = [...new Set([...parts, ...within])];
    if (all.length === parts.length) return parts;
    parts = all;
  }
}

function worstPair(
  groups: readonly Group[],
  scale: FigureScale,
  matters: (one: Group, other: Group) => boolean,
): [Group, Group] | undefined {
  let worst: [Group, Group] | undefined;
  let most = 0;
  for (const [one, other] of nearPairs(groups, scale)) {
    const overlap = overlapOf(one, other, scale);
    if (overlap > most && matters(one, other)) [worst, most] = [[one, other], overlap];
  }
  return worst;
}

/** Pairs of circles that may overlap, from the west to the east. */
function* nearPairs(groups: readonly Group[], scale: FigureScale): Generator<[Group, Group]> {
  const sorted = groups.toSorted((one, other) => one.at.place[0] - other.at.place[0]);
  for (const [at, one] of sorted.entries()) {
    for (let next = at + 1; next < sorted.length; next++) {
      const other = sorted[next]!;
      if (other.at.place[0] - one.at.place[0] > 2 * scale.largestRadius + gap) break;
      yield [one, other];
    }
  }
}

/** By how many CSS pixels two circles overlap, or lie too near. */
function overlapOf(one: Group, other: Group, scale: FigureScale): number {
  const [x, y] = [one.at.place[0] - other.at.place[0], one.at.place[1] - other.at.place[1]];
  const reach = 2 * scale.largestRadius + gap;
  if (Math.abs(x) > reach || Math.abs(y) > reach) return 0;
  return Math.max(0, radiusOf(one, scale) + radiusOf(other, scale) + gap - Math.hypot(x, y));
}

function radiusOf({ amount, radiusLimit = Infinity }: Group, scale: FigureScale): number {
  return Math.min(radiusLimit, donutRadius(amount, scale));
}

/** Makes those smaller that still overlap, both by as much where they can. */
function limitRadii(groups: readonly Group[], scale: FigureScale): void {
  for (const [one, other] of nearPairs(groups, scale)) {
    const overlap = overlapOf(one, other, scale);
    if (overlap === 0) continue;
    const [smaller, larger] = radiusOf(one, scale) < radiusOf(other, scale) ? [one, other] : [other, one];
    const limit = (group: Group, by: number) => {
      const radius = radiusOf(group, scale);
      group.radiusLimit = Math.max(Math.min(leastRadius, radius), radius - by);
    };
    limit(smaller, overlap / 2);
    limit(larger, overlapOf(one, other, scale));
  }
}

function totalOverlap(groups: readonly Group[], scale: FigureScale): number {
  return [...nearPairs(groups, scale)].reduce((sum, [one, other]) => sum + overlapOf(one, other, scale), 0);
}

/** The place of a member at which a group overlaps others least; among equals that of the largest. */
function freestPlace(group: Group, groups: readonly Group[], scale: FigureScale): PlacedCircle {
  const overlapAt = (at: PlacedCircle) =>
    groups.reduce((sum, other) => sum + (other === group ? 0 : overlapOf({ ...group, at }, other, scale)), 0);
  return group.members.reduce((best, at) => (overlapAt(at) < overlapAt(best) ? at : best));
}

function changedOf({ members, bounds, amount, at, radiusLimit }: Group): ChangedCircle[] {
  const limit = radiusLimit === undefined ? {} : { radiusLimit };
  if (members.length === 1)
    return radiusLimit === undefined ? [] : [{ drawn: at.circle, hidden: [], shown: { ...at.circle, ...limit } }];
  const all = members.map(({ circle }) => circle);
  const total = (value: (circle: CellFigure) => number) => all.reduce((sum, circle) => sum + value(circle), 0);
  const shown: CellFigure = {
    ...at.circle,
    ...limit,
    count: total(({ count }) => count),
    amount,
    killed: total(({ killed }) => killed),
    injured: total(({ injured }) => injured),
    shares: addShares(all.map(({ shares }) => shares)),
    bounds,
  };
  return [{ drawn: at.circle, hidden: all.filter((circle) => circle !== at.circle), shown }];
}

function unite(one: Box, other: Box): Box {
  return [Math.min(one[0], other[0]), Math.min(one[1], other[1]), Math.max(one[2], other[2]), Math.max(one[3], other[3])];
}

function meet(one: Box, other: Box): boolean {
  return one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];
}

function holds([west, south, east, north]: Box, { lon, lat }: { readonly lon: number; readonly lat: number }): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
