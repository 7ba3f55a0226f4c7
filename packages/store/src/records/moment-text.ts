import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** A moment as ISO 8601 text with `Z`, such as `2026-03-01T12:00:00.000Z`. */
export function momentText(moment: SQLWrapper): SQL {
  return sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
