import type { IsoDate } from './date.ts';
import { spreadCircles } from './spread-circles.ts';
import { type TileAnswer, type TileCell, typesText } from './tile.ts';
import { incidentTypes } from './vocabularies.ts';

/** Sums of what a tile draws as one: the incidents of one location in a cell of its grid, or at a position. */
export class TileCircle {
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
  /** Number by which an incident can be found, where it is the only one. */
  incident = -1;
  /** Bounds in millionths of a degree. */
  west = 180e6;
  south = 90e6;
  east = -180e6;
  north = -90e6;

  constructor(country: string) {
    this.country = country;
  }

  /** Adds incidents of one type, given by its position in the vocabulary. */
  add(incidents: number, killed: number, injured: number, type: number): void {
    this.incidents += incidents;
    this.killed += killed;
    this.injured += injured;
    this.types[type]! += incidents;
  }

  /** Widens the bounds, in millionths of a degree. */
  reach(west: number, south: number, east: number, north: number): void {
    if (west < this.west) this.west = west;
    if (south < this.south) this.south = south;
    if (east > this.east) this.east = east;
    if (north > this.north) this.north = north;
  }
}

/** What a tile says of an incident that is drawn alone, beside what its circle knows. */
export interface LoneIncident {
  readonly id: string;
  readonly occurred_on: IsoDate;
}

/**
 * The features of a tile.
 * @param byPosition whether each circle is drawn where it lies, or shows a cell of the grid
 * @param find looks up an incident by the number that its circle has of it
 */
export function drawTile(
  circles: readonly TileCircle[],
  byPosition: boolean,
  find: (incident: number) => LoneIncident,
): TileAnswer {
  const alone = circles.filter(({ incidents }) => incidents === 1);
  const several = circles.filter(({ incidents }) => incidents > 1);
  const means = several.map(({ x, y, incidents: count }) => ({ x: x / count, y: y / count, count }));
  const places = byPosition ? means.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })) : spreadCircles(means);
  return {
    cells: several.map((circle, at) => ({ ...places[at]!, properties: propertiesOf(circle) })),
    incidents: alone.map(({ x, y, killed, injured, types, incident }) => {
      const { id, occurred_on } = find(incident);
      const type = incidentTypes.codes[types.findIndex((count) => count > 0)]!;
      return { x, y, properties: { id, type, killed, injured, occurred_on } };
    }),
  };
}

function propertiesOf(circle: TileCircle): TileCell['properties'] {
  return {
    country: circle.country,
    count: circle.incidents,
    killed: circle.killed,
    injured: circle.injured,
    types: typesText(circle.types),
    bounds: [circle.west, circle.south, circle.east, circle.north].map((edge) => edge / 1e6).join(','),
  };
}
