import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { IncidentItem, PersonDetail, SourceDetail, WeaponDetail } from '@monitor/contract';
import {
  codesIn,
  type Fields,
  incidentFields,
  namesOf,
  type NamesOf,
  personFields,
  type Shown,
  sourceFields,
  weaponFields,
} from '@monitor/domain';
import { traitsText } from '../filter/dimension-columns.ts';
import { datasets, incidents, people, sources, weapons } from '../schema/tables.ts';

/* What of the record is public, once for list, record and downloads. No exact point, no age, no search text. */

/** The columns of a row of the list; to be selected from `incidents` joined with `datasets`. */
export const listColumns = {
  id: incidents.public_id,
  dataset: datasets.slug,
  ...shownIncidentColumns('list'),
  weapons: traitsText('weapon_traits'),
  sources: traitsText('source_traits'),
};

/** What the record has beside them. */
export const detailColumns = {
  ...shownIncidentColumns('record'),
  people: partsOf<PersonDetail>(people, personFields),
  weapon_details: partsOf<WeaponDetail>(weapons, weaponFields),
  source_details: partsOf<SourceDetail>(sources, sourceFields),
};

export const ofIncident = eq(datasets.id, incidents.dataset_id);

function shownIncidentColumns<Way extends Shown>(shown: Way) {
  const columns = Object.fromEntries(namesOf(incidentFields, shown).map((name) => [name, incidents[name]]));
  return columns as Pick<typeof incidents, NamesOf<typeof incidentFields, { readonly shown: Way }>>;
}

/** An array read along the primary key needs neither sorting nor grouping: a third of the time of `json_agg`. */
function partsOf<Part>(table: PgTable, fields: Fields): SQL<Part[]> {
  const { incident_id, position, ...columns } = getTableColumns(table);
  const shown = namesOf(fields, 'record').map((name) => sql`${columns[name]}`);
  return sql`array_to_json(array(
    select row_to_json(part)
    from (
      select ${sql.join(shown, sql`, `)} from ${table} where ${incident_id} = ${incidents.id} order by ${position}
    ) as part
  ))`;
}

/** What the database answers for a row of the list, or for one that has more: weapons and sources still as sets of traits. */
export type Selected<Row extends Pick<IncidentItem, 'weapons' | 'sources'>> = Omit<Row, 'weapons' | 'sources'> & {
  weapons: string;
  sources: string;
};

/** The row as it is published, traits read as codes in the order of the vocabulary. */
export function incidentRow<Row extends { weapons: string; sources: string }>(selected: Row) {
  return { ...selected, weapons: codesIn('weapon', selected.weapons), sources: codesIn('source', selected.sources) };
}

/**
 * The same for very many rows: changes the rows that it is given instead of copying them, and reads each text of traits once. Few
 * different ones occur.
 */
export function incidentRows<Row extends { weapons: string; sources: string }>(): (
  selected: Row,
) => ReturnType<typeof incidentRow<Row>> {
  const weaponCodes = remembered((traits) => codesIn('weapon', traits));
  const sourceCodes = remembered((traits) => codesIn('source', traits));
  return (selected) => Object.assign(selected, { weapons: weaponCodes(selected.weapons), sources: sourceCodes(selected.sources) });
}

function remembered<Value>(of: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) known.set(text, (value = of(text)));
    return value;
  };
}
