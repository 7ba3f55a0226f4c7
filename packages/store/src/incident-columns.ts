import { sql } from 'drizzle-orm';
import { codesOf, legalStatuses, sourceKinds, type WeaponClass, weaponClasses, weaponPairMask } from '@monitor/domain';
import type { IncidentRow } from './incident-rows.ts';
import { datasets, incidents } from './tables.ts';

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
