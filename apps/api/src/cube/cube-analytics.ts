import { LRUCache } from 'lru-cache';
import { filterQuery } from '@monitor/contract/without-schemas';
import { bitmapOfKeys, type Cube, type RowBitmap, searchedConstraints } from '@monitor/cube';
import { type Filter, filterNames, without } from '@monitor/domain';
import { type Database, inHeldState, readIncidentKeys } from '@monitor/store';
import { type Analytics, NumbersNotReadyError } from '../analytics.ts';
import { SharedWork } from '../shared-work.ts';
import { answerHere } from './cube-reader.ts';
import type { CubeSource } from './cube-source.ts';
import { ListOrders } from './list-orders.ts';
import type { AskCube, Asked, QuestionName, Told } from './questions.ts';

/** Milliseconds that a request waits for the snapshot to catch up with the database. */
const longestWait = 5000;
/** Milliseconds that a request waits for the first signals, which take some seconds after the first snapshot. */
const longestSignalWait = 25_000;
/** What the cube decides itself. */
const otherConstraints = filterNames.filter((name) => !searchedConstraints.includes(name));
/** Attempts to find database and snapshot at the same version. */
const attempts = 5;

/**
 * Numbers from memory. The database finds the incidents that match text.
 * @param askCube asks a cube, on this thread where left out
 */
export function cubeAnalytics(database: Database, source: CubeSource, askCube: AskCube = answerHere()): Analytics {
  // The numbers of one filter, its tiles and its list are usually requested together.
  const lookups = new SharedWork<CubeWithBitmap>();
  const bitmaps = new KeptBitmaps();
  const orders = new ListOrders(database);

  const heldAt = (version: number) => (source.held?.version === version ? source.held.name : undefined);

  /** The snapshot, and the bitmap of the filter's text, both of one version. */
  async function ofOneVersion(filter: Filter, signal: AbortSignal): Promise<CubeWithBitmap> {
    const cube = currentCube();
    const part = without(filter, ...otherConstraints);
    if (Object.keys(part).length === 0) return { cube };
    const bitmap = bitmaps.of(cube).get(filterQuery(part));
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
      bitmaps.of(cube).set(filterQuery(part), bitmap);
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
      const datasetVersion = cube.version;
      const ask = <Name extends QuestionName>(name: Name, asked: Asked[Name]): Promise<Told[Name]> =>
        askCube(cube, { name, asked, filter, found: bitmap }, signal);
      return {
        memory: {
          version: datasetVersion,
          held: heldAt(datasetVersion),
          count: () => ask('count', null),
          inRing: (ring) => ask('ring', ring),
          async listed(part) {
            const listed = await ask('listed', { part });
            if (listed !== 'unknown order') return listed;
            const order = await orders.find(cube, part, heldAt(datasetVersion), signal);
            if (order === undefined) return undefined;
            const found = await ask('listed', { part, order });
            return found === 'unknown order' ? undefined : found;
          },
        },
        summary: (request) => ask('summary', request),
        yearly: async (measures) => ({ datasetVersion, rows: await ask('yearly', measures) }),
        hexagons: async (level, measure) => ({ datasetVersion, ...(await ask('hexagons', { level, measure })) }),
        points: async () => ({ datasetVersion, ...(await ask('points', null)) }),
        tile: async (address, drawn) => ({ datasetVersion, ...(await ask('tile', { address, drawn })) }),
      };
    },
  };
}

interface CubeWithBitmap {
  readonly cube: Cube;
  readonly bitmap?: RowBitmap;
}

/** The rows that meet texts, by cube; bounded in bytes, since each has a bit for every incident. */
class KeptBitmaps {
  readonly #kept = new WeakMap<Cube, LRUCache<string, RowBitmap>>();

  of(cube: Cube): LRUCache<string, RowBitmap> {
    let kept = this.#kept.get(cube);
    if (!kept) {
      kept = new LRUCache({ maxSize: 16 * 2 ** 20, sizeCalculation: ({ words }) => Math.max(1, words.byteLength) });
      this.#kept.set(cube, kept);
    }
    return kept;
  }
}
