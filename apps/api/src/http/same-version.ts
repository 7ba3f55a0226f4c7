import type { FastifyRequest } from 'fastify';
import type { Filter } from '@monitor/domain';
import { type Database, inHeldState, knownDatasets, readDatasetsAtVersion, readDatasetVersion } from '@monitor/store';
import type { DatasetList } from '@monitor/contract';
import type { Analytics, SnapshotMemory } from '@monitor/engine';

/**
 * Reads records from the database that are shown with the numbers of a filter, both of the same dataset version, even while the numbers of
 * a large change are still being calculated.
 * @param now the newest dataset version
 * @param read gets the name of the database's state of that version (undefined: the newest one) and what is known without asking the database
 */
export async function readSameVersion<Result>(
  analytics: Analytics,
  { filter, now, signal }: { readonly filter: Filter; readonly now: number; readonly signal: AbortSignal },
  read: (state: string | undefined, memory: SnapshotMemory | undefined) => Promise<Result>,
): Promise<Result> {
  const { memory } = await analytics.snapshot(filter, signal);
  return inHeldState(memory?.version === now ? undefined : memory?.held, (state) => read(state, memory));
}

/** What counts of a request. */
type Requesting = Pick<FastifyRequest, 'seen' | 'signal'>;

/** A state of the database to read records in. */
export interface RecordState {
  /** Finds the state, and says its version. To be called first. */
  readonly version: () => Promise<number>;
  /** @param read gets the name of the state; undefined for the newest one */
  readonly read: <Result>(read: (state: string | undefined) => Promise<Result>) => Promise<Result>;
}

/**
 * The newest state. For a client that says which version it has seen, the state that the numbers are of, if the database is ahead of them
 * and still has it: having seen a record of a later version, it would wait for all numbers until they are of that version too.
 */
export function stateOfNumbers(analytics: Analytics, database: Database, { seen, signal }: Requesting): RecordState {
  let name: string | undefined;
  return {
    async version() {
      const now = await readDatasetVersion(database, { signal });
      if (seen === undefined) return now;
      const { memory } = await analytics.snapshot({}, signal);
      name = memory?.version === now ? undefined : memory?.held;
      return name === undefined ? now : memory!.version;
    },
    read: (read) => inHeldState(name, read),
  };
}

/** The datasets in that state. */
export function datasetsOfNumbers(analytics: Analytics, database: Database, request: Requesting) {
  const { version, read } = stateOfNumbers(analytics, database, request);
  const { signal } = request;
  const answer = async (wanted: number): Promise<DatasetList> =>
    knownDatasets(database, wanted) ?? read((snapshot) => readDatasetsAtVersion(database, { signal, snapshot }));
  return { version, answer };
}
