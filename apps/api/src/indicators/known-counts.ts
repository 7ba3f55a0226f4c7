import { filterQuery } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { type Counts, countIndicators, type DataState } from '@monitor/engine';
import { LRUCache } from 'lru-cache';
import { SharedWork } from '../shared-work.ts';

/** Choices of datasets of which the counts are kept. */
const mostKept = 8;

/** What the indicators are made of, worked out once for all who ask for any locations and years of the same data. */
export class KnownCounts {
  readonly #work = new SharedWork<Counts>();
  readonly #kept = new LRUCache<string, Counts>({ max: mostKept });

  /** The counts of some datasets. */
  async find(scope: Pick<Filter, 'dataset'>, state: DataState, signal: AbortSignal): Promise<Counts> {
    const name = `${state.version} ${filterQuery(scope)}`;
    const known = this.#kept.get(name);
    if (known) return known;
    return this.#work.run(name, signal, async (shared) => {
      const counts = await countIndicators(state, scope, shared);
      this.#kept.set(name, counts);
      return counts;
    });
  }
}
