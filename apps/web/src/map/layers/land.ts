import address from '@monitor/geography/data/basemap-land.json?url';
import type { LayerSpecification } from 'maplibre-gl';
import type { MapLayer } from '../map-layer.ts';
import type { MapTheme } from '../map-theme.ts';
import { outlines } from './outlines.ts';

/** Polygons with `code` and `monitored`. */
const source = 'land';

/** Sea everywhere, land on it, the monitored jurisdictions lighter; or what the operator has set in their place or on them. */
export const land: MapLayer = {
  sources: ({ basemap }) => ({ [source]: outlines(address), ...basemap?.sources }),
  draw: ({ theme, basemap }) => [...(basemap?.covers ? [] : ownLand(theme)), ...(basemap?.layers(theme) ?? [])],
};

function ownLand(theme: MapTheme): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': theme.sea } },
    { id: 'land', type: 'fill', source, paint: { 'fill-color': ['case', ['get', 'monitored'], theme.core, theme.land] } },
  ];
}
