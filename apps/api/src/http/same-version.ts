import type { Filter } from '@monitor/domain';
import { inHeldState } from '@monitor/store';
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
