import { sql } from 'drizzle-orm';
import type { RunStatement } from '../connection/statements.ts';

/**
 * Waits until nobody else imports or removes incidents, and keeps others waiting to the end of the transaction.
 * @param onWait called first where that takes time
 */
export async function lockImports(run: RunStatement, onWait: () => void = () => undefined): Promise<void> {
  const [free] = await run<{ locked: boolean }>(sql`select pg_try_advisory_xact_lock(hashtext('import')) as locked`);
  if (free?.locked) return;
  onWait();
  await run(sql`select pg_advisory_xact_lock(hashtext('import'))`);
}
