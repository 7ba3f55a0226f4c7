import address from '@monitor/geography/data/basemap-land.json?url';
import type { MapLayer } from '../map-layer.ts';

/** Polygons with `code` and `monitored`. */
const source = 'land';

/** Sea everywhere, land on it, the monitored jurisdictions lighter. */
export const land: MapLayer = {
  sources: () => ({ [source]: { type: 'geojson', data: address, tolerance: 0.2 } }),
  draw: ({ theme }) => [
    { id: 'sea', type: 'background', paint: { 'background-color': theme.sea } },
    { id: 'land', type: 'fill', source, paint: { 'fill-color': theme.land } },
    {
      id: 'monitored-land',
      type: 'fill',
      source,
      filter: ['==', ['get', 'monitored'], true],
      paint: { 'fill-color': theme.core },
    },
  ],
};
