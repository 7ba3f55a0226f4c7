import { type Column, type SQL, sql } from 'drizzle-orm';

/** A moment as ISO 8601 text with `Z`, such as `2026-03-01T12:00:00.000Z`. */
export function momentText<Of extends Column | SQL>(moment: Of): SQL<Of extends { _: { notNull: true } } ? string : string | null> {
  return sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
