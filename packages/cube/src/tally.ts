import type { Cube } from './cube.ts';
import type { GroupName } from './groups.ts';

/** For each combination of a group: incidents, killed and injured. */
export interface Tally {
  readonly incidents: Uint32Array;
  readonly killed: Float64Array;
  readonly injured: Float64Array;
}

/** Rows among the given ones with anybody killed or injured: few, so that sums of people cost little. */
export function casualtyRows(cube: Cube, rows: Uint32Array): Uint32Array {
  const { killed, injured } = cube.columns;
  const found = new Uint32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if ((killed[row]! | injured[row]!) !== 0) found[count++] = row;
  }
  return found.subarray(0, count);
}

/** Counts the combinations of a group over rows. */
export function tally(cube: Cube, name: GroupName, rows: Uint32Array, casualties: Uint32Array): Tally {
  const { codes, combinations } = cube.groups[name];
  const incidents = new Uint32Array(combinations.length);
  const killed = new Float64Array(combinations.length);
  const injured = new Float64Array(combinations.length);
  for (let at = 0; at < rows.length; at++) incidents[codes[rows[at]!]!]!++;
  for (let at = 0; at < casualties.length; at++) {
    const row = casualties[at]!;
    const code = codes[row]!;
    killed[code]! += cube.columns.killed[row]!;
    injured[code]! += cube.columns.injured[row]!;
  }
  return { incidents, killed, injured };
}
