import type { Database } from './database.ts';
import { readDatasetVersion } from './read-dataset-version.ts';

export interface PublicationListener {
  stop(): Promise<void>;
}

/**
 * Calls back with the new dataset version after each committed change to published content, and once after each reconnection,
 * since changes may have been missed meanwhile. Listens on a connection of its own, which is set up again when it breaks.
 */
export async function listenToPublication(database: Database, onVersion: (version: number) => void): Promise<PublicationListener> {
  let listening = false;
  const subscription = await database.connections.listen(
    'publication',
    (version) => onVersion(Number(version)),
    () => {
      // The first time there is nothing that could have been missed.
      if (listening) readDatasetVersion(database).then(onVersion, () => undefined);
      listening = true;
    },
  );
  return { stop: () => subscription.unlisten() };
}
