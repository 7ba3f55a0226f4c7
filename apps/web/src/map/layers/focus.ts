import type { LayerSpecification } from 'maplibre-gl';
import { sourceNames } from '../map-sources.ts';
import type { MapTheme } from '../map-theme.ts';

/** A ring around the figure whose popup is open. */
export function focusLayers(theme: MapTheme): LayerSpecification[] {
  return [
    {
      id: 'focus',
      type: 'circle',
      source: sourceNames.focus,
      paint: {
        'circle-radius': ['+', ['get', 'radius'], 1.5],
        'circle-color': 'transparent',
        'circle-stroke-color': theme.ink,
        'circle-stroke-width': 2,
      },
    },
  ];
}
