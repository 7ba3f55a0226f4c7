import { type Box, placedNames, recordOf } from '@monitor/domain';
import { addShares } from './donut.ts';
import type { CellFigure } from './figure.ts';
import { type FigureScale, numberedRadius, radiusOf, scaleFor, smallMap } from './figure-size.ts';
import { lonLatOf, mercatorOf } from './name-places.ts';

/** A circle that is drawn in another way than its tile has it, since it would lie on others. */
export interface ChangedCircle {
  /** The circle of the tiles in whose place it is drawn. */
  readonly drawn: CellFigure;
  /** Others of its location that are drawn with it. */
  readonly hidden: readonly CellFigure[];
  /** What it shows: the sums of all of them, where it is drawn. It keeps the key of the one that is drawn. */
  readonly shown: CellFigure;
  /** How far it is pushed from its place, to the right and down. CSS pixels. */
  readonly offset: readonly [x: number, y: number];
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
  /** CSS pixels. */
  readonly mapWidth: number;
}

/** Clear space between two circles. CSS pixels. */
const gap = 1;

/** Circles are smaller where they would be joined to one that has so many times as much as the largest: it would hide where that is. */
const shrinks = [1, 0.8, 0.64, 0.5];
const mostGrown = 1.5;

/** A circle too small for its number is drawn as one with others of its location that are nearer than this. CSS pixels. */
const sparse = 36;

/** Two of one location are drawn apart if that pushes them by no more than this share of the smaller radius. */
const mostPushed = 0.85;

/** How often circles that are pushed apart may push others. */
const rounds = 40;

/** Width of what a finger can press: on a small map, two of one location whose middles are nearer than that are drawn as one. CSS pixels. */
const finger = 24;

/**
 * Sizes and places the circles of a view so that no two overlap. Two of one location are drawn as one where they would
 * much, or are too small for a number; all others are pushed apart. Those of different locations are never joined.
 * @param current the scale that the view has, see `scaleFor`
 * @param fixed the scale that it must have, where it does not follow what is in view
 */
export function arrangeCircles(view: CirclesInView, current?: FigureScale, fixed?: FigureScale): Arrangement {
  const largestOf = (amounts: readonly number[]) => amounts.reduce((most, amount) => Math.max(most, amount), 0);
  const amounts = [...view.circles, ...view.dots].map(({ amount }) => amount);
  const largest = largestOf(amounts);
  const usual = fixed ?? scaleFor(largest, view.mapWidth, current);
  if (view.byPosition || areOfSeveralZooms(view.circles)) return { scale: usual, changed: [] };
  const scales = fixed ? [fixed] : shrinks.map((share) => ({ ...usual, largestRadius: usual.largestRadius * share }));
  let drawn = usual;
  let groups: Group[] = [];
  for (const scale of scales) {
    groups = joinOverlapping(view, scale);
    const joined = largestOf(groups.map(({ amount }) => amount));
    drawn = fixed ?? { ...scaleFor(joined, view.mapWidth, current), largestRadius: scale.largestRadius };
    if (joined <= largest * mostGrown) break;
  }
  pushApart(groups, drawn);
  return { scale: drawn, changed: groups.flatMap((group) => changedOf(group, view.zoom)) };
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
  /** Where it is drawn: CSS pixels, as the place of a circle. */
  place: readonly [x: number, y: number];
}

interface PlacedCircle {
  readonly circle: CellFigure;
  /** CSS pixels from the north-western corner of the map of the earth. */
  readonly place: readonly [x: number, y: number];
}

function joinOverlapping({ circles, dots, zoom, mapWidth }: CirclesInView, scale: FigureScale): Group[] {
  const pixels = pixelsAt(zoom);
  const least = mapWidth < smallMap ? finger : 0;
  let groups = circles.map((circle): Group => {
    const [x, y] = mercatorOf([circle.lon, circle.lat]);
    const at: PlacedCircle = { circle, place: [x * pixels, y * pixels] };
    return { country: circle.country, members: [at], bounds: circle.bounds, amount: circle.amount, at, place: at.place };
  });
  const pairOf = (one: Group, other: Group) => ({ one, other, urgency: urgencyOf(one, other, scale, least) });
  let pairs = [...nearPairs(groups, scale, sparse)].map((pair) => pairOf(...pair)).filter(({ urgency }) => urgency > 0);
  while (pairs.length > 0) {
    const next = pairs.reduce((most, pair) => (pair.urgency > most.urgency ? pair : most));
    const { one, other } = next;
    const parts = closure(one, other, groups);
    const bounds = parts.map((part) => part.bounds).reduce(unite);
    const takesMore = parts.length > 2 && !isNumbered(one, other, scale);
    // Their area has a dot that is not theirs, or more than the two, which would be far more than to give them a number.
    if (takesMore || dots.some((dot) => holds(bounds, dot) && !parts.some((part) => holds(part.bounds, dot)))) {
      pairs = pairs.filter((pair) => pair !== next);
      continue;
    }
    const members = parts.flatMap((part) => part.members).toSorted((a, b) => b.circle.amount - a.circle.amount);
    const amount = parts.reduce((sum, part) => sum + part.amount, 0);
    const group = { country: one.country, members, bounds, amount, at: members[0]!, place: members[0]!.place };
    groups = groups.filter((part) => !parts.includes(part));
    pairs = [
      ...pairs.filter((pair) => !parts.includes(pair.one) && !parts.includes(pair.other)),
      ...groups.map((part) => pairOf(part, group)).filter(({ urgency }) => urgency > 0),
    ];
    groups.push(group);
  }
  for (const group of groups) {
    if (group.members.length === 1) continue;
    group.at = freestPlace(group, groups, scale);
    group.place = group.at.place;
  }
  return groups;
}

/** Whether the smaller of two is large enough for its number. */
function isNumbered(one: Group, other: Group, scale: FigureScale): boolean {
  return radiusOf(Math.min(one.amount, other.amount), scale) >= numberedRadius;
}

/** How soon two are drawn as one, 0 for never: of one location, first those too small for a number, the smallest first; then by overlap. */
function urgencyOf(one: Group, other: Group, scale: FigureScale, least: number): number {
  if (one.country !== other.country) return 0;
  const distance = Math.hypot(one.place[0] - other.place[0], one.place[1] - other.place[1]);
  if (!isNumbered(one, other, scale)) return distance < sparse ? 1e3 + 1e9 / (one.amount + other.amount + 1) : 0;
  const overlap = overlapOf(one, other, scale);
  return distance < least || overlap > mostPushed * radiusOf(Math.min(one.amount, other.amount), scale) ? overlap + 1 : 0;
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

/** Pairs of circles that may overlap, from the west to the east. */
function* nearPairs(groups: readonly Group[], scale: FigureScale, leastApart = 0): Generator<[Group, Group]> {
  const sorted = groups.toSorted((one, other) => one.place[0] - other.place[0]);
  const widest = groups.reduce((most, { amount }) => Math.max(most, radiusOf(amount, scale)), 0);
  const reach = Math.max(leastApart, 2 * widest + gap);
  for (const [at, one] of sorted.entries()) {
    for (let next = at + 1; next < sorted.length; next++) {
      const other = sorted[next]!;
      if (other.place[0] - one.place[0] > reach) break;
      yield [one, other];
    }
  }
}

/** By how many CSS pixels two circles overlap. */
function overlapOf(one: Group, other: Group, scale: FigureScale): number {
  const [x, y] = [one.place[0] - other.place[0], one.place[1] - other.place[1]];
  const reach = radiusOf(one.amount, scale) + radiusOf(other.amount, scale) + gap;
  return Math.abs(x) > reach || Math.abs(y) > reach ? 0 : Math.max(0, reach - Math.hypot(x, y));
}

/** Pushes those apart that overlap: the smaller goes farther, as a light one would. */
function pushApart(groups: readonly Group[], scale: FigureScale): void {
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (const [one, other] of nearPairs(groups, scale)) {
      const overlap = overlapOf(one, other, scale);
      if (overlap < 0.01) continue;
      moved = true;
      const [x, y] = [other.place[0] - one.place[0], other.place[1] - one.place[1]];
      const apart = Math.hypot(x, y);
      const [right, down] = apart === 0 ? [1, 0] : [x / apart, y / apart];
      const share = other.amount / (one.amount + other.amount || 1);
      const push = (group: Group, by: number) => (group.place = [group.place[0] + right * by, group.place[1] + down * by]);
      push(one, -overlap * share);
      push(other, overlap * (1 - share));
    }
    if (!moved) return;
  }
}

/** The place of a member at which a group overlaps others least; among equals that of the largest. */
function freestPlace(group: Group, groups: readonly Group[], scale: FigureScale): PlacedCircle {
  const overlapAt = (at: PlacedCircle) =>
    groups.reduce((sum, other) => sum + (other === group ? 0 : overlapOf({ ...group, place: at.place }, other, scale)), 0);
  return group.members.reduce((best, at) => (overlapAt(at) < overlapAt(best) ? at : best));
}

function changedOf({ members, bounds, amount, at, place }: Group, zoom: number): ChangedCircle[] {
  const isPushed = place !== at.place;
  if (members.length === 1 && !isPushed) return [];
  const all = members.map(({ circle }) => circle);
  const total = (value: (circle: CellFigure) => number) => all.reduce((sum, circle) => sum + value(circle), 0);
  const pixels = pixelsAt(zoom);
  const [lon, lat] = isPushed ? lonLatOf([place[0] / pixels, place[1] / pixels]) : [at.circle.lon, at.circle.lat];
  const shown: CellFigure = {
    ...at.circle,
    lon,
    lat,
    count: total(({ count }) => count),
    amount,
    killed: total(({ killed }) => killed),
    injured: total(({ injured }) => injured),
    notReported: recordOf(placedNames, (name) => total(({ notReported }) => notReported[name])),
    shares: addShares(all.map(({ shares }) => shares)),
    bounds,
  };
  const offset = [place[0] - at.place[0], place[1] - at.place[1]] as const;
  return [{ drawn: at.circle, hidden: all.filter((circle) => circle !== at.circle), shown, offset }];
}

function pixelsAt(zoom: number): number {
  return 512 * 2 ** zoom;
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
