import { type SQL, sql } from 'drizzle-orm';
import type { Filter, Period } from '@monitor/domain';
import type { RunStatement } from '../connection/statements.ts';
import type { Translation } from '../filter/incident-where.ts';
import { incidents, publication } from '../schema/tables.ts';

/** First and last day with an incident of the filter's datasets and locations, all other constraints left out. */
export async function readCoverage(
  run: RunStatement,
  where: Translation,
  { dataset, country }: Filter,
): Promise<{ datasetVersion: number; covered: Period | null }> {
  const scope = where({ ...(dataset && { dataset }), ...(country && { country }) });
  const first = edge(scope, sql`asc`);
  const last = edge(scope, sql`desc`);
  const [row] = await run<{ version: number; first: string | null; last: string | null }>(
    sql`select ${publication.version}, ${first} as first, ${last} as last from ${publication}`,
  );
  const { version = 0, first: from = null, last: to = null } = row ?? {};
  return { datasetVersion: version, covered: from === null || to === null ? null : { from, to } };
}

/** The first or last day, found from that end of the index by day. */
function edge(scope: SQL, direction: SQL): SQL {
  return sql`(select ${incidents.occurred_on} from ${incidents} where ${scope} order by ${incidents.occurred_on} ${direction} limit 1)`;
}
