import {
  dateOfDay,
  incidentTypes,
  pulledInside,
  type TileAnswer,
  type TileCell,
  type TileIncident,
  tileRules,
  typesText,
} from '@monitor/domain';
import { type Cube, dayOfRow } from './cube.ts';
import type { Gathering } from './gathering.ts';
import { unpackIdentifier } from './identifier.ts';

/** The features of a tile. @param gathered by number of the cell, or in any order where `byCell` is false */
export function drawnTile(cube: Cube, gathered: readonly (Gathering | undefined)[], byCell: boolean): TileAnswer {
  const cells: TileCell[] = [];
  const incidents: TileIncident[] = [];
  for (const [cell, gathering] of gathered.entries()) {
    if (!gathering) continue;
    if (gathering.incidents === 1) incidents.push(drawnIncident(cube, gathering));
    else cells.push(drawnCell(gathering, byCell ? cell : undefined));
  }
  return { cells, incidents };
}

function drawnCell(gathering: Gathering, cell: number | undefined): TileCell {
  const x = gathering.x / gathering.incidents;
  const y = gathering.y / gathering.incidents;
  return {
    x: cell === undefined ? Math.round(x) : pulledInside(x, cell % tileRules.cells, gathering.incidents),
    y: cell === undefined ? Math.round(y) : pulledInside(y, Math.floor(cell / tileRules.cells), gathering.incidents),
    properties: {
      count: gathering.incidents,
      killed: gathering.killed,
      injured: gathering.injured,
      types: typesText(gathering.types),
      bounds: [gathering.west, gathering.south, gathering.east, gathering.north].map((edge) => edge / 1e6).join(','),
    },
  };
}

function drawnIncident(cube: Cube, { row, x, y, killed, injured, types }: Gathering): TileIncident {
  const { idHigh, idLow } = cube.columns;
  return {
    x: Math.floor(x),
    y: Math.floor(y),
    properties: {
      id: unpackIdentifier(idHigh[row]!, idLow[row]!),
      type: incidentTypes.codes[types.findIndex((count) => count > 0)]!,
      killed,
      injured,
      occurred_on: dateOfDay(dayOfRow(cube, row)),
    },
  };
}
