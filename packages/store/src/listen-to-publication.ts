import type { Database } from './database.ts';

export interface PublicationListener {
  stop(): Promise<void>;
}

/**
 * Calls back with the new dataset version after each committed change to published content, and once after each reconnection,
 * since changes may have been missed meanwhile. Listens on a connection of its own, which is set up again when it breaks.
 */
export async function listenToPublication(
  _database: Database,
  _onVersion: (version: number) => void,
): Promise<PublicationListener> {
  throw new Error('not built yet');
}
