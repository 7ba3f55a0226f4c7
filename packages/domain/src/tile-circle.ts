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

function squareAt(x: number, y: number): number {
  return Math.floor(y / tileRules.placeSquare) * tileRules.extent + Math.floor(x / tileRules.placeSquare);
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
  /** How many of the incidents do not give each of these numbers. */
  readonly notReported = { killed: 0, injured: 0, amount: 0 };
  /** Incidents by position of the type in the vocabulary. */
  readonly types = new Uint32Array(incidentTypes.codes.length);
  /** What the measure counts, by position of the type; undefined while it counts nothing. */
  amounts: Float64Array | undefined;
  /** Sums of tile units over the incidents. */
  x = 0;
  y = 0;
  /** The squares in which it has incidents, and the least ranked place in each. A part of a tile has few of them. */
  readonly #squares: number[] = [];
  readonly #ranks: number[] = [];
  /** Of its parts the one that has the most incidents, once it has several. */
  #largest: Pick<TileCircle, 'middle' | 'incidents'> | undefined;
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
    if (amount > 0) this.#amounts[type]! += amount;
  }

  /** Adds incidents of the circle that do not give their numbers. */
  addMissing(killed: number, injured: number, amount: number): void {
    this.notReported.killed += killed;
    this.notReported.injured += injured;
    this.notReported.amount += amount;
  }

  get #amounts(): Float64Array {
    return (this.amounts ??= new Float64Array(incidentTypes.codes.length));
  }

  /** Notes the ranked place of an incident. */
  pass(rank: number): void {
    const { x, y } = placeOfRank(rank);
    this.#note(squareAt(x, y), rank);
  }

  /** Notes the place of an incident, in whole tile units. */
  passAt(x: number, y: number): void {
    this.#note(squareAt(x, y), rankedPlace(x, y));
  }

  #note(square: number, rank: number): void {
    const at = this.#squares.indexOf(square);
    if (at < 0) {
      this.#squares.push(square);
      this.#ranks.push(rank);
    } else if (rank < this.#ranks[at]!) this.#ranks[at] = rank;
  }

  /** Its part that has the most incidents. */
  get largest(): Pick<TileCircle, 'middle' | 'incidents'> {
    return this.#largest ?? { middle: this.middle, incidents: this.incidents };
  }

  /** Where incidents of it lie, some of them. */
  get places(): TilePlace[] {
    return this.#ranks.map(placeOfRank);
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
    this.#largest = [this.largest, other.largest].reduce((most, part) => (part.incidents > most.incidents ? part : most));
    this.incidents += other.incidents;
    this.killed += other.killed;
    this.injured += other.injured;
    this.amount += other.amount;
    this.addMissing(other.notReported.killed, other.notReported.injured, other.notReported.amount);
    for (let type = 0; type < this.types.length; type++) this.types[type]! += other.types[type]!;
    if (other.amounts) for (const [type, amount] of other.amounts.entries()) this.#amounts[type]! += amount;
    this.x += other.x;
    this.y += other.y;
    // Parts are made of whole squares, so that two of them have none in common.
    this.#squares.push(...other.#squares);
    this.#ranks.push(...other.#ranks);
    this.reach(other.west, other.south, other.east, other.north);
  }
}
