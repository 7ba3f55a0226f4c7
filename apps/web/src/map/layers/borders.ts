import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { sourceNames } from '../map-sources.ts';
import type { MapTheme } from '../map-theme.ts';

const isKind = (kind: string): FilterSpecification => ['==', ['get', 'kind'], kind];

/** Lines between regions and between jurisdictions. The line of Kosovo* is dashed (see docs on names and map lines). */
export function borderLayers(theme: MapTheme): LayerSpecification[] {
  const lineColour: ExpressionSpecification = ['case', ['get', 'monitored'], theme.border, theme.region];
  const lineWidth: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 3, 0.8, 7, 1.3, 11, 2];
  return [
    {
      id: 'region-lines',
      type: 'line',
      source: sourceNames.borders,
      minzoom: 4.5,
      filter: isKind('region'),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': theme.region,
        'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.6, 8, 1, 12, 1.6],
        'line-opacity': ['case', ['get', 'monitored'], 1, 0.45],
      },
    },
    {
      id: 'coast-lines',
      type: 'line',
      source: sourceNames.borders,
      filter: isKind('coast'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.border, 'line-width': lineWidth, 'line-opacity': 0.7 },
    },
    {
      id: 'jurisdiction-lines',
      type: 'line',
      source: sourceNames.borders,
      filter: isKind('jurisdiction'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': lineColour, 'line-width': lineWidth },
    },
    {
      id: 'disputed-lines',
      type: 'line',
      source: sourceNames.borders,
      filter: isKind('disputed'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.border, 'line-width': lineWidth, 'line-dasharray': [3, 2] },
    },
  ];
}
