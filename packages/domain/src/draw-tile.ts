import type { IsoDate } from './date.ts';
import type { Measure } from './measures.ts';
import { placeCircles } from './place-circles.ts';
import type { TileCircle } from './tile-circle.ts';
import { type TileAnswer, type TileCell, type TileMarks, tileRules, typesText } from './tile.ts';
import { incidentTypes } from './vocabularies.ts';

/** What a tile says of an incident that is drawn alone, beside what its circle knows. */
export interface LoneIncident {
  readonly id: string;
  readonly occurred_on: IsoDate;
}

/**
 * The features of a tile.
 * @param parts what its parts hold of each location, or what is at each position
 * @param byPosition whether each circle is drawn where it lies, or gathers parts
 * @param drawn as what, and what the amounts of the circles count
 * @param find looks up an incident by the number that its circle has of it
 */
export function drawTile(
  parts: readonly TileCircle[],
  byPosition: boolean,
  { measure, marks }: { readonly measure: Measure; readonly marks: TileMarks },
  find: (incident: number) => LoneIncident,
): TileAnswer {
  const amountOf = ({ amount, notReported }: TileCircle) =>
    measure === 'incidents' ? {} : { amount, amountNotReported: notReported.amount };
  const amountsOf = ({ amounts }: TileCircle) => (measure === 'incidents' ? {} : { amounts: typesText(amounts ?? []) });
  const sorted = parts.toSorted(compareParts);
  const circles = byPosition ? sorted : gatherParts(sorted);
  const mostAlone = marks === 'density' ? 0 : 1;
  const alone = circles.filter(({ incidents }) => incidents <= mostAlone);
  const several = circles.filter(({ incidents }) => incidents > mostAlone);
  const circlesToPlace = several.map(({ largest, incidents: count, places }) => ({ heart: largest.middle, places, count }));
  const places = byPosition
    ? several.map(({ x, y, incidents }) => ({ x: Math.round(x / incidents), y: Math.round(y / incidents) }))
    : placeCircles(circlesToPlace, alone);
  return {
    cells: several.map((circle, at) => ({
      ...places[at]!,
      properties: { ...propertiesOf(circle), ...amountOf(circle), ...amountsOf(circle) },
    })),
    incidents: alone.map((circle) => {
      const { x, y, killed, injured, types, incident } = circle;
      const { id, occurred_on } = find(incident);
      const type = incidentTypes.codes[types.findIndex((count) => count > 0)]!;
      return { x, y, properties: { id, type, killed, injured, ...missingOf(circle), ...amountOf(circle), occurred_on } };
    }),
  };
}

/** In one order, whatever the one in which the incidents are kept: that would tell which of them were changed last. */
function compareParts(one: TileCircle, other: TileCircle): number {
  return one.middle.y - other.middle.y || one.middle.x - other.middle.x || (one.country < other.country ? -1 : 1);
}

function missingOf({ notReported: { killed, injured } }: TileCircle) {
  return { killedNotReported: killed, injuredNotReported: injured };
}

function propertiesOf(circle: TileCircle): TileCell['properties'] {
  return {
    country: circle.country,
    count: circle.incidents,
    killed: circle.killed,
    injured: circle.injured,
    ...missingOf(circle),
    types: typesText(circle.types),
    bounds: [circle.west, circle.south, circle.east, circle.north].map((edge) => edge / 1e6).join(','),
  };
}

/** Circles of one location nearer to each other than a finger is wide, where tiles are smallest, become one. The map joins more as it needs. */
const reach = 192;

/** What becomes a circle: parts that make up a rectangle, and what they hold of one location. */
interface Area {
  readonly circle: TileCircle;
  /** Middles of its outermost parts. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Sums over the incidents of the middles of their parts. Unlike those of points, they are whole numbers, the same for every engine. */
  readonly x: number;
  readonly y: number;
}

/**
 * Gathers the parts of a tile into circles of one location each: neighbouring parts where their circles would cover each other, as when
 * a line of the grid cuts a town in two, and more where there would be too many. The areas of circles are rectangles without
 * overlap, so that the bounds of a circle hold none of its neighbour's incidents. What the parts say adds up to what the circles say.
 */
export function gatherParts(parts: readonly TileCircle[]): TileCircle[] {
  let areas: readonly (readonly Area[])[] = [...byLocation(parts).values()].map((own) => own.map(areaOf));
  for (let near = reach; near < tileRules.extent; near *= 2) {
    areas = areas.map((own) => joinAreas(own, near));
    if (areas.flat().length <= tileRules.mostPositions) break;
  }
  return areas.flat().map(({ circle }) => circle);
}

/** In one order, so that sums of fractions are the same for every engine. */
function byLocation(parts: readonly TileCircle[]): ReadonlyMap<string, TileCircle[]> {
  const groups = new Map<string, TileCircle[]>();
  for (const part of parts.toSorted(compareParts)) {
    const group = groups.get(part.country);
    if (group) group.push(part);
    else groups.set(part.country, [part]);
  }
  return groups;
}

function areaOf(circle: TileCircle): Area {
  const { middle, incidents } = circle;
  return {
    circle,
    left: middle.x,
    right: middle.x,
    top: middle.y,
    bottom: middle.y,
    x: middle.x * incidents,
    y: middle.y * incidents,
  };
}

function joined(one: Area, other: Area): Area {
  one.circle.join(other.circle);
  return { ...one, ...around(one, other), x: one.x + other.x, y: one.y + other.y };
}

function around(one: Area, other: Area) {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/** Joins those nearest to each other, again and again, until none are too near that can be joined. */
function joinAreas(areas: readonly Area[], near: number): readonly Area[] {
  const left = new Set(areas);
  const rows: Area[][] = Array.from({ length: tileRules.extent / tileRules.finestPart }, () => []);
  for (const area of areas) for (const row of rowsOf(area)) rows[row]!.push(area);
  // Two that could not be joined before cannot later, while both are as they were.
  for (let fresh: ReadonlySet<Area> = left; fresh.size > 0;) {
    const made = new Set<Area>();
    for (const { one, other } of pairsWithin([...left], near, fresh)) {
      if (!left.has(one) || !left.has(other) || !isFree(one, other, rows)) continue;
      const area = joined(one, other);
      for (const part of [one, other]) left.delete(part);
      for (const set of [left, made]) set.add(area);
      for (const row of rowsOf(area)) rows[row] = [...rows[row]!.filter((part) => part !== one && part !== other), area];
    }
    for (const area of made) if (!left.has(area)) made.delete(area);
    fresh = made;
  }
  return [...left];
}

/** The rows of parts of the tile that an area lies in. */
function rowsOf({ top, bottom }: Pick<Area, 'top' | 'bottom'>): readonly number[] {
  const [first, last] = [top, bottom].map((y) => Math.floor(y / tileRules.finestPart)) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** Pairs of areas that are too near, the nearest first. @param fresh of which at least one is among them */
function pairsWithin(areas: Area[], near: number, fresh: ReadonlySet<Area>) {
  const pairs: { readonly one: Area; readonly other: Area; readonly distance: number }[] = [];
  areas.sort((one, other) => one.top - other.top || one.left - other.left);
  for (const [at, one] of areas.entries()) {
    const isFresh = fresh.has(one);
    for (let next = at + 1; next < areas.length; next++) {
      const other = areas[next]!;
      if (other.top - one.bottom >= near) break;
      if (other.left - one.right >= near || one.left - other.right >= near || !(isFresh || fresh.has(other))) continue;
      const distance = distanceOf(one, other);
      if (distance < near) pairs.push({ one, other, distance });
    }
  }
  return pairs.sort((one, other) => one.distance - other.distance);
}

function distanceOf(one: Area, other: Area): number {
  const [incidents, others] = [one.circle.incidents, other.circle.incidents];
  return Math.sqrt((one.x / incidents - other.x / others) ** 2 + (one.y / incidents - other.y / others) ** 2);
}

/** Whether the rectangle around two areas holds nothing of a third. @param rows of parts of the tile, each with the areas in it */
function isFree(one: Area, other: Area, rows: readonly (readonly Area[])[]): boolean {
  const rectangle = around(one, other);
  const { left, top, right, bottom } = rectangle;
  for (const row of rowsOf(rectangle))
    for (const area of rows[row]!)
      if (area !== one && area !== other && area.left <= right && area.right >= left && area.top <= bottom && area.bottom >= top)
        return false;
  return true;
}
