import { type Findings, quoted } from '../findings.ts';
import { decidingFields, type RawIncident, reportedFields } from '../raw-incident.ts';
import type { Row } from '../row.ts';
import { fieldText, lookUp, rawText, readDateField, readFields, usualDates } from './read-fields.ts';
import type { MappedField, MappedIncident, Mapping } from './mapping-schema.ts';

/** What one row says of its incident; people, weapons and sources apart. */
export type IncidentRow = Omit<RawIncident, 'people' | 'weapons' | 'sources' | 'listed' | 'point_basis' | 'contradictions'>;

/** The fields that are read by themselves. */
const {
  occurred_on: _date,
  date_precision: _precision,
  country: _country,
  place: _place,
  lon: _lon,
  lat: _lat,
  ...plainFields
} = reportedFields;

/** The incident fields of a row. */
export function readIncidentRow({ incident: mapped, places = {} }: Mapping, row: Row, findings: Findings): IncidentRow {
  const place = fieldText(mapped.place, row, 'place', findings);
  const on = readDateField(mapped.occurred_on, row, 'occurred_on', findings);
  return {
    ...readFields(plainFields, mapped, row, findings),
    country: readCountry(mapped.country, row, findings),
    country_default: mapped.country?.default ?? null,
    ...readPoint(mapped, row, findings),
    place: place === null ? null : (lookUp(places, place) ?? place),
    source_key: fieldText(mapped.source_key, row, 'source_key', findings),
    occurred_on: on?.date ?? null,
    date_precision: fieldText(mapped.date_precision, row, 'date_precision', findings) ?? on?.precision ?? null,
    date_format: (mapped.occurred_on?.formats ?? usualDates).join(' or '),
  };
}

/** The location that a row says. A default is not one, since the point of the row comes before it. */
function readCountry(country: MappedField | undefined, row: Row, findings: Findings): string | null {
  const isDefault = country?.default !== undefined && country.value === undefined && rawText(country, row) === null;
  return isDefault ? null : fieldText(country, row, 'country', findings);
}

function readPoint(mapped: MappedIncident, row: Row, findings: Findings): Pick<RawIncident, 'lon' | 'lat'> {
  const both = fieldText(mapped.coordinates, row, 'coordinates', findings);
  if (both !== null) return splitCoordinates(both, mapped.coordinates?.order ?? 'lat_lon');
  return { lon: fieldText(mapped.lon, row, 'lon', findings), lat: fieldText(mapped.lat, row, 'lat', findings) };
}

/** Fields in which the rows of one incident ought to agree. */
const shared = ['occurred_on', 'country', 'region', 'place', 'type'] as const;

/**
 * One incident from the rows of its people: the first row that says something counts, field by field, and whole points. What another says
 * is not stored, but it counts for whether the incident is sensitive.
 */
export function mergeRows(rows: readonly IncidentRow[], findings: Findings): IncidentRow & Pick<RawIncident, 'contradictions'> {
  const [first, ...others] = rows;
  if (!first) throw new RangeError('an incident has at least one row');
  if (others.length === 0) return { ...first, contradictions: [] };
  const merged: Record<string, string | null> = { ...first };
  for (const row of others) for (const [name, value] of Object.entries(row)) merged[name] ??= value;
  const located = rows.find(({ lon, lat }) => lon !== null && lat !== null) ?? first;
  for (const name of shared) {
    const values = new Set(rows.map((row) => row[name]).filter((value) => value !== null));
    if (values.size > 1) findings.warn('rows_disagree', `${name} has different values: ${[...values].map(quoted).join(', ')}.`);
  }
  const contradictions = others
    .map((row) =>
      decidingFields.filter((name) => row[name] !== null && row[name] !== merged[name]).map((name) => [name, row[name]]),
    )
    .filter((said) => said.length > 0)
    .map((said): RawIncident['contradictions'][number] => Object.fromEntries(said));
  return { ...(merged as unknown as IncidentRow), contradictions, lon: located.lon, lat: located.lat };
}

/**
 * Longitude and latitude from one text: `POINT (20.46 44.81)`, or two numbers in the order given, with a comma, a semicolon or
 * blanks between them. Decimal commas are read where something else separates the numbers.
 */
export function splitCoordinates(text: string, order: 'lat_lon' | 'lon_lat'): { lon: string; lat: string } {
  const point = /^(?:SRID=\d+;)?\s*POINT\s*Z?\s*\(\s*(\S+)\s+(\S+?)(?:\s+\S+)?\s*\)$/i.exec(text);
  if (point) return { lon: point[1] ?? '', lat: point[2] ?? '' };
  const plain = text.replace(/^[([]|[)\]]$/g, '').trim();
  const parts = plain.split(/\s*[;،]\s*|\s*,\s+|\s+/);
  const numbers = parts.length === 1 ? plain.split(',') : parts;
  const [first = '', second = ''] = numbers.length === 2 ? numbers : numbers.length === 1 ? [text] : [text, text];
  return order === 'lat_lon' ? { lat: first.trim(), lon: second.trim() } : { lon: first.trim(), lat: second.trim() };
}
