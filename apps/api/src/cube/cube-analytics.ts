import { LRUCache } from 'lru-cache';
import { filterQuery } from '@monitor/contract';
import {
  bitmapOfKeys,
  type Cube,
  type HexagonIndex,
  exactPoints,
  finestHexagons,
  hexagonIndexOf,
  hexagonsOf,
  keysOfRows,
  type Population,
  populationOf,
  type RowBitmap,
  rowsMeeting,
  searchedConstraints,
  summarise,
  tileOf,
  yearlyAmounts,
} from '@monitor/cube';
import { type Filter, filterNames, hexagonsUpTo, without } from '@monitor/domain';
import { type Database, inHeldState, readIncidentKeys } from '@monitor/store';
import { type Analytics, NumbersNotReadyError } from '../analytics.ts';
import { SharedWork } from '../shared-work.ts';
import type { CubeSource } from './cube-source.ts';
import { inBreaths } from './in-breaths.ts';
import { listedKeys, ListOrders } from './list-orders.ts';

/** Milliseconds that a request waits for the snapshot to catch up with the database. */
const longestWait = 5000;
/** Milliseconds that a request waits for the first signals, which take some seconds after the first snapshot. */
const longestSignalWait = 25_000;
/** What the cube decides itself. */
const otherConstraints = filterNames.filter((name) => !searchedConstraints.includes(name));
/** Attempts to find database and snapshot at the same version. */
const attempts = 5;

/** Numbers from memory. The database finds the incidents that match text. */
export function cubeAnalytics(database: Database, source: CubeSource): Analytics {
  // The numbers of one filter, its tiles and its list are usually requested together.
  const lookups = new SharedWork<CubeWithBitmap>();
  const memories = new WeakMap<Cube, CubeMemory>();
  const orders = new ListOrders(database);
  const memoryOf = (cube: Cube) => {
    const memory = memories.get(cube) ?? new CubeMemory();
    memories.set(cube, memory);
    return memory;
  };

  const hexagons = new HexagonIndexes();

  const heldAt = (version: number) => (source.held?.version === version ? source.held.name : undefined);

  /** The snapshot, and the bitmap of the filter's text, both of one version. */
  async function ofOneVersion(filter: Filter, signal: AbortSignal): Promise<CubeWithBitmap> {
    const cube = currentCube();
    const part = without(filter, ...otherConstraints);
    if (Object.keys(part).length === 0) return { cube };
    const bitmap = memoryOf(cube).bitmaps.get(filterQuery(part));
    if (bitmap) return { cube, bitmap };
    return lookups.run(`${cube.version} ${filterQuery(part)}`, signal, (shared) => lookUp(part, shared));
  }

  async function lookUp(part: Filter, signal: AbortSignal): Promise<CubeWithBitmap> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const { version, keys } = await inHeldState(heldAt(currentCube().version), (snapshot) =>
        readIncidentKeys(database, part, { signal, snapshot }),
      );
      const cube = await source
        .atLeast(version, AbortSignal.any([signal, AbortSignal.timeout(longestWait)]))
        .catch(() => undefined);
      signal.throwIfAborted();
      if (cube?.version !== version) continue;
      const bitmap = bitmapOfKeys(cube, keys);
      memoryOf(cube).bitmaps.set(filterQuery(part), bitmap);
      return { cube, bitmap };
    }
    throw new NumbersNotReadyError('The incidents are changing faster than they can be read. Try again in a few seconds.');
  }

  /** Throws `NumbersNotReadyError` before the first snapshot is read. */
  function currentCube(): Cube {
    if (source.current) return source.current;
    throw new NumbersNotReadyError('The incidents are still being read. Try again in a few seconds.');
  }

  return {
    version: async () => currentCube().version,
    async signals(signal) {
      const waiting = AbortSignal.any([signal, AbortSignal.timeout(longestSignalWait)]);
      const found = await source.signalsAtLeast(0, waiting).catch(() => undefined);
      signal.throwIfAborted();
      if (!found) throw new NumbersNotReadyError('The signals are still being calculated. Try again in a few seconds.');
      return found;
    },
    async snapshot(filter, signal) {
      const { cube, bitmap } = await ofOneVersion(filter, signal);
      const memory = memoryOf(cube);
      const populate = (wanted: Filter) =>
        getOrMake(memory.populations, filterQuery(wanted), () => populationOf(cube, wanted, bitmap));
      return {
        memory: {
          version: cube.version,
          held: heldAt(cube.version),
          findInRing: (ring, version) =>
            version === cube.version ? keysOfRows(cube, rowsMeeting(cube, 'within', ring)) : undefined,
          incidents: () => populate(filter).incidents,
          listed: async (part) => {
            const order = await orders.find(cube, { filter, held: heldAt(cube.version) }, part, signal);
            return order && listedKeys(cube, populate(filter), order, part);
          },
        },
        summary: async (request) => summarise(cube, filter, request, populate),
        yearly: async (measures) => ({ datasetVersion: cube.version, rows: yearlyAmounts(cube, filter, measures, bitmap) }),
        hexagons: async (wanted, measure) => {
          const counted = { population: populate(filter), filter, measure };
          const answer = await hexagonsUpTo(wanted, finestHexagons(cube, counted.population), async (level) =>
            hexagonsOf(cube, await hexagons.of(cube, level), counted),
          );
          return { datasetVersion: cube.version, ...answer };
        },
        points: async () => ({ datasetVersion: cube.version, ...exactPoints(cube, populate(filter)) }),
        tile: async (tile, drawn) => ({
          datasetVersion: cube.version,
          ...tileOf(cube, { population: populate(filter), filter, ...drawn }, tile),
        }),
      };
    },
  };
}

interface CubeWithBitmap {
  readonly cube: Cube;
  readonly bitmap?: RowBitmap;
}

/** The hexagons of rows at each level that anybody asked for, of the latest cube of which they did. */
class HexagonIndexes {
  readonly #known = new Map<
    number,
    { readonly cube: WeakRef<Cube>; readonly version: number; readonly index: Promise<HexagonIndex> }
  >();

  async of(cube: Cube, level: number): Promise<HexagonIndex> {
    const known = this.#known.get(level);
    if (known?.cube.deref() === cube) return known.index;
    const index = (async () => inBreaths(hexagonIndexOf(cube, level, await known?.index)))();
    // An older cube is still answered, but not kept.
    if (known === undefined || known.version <= cube.version)
      this.#known.set(level, { cube: new WeakRef(cube), version: cube.version, index });
    return index;
  }
}

/** Intermediate results, dropped with the cube. The answers themselves are kept elsewhere. */
class CubeMemory {
  /** Bounded in number, since they grow with each request; the next requests are mostly of the last filters. */
  readonly populations = new LRUCache<string, Population>({ max: 12 });
  /** Bounded in bytes; each has a bit for every incident. */
  readonly bitmaps = new LRUCache<string, RowBitmap>({
    maxSize: 16 * 2 ** 20,
    sizeCalculation: ({ words }) => Math.max(1, words.byteLength),
  });
}

function getOrMake<Value extends object>(cache: LRUCache<string, Value>, key: string, make: () => Value): Value {
  let value = cache.get(key);
  if (!value) cache.set(key, (value = make()));
  return value;
}
