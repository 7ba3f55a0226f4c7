import type { Settlements } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { DatabaseError } from '../connection/database-error.ts';
import { isForbidden, migrate, needsOwner, pendingMigrations } from '../schema/migrate.ts';
import { isSpread } from '../spread/spread.ts';
import { loadReferenceData, type ReferenceData } from './reference-data.ts';

/** Where reference data comes from; the geography package has both. */
export interface Geography {
  /** The jurisdictions, regions and places, also those of jurisdictions that the database holds places of; called after the migrations. */
  readonly readReference: (held: readonly string[]) => Promise<ReferenceData>;
  /** Called where a migration must coarsen incidents. */
  readonly loadGazetteer: () => Promise<Settlements>;
}

/**
 * Brings tables and reference data to the state that this version needs. Returns the names of the migrations applied.
 * @param options `notify` is given a sentence before each migration; `signal` ends the work and its reason is thrown
 */
export async function prepareDatabase(
  database: Database,
  { readReference, loadGazetteer }: Geography,
  { signal, notify }: { readonly signal: AbortSignal; readonly notify: (text: string) => void },
): Promise<string[]> {
  if (isSpread(database.connections)) {
    const pending = await pendingMigrations(database);
    if (pending.length > 0)
      throw new DatabaseError(
        'The spread record is of an earlier version. Run "npx pnpm@12.4.2 monitor spread" with its file of servers.',
      );
    return [];
  }
  const applied = await migrate(database, {
    signal,
    loadSettlements: loadGazetteer,
    onProgress: ({ name, step, steps }) => notify(`Updating the database: ${name}, step ${step} of ${steps} …`),
  });
  signal.throwIfAborted();
  // What imports have brought stays.
  const held = await database.connections<{ code: string }[]>`select distinct jurisdiction as code from places`;
  const reference = await readReference(held.map(({ code }) => code));
  await loadReferenceData(database, reference).catch((error: unknown) => {
    throw isForbidden(error) ? new DatabaseError(needsOwner, { cause: error }) : error;
  });
  return applied;
}
