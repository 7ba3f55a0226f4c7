import {
  type IncidentType,
  incidentTypes,
  type IsoDate,
  keepApart,
  type PlacedCircle,
  type TileAnswer,
  type TileCell,
  type TileIncident,
  typesText,
} from '@monitor/domain';

/** Incidents of one location and type in one square of a tile. */
export interface GatheredIncidents {
  /** Number of the square from the west and from the north. */
  readonly column: number;
  readonly row: number;
  /** Code of the location. */
  readonly country: string;
  readonly type: IncidentType;
  readonly count: number;
  readonly killed: number;
  readonly injured: number;
  /** Sums of the positions in tile units. */
  readonly x: number;
  readonly y: number;
  /** Bounds in degrees. */
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  /** Of the incident, where there is one only. */
  readonly id: string;
  readonly occurred_on: IsoDate;
}

/** The features of a tile. @param byPosition whether a square is a single position, drawn where it is, or a cell of the grid */
export function drawTile(gathered: readonly GatheredIncidents[], byPosition: boolean): TileAnswer {
  const squares = [...bySquareAndLocation(gathered)];
  const several = squares.filter((square) => sumOf(square, 'count') > 1);
  const means = several.map(meanPlace);
  const places = byPosition ? means.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })) : keepApart(means);
  return {
    cells: several.map((square, at) => ({ ...places[at]!, properties: propertiesOfCell(square) })),
    incidents: squares.filter((square) => sumOf(square, 'count') === 1).flatMap((square) => square.map(drawIncident)),
  };
}

function bySquareAndLocation(gathered: readonly GatheredIncidents[]): Iterable<GatheredIncidents[]> {
  const squares = new Map<string, GatheredIncidents[]>();
  for (const one of gathered) {
    const key = `${one.column},${one.row},${one.country}`;
    const square = squares.get(key);
    if (square) square.push(one);
    else squares.set(key, [one]);
  }
  return squares.values();
}

function drawIncident({ x, y, id, type, killed, injured, occurred_on }: GatheredIncidents): TileIncident {
  return { x, y, properties: { id, type, killed, injured, occurred_on } };
}

function sumOf(square: readonly GatheredIncidents[], name: 'count' | 'killed' | 'injured' | 'x' | 'y'): number {
  return square.reduce((total, part) => total + part[name], 0);
}

function meanPlace(square: readonly GatheredIncidents[]): PlacedCircle {
  const count = sumOf(square, 'count');
  return { x: sumOf(square, 'x') / count, y: sumOf(square, 'y') / count, count };
}

function propertiesOfCell(square: readonly GatheredIncidents[]): TileCell['properties'] {
  const least = (name: 'west' | 'south') => Math.min(...square.map((part) => part[name]));
  const most = (name: 'east' | 'north') => Math.max(...square.map((part) => part[name]));
  return {
    country: square[0]!.country,
    count: sumOf(square, 'count'),
    killed: sumOf(square, 'killed'),
    injured: sumOf(square, 'injured'),
    types: typesText(incidentTypes.codes.map((code) => square.find((part) => part.type === code)?.count ?? 0)),
    bounds: [least('west'), least('south'), most('east'), most('north')].map(microdegrees).join(','),
  };
}

function microdegrees(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
