import { comparedFilter, type Selection } from '@monitor/contract';
import type { Ring } from '@monitor/domain';
import type { FindInRing, KeySet } from '@monitor/store';
import type { SnapshotMemory } from '../analytics.ts';

/** The polygons of a selection with the incidents that lie in them: a plain object, which threads can hand over. */
export interface KnownRings {
  readonly datasetVersion: number;
  readonly rings: readonly { readonly ring: Ring; readonly keys: KeySet }[];
}

/** What is known without asking the database. @param memory undefined where nothing is */
export function knownRings(selection: Selection, memory: SnapshotMemory | undefined): KnownRings | undefined {
  if (memory === undefined) return undefined;
  const rings = [selection.filter, comparedFilter(selection)].flatMap((filter) => {
    const keys = filter?.within && memory.findInRing(filter.within, memory.version);
    return keys === undefined ? [] : [{ ring: filter!.within!, keys }];
  });
  return { datasetVersion: memory.version, rings };
}

export function findInKnown(known: KnownRings | undefined): FindInRing | undefined {
  if (known === undefined) return undefined;
  return (wanted, datasetVersion) => {
    if (datasetVersion !== known.datasetVersion) return undefined;
    return known.rings.find(({ ring }) => JSON.stringify(ring) === JSON.stringify(wanted))?.keys;
  };
}
