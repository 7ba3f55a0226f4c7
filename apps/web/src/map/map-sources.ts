import { maximumZoom } from '@monitor/contract';
import type { FeatureCollection } from 'geojson';
import type { SourceSpecification } from 'maplibre-gl';
import type { Sheet } from './sheets.ts';

/** Names of the map's lasting sources, as layers refer to them. */
export const sourceNames = {
  land: 'land',
  borders: 'borders',
  names: 'names',
  regionNames: 'region-names',
  places: 'places',
  focus: 'focus',
} as const;

/** Name of the source that a sheet's figures come from. */
export function incidentSource(sheet: { readonly key: number }): string {
  return `incidents@${sheet.key}`;
}

/** Addresses of the boundary data, whole GeoJSON files. */
export interface BoundaryAddresses {
  /** Polygons with `code` and `monitored`. */
  readonly land: string;
  /** Lines with `kind` (jurisdiction, disputed, coast, region) and `monitored`. */
  readonly borders: string;
  /** Points with `code` and `room`, where a jurisdiction's name reads best. */
  readonly names: string;
  /** Points with `code` and `room`, where a region's name reads best. */
  readonly regionNames: string;
  /** Settlements with `name` and `population`. */
  readonly places: string;
}

/** A figure that the pointer is on or whose popup is open. */
export interface Focus {
  readonly lon: number;
  readonly lat: number;
  /** Radius of the figure in CSS pixels. */
  readonly radius: number;
}

export function mapSources(
  boundaries: BoundaryAddresses,
  sheets: readonly Sheet[],
  focus: Focus | undefined,
): Record<string, SourceSpecification> {
  return {
    [sourceNames.land]: { type: 'geojson', data: boundaries.land, tolerance: 0.2 },
    [sourceNames.borders]: { type: 'geojson', data: boundaries.borders, tolerance: 0.2 },
    [sourceNames.names]: { type: 'geojson', data: boundaries.names },
    [sourceNames.regionNames]: { type: 'geojson', data: boundaries.regionNames },
    [sourceNames.places]: { type: 'geojson', data: boundaries.places },
    [sourceNames.focus]: { type: 'geojson', data: focusPoint(focus) },
    ...Object.fromEntries(sheets.map((sheet) => [incidentSource(sheet), incidentTiles(sheet)])),
  };
}

function incidentTiles({ tiles }: Sheet): SourceSpecification {
  return { type: 'vector', tiles: [tiles], minzoom: 0, maxzoom: maximumZoom };
}

function focusPoint(focus: Focus | undefined): FeatureCollection {
  if (!focus) return { type: 'FeatureCollection', features: [] };
  const geometry = { type: 'Point' as const, coordinates: [focus.lon, focus.lat] };
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { radius: focus.radius }, geometry }] };
}
