import { type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { codesOf, legalStatuses, sourceKinds, type WeaponClass, weaponClasses, weaponPairMask } from '@monitor/domain';
import { datasets, incidents, people, sources, weapons } from '../schema/tables.ts';
import type { IncidentRow, PersonRow, SourceRow, WeaponRow } from './incident-rows.ts';

/** What the database answers for a row of the list, or for one that has more: weapons and sources still as masks. */
export type Selected<Row extends IncidentRow> = Omit<Row, 'weapons' | 'sources'> & { weapons: number; sources: number };

/** The columns of a row of the list; to be selected from `incidents` joined with `datasets`. No exact point, no search text. */
export const incidentColumns = sql`
  ${incidents.public_id} as id, ${datasets.slug} as dataset, ${incidents.occurred_on}, ${incidents.occurred_until},
  ${incidents.local_time}, ${incidents.date_precision}, ${incidents.country}, ${incidents.region}, ${incidents.place},
  ${incidents.lon}, ${incidents.lat}, ${incidents.place_precision}, ${incidents.setting}, ${incidents.urbanity},
  ${incidents.type}, ${incidents.subtype}, ${incidents.type_as_reported}, ${incidents.killed}, ${incidents.injured},
  ${incidents.threatened}, ${incidents.suicides}, ${incidents.weapon_mask} as weapons,
  ${incidents.source_mask} as sources`;

export const incidentsWithDataset = sql`${incidents} join ${datasets} on ${datasets.id} = ${incidents.dataset_id}`;

/** The row as it is given out, masks read as codes in the order of the vocabulary. */
export function incidentRow<Row extends { weapons: number; sources: number }>(selected: Row) {
  return { ...selected, weapons: weaponsOfMask(selected.weapons), sources: codesOf(sourceKinds, selected.sources) };
}

const bitsOfClass = weaponClasses.codes.map((code) => [code, weaponPairMask([code], legalStatuses.codes)] as const);

function weaponsOfMask(mask: number): WeaponClass[] {
  return bitsOfClass.filter(([, bits]) => (mask & bits) !== 0).map(([code]) => code);
}

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
