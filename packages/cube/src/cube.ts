import { type CodeTables, codeTablesOf } from './code-table.ts';
import type { CubeRows } from './cube-rows.ts';
import { type DaySums, daySumsOf } from './day-sums.ts';
import { type GroupName, recordOfGroups } from './groups.ts';
import { type RowsWithPeople, rowsWithPeopleOf } from './people.ts';
import { type RowFlags, rowFlagsOf } from './row-flags.ts';
import { type SpatialIndex, spatialIndexOf } from './spatial-index.ts';
import { type KeptTallies, keptTalliesOf } from './tally.ts';
import { type TraitTables, traitTablesOf } from './trait-table.ts';

/** An immutable snapshot of the published incidents, with sums and indexes calculated once so that no request waits for them. */
export interface Cube extends CubeRows {
  readonly rowsWithPeople: RowsWithPeople;
  readonly rowFlags: RowFlags;
  readonly daySums: DaySums;
  readonly keptTallies: Readonly<Record<GroupName, KeptTallies>>;
  readonly traitTables: TraitTables;
  readonly codeTables: CodeTables;
  readonly spatialIndex: SpatialIndex;
  /** For each key, its row plus one; 0 if there is none. */
  readonly rowOfKey: Uint32Array;
}

/** The rows with all sums and indexes. */
export function completeCube(given: CubeRows): Cube {
  const rows = { ...given, rowsWithPeople: rowsWithPeopleOf(given), rowFlags: rowFlagsOf(given) };
  const traitTables = traitTablesOf(rows);
  return {
    ...rows,
    daySums: daySumsOf(rows),
    keptTallies: recordOfGroups((name) => keptTalliesOf(rows, name)),
    traitTables,
    codeTables: codeTablesOf(rows, traitTables),
    spatialIndex: spatialIndexOf(rows),
    rowOfKey: rowOfKey(rows),
  };
}

function rowOfKey({ columns: { key } }: CubeRows): Uint32Array {
  const rows = new Uint32Array(key.reduce((most, one) => Math.max(most, one), 0) + 1);
  for (let row = 0; row < key.length; row++) rows[key[row]!] = row + 1;
  return rows;
}
