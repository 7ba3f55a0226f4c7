import postgres from 'postgres';
import type { BenchContext, Cleanup } from './cleanup.ts';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export type Connection = postgres.Sql<{ bigint: number }>;

/**
 * One connection for the statements of the bench, with big integers as numbers and without compilation, as in the product.
 * @param patience seconds that closing it waits for a running statement
 */
export function connect(url: string, cleanup: Cleanup, { patience = 5 } = {}): { sql: Connection; close: () => Promise<void> } {
  const options: postgres.Options<{ bigint: postgres.PostgresType<number> }> = {
    max: 1,
    prepare: false,
    onnotice: () => undefined,
    connection: { application_name: 'open-armed-violence-monitor-bench', jit: 'off' },
    types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
  };
  const sql = postgres(url, options);
  return { sql, close: cleanup.add(() => sql.end({ timeout: patience })) };
}

/**
 * Copies the rows of a query out of PostgreSQL into a stream, on a connection of its own: after a COPY whose last bytes were read late
 * the driver (postgres 3.4) sometimes leaves its connection waiting for ever.
 * @param format what follows the COPY in brackets, such as `format csv`
 */
export async function copyOut(
  url: string,
  query: string,
  { into, format = 'format text' }: { into: Writable; format?: string },
  { cleanup, signal }: BenchContext,
): Promise<void> {
  const { sql, close } = connect(url, cleanup, { patience: 0 });
  try {
    const rows = await sql.unsafe(`copy (${query}) to stdout (${format})`).readable();
    await pipeline(rows, into, { signal });
  } finally {
    await close();
  }
}
