import { dateOfDay, drawTile, type TileAddress, type TileAnswer, TileCircle, tileRules } from '@monitor/domain';
import type { Cube } from './cube.ts';
import { dayOfRow } from './cube-rows.ts';
import { unpackIdentifier } from './identifier.ts';
import { mercatorXOf, squareZoom } from './mercator.ts';
import type { Population } from './population.ts';
import { squaresOfTile } from './spatial-index.ts';

/** Up to this zoom a cell of the grid is made of whole squares. */
const wholeSquaresZoom = squareZoom - Math.log2(tileRules.cells);

/** What a tile shows of a population. Tiles of a zoom do not overlap: each incident with a point lies in exactly one. */
export function tileOf(cube: Cube, population: Population, tile: TileAddress): TileAnswer {
  if (tile.z <= wholeSquaresZoom) {
    const cells = cellsOfSquares(cube, population, tile);
    const incidents = cells.reduce((sum, cell) => sum + cell.incidents, 0);
    if (tile.z < tileRules.fewFromZoom || incidents > tileRules.few) return draw(cube, cells, false);
  }
  const rows = rowsOfTile(cube, population, tile);
  const few = tile.z >= tileRules.fewFromZoom && rows.row.length <= tileRules.few;
  const positions = few || tile.z >= tileRules.positionsFromZoom ? positionsOfRows(cube, rows) : undefined;
  return positions ? draw(cube, positions, true) : draw(cube, cellsOfRows(cube, rows), false);
}

function draw(cube: Cube, circles: readonly TileCircle[], byPosition: boolean): TileAnswer {
  const { idHigh, idLow } = cube.columns;
  return drawTile(circles, byPosition, (row) => ({
    id: unpackIdentifier(idHigh[row]!, idLow[row]!),
    occurred_on: dateOfDay(dayOfRow(cube, row)),
  }));
}

/** The circles of a tile, by place and location. Their incidents are known by row. */
class Circles {
  readonly #countries: readonly string[];
  readonly #circles = new Map<number, TileCircle>();

  constructor({ groups }: Cube) {
    this.#countries = groups.square.fields.country!.values.map(String);
  }

  get size(): number {
    return this.#circles.size;
  }

  /** @param place number of a cell, or of a position @param location position of the location among the values of the field */
  at(place: number, location: number): TileCircle {
    const key = place * this.#countries.length + location;
    let circle = this.#circles.get(key);
    if (!circle) this.#circles.set(key, (circle = new TileCircle(this.#countries[location]!)));
    return circle;
  }

  all(): TileCircle[] {
    return [...this.#circles.values()];
  }
}

/** Cells from the counts by square and type: no incident is looked at, but those that are alone in a cell. */
function cellsOfSquares(cube: Cube, population: Population, tile: TileAddress): TileCircle[] {
  const index = cube.spatialIndex;
  const { first, end } = squaresOfTile(index, tile);
  if (first === end) return [];
  const cells = new Circles(cube);
  const { incidents, killed, injured } = population.tally('square');
  const scale = 2 ** tile.z * tileRules.extent;
  for (const [code, position] of index.ofCombination.entries()) {
    const count = incidents[code]!;
    if (position < first || position >= end || count === 0) continue;
    const x = index.x[position]! * scale - tile.x * tileRules.extent;
    const y = index.y[position]! * scale - tile.y * tileRules.extent;
    const cell = cells.at(cellAt(x, y), index.location[position]!);
    cell.add(count, killed[code]!, injured[code]!, index.typeOfCombination[code]!);
    cell.x += x * count;
    cell.y += y * count;
    cell.reach(index.west[position]!, index.south[position]!, index.east[position]!, index.north[position]!);
    if (cell.incidents === 1) cell.incident = rowAlone(cube, population, position, code);
  }
  for (const cell of cells.all()) if (cell.incidents === 1) Object.assign(cell, placeOfRow(cube, cell.incident, tile));
  return cells.all();
}

/** The one row of a square that the population holds in a combination. */
function rowAlone(cube: Cube, population: Population, position: number, code: number): number {
  const { rows, start } = cube.spatialIndex;
  const { codes } = cube.groups.square;
  return rows.subarray(start[position], start[position + 1]).find((row) => codes[row] === code && population.holds(row)) ?? -1;
}

function cellAt(x: number, y: number): number {
  const size = tileRules.extent / tileRules.cells;
  const last = tileRules.cells - 1;
  return Math.min(Math.floor(y / size), last) * tileRules.cells + Math.min(Math.floor(x / size), last);
}

/** Rows of a tile with their places in it, in tile units. */
interface TileRows {
  readonly row: Uint32Array;
  readonly x: Uint16Array;
  readonly y: Uint16Array;
}

function rowsOfTile(cube: Cube, population: Population, tile: TileAddress): TileRows {
  const index = cube.spatialIndex;
  const { first, end } = squaresOfTile(index, tile);
  const candidates = index.rows.subarray(index.start[first], index.start[end]);
  const row = new Uint32Array(candidates.length);
  const x = new Uint16Array(candidates.length);
  const y = new Uint16Array(candidates.length);
  let count = 0;
  for (const candidate of candidates) {
    if (!population.holds(candidate)) continue;
    const place = placeOfRow(cube, candidate, tile);
    if (place.x < 0 || place.y < 0 || place.x >= tileRules.extent || place.y >= tileRules.extent) continue;
    row[count] = candidate;
    x[count] = place.x;
    y[count++] = place.y;
  }
  return { row: row.subarray(0, count), x: x.subarray(0, count), y: y.subarray(0, count) };
}

/** Where a row with a point lies on a tile, or beside it, in whole tile units. */
function placeOfRow({ columns: { lon, mercatorY } }: Cube, row: number, tile: TileAddress): { x: number; y: number } {
  const unit = 2 ** (32 - tile.z) / tileRules.extent;
  return {
    x: Math.floor(mercatorXOf(lon[row]!) / unit) - tile.x * tileRules.extent,
    y: Math.floor(mercatorY[row]! / unit) - tile.y * tileRules.extent,
  };
}

function cellsOfRows(cube: Cube, rows: TileRows): TileCircle[] {
  const cells = new Circles(cube);
  for (const [at, x] of rows.x.entries()) {
    const cell = cells.at(cellAt(x, rows.y[at]!), locationOfRow(cube, rows.row[at]!));
    addRow(cube, cell, rows, at);
  }
  return cells.all();
}

/** Undefined where there are too many positions to draw each. */
function positionsOfRows(cube: Cube, rows: TileRows): TileCircle[] | undefined {
  const positions = new Circles(cube);
  for (const [at, x] of rows.x.entries()) {
    const position = positions.at(rows.y[at]! * tileRules.extent + x, locationOfRow(cube, rows.row[at]!));
    if (positions.size > tileRules.mostPositions) return undefined;
    addRow(cube, position, rows, at);
  }
  return positions.all();
}

function locationOfRow({ groups: { square } }: Cube, row: number): number {
  return square.fields.country!.positions[square.codes[row]!]!;
}

function addRow(cube: Cube, to: TileCircle, { row: rows, x, y }: TileRows, at: number): void {
  const row = rows[at]!;
  const { killed, injured, lon, lat } = cube.columns;
  to.add(1, killed[row]!, injured[row]!, cube.spatialIndex.typeOfCombination[cube.groups.square.codes[row]!]!);
  to.x += x[at]!;
  to.y += y[at]!;
  to.incident = row;
  to.reach(lon[row]!, lat[row]!, lon[row]!, lat[row]!);
}
