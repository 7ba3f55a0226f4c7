import { LRUCache } from 'lru-cache';
import type { Cube } from '@monitor/cube';
import { fieldOfSort, type Measure, type SortField } from '@monitor/domain';
import { type Database, inHeldState, readOrder } from '@monitor/store';
import type { FoundOrder, ListedPart } from '@monitor/engine';
import { SharedWork } from '../shared-work.ts';

/** Bytes of the orders of one cube that are kept: four for each incident and field. */
const mostBytes = 64 * 2 ** 20;

/** All incidents of a cube in the orders that only the database knows, such as that of the names of places; read once for each dataset version. */
export class ListOrders {
  readonly #database: Database;
  readonly #kept = new WeakMap<Cube, LRUCache<string, FoundOrder>>();
  readonly #reading = new SharedWork<FoundOrder | undefined>();

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Undefined if the database is at another version than the cube and does not hold that of the cube.
   * @param held name of the database's state of the cube's version, where it is held
   */
  async find(
    cube: Cube,
    { sort, measure }: Pick<ListedPart, 'sort' | 'measure'>,
    held: string | undefined,
    signal: AbortSignal,
  ): Promise<FoundOrder | undefined> {
    const kept =
      this.#kept.get(cube) ??
      new LRUCache<string, FoundOrder>({ maxSize: mostBytes, sizeCalculation: ({ keys }) => Math.max(1, keys.byteLength) });
    this.#kept.set(cube, kept);
    const field = fieldOfSort(sort);
    // What a measure counts of incidents is in the cube but for numbers of people, which have a field of their own.
    const sorted = field === 'amount' ? (measure as SortField & Measure) : field;
    const order =
      kept.get(sorted) ??
      (await this.#reading.run(`${cube.version} ${sorted}`, signal, (shared) => this.#read(cube, sorted, held, shared)));
    if (order) kept.set(sorted, order);
    return order;
  }

  async #read(
    cube: Cube,
    field: Exclude<SortField, 'amount'>,
    held: string | undefined,
    signal: AbortSignal,
  ): Promise<FoundOrder | undefined> {
    const { version, keys, reported } = await inHeldState(held, (snapshot) =>
      readOrder(this.#database, field, { signal, snapshot }),
    );
    if (version !== cube.version) return undefined;
    // In shared memory, since several threads may be given it.
    const shared = new Uint32Array(new SharedArrayBuffer(keys.byteLength));
    shared.set(keys);
    return { keys: shared, reported };
  }
}
