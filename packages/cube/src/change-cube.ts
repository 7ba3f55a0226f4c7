import { CombinationTable } from './combination-table.ts';
import { completeCube, type Cube } from './cube.ts';
import { type Column, type Columns, type Group, lastDay, rowsOfDays } from './cube-rows.ts';
import { fieldsOfGroup, type GroupName, recordOfGroups } from './groups.ts';

/** Changes to some incidents since a cube was made. */
export interface CubeChange {
  /** Keys of incidents that are no longer as the cube has them: changed, retracted or gone. */
  readonly outdated: Iterable<number>;
  /** The changed and new incidents as they are now. */
  readonly current: Cube;
}

/** The cube with a change applied, of the version of `current`. Costs a copy of the columns, whatever the size of the change. */
export function changeCube(cube: Cube, { outdated, current }: CubeChange): Cube {
  const gone = new Set(outdated);
  const firstDay =
    cube.rows === 0 ? current.firstDay : current.rows === 0 ? cube.firstDay : Math.min(cube.firstDay, current.firstDay);
  const days = Math.max(lastDay(cube), lastDay(current)) - firstDay + 1;
  const dayStart = new Uint32Array(Math.max(0, days) + 1);
  // Rows of the result: positive numbers are rows of the old cube plus one, negative ones rows of the new plus one.
  const origin = new Int32Array(cube.rows + current.rows);
  let rows = 0;
  for (let day = 0; day < days; day++) {
    const kept = rowsOfDays(cube, firstDay + day, firstDay + day);
    const fresh = rowsOfDays(current, firstDay + day, firstDay + day);
    let next = fresh.start;
    for (let row = kept.start; row < kept.end; row++) {
      if (gone.has(cube.columns.key[row]!)) continue;
      while (next < fresh.end && comesBefore(current, next, cube, row)) origin[rows++] = -++next;
      origin[rows++] = row + 1;
    }
    while (next < fresh.end) origin[rows++] = -++next;
    dayStart[day + 1] = rows;
  }
  const from = origin.subarray(0, rows);
  const trimmed = withoutEmptyEdges(dayStart);
  const names = Object.keys(cube.columns) as (keyof Columns)[];
  return completeCube({
    version: current.version,
    rows,
    firstDay: rows === 0 ? 0 : firstDay + trimmed.skipped,
    dayStart: trimmed.dayStart,
    columns: Object.fromEntries(
      names.map((name) => [name, gatherColumn(cube.columns[name], current.columns[name], from)]),
    ) as unknown as Columns,
    groups: recordOfGroups((name) => gatherGroup(name, cube.groups[name], current.groups[name], from)),
  });
}

/** Whether a row has the lesser identifier. */
function comesBefore({ columns: one }: Cube, row: number, { columns: other }: Cube, otherRow: number): boolean {
  const [high, otherHigh] = [one.idHigh[row]!, other.idHigh[otherRow]!];
  return high < otherHigh || (high === otherHigh && one.idLow[row]! < other.idLow[otherRow]!);
}

/** The same days without those before the first row and after the last, which would widen what the data seem to cover. */
function withoutEmptyEdges(dayStart: Uint32Array): { dayStart: Uint32Array; skipped: number } {
  const rows = dayStart.at(-1)!;
  if (rows === 0) return { dayStart: new Uint32Array(1), skipped: 0 };
  const skipped = dayStart.findIndex((start) => start > 0) - 1;
  return { dayStart: dayStart.slice(skipped, dayStart.indexOf(rows) + 1), skipped };
}

/** The values of a column by origin, in the wider of the two kinds. */
function gatherColumn<Kind extends Column>(old: Kind, fresh: Kind, from: Int32Array): Kind {
  const wider = old.BYTES_PER_ELEMENT >= fresh.BYTES_PER_ELEMENT ? old : fresh;
  const column = new (wider.constructor as new (length: number) => Kind)(from.length);
  for (let at = 0; at < from.length; at++) {
    const row = from[at]!;
    column[at] = row > 0 ? old[row - 1]! : fresh[-row - 1]!;
  }
  return column;
}

function gatherGroup(name: GroupName, old: Group, fresh: Group, from: Int32Array): Group {
  const table = new CombinationTable(Object.keys(fieldsOfGroup[name]));
  table.takeIn(old);
  const translated = table.takeIn(fresh);
  const codes = table.column(from.length);
  for (let at = 0; at < from.length; at++) {
    const row = from[at]!;
    codes[at] = row > 0 ? old.codes[row - 1]! : translated[fresh.codes[-row - 1]!]!;
  }
  return { combinations: table.length, fields: table.fields(), codes };
}
