import { once } from 'node:events';
import { sql } from 'drizzle-orm';
import { publication } from '../schema/tables.ts';
import type { Database } from './database.ts';
import { readSnapshot, SnapshotGoneError } from './read-snapshot.ts';

/** A state of the database that other transactions can be given to read, for as long as it is held. */
export interface HeldSnapshot {
  /** PostgreSQL's name of it, for `QueryOptions.snapshot`. */
  readonly name: string;
  /** Dataset version of that state. */
  readonly version: number;
}

/**
 * Holds the present state of the database until the signal aborts, on a connection of its own: hands it to `take` as soon as it is
 * held, and resolves when it is released. Rejects where the connection breaks. The server cannot clear away what has been replaced
 * since, so it should not be held for hours.
 */
export async function holdSnapshot(database: Database, take: (held: HeldSnapshot) => void, until: AbortSignal): Promise<void> {
  await readSnapshot(database, {}, async ({ run }) => {
    await run(sql`set local idle_in_transaction_session_timeout = 0`);
    const [held] = await run<HeldSnapshot>(sql`select pg_export_snapshot() as name, version from ${publication}`);
    if (held) take(held);
    if (!until.aborted) await once(until, 'abort');
  });
}

/** Reads in the held state of this name, or in the present one where it is no longer held or no name is given. */
export async function inHeldState<Result>(
  name: string | undefined,
  read: (snapshot: string | undefined) => Promise<Result>,
): Promise<Result> {
  try {
    return await read(name);
  } catch (error) {
    if (!(error instanceof SnapshotGoneError)) throw error;
    return read(undefined);
  }
}
