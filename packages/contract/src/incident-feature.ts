import { iccsOf, safeText } from '@monitor/domain';
import type { IncidentNames } from './incident-names.ts';
import type { IncidentExport, IncidentItem } from './incidents.ts';

/** A value of JSON, its texts as `safeText` of the domain leaves them. */
type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };
export type IncidentRecord = Readonly<Record<string, JsonValue>>;

/** The Feature of an incident in GeoJSON (RFC 7946). */
export interface IncidentFeature {
  readonly type: 'Feature';
  readonly id: string;
  /** The public point: degrees, longitude first (CRS84). Null if only the region or location is known. */
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [lon: number, lat: number] } | null;
  /** The record but for its point. The identifier is repeated here, since many programs drop that of the Feature. */
  readonly properties: IncidentRecord;
}

/**
 * An incident as one object for JSON: everything that the row has, names beside codes, the address of its page, and the licence of its
 * dataset. A row of a download has its people, weapons and sources; a row of the list does not.
 */
export function incidentRecord(
  { id, dataset, side, ...fields }: IncidentItem & Pick<IncidentExport, 'side'>,
  names: IncidentNames,
): IncidentRecord {
  const of = names.dataset(dataset);
  const location = names.location(fields.country);
  return {
    id,
    ...(side === undefined ? {} : { side }),
    url: names.address(id),
    dataset,
    ...(safeValues(fields) as IncidentRecord),
    country_name: location?.name ?? fields.country,
    country_note: location?.note ?? null,
    // Programs such as GDAL compare texts, and no lists.
    weapon: fields.weapons.join(';') || null,
    region_name: (fields.region && names.region(fields.region)?.name) ?? null,
    iccs: iccsOf(fields, of?.killed_includes_suicides ?? true),
    killed_includes_suicides: of?.killed_includes_suicides ?? null,
    synthetic: of?.synthetic ?? null,
    licence: of?.licence ?? null,
    attribution: of === undefined ? null : safeText(of.attribution),
  };
}

/** The same as a Feature of GeoJSON, for downloads and OGC API – Features alike. */
export function incidentFeature(item: IncidentItem & Pick<IncidentExport, 'side'>, names: IncidentNames): IncidentFeature {
  const { lon, lat, ...properties } = incidentRecord(item, names);
  const hasPoint = typeof lon === 'number' && typeof lat === 'number';
  return {
    type: 'Feature',
    id: item.id,
    geometry: hasPoint ? { type: 'Point', coordinates: [lon, lat] } : null,
    properties,
  };
}

function safeValues(value: unknown): JsonValue {
  if (typeof value === 'string') return safeText(value);
  if (Array.isArray(value)) return value.map(safeValues);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, safeValues(one)]));
  return value as JsonValue;
}
