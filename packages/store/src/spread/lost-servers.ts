import { sql } from 'drizzle-orm';
import { quoted } from '../backup/backup-tables.ts';
import type { Database } from '../connection/database.ts';
import { databaseTrouble, TroubleError } from '../connection/database-trouble.ts';
import { onPool, type Statements } from '../connection/statements.ts';

/**
 * Throws where a server that was read in this transaction is of another version than the rest of the answer: an import was committed on
 * it and is not yet, or was never, on all others. What a transaction reads of a server is of one moment.
 */
export async function refuseMixed({ run }: Pick<Statements, 'run'>): Promise<void> {
  const used = await run<{ name: string; version: number }>(sql`
    select s.name, s.version from spread.servers s
      join postgres_fdw_get_connections(false) c on c.server_name = 'at_' || s.name and c.used_in_xact`);
  for (const { name, version } of used) {
    const [own] = await run<{ version: number }>(sql.raw(`select version from ${quoted(`at_${name}`)}.publication`));
    if (own?.version !== version)
      throw new TroubleError(
        {
          name: 'unreachable',
          happened: `An import is being completed, or was cut off on the server ${name}.`,
          toDo: 'Try again in a few seconds. If that does not help, run the import again, or "npx pnpm@12.4.2 monitor spread".',
        },
        '',
      );
  }
}

/** The same error, unless a server is lost: then it says which, and what it holds. Never is anything answered without it. */
export async function blameServers(database: Database, error: unknown): Promise<unknown> {
  if (databaseTrouble(error) === undefined || error instanceof TroubleError) return error;
  const servers = await onPool(database, ({ run }) =>
    run<{ name: string; share: string }>(sql`select name, share from spread.servers`),
  ).catch(() => []);
  const lost: string[] = [];
  for (const { name, share } of servers) {
    const isThere = onPool(database, ({ run }) => run(sql.raw(`select from ${quoted(`at_${name}`)}.publication`)));
    await isThere.catch(() => lost.push(`${share} (server ${name})`));
  }
  if (lost.length === 0) return error;
  const happened = `These incidents are unavailable, because their server cannot be reached: ${lost.join('; ')}.`;
  return new TroubleError({ name: 'unreachable', happened, toDo: 'Start that server, or choose other locations or years.' }, '', {
    cause: error,
  });
}
