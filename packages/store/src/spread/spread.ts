import { type SQL, sql } from 'drizzle-orm';
import { DatabaseError } from '../connection/database-error.ts';
import type { Connections, Database } from '../connection/database.ts';

/** How many numbers of incidents each server of a spread record has. All fit into 31 bits. */
export const idsOfServer = 2 ** 24;

/** The same for those who do not know the pool. */
export const isSpreadRecord = ({ connections }: Database) => isSpread(connections);

/** Throws for what is done on the servers themselves. @param database which may read from several */
export function refuseSpread({ connections }: Database): void {
  if (isSpread(connections))
    throw new DatabaseError('This record is spread over several servers. Set SPREAD to the file that lists them.');
}

/** The pools of databases that read from several servers. */
const spread = new WeakSet<Connections>();

export const markSpread = (pool: Connections) => spread.add(pool);

/** Whether a database reads its incidents from several servers. */
export const isSpread = (pool: Connections) => spread.has(pool);

/** Which server an incident is from: what `spread.incidents` is partitioned by, letter for letter. */
const serverOfIncident = sql.raw(`(incidents.id / ${idsOfServer})`);

/** Columns of a statement that adds up, by their names: what it is grouped by, and its counts and sums. */
export interface Gathered {
  readonly keys: Readonly<Record<string, SQL>>;
  readonly sums: Readonly<Record<string, SQL>>;
  readonly from: SQL;
}

/**
 * A statement that adds up incidents by some keys. Where they are on several servers, each server adds up its own, and what they have
 * found is added up here: PostgreSQL leaves that to a server only where the sums are grouped by what tells the servers apart.
 */
export function gatherSums(pool: Connections, { keys, sums, from }: Gathered): SQL {
  const columns = namedColumns({ ...keys, ...sums });
  const places = Object.keys(keys).map((_, at) => sql.raw(String(at + 1)));
  if (!isSpread(pool)) return sql`select ${columns} ${from} group by ${sql.join(places, sql`, `)}`;
  const own = sql`select ${columns} ${from} group by ${sql.join([...places, serverOfIncident], sql`, `)}`;
  const all = Object.keys(sums).map((name) => sql`sum(${sql.identifier(name)})::bigint as ${sql.identifier(name)}`);
  const outer = sql.join([...Object.keys(keys).map((name) => sql`${sql.identifier(name)}`), ...all], sql`, `);
  return sql`select ${outer} from (${own}) as each_server group by ${sql.join(places, sql`, `)}`;
}

/** Columns of a statement under their names. */
export function namedColumns(columns: Readonly<Record<string, SQL>>): SQL {
  return sql.join(
    Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.identifier(name)}`),
    sql`, `,
  );
}
