import { tileRules } from './tile.ts';

/** A place on a tile, in tile units. */
export interface TilePlace {
  readonly x: number;
  readonly y: number;
}

/** What a circle shows, and where it may be drawn. */
export interface CircleToPlace {
  readonly count: number;
  /** Middle of its part that has the most incidents. */
  readonly heart: TilePlace;
  /** Where some of its incidents are, at least one. */
  readonly places: readonly TilePlace[];
}

/** Radii as they are drawn where tiles are smallest, in tile units: of a few incidents, of the most, and of one. */
const smallestRadius = 56;
const largestRadius = 120;
const dotRadius = 36;

/** A circle goes this far from its heart to overlap less by one unit. */
const weight = 4;

/** A circle over the edge of the tile hides more, since those behind it do not know of it. */
const edgeWeight = 1.4;

/** After the first round each circle chooses again, knowing where the others are. */
const rounds = 4;

/**
 * Chooses for each circle one of its places: near to where most of its incidents are, but clear of other circles, of dots and of the edge of
 * the tile, behind which may be more. So each is drawn where something happened, on land and within its location. In the order of the
 * circles; the same circles are given the same places in whatever order they come.
 */
export function placeCircles(circles: readonly CircleToPlace[], dots: readonly TilePlace[]): TilePlace[] {
  const most = Math.max(1, ...circles.map(({ count }) => count));
  const placed: PlacedCircle[] = circles.map((circle) => ({ ...circle, radius: radiusOf(circle.count / most), at: undefined }));
  const ordered = placed.toSorted(
    (one, other) => other.count - one.count || comparePlaces(one.heart, other.heart) || compareLists(one.places, other.places),
  );
  for (let round = 0; round < rounds; round++) {
    for (const circle of ordered) circle.at = bestPlace(circle, ordered, dots);
  }
  return placed.map(({ at, heart }) => at ?? heart);
}

interface PlacedCircle extends CircleToPlace {
  readonly radius: number;
  /** Undefined until it has chosen. */
  at: TilePlace | undefined;
}

/** Radius of a circle in tile units, as it is drawn where cells are narrowest. @param share of its count in the largest of the tile */
export function radiusOf(share: number): number {
  return smallestRadius + (largestRadius - smallestRadius) * Math.sqrt(share);
}

function comparePlaces(one: TilePlace, other: TilePlace): number {
  return one.x - other.x || one.y - other.y;
}

function compareLists(one: readonly TilePlace[], other: readonly TilePlace[]): number {
  const [first, second] = [one, other].map((places) => places.toSorted(comparePlaces));
  return first!.map((place, at) => comparePlaces(place, second![at] ?? place)).find((order) => order !== 0) ?? 0;
}

function bestPlace(circle: PlacedCircle, circles: readonly PlacedCircle[], dots: readonly TilePlace[]): TilePlace {
  let best = circle.places[0]!;
  let least = Infinity;
  for (const place of circle.places) {
    const cost = costUpTo(least, circle, place, circles, dots);
    if (cost < least || (cost === least && comparePlaces(place, best) < 0)) [best, least] = [place, cost];
  }
  return best;
}

/** What a place costs; where that is more than the limit, anything above the limit. */
function costUpTo(
  limit: number,
  circle: PlacedCircle,
  place: TilePlace,
  circles: readonly PlacedCircle[],
  dots: readonly TilePlace[],
): number {
  const { radius, heart } = circle;
  const away = Math.sqrt((place.x - heart.x) ** 2 + (place.y - heart.y) ** 2);
  let overlap = edgeWeight * overEdges(place, radius);
  if (away + weight * overlap > limit) return Infinity;
  for (const other of circles) {
    if (other !== circle && other.at) overlap += overlapOf(place, other.at, radius + other.radius);
    if (away + weight * overlap > limit) return Infinity;
  }
  for (const dot of dots) overlap += overlapOf(place, dot, radius + dotRadius);
  return away + weight * overlap;
}

/** By how much a circle reaches over the edges of the tile. */
function overEdges({ x, y }: TilePlace, radius: number): number {
  const { extent } = tileRules;
  return Math.max(0, radius - x) + Math.max(0, radius - y) + Math.max(0, radius - extent + x) + Math.max(0, radius - extent + y);
}

/** By how much two that should be so far apart are too near. Most are far away, and need no root. */
function overlapOf(one: TilePlace, other: TilePlace, apart: number): number {
  const [x, y] = [Math.abs(one.x - other.x), Math.abs(one.y - other.y)];
  return x >= apart || y >= apart ? 0 : Math.max(0, apart - Math.sqrt(x * x + y * y));
}
