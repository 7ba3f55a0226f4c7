import { siteFocus } from '@monitor/geography';
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { baseLayer } from '../base-layer.ts';
import type { MapLayer, MapStyleInput } from '../map-layer.ts';
import { outlines } from './outlines.ts';

/** Lines with `kind` (jurisdiction, disputed, coast, region) and `codes`, of the locations beside them. */
const source = 'borders';

const isKind = (kind: string): FilterSpecification => ['==', ['get', 'kind'], kind];

const isBeside = (code: string): ExpressionSpecification => ['in', code, ['get', 'codes']];

/** Lines between regions and between jurisdictions. The line of Kosovo* is dashed (see docs on names and map lines). */
export const borders: MapLayer = {
  sources: ({ elsewhere }) => ({ [source]: outlines(baseLayer('borders', elsewhere)) }),
  draw: borderLayers,
};

function borderLayers({ theme }: MapStyleInput): LayerSpecification[] {
  const isMonitored: ExpressionSpecification = ['any', ...siteFocus().locations.map(isBeside)];
  const lineColour: ExpressionSpecification = ['case', isMonitored, theme.border, theme.region];
  const lineWidth: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 3, 0.8, 7, 1.3, 11, 2];
  return [
    {
      id: 'region-lines',
      type: 'line',
      source,
      minzoom: 4.5,
      filter: isKind('region'),
      paint: {
        'line-color': theme.region,
        'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.6, 8, 1, 12, 1.6],
        'line-opacity': ['case', isMonitored, 1, 0.45],
      },
    },
    {
      id: 'coast-lines',
      type: 'line',
      source,
      filter: isKind('coast'),
      paint: { 'line-color': theme.border, 'line-width': lineWidth, 'line-opacity': 0.7 },
    },
    {
      id: 'jurisdiction-lines',
      type: 'line',
      source,
      filter: isKind('jurisdiction'),
      paint: { 'line-color': lineColour, 'line-width': lineWidth },
    },
    {
      id: 'disputed-lines',
      type: 'line',
      source,
      filter: isKind('disputed'),
      paint: { 'line-color': theme.border, 'line-width': lineWidth, 'line-dasharray': [3, 2] },
    },
  ];
}
