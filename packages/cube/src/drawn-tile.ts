import { dateOfDay, incidentTypes, keepApart, type TileAnswer, type TileCell, type TileIncident, typesText } from '@monitor/domain';
import { type Cube, dayOfRow } from './cube.ts';
import type { Gathering } from './gathering.ts';
import { unpackIdentifier } from './identifier.ts';

/** The features of a tile. @param byPosition whether each lies where it is drawn, or is a cell of the grid */
export function drawnTile(cube: Cube, gathered: readonly Gathering[], byPosition: boolean): TileAnswer {
  const alone = gathered.filter(({ incidents }) => incidents === 1);
  const several = gathered.filter(({ incidents }) => incidents > 1);
  const means = several.map(({ x, y, incidents: count }) => ({ x: x / count, y: y / count, count }));
  const places = byPosition ? means.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })) : keepApart(means);
  return {
    cells: several.map((gathering, at) => ({ ...places[at]!, properties: propertiesOfCell(gathering) })),
    incidents: alone.map((gathering) => drawnIncident(cube, gathering)),
  };
}

function propertiesOfCell(gathering: Gathering): TileCell['properties'] {
  return {
    country: gathering.country,
    count: gathering.incidents,
    killed: gathering.killed,
    injured: gathering.injured,
    types: typesText(gathering.types),
    bounds: [gathering.west, gathering.south, gathering.east, gathering.north].map((edge) => edge / 1e6).join(','),
  };
}

function drawnIncident(cube: Cube, { row, x, y, killed, injured, types }: Gathering): TileIncident {
  const { idHigh, idLow } = cube.columns;
  return {
    x,
    y,
    properties: {
      id: unpackIdentifier(idHigh[row]!, idLow[row]!),
      type: incidentTypes.codes[types.findIndex((count) => count > 0)]!,
      killed,
      injured,
      occurred_on: dateOfDay(dayOfRow(cube, row)),
    },
  };
}
