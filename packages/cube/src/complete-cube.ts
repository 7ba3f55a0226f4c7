import type { Cube, CubeRows } from './cube.ts';
import { daySumsOf } from './day-sums.ts';
import { perGroup } from './groups.ts';
import { harmOf } from './harm.ts';
import { spatialIndexOf } from './spatial-index.ts';
import { keptTalliesOf } from './tally.ts';

/** The rows with all sums and indexes worked out. */
export function completeCube(given: CubeRows): Cube {
  const rows = { ...given, harm: harmOf(given) };
  return {
    ...rows,
    daySums: daySumsOf(rows),
    keptTallies: perGroup((name) => keptTalliesOf(rows, name)),
    spatialIndex: spatialIndexOf(rows),
    rowOfKey: rowOfKey(rows),
  };
}

function rowOfKey({ columns: { key } }: CubeRows): Uint32Array {
  const rows = new Uint32Array(key.reduce((most, one) => Math.max(most, one), 0) + 1);
  for (let row = 0; row < key.length; row++) rows[key[row]!] = row + 1;
  return rows;
}
