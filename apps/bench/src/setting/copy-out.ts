import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BenchContext } from './cleanup.ts';
import { connect } from './connect.ts';

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
