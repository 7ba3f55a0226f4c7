import {
  dateOfDay,
  incidentTypes,
  type IncidentType,
  pulledInside,
  type TileAddress,
  type TileAnswer,
  type TileCell,
  type TileIncident,
  tileRules,
  typesText,
} from '@monitor/domain';
import { type Cube, dayOfRow } from './cube.ts';
import { unpackIdentifier } from './identifier.ts';
import { mercatorXOf } from './mercator.ts';
import { hasRow, type RowBitmap } from './select.ts';
import { rowsNearTile } from './spatial-index.ts';

/** Rows of a tile with their places in it. */
interface TileRows {
  readonly rows: Uint32Array;
  /** Tile units. */
  readonly x: Uint16Array;
  readonly y: Uint16Array;
}

/** What a tile shows of the selected rows. Tiles of a zoom do not overlap: each row with a point lies in exactly one. */
export function tileOf(cube: Cube, selected: RowBitmap, tile: TileAddress): TileAnswer {
  const inside = rowsInTile(cube, selected, tile);
  const gathered = gatherByPosition(inside, tile.z) ?? gatherByCell(inside);
  return drawn(cube, inside, gathered);
}

function rowsInTile(cube: Cube, selected: RowBitmap, tile: TileAddress): TileRows {
  const candidates = rowsNearTile(cube, tile);
  const rows = new Uint32Array(candidates.length);
  const x = new Uint16Array(candidates.length);
  const y = new Uint16Array(candidates.length);
  const unit = 2 ** (32 - tile.z) / tileRules.extent;
  const west = tile.x * tileRules.extent;
  const north = tile.y * tileRules.extent;
  const { lon, mercatorY } = cube.columns;
  let count = 0;
  for (let at = 0; at < candidates.length; at++) {
    const row = candidates[at]!;
    if (!hasRow(selected, row)) continue;
    const unitX = Math.floor(mercatorXOf(lon[row]!) / unit) - west;
    const unitY = Math.floor(mercatorY[row]! / unit) - north;
    if (unitX < 0 || unitY < 0 || unitX >= tileRules.extent || unitY >= tileRules.extent) continue;
    rows[count] = row;
    x[count] = unitX;
    y[count++] = unitY;
  }
  return { rows: rows.subarray(0, count), x: x.subarray(0, count), y: y.subarray(0, count) };
}

/** For each row of the tile the number of what it is drawn in, and how many of these there are. */
interface Gathered {
  readonly membership: Uint32Array;
  readonly count: number;
  /** Cell numbers where rows are gathered by cell; undefined where by position. */
  readonly byCell: boolean;
}

function gatherByCell({ x, y }: TileRows): Gathered {
  const shift = Math.log2(tileRules.extent / tileRules.cells);
  const membership = new Uint32Array(x.length);
  for (let at = 0; at < x.length; at++) membership[at] = (y[at]! >>> shift) * tileRules.cells + (x[at]! >>> shift);
  return { membership, count: tileRules.cells ** 2, byCell: true };
}

/** By position where the zoom is high or the incidents are few; undefined where there are too many positions. */
function gatherByPosition({ x, y }: TileRows, zoom: number): Gathered | undefined {
  const few = zoom >= tileRules.fewFromZoom && x.length <= tileRules.few;
  if (zoom < tileRules.positionsFromZoom && !few) return undefined;
  const numbers = new Map<number, number>();
  const membership = new Uint32Array(x.length);
  for (let at = 0; at < x.length; at++) {
    const position = y[at]! * tileRules.extent + x[at]!;
    let number = numbers.get(position);
    if (number === undefined) {
      number = numbers.size;
      if (number === tileRules.mostPositions) return undefined;
      numbers.set(position, number);
    }
    membership[at] = number;
  }
  return { membership, count: numbers.size, byCell: false };
}

function drawn(cube: Cube, { rows, x, y }: TileRows, { membership, count, byCell }: Gathered): TileAnswer {
  const typeOf = typesOfCombinations(cube);
  const { codes } = cube.groups.kind;
  const { lon, lat, killed, injured } = cube.columns;
  const kinds = incidentTypes.codes.length;
  const incidents = new Uint32Array(count);
  const types = new Uint32Array(count * kinds);
  const sums = {
    killed: new Float64Array(count),
    injured: new Float64Array(count),
    x: new Float64Array(count),
    y: new Float64Array(count),
  };
  const west = new Int32Array(count).fill(180e6);
  const south = new Int32Array(count).fill(90e6);
  const east = new Int32Array(count).fill(-180e6);
  const north = new Int32Array(count).fill(-90e6);
  const someRow = new Uint32Array(count);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const member = membership[at]!;
    someRow[member] = at;
    incidents[member]!++;
    types[member * kinds + typeOf[codes[row]!]!]!++;
    sums.killed[member]! += killed[row]!;
    sums.injured[member]! += injured[row]!;
    sums.x[member]! += x[at]!;
    sums.y[member]! += y[at]!;
    west[member] = Math.min(west[member]!, lon[row]!);
    east[member] = Math.max(east[member]!, lon[row]!);
    south[member] = Math.min(south[member]!, lat[row]!);
    north[member] = Math.max(north[member]!, lat[row]!);
  }
  const cells: TileCell[] = [];
  const single: TileIncident[] = [];
  for (let member = 0; member < count; member++) {
    const number = incidents[member]!;
    if (number === 0) continue;
    const meanX = sums.x[member]! / number;
    const meanY = sums.y[member]! / number;
    if (number === 1) {
      const row = rows[someRow[member]!]!;
      single.push({ x: meanX, y: meanY, properties: incidentProperties(cube, row, incidentTypes.codes[typeOf[codes[row]!]!]!) });
    } else {
      cells.push({
        x: byCell ? pulledInside(meanX, member % tileRules.cells) : Math.round(meanX),
        y: byCell ? pulledInside(meanY, Math.floor(member / tileRules.cells)) : Math.round(meanY),
        properties: {
          count: number,
          killed: sums.killed[member]!,
          injured: sums.injured[member]!,
          types: typesText(types.subarray(member * kinds, (member + 1) * kinds)),
          bounds: [west, south, east, north].map((edge) => edge[member]! / 1e6).join(','),
        },
      });
    }
  }
  return { cells, incidents: single };
}

function incidentProperties(cube: Cube, row: number, type: IncidentType): TileIncident['properties'] {
  const { idHigh, idLow, killed, injured } = cube.columns;
  return {
    id: unpackIdentifier(idHigh[row]!, idLow[row]!),
    type,
    killed: killed[row]!,
    injured: injured[row]!,
    occurred_on: dateOfDay(dayOfRow(cube, row)),
  };
}

/** For each combination of the group `kind`, the position of its type in the vocabulary. */
function typesOfCombinations(cube: Cube): Uint8Array {
  return Uint8Array.from(cube.groups.kind.combinations, ({ type }) => incidentTypes.codes.indexOf(type as IncidentType));
}
