import { siteFocus } from '@monitor/geography';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { baseLayer } from '../base-layer.ts';
import type { MapLayer } from '../map-layer.ts';
import type { MapTheme } from '../map-theme.ts';
import { outlines } from './outlines.ts';

/** Polygons with `code`. */
export const landSource = 'land';

/** Sea everywhere, land on it, what the map is about lighter; or what the operator has set in their place or on them. */
export const land: MapLayer = {
  sources: ({ basemap, elsewhere }) => ({ [landSource]: outlines(baseLayer('land', elsewhere)), ...basemap?.sources }),
  draw: ({ theme, basemap }) => [...(basemap?.covers ? [] : ownLand(theme)), ...(basemap?.layers(theme) ?? [])],
};

function ownLand(theme: MapTheme): LayerSpecification[] {
  const isMonitored: ExpressionSpecification = ['in', ['get', 'code'], ['literal', [...siteFocus().locations]]];
  // Two layers, since a colour that depended on the data would need new tiles for each theme, which paper does not wait for.
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': theme.sea } },
    { id: 'land', type: 'fill', source: landSource, filter: ['!', isMonitored], paint: { 'fill-color': theme.land } },
    { id: 'monitored-land', type: 'fill', source: landSource, filter: isMonitored, paint: { 'fill-color': theme.core } },
  ];
}
