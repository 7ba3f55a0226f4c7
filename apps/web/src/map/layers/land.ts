import type { LayerSpecification } from 'maplibre-gl';
import { sourceNames } from '../map-sources.ts';
import type { MapTheme } from '../map-theme.ts';

/** Sea everywhere, land on it, the monitored jurisdictions lighter. */
export function landLayers(theme: MapTheme): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': theme.sea } },
    { id: 'land', type: 'fill', source: sourceNames.land, paint: { 'fill-color': theme.land } },
    {
      id: 'monitored-land',
      type: 'fill',
      source: sourceNames.land,
      filter: ['==', ['get', 'monitored'], true],
      paint: { 'fill-color': theme.core },
    },
  ];
}
