import { LRUCache } from 'lru-cache';
import { filterQuery } from '@monitor/contract';
import {
  bytesOfOrder,
  type Cube,
  keysAt,
  orderOfKeys,
  orderRows,
  type Population,
  type RowOrder,
  rowsBefore,
  rowsOfIdentifiers,
} from '@monitor/cube';
import { type Filter, fieldOfSort, isDescending, isSubjectMeasure, type Measure, type SortField } from '@monitor/domain';
import { type Database, inHeldState, offsetAround, readOrder } from '@monitor/store';
import type { ListedKeys, ListedPart } from '../analytics.ts';
import { SharedWork } from '../shared-work.ts';

/** Bytes of the orders of one cube that are kept: four for each incident and field. */
const mostBytes = 64 * 2 ** 20;

/** What an order is needed for. */
interface Wanted {
  readonly filter: Filter;
  /** Name of the database's state of the cube's version, where it is held. */
  readonly held: string | undefined;
}

/** All incidents of a cube in the order of a field, found when somebody first sorts by it and kept as long as the cube. */
export class ListOrders {
  readonly #database: Database;
  readonly #kept = new WeakMap<Cube, LRUCache<string, RowOrder>>();
  readonly #reading = new SharedWork<RowOrder | undefined>();

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * The order of a list. The cube sorts by what it has; the database by the rest, once for each dataset version. Undefined where the
   * database is at another version and does not hold the cube's.
   */
  async find(
    cube: Cube,
    { filter, held }: Wanted,
    { sort, measure }: Pick<ListedPart, 'sort' | 'measure'>,
    signal: AbortSignal,
  ): Promise<RowOrder | undefined> {
    const kept = this.#kept.get(cube) ?? new LRUCache<string, RowOrder>({ maxSize: mostBytes, sizeCalculation: sizeOf });
    this.#kept.set(cube, kept);
    const field = fieldOfSort(sort);
    const name = nameOf(field, measure, filter);
    const order =
      kept.get(name) ??
      orderRows(cube, { field, measure, filter }) ??
      (await this.#reading.run(`${cube.version} ${name}`, signal, (shared) => this.#read(cube, field, measure, held, shared)));
    if (order) kept.set(name, order);
    return order;
  }

  async #read(
    cube: Cube,
    field: SortField,
    measure: Measure,
    held: string | undefined,
    signal: AbortSignal,
  ): Promise<RowOrder | undefined> {
    // What a measure counts of incidents is in the cube but for numbers of people, which have a field of their own.
    const sorted = field === 'amount' ? (measure as SortField & Measure) : field;
    const { version, keys, reported } = await inHeldState(held, (snapshot) =>
      readOrder(this.#database, sorted, { signal, snapshot }),
    );
    return version === cube.version ? orderOfKeys(cube, keys, reported) : undefined;
  }
}

function sizeOf(order: RowOrder): number {
  return Math.max(1, bytesOfOrder(order));
}

/** The same for all lists of a cube that are in the same order. Amounts of subjects follow what the filter says of these. */
function nameOf(field: SortField, measure: Measure, filter: Filter): string {
  if (field !== 'amount') return field;
  return isSubjectMeasure(measure) ? `${field} ${measure} ${filterQuery(filter)}` : `${field} ${measure}`;
}

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
