import type { TilePlace } from './place-circles.ts';
import { tileRules } from './tile.ts';
import { incidentTypes } from './vocabularies.ts';

/**
 * A place on the tile as a number that is the smaller, the nearer the place is to the middle of its square, so that
 * the least number is one place, whoever looks for it. Whole tile units.
 */
export function rankedPlace(x: number, y: number): number {
  const size = tileRules.placeSquare;
  const [east, south] = [2 * (x % size) + 1 - size, 2 * (y % size) + 1 - size];
  return ((east ** 2 + south ** 2) * tileRules.extent + x) * tileRules.extent + y;
}

function placeOfRank(rank: number): TilePlace {
  return { x: Math.floor(rank / tileRules.extent) % tileRules.extent, y: rank % tileRules.extent };
}

/** Sums of what a tile draws as one: the incidents of one location in a part of it or in several, or at a position. */
export class TileCircle {
  /** Code of the location. */
  readonly country: string;
  /** Middle of its part, in tile units. */
  readonly middle: TilePlace;
  incidents = 0;
  killed = 0;
  injured = 0;
  /** What the requested measure counts. */
  amount = 0;
  /** Incidents by position of the type in the vocabulary. */
  readonly types = new Uint32Array(incidentTypes.codes.length);
  /** Sums of tile units over the incidents. */
  x = 0;
  y = 0;
  /** Least ranked place in each square. */
  readonly #places = new Map<number, number>();
  /** Number by which an incident can be found, where it is the only one. */
  incident = -1;
  /** Bounds in millionths of a degree. */
  west = 180e6;
  south = 90e6;
  east = -180e6;
  north = -90e6;

  constructor(country: string, middle: TilePlace) {
    this.country = country;
    this.middle = middle;
  }

  /** Adds incidents of one type, given by its position in the vocabulary. */
  add(incidents: number, killed: number, injured: number, type: number, amount: number): void {
    this.incidents += incidents;
    this.killed += killed;
    this.injured += injured;
    this.amount += amount;
    this.types[type]! += incidents;
  }

  /** Notes the ranked place of an incident. */
  pass(rank: number): void {
    const { x, y } = placeOfRank(rank);
    const square = Math.floor(y / tileRules.placeSquare) * tileRules.extent + Math.floor(x / tileRules.placeSquare);
    if (rank < (this.#places.get(square) ?? Infinity)) this.#places.set(square, rank);
  }

  /** Where incidents of it lie, some of them. */
  get places(): TilePlace[] {
    return [...this.#places.values()].map(placeOfRank);
  }

  /** Widens the bounds, in millionths of a degree. */
  reach(west: number, south: number, east: number, north: number): void {
    if (west < this.west) this.west = west;
    if (south < this.south) this.south = south;
    if (east > this.east) this.east = east;
    if (north > this.north) this.north = north;
  }

  /** Adds all of another of the same location. */
  join(other: TileCircle): void {
    this.incidents += other.incidents;
    this.killed += other.killed;
    this.injured += other.injured;
    this.amount += other.amount;
    for (const [type, count] of other.types.entries()) this.types[type]! += count;
    this.x += other.x;
    this.y += other.y;
    for (const rank of other.#places.values()) this.pass(rank);
    this.reach(other.west, other.south, other.east, other.north);
  }
}
