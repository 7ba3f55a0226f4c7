import { LRUCache } from 'lru-cache';
import { filterQuery } from '@monitor/contract/without-schemas';
import { bitmapOfKeys, type Cube, type RowBitmap, searchedConstraints } from '@monitor/cube';
import { type Filter, filterNames, without } from '@monitor/domain';
import { type Database, inHeldState, readIncidentKeys } from '@monitor/store';
import {
  type Analytics,
  type AskCube,
  type ListedPart,
  NumbersNotReadyError,
  OtherVersionError,
  type Snapshot,
  snapshotOfCube,
} from '@monitor/engine';
import { SharedWork } from '../shared-work.ts';
import { answerHere } from './answer-here.ts';
import type { CubeSource } from './cube-source.ts';
import { ListOrders } from './list-orders.ts';

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
 * @param askCube asks a cube, on this thread if left out
 */
export function cubeAnalytics(database: Database, source: CubeSource, askCube: AskCube = answerHere()): Analytics {
  // The numbers of one filter, its tiles and its list are usually requested together.
  const lookups = new SharedWork<RowBitmap>();
  const bitmaps = new KeptBitmaps();
  const orders = new ListOrders(database);

  const heldAt = (version: number) => (source.held?.version === version ? source.held.name : undefined);

  /** The rows of a cube that meet the filter's text, where it has any. Throws `OtherVersionError`. */
  async function rowsMeetingText(cube: Cube, filter: Filter, signal: AbortSignal): Promise<RowBitmap | undefined> {
    const part = without(filter, ...otherConstraints);
    if (Object.keys(part).length === 0) return undefined;
    const bitmap = bitmaps.of(cube).get(filterQuery(part));
    return bitmap ?? lookups.run(`${cube.version} ${filterQuery(part)}`, signal, (shared) => lookUp(cube, part, shared));
  }

  async function lookUp(cube: Cube, part: Filter, signal: AbortSignal): Promise<RowBitmap> {
    const { version, keys } = await inHeldState(heldAt(cube.version), (snapshot) =>
      readIncidentKeys(database, part, { signal, snapshot }),
    );
    if (version !== cube.version) throw new OtherVersionError(version);
    const bitmap = bitmapOfKeys(cube, keys);
    bitmaps.of(cube).set(filterQuery(part), bitmap);
    return bitmap;
  }

  async function atOnce<Result>(signal: AbortSignal, read: (cube: Cube) => Promise<Result>): Promise<Result> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      try {
        return await read(currentCube());
      } catch (error) {
        if (!(error instanceof OtherVersionError)) throw error;
        const waiting = AbortSignal.any([signal, AbortSignal.timeout(longestWait)]);
        await source.atLeast(error.version, waiting).catch(() => undefined);
        signal.throwIfAborted();
      }
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
    async signals(signal, atLeast = 0) {
      const waiting = AbortSignal.any([signal, AbortSignal.timeout(longestSignalWait)]);
      const found = await source.signalsAtLeast(atLeast, waiting).catch(() => undefined);
      signal.throwIfAborted();
      if (!found) throw new NumbersNotReadyError('The signals are still being calculated. Try again in a few seconds.');
      return found;
    },
    snapshot: (filter, signal) => atOnce(signal, (cube) => snapshotOf(cube, filter, signal)),
    atOnce: (signal, read) =>
      atOnce(signal, (cube) =>
        read({
          version: cube.version,
          snapshot: (filter, waiting = signal) => snapshotOf(cube, filter, waiting),
          held: heldAt(cube.version),
          signals: () => source.signalsOf(cube.version),
        }),
      ),
  };

  async function snapshotOf(cube: Cube, filter: Filter, signal: AbortSignal): Promise<Snapshot> {
    const found = await rowsMeetingText(cube, filter, signal);
    const held = heldAt(cube.version);
    const findOrder = (part: ListedPart) => orders.find(cube, part, held, signal);
    return snapshotOfCube({ cube, filter, found, ask: askCube, held, findOrder }, signal);
  }
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
