import type { Cube, CubeRows } from './cube.ts';
import { daySumsOf } from './day-sums.ts';
import { type GroupName, groupNames } from './groups.ts';
import { spatialIndexOf } from './spatial-index.ts';
import { type KeptTallies, keptTalliesOf } from './tally.ts';

/** The rows with all sums and indexes worked out. */
export function completeCube(rows: CubeRows): Cube {
  return {
    ...rows,
    daySums: daySumsOf(rows),
    keptTallies: Object.fromEntries(groupNames.map((name) => [name, keptTalliesOf(rows, name)])) as Record<GroupName, KeptTallies>,
    spatialIndex: spatialIndexOf(rows),
    rowOfKey: rowOfKey(rows),
  };
}

function rowOfKey({ columns: { key } }: CubeRows): Uint32Array {
  const rows = new Uint32Array(key.reduce((most, one) => Math.max(most, one), 0) + 1);
  for (let row = 0; row < key.length; row++) rows[key[row]!] = row + 1;
  return rows;
}
