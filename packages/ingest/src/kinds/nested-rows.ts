/**
 * Lists in the records of JSON whose items are rows, as the names of columns say: `deaths.*.date` is the date of each item of `deaths`,
 * and a column without a star, or with fewer, is what is around the item.
 */
export interface NestedRows {
  /** The list of which each item is a row, such as `towns.*.deaths`; undefined if each record is one. */
  readonly list: string | undefined;
  /** How many lists are in each other; 0 if each record is a row. */
  readonly depth: number;
  /** Two columns of different lists, of which only one can give the rows; undefined if there are none. */
  readonly conflict: readonly [string, string] | undefined;
  /** The name of a column, from a path with a number for each item, and in how many of the lists it is. */
  readonly columnOf: (path: string) => NestedColumn;
}

interface NestedColumn {
  readonly name: string;
  readonly level: number;
  /** The path of the item that it belongs to; empty for a record. */
  readonly item: string;
}

/** @param columns that are needed */
export function nestedRows(columns: readonly string[]): NestedRows {
  const lists = columns.flatMap((column) => {
    const list = listOf(column);
    return list === undefined ? [] : [{ column, list }];
  });
  const innermost = lists.toSorted((one, other) => other.list.length - one.list.length)[0];
  const other = lists.find(({ list }) => innermost && !`${innermost.list}.`.startsWith(`${list}.`));
  const chain = innermost?.list.split('.') ?? [];
  return {
    list: innermost?.list.slice(0, -'.*'.length),
    depth: chain.filter((step) => step === '*').length,
    conflict: innermost && other && [innermost.column, other.column],
    columnOf(path) {
      const steps = chain.length === 0 ? [] : path.split('.');
      const differing = chain.findIndex((step, at) => (step === '*' ? !/^\d+$/.test(steps[at] ?? '') : step !== steps[at]));
      const end = chain.slice(0, differing < 0 ? chain.length : differing).lastIndexOf('*') + 1;
      if (end === 0) return { name: path, level: 0, item: '' };
      const item = steps.slice(0, end);
      const level = chain.slice(0, end).filter((step) => step === '*').length;
      return { name: [...chain.slice(0, end), ...steps.slice(end)].join('.'), level, item: item.join('.') };
    },
  };
}

/** The list that a column is of, such as `deaths.*` of `deaths.*.date`; undefined if it is of the record itself. */
export function listOf(column: string): string | undefined {
  return /^.+\.\*(?=\.)/.exec(column)?.[0];
}
