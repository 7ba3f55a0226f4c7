import { tileRules } from './tile.ts';

/** Where circles of a tile belong, in tile units, and how many incidents each shows. */
export interface PlacedCircle {
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

const cellSize = tileRules.extent / tileRules.cells;

/** Radii as parts of the width of a cell, about as they are drawn: of a few incidents, and of the most on the tile. */
const smallestRadius = 0.12;
const largestRadius = 0.37;

/**
 * No circle is pushed farther than this from where it belongs, as part of the width of a cell. One that belongs at the edge of the tile is
 * then moved inwards by up to half its radius.
 */
const farthest = 0.5;

/** Rounds of pushing; after these what still overlaps has nowhere to go. */
const rounds = 24;

/**
 * Places for circles so that they overlap as little as can be and none lies far from where it belongs: whatever overlaps is pushed
 * apart, the smaller one farther. Whole tile units, in the order of the circles; the same circles are given the same places in
 * whatever order they come.
 */
export function spreadCircles(circles: readonly PlacedCircle[]): { x: number; y: number }[] {
  const most = Math.max(1, ...circles.map(({ count }) => count));
  const moving = circles.map((home) => ({ home, x: home.x, y: home.y, radius: radiusOf(home.count / most) }));
  const ordered = moving.toSorted((one, other) => compare(one.home, other.home));
  for (let round = 0; round < rounds; round++) {
    for (const [at, one] of ordered.entries()) for (const other of ordered.slice(at + 1)) pushApart(one, other);
    for (const circle of ordered) limitDistance(circle);
  }
  return moving.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
}

interface MovingCircle {
  readonly home: PlacedCircle;
  readonly radius: number;
  x: number;
  y: number;
}

function radiusOf(share: number): number {
  return cellSize * (smallestRadius + (largestRadius - smallestRadius) * Math.sqrt(share));
}

function compare(one: PlacedCircle, other: PlacedCircle): number {
  return other.count - one.count || one.x - other.x || one.y - other.y;
}

/** Pushes two circles along the line between their middles until they touch. @param larger the one that moves less */
function pushApart(larger: MovingCircle, smaller: MovingCircle): void {
  const reach = larger.radius + smaller.radius;
  // Two at one place part towards the south-east, so that the same two always part the same way.
  const east = smaller.x - larger.x || 1e-3;
  const south = smaller.y - larger.y || 1e-3;
  const distance = Math.hypot(east, south);
  if (distance >= reach) return;
  const overlap = (reach - distance) / distance;
  const share = larger.radius ** 2 / (larger.radius ** 2 + smaller.radius ** 2);
  smaller.x += east * overlap * share;
  smaller.y += south * overlap * share;
  larger.x -= east * overlap * (1 - share);
  larger.y -= south * overlap * (1 - share);
}

/** Brings back a circle that has moved too far from its place, or over the edge of the tile. */
function limitDistance(circle: MovingCircle): void {
  const { home, radius } = circle;
  const east = circle.x - home.x;
  const south = circle.y - home.y;
  const tooFar = Math.hypot(east, south) / (farthest * cellSize);
  if (tooFar > 1) {
    circle.x = home.x + east / tooFar;
    circle.y = home.y + south / tooFar;
  }
  // Half a circle reaches over the edge at most, where those of the next tile may be.
  const inside = (value: number) => Math.min(Math.max(value, radius / 2), tileRules.extent - 1 - radius / 2);
  circle.x = inside(circle.x);
  circle.y = inside(circle.y);
}
