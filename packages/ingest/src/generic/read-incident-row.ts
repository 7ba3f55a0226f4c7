import type { Findings } from '../findings.ts';
import type { RawIncident } from '../raw-incident.ts';
import type { Row } from '../row.ts';
import { readTime } from './date-format.ts';
import { fieldText } from './field-text.ts';
import type { MappedIncident } from './mapping-schema.ts';
import { formatsOf, readDateField, usualDates } from './read-date-field.ts';
import { splitCoordinates } from './split-coordinates.ts';

/** What one row says of its incident; people, weapons and sources apart. */
export type IncidentRow = Omit<RawIncident, 'people' | 'weapons' | 'sources' | 'sensitive'>;

/** Fields that are taken over as they are. */
const plainFields = [
  'source_key',
  'country',
  'region',
  'place',
  'place_precision',
  'setting',
  'urbanity',
  'type',
  'subtype',
  'type_as_reported',
  'killed',
  'killed_low',
  'killed_high',
  'injured',
  'injured_low',
  'injured_high',
  'threatened',
  'suicides',
] as const;

/** The incident fields of a row. */
export function readIncidentRow(mapped: MappedIncident, row: Row, findings: Findings): IncidentRow {
  const plain = Object.fromEntries(plainFields.map((name) => [name, fieldText(mapped[name], row, name, findings)]));
  const on = readDateField(mapped.occurred_on, row, 'occurred_on', findings);
  const time = fieldText(mapped.local_time, row, 'local_time', findings);
  const times = mapped.local_time ? formatsOf(mapped.local_time, ['HH:mm', 'HH:mm:ss']) : [];
  return {
    ...(plain as Record<(typeof plainFields)[number], string | null>),
    ...readPoint(mapped, row, findings),
    occurred_on: on?.date ?? null,
    occurred_until: readDateField(mapped.occurred_until, row, 'occurred_until', findings)?.date ?? null,
    date_precision: fieldText(mapped.date_precision, row, 'date_precision', findings) ?? on?.precision ?? null,
    date_format: (mapped.occurred_on?.formats ?? usualDates).join(' or '),
    local_time: time === null ? null : (readTime(time, times) ?? time),
  };
}

function readPoint(mapped: MappedIncident, row: Row, findings: Findings): Pick<RawIncident, 'lon' | 'lat'> {
  const both = fieldText(mapped.coordinates, row, 'coordinates', findings);
  if (both !== null) return splitCoordinates(both, mapped.coordinates?.order ?? 'lat_lon');
  return { lon: fieldText(mapped.lon, row, 'lon', findings), lat: fieldText(mapped.lat, row, 'lat', findings) };
}
