import type { KeySet, Ring } from '@monitor/domain';
import type { FindInRing } from '@monitor/store';
import type { SnapshotMemory } from '@monitor/engine';

/** The incidents of a dataset version that lie in some polygons: a plain object, which threads can hand over. */
export interface KnownRings {
  readonly datasetVersion: number;
  readonly rings: readonly { readonly ring: Ring; readonly keys: KeySet }[];
}

/** What is known of polygons without asking the database. @param memory undefined if nothing is */
export async function knownRings(
  rings: readonly (Ring | undefined)[],
  memory: SnapshotMemory | undefined,
): Promise<KnownRings | undefined> {
  const given = rings.filter((ring) => ring !== undefined);
  if (memory === undefined || given.length === 0) return undefined;
  const known = given.map(async (ring) => ({ ring, keys: await memory.inRing(ring) }));
  return { datasetVersion: memory.version, rings: await Promise.all(known) };
}

export function findInKnown(known: KnownRings | undefined): FindInRing | undefined {
  if (known === undefined) return undefined;
  return (wanted, datasetVersion) => {
    if (datasetVersion !== known.datasetVersion) return undefined;
    return known.rings.find(({ ring }) => JSON.stringify(ring) === JSON.stringify(wanted))?.keys;
  };
}
