import { incidentTypes } from '@monitor/domain';

/** Sums of what a tile draws as one: the incidents of one location in a cell of its grid, or at a position. */
export class Gathering {
  /** Code of the location. */
  readonly country: string;
  incidents = 0;
  killed = 0;
  injured = 0;
  /** Incidents by position of the type in the vocabulary. */
  readonly types = new Uint32Array(incidentTypes.codes.length);
  /** Sums of tile units over the incidents. */
  x = 0;
  y = 0;
  /** The row, where there is one incident only. */
  row = -1;
  /** Bounds in millionths of a degree. */
  west = 180e6;
  south = 90e6;
  east = -180e6;
  north = -90e6;

  constructor(country: string) {
    this.country = country;
  }

  /** Adds incidents of one type. */
  add(incidents: number, killed: number, injured: number, type: number): void {
    this.incidents += incidents;
    this.killed += killed;
    this.injured += injured;
    this.types[type]! += incidents;
  }

  /** Widens the bounds. */
  reach(west: number, south: number, east: number, north: number): void {
    if (west < this.west) this.west = west;
    if (south < this.south) this.south = south;
    if (east > this.east) this.east = east;
    if (north > this.north) this.north = north;
  }
}
