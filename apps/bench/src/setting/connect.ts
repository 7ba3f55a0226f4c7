import postgres from 'postgres';
import type { Cleanup } from './cleanup.ts';

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
