import { sql } from 'drizzle-orm';
import { codesOf, legalStatuses, sourceKinds, type WeaponClass, weaponClasses, weaponPairMask } from '@monitor/domain';
import type { IncidentRow } from './incident-rows.ts';
import { datasets, incidents } from './tables.ts';

/** What the database answers for a row of the list: weapons and sources still as masks. */
export type SelectedIncident = Omit<IncidentRow, 'weapons' | 'sources'> & {
  weapon_mask: number;
  source_mask: number;
};

/** The columns of a row of the list; to be selected from `incidents` joined with `datasets`. No exact point, no search text. */
export const incidentColumns = sql`
  ${incidents.public_id} as id, ${datasets.slug} as dataset, ${incidents.occurred_on}, ${incidents.occurred_until},
  ${incidents.local_time}, ${incidents.date_precision}, ${incidents.country}, ${incidents.region}, ${incidents.place},
  ${incidents.lon}, ${incidents.lat}, ${incidents.place_precision}, ${incidents.setting}, ${incidents.urbanity},
  ${incidents.type}, ${incidents.subtype}, ${incidents.type_as_reported}, ${incidents.killed}, ${incidents.injured},
  ${incidents.threatened}, ${incidents.suicides}, ${incidents.weapon_mask}, ${incidents.source_mask}`;

export const incidentsWithDataset = sql`${incidents} join ${datasets} on ${datasets.id} = ${incidents.dataset_id}`;

/** The row as it is given out, masks read as codes in the order of the vocabulary. */
export function incidentRow({ weapon_mask, source_mask, ...rest }: SelectedIncident): IncidentRow {
  return { ...rest, weapons: weaponsOfMask(weapon_mask), sources: codesOf(sourceKinds, source_mask) };
}

const bitsOfClass = weaponClasses.codes.map((code) => [code, weaponPairMask([code], legalStatuses.codes)] as const);

function weaponsOfMask(mask: number): WeaponClass[] {
  return bitsOfClass.filter(([, bits]) => (mask & bits) !== 0).map(([code]) => code);
}
