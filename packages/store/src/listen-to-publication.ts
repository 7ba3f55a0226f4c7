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
  // After a reconnection the driver no longer knows the subscription that it gave out.
  let stopped = false;
  const tell = (version: number) => {
    if (!stopped) onVersion(version);
  };
  const subscription = await database.connections.listen(
    'publication',
    (version) => tell(Number(version)),
    () => {
      // The first time there is nothing that could have been missed.
      if (listening) readDatasetVersion(database).then(tell, () => undefined);
      listening = true;
    },
  );
  return {
    async stop() {
      stopped = true;
      await subscription.unlisten();
    },
  };
}
