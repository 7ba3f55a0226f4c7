import { type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { PersonRow, SourceRow, WeaponRow } from './incident-rows.ts';
import { incidents, people, sources, weapons } from './tables.ts';

/* What of people, weapons and sources is public, once for the record and for the downloads. */

const personFields = ['role', 'sex', 'age_band', 'outcome', 'relationship'] as const satisfies readonly (keyof PersonRow)[];
const weaponFields = ['class', 'count', 'legal', 'mode', 'traced'] as const satisfies readonly (keyof WeaponRow)[];
const sourceFields = ['kind', 'publisher', 'url', 'published_on', 'language'] as const satisfies readonly (keyof SourceRow)[];

/**
 * Estimates, `people`, `weapon_details` and `source_details`; to be selected from `incidents`, after the columns of a row of the
 * list. Ages and exact points are not among them.
 */
export const detailColumns = sql`
  ${incidents.killed_low}, ${incidents.killed_high}, ${incidents.injured_low}, ${incidents.injured_high},
  ${partsOf(people, personFields)} as people, ${partsOf(weapons, weaponFields)} as weapon_details,
  ${partsOf(sources, sourceFields)} as source_details`;

/** An array read along the primary key needs neither sorting nor grouping: a third of the time of `json_agg`. */
function partsOf(table: PgTable, fields: readonly string[]): SQL {
  const names = sql.raw(fields.map((field) => `"${field}"`).join(', '));
  return sql`array_to_json(array(
    select row_to_json(part)
    from (select ${names} from ${table} where ${table}.incident_id = ${incidents.id} order by ${table}.position) as part
  ))`;
}
