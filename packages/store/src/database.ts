/** A pool of connections to the system of record. */
export interface Database {
  close(): Promise<void>;
}

/** The database cannot be used as it is: unreachable, too old, or refusing us. The message is one line that says what to do. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

/** Connects, checks that the server is PostgreSQL 15 or newer, and throws `DatabaseError` otherwise. */
export async function openDatabase(_url: string, _options?: { readonly connections?: number }): Promise<Database> {
  throw new Error('not built yet');
}
