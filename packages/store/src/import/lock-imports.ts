import { sql } from 'drizzle-orm';
import type { RunStatement } from '../connection/statements.ts';

/** Waits until nobody else writes into a dataset, and keeps others waiting to the end of the transaction. */
export async function lockImports(run: RunStatement, slug: string): Promise<void> {
  await run(sql`select pg_advisory_xact_lock(hashtext('import'), hashtext(${slug}))`);
}
