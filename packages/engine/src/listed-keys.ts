import { type Cube, keysAt, type Population, type RowOrder, rowsBefore, rowsOfIdentifiers } from '@monitor/cube';
import { isDescending, offsetAround } from '@monitor/domain';
import type { ListedKeys, ListedPart } from './analytics.ts';

/** The incidents at the positions of a part of a list. */
export function listedKeys(cube: Cube, population: Population, order: RowOrder, { sort, start, limit }: ListedPart): ListedKeys {
  const descending = isDescending(sort);
  const selected = population.rows();
  let offset: number | null;
  if ('offset' in start) offset = start.offset;
  else {
    const [row] = rowsOfIdentifiers(cube, [start.around]);
    const isListed = row !== undefined && population.holds(row);
    offset = offsetAround(isListed ? (rowsBefore(order, selected, row, descending) ?? null) : null, limit);
  }
  return { offset, keys: offset === null ? [] : keysAt(cube, order, selected, { descending, offset, limit: limit + 1 }) };
}
