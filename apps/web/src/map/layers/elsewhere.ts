import { drawnJurisdictions, drawnRegions } from '@monitor/geography';
import type { ExpressionSpecification, FilterSpecification, GeoJSONSourceSpecification } from 'maplibre-gl';
import type { MapStyleInput } from '../map-layer.ts';
import { outlines } from './outlines.ts';

/* Locations with incidents that the base map shows in outline at most. Each has a map of its own, which is loaded when it is drawn. */

/** What a feature of such a map is; see `GET /api/v1/locations/{code}/map`. */
type Kind = 'land' | 'outline' | 'region_line' | 'region_name' | 'place';

const drawn: ReadonlySet<string> = new Set(drawnJurisdictions.map(({ code }) => code));
const withRegions: ReadonlySet<string> = new Set(drawnRegions.map(({ jurisdiction }) => jurisdiction));

/** Whether something is drawn of a location that the base map does not have of it. */
function lacks(code: string, kind: Kind): boolean {
  if (kind === 'place') return true;
  return kind === 'land' || kind === 'outline' ? !drawn.has(code) : !withRegions.has(code);
}

/** The locations of which the map of their own gives something, with the name of its source. */
export function elsewhereWith(kind: Kind, { elsewhere }: Pick<MapStyleInput, 'elsewhere'>): { code: string; source: string }[] {
  return elsewhere.filter((code) => lacks(code, kind)).map((code) => ({ code, source: `elsewhere-${code}` }));
}

export function elsewhereSources(kind: Kind, input: Pick<MapStyleInput, 'elsewhere'>): Record<string, GeoJSONSourceSpecification> {
  return Object.fromEntries(
    elsewhereWith(kind, input).map(({ code, source }) => [source, outlines(`/api/v1/locations/${code}/map`)]),
  );
}

export function isKind(kind: Kind): ExpressionSpecification {
  return ['==', ['get', 'kind'], kind];
}

/** A filter and that a feature is of a kind. */
export function ofKind(kind: Kind, filter: FilterSpecification): FilterSpecification {
  return ['all', isKind(kind), filter] as FilterSpecification;
}
