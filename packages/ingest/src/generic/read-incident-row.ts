import type { Findings } from '../findings.ts';
import { type RawIncident, reportedFields } from '../raw-incident.ts';
import type { Row } from '../row.ts';
import { fieldText, lookUp } from './field-text.ts';
import type { MappedIncident, Mapping } from './mapping-schema.ts';
import { readDateField, usualDates } from './read-date-field.ts';
import { readFields } from './read-fields.ts';
import { splitCoordinates } from './split-coordinates.ts';

/** What one row says of its incident; people, weapons and sources apart. */
export type IncidentRow = Omit<RawIncident, 'people' | 'weapons' | 'sources' | 'listed' | 'point_basis' | 'contradictions'>;

/** The fields that are read by themselves. */
const { occurred_on: _date, date_precision: _precision, place: _place, lon: _lon, lat: _lat, ...plainFields } = reportedFields;

/** The incident fields of a row. */
export function readIncidentRow({ incident: mapped, places = {} }: Mapping, row: Row, findings: Findings): IncidentRow {
  const place = fieldText(mapped.place, row, 'place', findings);
  const on = readDateField(mapped.occurred_on, row, 'occurred_on', findings);
  return {
    ...readFields(plainFields, mapped, row, findings),
    ...readPoint(mapped, row, findings),
    place: place === null ? null : (lookUp(places, place) ?? place),
    source_key: fieldText(mapped.source_key, row, 'source_key', findings),
    occurred_on: on?.date ?? null,
    date_precision: fieldText(mapped.date_precision, row, 'date_precision', findings) ?? on?.precision ?? null,
    date_format: (mapped.occurred_on?.formats ?? usualDates).join(' or '),
  };
}

function readPoint(mapped: MappedIncident, row: Row, findings: Findings): Pick<RawIncident, 'lon' | 'lat'> {
  const both = fieldText(mapped.coordinates, row, 'coordinates', findings);
  if (both !== null) return splitCoordinates(both, mapped.coordinates?.order ?? 'lat_lon');
  return { lon: fieldText(mapped.lon, row, 'lon', findings), lat: fieldText(mapped.lat, row, 'lat', findings) };
}
