import { maximumZoom } from '@monitor/contract';
import type { FeatureCollection } from 'geojson';
import type { SourceSpecification } from 'maplibre-gl';

/** Names of the map's sources, as layers refer to them. */
export const sourceNames = {
  land: 'land',
  borders: 'borders',
  names: 'names',
  regionNames: 'region-names',
  places: 'places',
  incidents: 'incidents',
  focus: 'focus',
} as const;

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
  incidentTiles: string,
  focus: Focus | undefined,
): Record<string, SourceSpecification> {
  return {
    [sourceNames.land]: { type: 'geojson', data: boundaries.land, tolerance: 0.2 },
    [sourceNames.borders]: { type: 'geojson', data: boundaries.borders, tolerance: 0.2 },
    [sourceNames.names]: { type: 'geojson', data: boundaries.names },
    [sourceNames.regionNames]: { type: 'geojson', data: boundaries.regionNames },
    [sourceNames.places]: { type: 'geojson', data: boundaries.places },
    [sourceNames.incidents]: { type: 'vector', tiles: [incidentTiles], minzoom: 0, maxzoom: maximumZoom },
    [sourceNames.focus]: { type: 'geojson', data: focusPoint(focus) },
  };
}

function focusPoint(focus: Focus | undefined): FeatureCollection {
  if (!focus) return { type: 'FeatureCollection', features: [] };
  const geometry = { type: 'Point' as const, coordinates: [focus.lon, focus.lat] };
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { radius: focus.radius }, geometry }] };
}
