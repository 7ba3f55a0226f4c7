import { tileRules } from './tile.ts';

/** A place on a tile, in tile units. */
export interface TilePlace {
  readonly x: number;
  readonly y: number;
}

/** What a circle shows, and where it may be drawn. */
export interface CircleToPlace {
  readonly count: number;
  /** Mean of its incidents. */
  readonly mean: TilePlace;
  /** Where some of its incidents are, at least one. */
  readonly places: readonly TilePlace[];
}

const cellSize = tileRules.extent / tileRules.cells;

/** Radii as parts of the width of a cell, as they are drawn where cells are narrowest: of a few incidents, of the most, and of one. */
const smallestRadius = 0.22;
const largestRadius = 0.42;
const dotRadius = 0.1;

/** A circle goes this far from its mean to overlap less by one unit. */
const weight = 4;

/** A circle over the edge of the tile hides more, since those behind it do not know of it. */
const edgeWeight = 1.4;

/** After the first round each circle chooses again, knowing where the others are. */
const rounds = 4;

/**
 * Chooses for each circle one of its places: near to the mean of its incidents, but clear of other circles, of dots and of the edge of
 * the tile, behind which may be more. So each is drawn where something happened, on land and within its location. In the order of the
 * circles; the same circles are given the same places in whatever order they come.
 */
export function placeCircles(circles: readonly CircleToPlace[], dots: readonly TilePlace[]): TilePlace[] {
  const most = Math.max(1, ...circles.map(({ count }) => count));
  const placed: PlacedCircle[] = circles.map((circle) => ({ ...circle, radius: radiusOf(circle.count / most), at: undefined }));
  const ordered = placed.toSorted(
    (one, other) => other.count - one.count || comparePlaces(one.mean, other.mean) || compareLists(one.places, other.places),
  );
  for (let round = 0; round < rounds; round++) {
    for (const circle of ordered) circle.at = bestPlace(circle, ordered, dots);
  }
  return placed.map(({ at, mean }) => at ?? mean);
}

interface PlacedCircle extends CircleToPlace {
  readonly radius: number;
  /** Undefined until it has chosen. */
  at: TilePlace | undefined;
}

function radiusOf(share: number): number {
  return cellSize * (smallestRadius + (largestRadius - smallestRadius) * Math.sqrt(share));
}

function comparePlaces(one: TilePlace, other: TilePlace): number {
  return one.x - other.x || one.y - other.y;
}

function compareLists(one: readonly TilePlace[], other: readonly TilePlace[]): number {
  const [first, second] = [one, other].map((places) => places.toSorted(comparePlaces));
  return first!.map((place, at) => comparePlaces(place, second![at] ?? place)).find((order) => order !== 0) ?? 0;
}

function bestPlace(circle: PlacedCircle, circles: readonly PlacedCircle[], dots: readonly TilePlace[]): TilePlace {
  const costs = circle.places.map((place) => ({ place, cost: costOf(circle, place, circles, dots) }));
  return costs.reduce((best, one) => ((one.cost - best.cost || comparePlaces(one.place, best.place)) < 0 ? one : best)).place;
}

function costOf(circle: PlacedCircle, place: TilePlace, circles: readonly PlacedCircle[], dots: readonly TilePlace[]): number {
  let overlap = 0;
  for (const other of circles)
    if (other !== circle && other.at) overlap += Math.max(0, circle.radius + other.radius - distance(place, other.at));
  for (const dot of dots) overlap += Math.max(0, circle.radius + dotRadius * cellSize - distance(place, dot));
  for (const side of [place.x, place.y, tileRules.extent - place.x, tileRules.extent - place.y])
    overlap += edgeWeight * Math.max(0, circle.radius - side);
  return distance(place, circle.mean) + weight * overlap;
}

function distance(one: TilePlace, other: TilePlace): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
