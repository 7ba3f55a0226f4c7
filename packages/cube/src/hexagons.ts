import { latLngToCell } from 'h3-js';
import {
  dimensions,
  finestLevel,
  type Filter,
  type Hexagon,
  type Measure,
  placedNames,
  type PlacedName,
  type PlacePrecision,
  recordOf,
} from '@monitor/domain';
import type { Cube } from './cube.ts';
import { noDegrees } from './cube-rows.ts';
import { missingReader } from './missing.ts';
import type { Population } from './population.ts';
import { amountReader, forEachRow } from './read-rows.ts';

/** In which hexagon of a level each row lies. A coarser cell is not quite the sum of finer ones, so that each level has its own. */
export interface HexagonIndex {
  readonly level: number;
  /** Where the rows were, and their keys; not the cube itself, which need not live as long. */
  readonly points: { readonly lon: Int32Array; readonly lat: Int32Array; readonly rowOfKey: Uint32Array };
  /** Indexes of the cells, each once. */
  readonly cells: string[];
  /** For each row, the position of its cell plus one; 0 without a point. */
  readonly ofRow: Uint32Array;
}

/** Rows between two breaths: about two milliseconds of work where every point is new. */
const rowsAtOnce = 1000;

/**
 * Finds the hexagon of each row. It takes about two seconds for a million points, so that it gives way now and then: whoever drives it
 * may do other things between two steps.
 * @param earlier index of the same level of an earlier cube, from which rows that have not moved take their hexagon
 */
export function* hexagonIndexOf(cube: Cube, level: number, earlier?: HexagonIndex): Generator<void, HexagonIndex, undefined> {
  const { lon, lat, key } = cube.columns;
  const cells = [...(earlier?.cells ?? [])];
  const known = new Map(cells.map((cell, position) => [cell, position]));
  const ofRow = new Uint32Array(cube.rows);
  for (let row = 0; row < cube.rows; row++) {
    if (row % rowsAtOnce === 0) yield;
    if (lon[row] === noDegrees) continue;
    const before = earlier?.points.rowOfKey[key[row]!] ?? 0;
    if (earlier && before > 0 && earlier.points.lon[before - 1] === lon[row] && earlier.points.lat[before - 1] === lat[row]) {
      ofRow[row] = earlier.ofRow[before - 1]!;
      continue;
    }
    const cell = latLngToCell(lat[row]! / 1e6, lon[row]! / 1e6, level);
    let position = known.get(cell);
    if (position === undefined) {
      position = cells.push(cell) - 1;
      known.set(cell, position);
    }
    ofRow[row] = position + 1;
  }
  return { level, points: { lon, lat, rowOfKey: cube.rowOfKey }, cells, ofRow };
}

/** What is counted: the population of a filter, and what a measure counts of it. */
export interface CountedInHexagons {
  readonly population: Population;
  readonly filter: Filter;
  readonly measure: Measure;
}

/** The finest level at which a population may be counted. */
export function finestHexagons(cube: Cube, population: Population): number {
  return finestLevel(precisionsOf(cube, population));
}

/** The incidents of a population by hexagon of the level of an index, by its name. */
export function hexagonsOf(cube: Cube, index: HexagonIndex, { population, filter, measure }: CountedInHexagons): Hexagon[] {
  const sums = sumOfCells(cube, index, population, {
    killed: [amountReader(cube, 'killed', filter), missingReader(cube, 'killed', filter)],
    injured: [amountReader(cube, 'injured', filter), missingReader(cube, 'injured', filter)],
    amount: [amountReader(cube, measure, filter), missingReader(cube, measure, filter)],
  });
  const found = index.cells.flatMap((cell, at): Hexagon | [] => {
    const incidents = sums.incidents[at]!;
    if (incidents === 0) return [];
    const figures = recordOf(placedNames, (name) => sums.counted[name].amounts[at]!);
    return { cell, incidents, ...figures, notReported: recordOf(placedNames, (name) => sums.counted[name].missing[at]!) };
  });
  return found.sort((one, other) => (one.cell < other.cell ? -1 : 1));
}

function precisionsOf(cube: Cube, population: Population): PlacePrecision[] {
  const { group } = dimensions.place_precision;
  const { values, positions } = cube.groups[group].fields['place_precision']!;
  const { incidents } = population.tally(group);
  const found = new Set<PlacePrecision>();
  for (let code = 0; code < incidents.length; code++)
    if (incidents[code]! > 0) found.add(values[positions[code]!] as PlacePrecision);
  return [...found];
}

/** What a row has of each number, and 1 where it does not give it. */
type Readers = Readonly<Record<PlacedName, readonly [amountOf: (row: number) => number, missingOf: (row: number) => number]>>;

function sumOfCells(cube: Cube, { cells, ofRow }: HexagonIndex, population: Population, readers: Readers) {
  const zeros = () => new Float64Array(cells.length);
  const sums = { incidents: zeros(), counted: recordOf(placedNames, () => ({ amounts: zeros(), missing: zeros() })) };
  forEachRow(population, (row) => {
    const cell = ofRow[row]! - 1;
    if (cell < 0) return;
    sums.incidents[cell]!++;
    for (const name of placedNames) {
      const [amountOf, missingOf] = readers[name];
      const { amounts, missing } = sums.counted[name];
      amounts[cell]! += amountOf(row);
      missing[cell]! += missingOf(row);
    }
  });
  return sums;
}
