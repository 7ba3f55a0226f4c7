import {
  areWholeSquares,
  dateOfDay,
  drawTile,
  type Filter,
  type Measure,
  partSize,
  placedNames,
  type PlacedName,
  pointSize,
  recordOf,
  type TileAddress,
  type TileAnswer,
  TileCircle,
  type TileMarks,
  tileRules,
} from '@monitor/domain';
import { amountsOf } from './amounts.ts';
import type { Cube } from './cube.ts';
import { dayOfRow } from './cube-rows.ts';
import { unpackIdentifier } from './identifier.ts';
import { mercatorXOf } from './mercator.ts';
import { missingByCombination, missingReader } from './missing.ts';
import type { Population } from './population.ts';
import { amountReader } from './read-rows.ts';
import { squaresOfTile } from './spatial-index.ts';
import { sumByCombination } from './sum-amounts.ts';
import { missingIn } from './tally.ts';

/** What is drawn: the population of a filter, and what a measure counts of it. */
export interface Drawn {
  readonly population: Population;
  readonly filter: Filter;
  readonly measure: Measure;
  /** Circles if left out. */
  readonly marks?: TileMarks;
}

/** What a tile shows. Tiles of a zoom do not overlap: each incident with a point lies in exactly one. */
export function tileOf(cube: Cube, drawn: Drawn, tile: TileAddress): TileAnswer {
  const { population, marks = 'circles' } = drawn;
  if (marks === 'circles') {
    const count = tile.z === tileRules.finePartsFromZoom ? countOfTile(cube, population, tile) : 0;
    if (areWholeSquares(tile.z, count)) return draw(cube, partsOfSquares(cube, drawn, tile), false, drawn);
  }
  const rows = rowsOfTile(cube, population, tile);
  const readers = readersOf(cube, drawn);
  const positions = tile.z >= tileRules.positionsFromZoom ? positionsOfRows(cube, rows, readers) : undefined;
  if (positions) return draw(cube, positions, true, drawn);
  const { length } = rows.row;
  if (marks === 'circles') return draw(cube, partsOfRows(cube, rows, partSize(tile.z, length), readers), false, drawn);
  return draw(cube, partsOfRows(cube, rows, pointSize(length), readers), true, drawn);
}

/** What a row has of the numbers that a circle adds up, and 1 for each that it does not give. */
interface RowReaders {
  readonly amount: ((row: number) => number) | undefined;
  readonly missing: Readonly<Record<PlacedName, (row: number) => number>>;
}

function readersOf(cube: Cube, { filter, measure }: Drawn): RowReaders {
  const missing = { killed: 'killed', injured: 'injured', amount: measure } as const;
  return {
    amount: measure === 'incidents' ? undefined : amountReader(cube, measure, filter),
    missing: recordOf(placedNames, (name) => missingReader(cube, missing[name], filter)),
  };
}

function draw(cube: Cube, circles: readonly TileCircle[], byPosition: boolean, { measure, marks = 'circles' }: Drawn): TileAnswer {
  const { idHigh, idLow } = cube.columns;
  return drawTile(circles, byPosition, { measure, marks }, (row) => ({
    id: unpackIdentifier(idHigh[row]!, idLow[row]!),
    occurred_on: dateOfDay(dayOfRow(cube, row)),
  }));
}

/** The parts of a tile, or the positions on it, by location. Their incidents are known by row. */
class Circles {
  readonly #countries: readonly string[];
  readonly #size: number;
  readonly #circles = new Map<number, TileCircle>();

  /** @param size of a part in tile units */
  constructor({ groups }: Cube, size: number) {
    this.#countries = groups.square.fields.country!.values.map(String);
    this.#size = size;
  }

  get size(): number {
    return this.#circles.size;
  }

  /** @param location position of the location among the values of the field */
  at(x: number, y: number, location: number): TileCircle {
    const [column, row] = [Math.floor(x / this.#size), Math.floor(y / this.#size)];
    const key = (row * tileRules.extent + column) * this.#countries.length + location;
    let circle = this.#circles.get(key);
    if (!circle) {
      const middle = { x: (column + 0.5) * this.#size, y: (row + 0.5) * this.#size };
      this.#circles.set(key, (circle = new TileCircle(this.#countries[location]!, middle)));
    }
    return circle;
  }

  all(): TileCircle[] {
    return [...this.#circles.values()];
  }
}

/** How many incidents of a population a tile has that is made of whole squares. */
function countOfTile({ spatialIndex: index }: Cube, population: Population, tile: TileAddress): number {
  const { first, end } = squaresOfTile(index, tile);
  const { incidents } = population.tally('square');
  let count = 0;
  for (let code = 0; code < incidents.length; code++) {
    const position = index.ofCombination[code]!;
    if (position >= first && position < end) count += incidents[code]!;
  }
  return count;
}

/** Parts from the counts by square and type: no incident is looked at, but those that are alone in a part. */
function partsOfSquares(cube: Cube, { population, filter, measure }: Drawn, tile: TileAddress): TileCircle[] {
  const index = cube.spatialIndex;
  const { first, end } = squaresOfTile(index, tile);
  if (first === end) return [];
  const parts = new Circles(cube, partSize(tile.z, Infinity));
  const tally = population.tally('square');
  const { incidents, killed, injured } = tally;
  const [killedMissing, injuredMissing] = [missingIn(tally, 'killed'), missingIn(tally, 'injured')];
  const amounts =
    measure === 'incidents' ? undefined : sumByCombination(cube, 'square', amountsOf(cube, measure, filter), population.rows());
  const missing = missingByCombination(cube, 'square', { measure, filter }, population.rows());
  const seen = new Uint8Array(index.squares.length);
  const scale = 2 ** tile.z * tileRules.extent;
  const unitsX = (x: number) => x * scale - tile.x * tileRules.extent;
  const unitsY = (y: number) => y * scale - tile.y * tileRules.extent;
  for (let code = 0; code < incidents.length; code++) {
    const position = index.ofCombination[code]!;
    const count = incidents[code]!;
    if (position < first || position >= end || count === 0) continue;
    const [x, y] = [unitsX(index.x[position]!), unitsY(index.y[position]!)];
    const part = parts.at(x, y, index.location[position]!);
    part.add(count, killed[code]!, injured[code]!, index.typeOfCombination[code]!, amounts?.[code] ?? 0);
    part.addMissing(killedMissing[code] ?? 0, injuredMissing[code] ?? 0, missing[code]!);
    part.x += x * count;
    part.y += y * count;
    if (part.incidents === 1) part.incident = rowAlone(cube, population, position, code);
    // The places and bounds of a square are the same for each of its types.
    if (seen[position] === 1) continue;
    seen[position] = 1;
    for (let place = 4 * position; place < 4 * position + 4; place++) {
      const placeX = index.placeX[place]!;
      if (!Number.isNaN(placeX)) part.passAt(Math.floor(unitsX(placeX)), Math.floor(unitsY(index.placeY[place]!)));
    }
    part.reach(index.west[position]!, index.south[position]!, index.east[position]!, index.north[position]!);
  }
  const places = placesOn(cube, tile);
  for (const part of parts.all()) {
    if (part.incidents !== 1) continue;
    part.x = places.x(part.incident);
    part.y = places.y(part.incident);
  }
  return parts.all();
}

/** The one row of a square that the population holds in a combination. */
function rowAlone(cube: Cube, population: Population, position: number, code: number): number {
  const { rows, start } = cube.spatialIndex;
  const { codes } = cube.groups.square;
  return rows.subarray(start[position], start[position + 1]).find((row) => codes[row] === code && population.holds(row)) ?? -1;
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
  const { extent } = tileRules;
  const places = placesOn(cube, tile);
  let count = 0;
  for (let at = 0; at < candidates.length; at++) {
    const candidate = candidates[at]!;
    const [placeX, placeY] = [places.x(candidate), places.y(candidate)];
    if (placeX < 0 || placeY < 0 || placeX >= extent || placeY >= extent || !population.holds(candidate)) continue;
    row[count] = candidate;
    x[count] = placeX;
    y[count++] = placeY;
  }
  return { row: row.subarray(0, count), x: x.subarray(0, count), y: y.subarray(0, count) };
}

/** Where rows with a point lie on a tile, or beside it, in whole tile units. */
function placesOn({ columns: { lon, mercatorY } }: Cube, { z, x, y }: TileAddress) {
  // Side of a tile unit where the whole map is 2³² wide.
  const unit = 2 ** (32 - z) / tileRules.extent;
  return {
    x: (row: number) => Math.floor(mercatorXOf(lon[row]!) / unit) - x * tileRules.extent,
    y: (row: number) => Math.floor(mercatorY[row]! / unit) - y * tileRules.extent,
  };
}

/** @param size of a part in tile units */
function partsOfRows(cube: Cube, rows: TileRows, size: number, readers: RowReaders): TileCircle[] {
  const parts = new Circles(cube, size);
  for (const [at, x] of rows.x.entries())
    addRow(cube, parts.at(x, rows.y[at]!, locationOfRow(cube, rows.row[at]!)), rows, at, readers);
  return parts.all();
}

/** Undefined if there are too many positions to draw each. */
function positionsOfRows(cube: Cube, rows: TileRows, readers: RowReaders): TileCircle[] | undefined {
  const positions = new Circles(cube, 1);
  for (const [at, x] of rows.x.entries()) {
    const position = positions.at(x, rows.y[at]!, locationOfRow(cube, rows.row[at]!));
    if (positions.size > tileRules.mostPositions) return undefined;
    addRow(cube, position, rows, at, readers);
  }
  return positions.all();
}

function locationOfRow({ groups: { square } }: Cube, row: number): number {
  return square.fields.country!.positions[square.codes[row]!]!;
}

function addRow(cube: Cube, to: TileCircle, { row: rows, x, y }: TileRows, at: number, { amount, missing }: RowReaders): void {
  const row = rows[at]!;
  const { killed, injured, lon, lat } = cube.columns;
  const type = cube.spatialIndex.typeOfCombination[cube.groups.square.codes[row]!]!;
  to.add(1, killed[row]!, injured[row]!, type, amount?.(row) ?? 0);
  to.addMissing(missing.killed(row), missing.injured(row), missing.amount(row));
  to.x += x[at]!;
  to.y += y[at]!;
  to.passAt(x[at]!, y[at]!);
  to.incident = row;
  to.reach(lon[row]!, lat[row]!, lon[row]!, lat[row]!);
}
