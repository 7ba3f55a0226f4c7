/**
 * Small numbers in a table of counts with its sums, such as people by sex and type. Somebody who knows one of the people could learn
 * more from a number of one or two.
 */

/** Counts by row and column. */
export type Counts = readonly (readonly number[])[];

/** The counts of a table with its sums; null where a number is suppressed. The last row and the last column are sums. */
export type ProtectedTable = readonly (readonly (number | null)[])[];

/** The least number of people that is shown; zero is no person, and is shown. */
export const leastShown = 3;

/**
 * A table with the sums of its rows, its columns and all, in which numbers of one or two are suppressed, and as many others as it takes
 * so that none of the suppressed ones follows from what is left: each of them could be another number, with all that is shown and every
 * suppressed number at least 1. (Complementary suppression: Hundepool and others, Statistical Disclosure Control, 2012, chapter 4.)
 */
export function protectedTable(counts: Counts): ProtectedTable {
  const table = withSums(counts);
  const hidden = table.map((row) => row.map(isSmall));
  for (const [row, cells] of table.entries())
    for (const [column, count] of cells.entries())
      if (isSmall(count)) for (const cell of cheapestRound(table, hidden, { row, column })) hidden[cell.row]![cell.column] = true;
  return table.map((row, at) => row.map((count, column) => (hidden[at]?.[column] === true ? null : count)));
}

function isSmall(count: number): boolean {
  return count > 0 && count < leastShown;
}

function withSums(counts: Counts): number[][] {
  const width = counts[0]?.length ?? 0;
  const rows = counts.map((row) => [...row, sumOf(row)]);
  return [...rows, Array.from({ length: width + 1 }, (_, column) => sumOf(rows.map((row) => row[column] ?? 0)))];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

type Hidden = readonly (readonly boolean[])[];

/** Suppressing a sum costs more than suppressing all numbers that are no sums. */
const costOfSum = 1e9;

/**
 * The numbers to suppress so that one cell does not follow from the others: those that could change by one together with it, with every
 * row and every column still adding up. In a table where sums count as negative cells each line adds up to zero, so changes go round: from
 * the cell along its column to another row, along that to another column, and back. The round with the smallest numbers that are not
 * suppressed yet; where all are, none has to be.
 */
function cheapestRound(table: readonly number[][], hidden: Hidden, start: Cell): readonly Cell[] {
  const rounds = ([1, -1] as const).flatMap((change) => roundOf(table, hidden, start, change) ?? []);
  const [cheapest] = rounds.toSorted((one, other) => one.cost - other.cost);
  return cheapest?.cells ?? [];
}

interface Round {
  readonly cells: readonly Cell[];
  readonly cost: number;
}

/** The cheapest round in which the cell changes by this; undefined where there is none (Dijkstra over rows and columns). */
function roundOf(table: readonly number[][], hidden: Hidden, start: Cell, change: 1 | -1): Round | undefined {
  const last = { row: table.length - 1, column: (table[0]?.length ?? 0) - 1 };
  const isSum = ({ row, column }: Cell) => row === last.row || column === last.column;
  // The sum of all counts as positive again.
  const sign = ({ row, column }: Cell) => ((row === last.row) !== (column === last.column) ? -1 : 1);
  const at = ({ row, column }: Cell) => table[row]?.[column] ?? 0;
  if (at(start) + change < 1) return undefined;
  const balance = sign(start) * change;
  const canChange = (cell: Cell, of: number) => at(cell) > 0 && at(cell) + sign(cell) * of >= 1;
  const costOf = (cell: Cell) => (hidden[cell.row]?.[cell.column] === true ? 0 : at(cell) + (isSum(cell) ? costOfSum : 0));
  const columns = new Map<number, Round>([[start.column, { cells: [], cost: 0 }]]);
  const done = new Set<number>();
  let best: Round | undefined;
  for (;;) {
    const [next] = [...columns].filter(([column]) => !done.has(column)).toSorted(([, one], [, other]) => one.cost - other.cost);
    if (next === undefined || (best !== undefined && next[1].cost >= best.cost)) return best;
    const [column, round] = next;
    done.add(column);
    for (let row = 0; row <= last.row; row++) {
      const down = { row, column };
      if ((row === start.row && column === start.column) || !canChange(down, -balance)) continue;
      const reached = { cells: [...round.cells, down], cost: round.cost + costOf(down) };
      if (row === start.row) {
        if (best === undefined || reached.cost < best.cost) best = reached;
        continue;
      }
      if (round.cells.some((cell) => cell.row === row)) continue;
      for (let other = 0; other <= last.column; other++) {
        const across = { row, column: other };
        if (done.has(other) || !canChange(across, balance)) continue;
        const cost = reached.cost + costOf(across);
        if (cost < (columns.get(other)?.cost ?? Infinity)) columns.set(other, { cells: [...reached.cells, across], cost });
      }
    }
  }
}
