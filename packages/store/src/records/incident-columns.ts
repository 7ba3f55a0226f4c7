import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { IncidentItem } from '@monitor/contract';
import {
  codesIn,
  type Fields,
  incidentFields,
  namesOf,
  personFields,
  type Shown,
  sourceFields,
  weaponFields,
} from '@monitor/domain';
import { traitsText } from '../filter/dimension-columns.ts';
import { datasets, incidents, people, sources, weapons } from '../schema/tables.ts';

/* What of the record is public, once for list, record and downloads. No exact point, no age, no search text. */

/** What the database answers for a row of the list, or for one that has more: weapons and sources still as sets of traits. */
export type Selected<Row extends Pick<IncidentItem, 'weapons' | 'sources'>> = Omit<Row, 'weapons' | 'sources'> & {
  weapons: string;
  sources: string;
};

/** The columns of a row of the list; to be selected from `incidents` joined with `datasets`. */
export const incidentColumns = sql`
  ${incidents.public_id} as id, ${datasets.slug} as dataset, ${shownColumns(incidents, incidentFields, 'list')},
  ${traitsText('weapon_traits')} as weapons, ${traitsText('source_traits')} as sources`;

/** What the record has beside them: other fields, `people`, `weapon_details` and `source_details`; to be selected after them. */
export const detailColumns = sql`
  ${shownColumns(incidents, incidentFields, 'record')}, ${partsOf(people, personFields)} as people,
  ${partsOf(weapons, weaponFields)} as weapon_details, ${partsOf(sources, sourceFields)} as source_details`;

export const incidentsWithDataset = sql`${incidents} join ${datasets} on ${datasets.id} = ${incidents.dataset_id}`;

function shownColumns(table: PgTable, fields: Fields, shown: Shown): SQL {
  const columns = getTableColumns(table);
  return sql.join(
    namesOf(fields, shown).map((name) => sql`${columns[name]}`),
    sql`, `,
  );
}

/** An array read along the primary key needs neither sorting nor grouping: a third of the time of `json_agg`. */
function partsOf(table: PgTable, fields: Fields): SQL {
  const { incident_id, position } = getTableColumns(table);
  return sql`array_to_json(array(
    select row_to_json(part)
    from (
      select ${shownColumns(table, fields, 'record')} from ${table} where ${incident_id} = ${incidents.id} order by ${position}
    ) as part
  ))`;
}

/** The row as it is given out, traits read as codes in the order of the vocabulary. */
export function incidentRow<Row extends { weapons: string; sources: string }>(selected: Row) {
  return { ...selected, weapons: codesIn('weapon', selected.weapons), sources: codesIn('source', selected.sources) };
}
