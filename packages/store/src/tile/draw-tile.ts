import {
  type IncidentType,
  incidentTypes,
  type IsoDate,
  pulledInside,
  type TileAnswer,
  type TileCell,
  type TileIncident,
  typesText,
} from '@monitor/domain';

/** Incidents of one type in one square of a tile. */
export interface GatheredIncidents {
  /** Number of the square from the west and from the north. */
  readonly column: number;
  readonly row: number;
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
  const cells: TileCell[] = [];
  const incidents: TileIncident[] = [];
  for (const square of bySquare(gathered)) {
    const [only] = square;
    if (only && square.length === 1 && only.count === 1) incidents.push(drawIncident(only));
    else cells.push(drawCell(square, byPosition));
  }
  return { cells, incidents };
}

function bySquare(gathered: readonly GatheredIncidents[]): Iterable<GatheredIncidents[]> {
  const squares = new Map<string, GatheredIncidents[]>();
  for (const one of gathered) {
    const key = `${one.column},${one.row}`;
    const square = squares.get(key);
    if (square) square.push(one);
    else squares.set(key, [one]);
  }
  return squares.values();
}

function drawIncident({ x, y, id, type, killed, injured, occurred_on }: GatheredIncidents): TileIncident {
  return { x, y, properties: { id, type, killed, injured, occurred_on } };
}

function drawCell(square: readonly GatheredIncidents[], byPosition: boolean): TileCell {
  const sum = (name: 'count' | 'killed' | 'injured' | 'x' | 'y') => square.reduce((total, part) => total + part[name], 0);
  const least = (name: 'west' | 'south') => Math.min(...square.map((part) => part[name]));
  const most = (name: 'east' | 'north') => Math.max(...square.map((part) => part[name]));
  const count = sum('count');
  const counts = incidentTypes.codes.map((code) => square.find((part) => part.type === code)?.count ?? 0);
  const { column, row } = square[0] ?? { column: 0, row: 0 };
  const x = sum('x') / count;
  const y = sum('y') / count;
  return {
    x: byPosition ? Math.round(x) : pulledInside(x, column, count),
    y: byPosition ? Math.round(y) : pulledInside(y, row, count),
    properties: {
      count,
      killed: sum('killed'),
      injured: sum('injured'),
      types: typesText(counts),
      bounds: [least('west'), least('south'), most('east'), most('north')].map(microdegrees).join(','),
    },
  };
}

function microdegrees(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
