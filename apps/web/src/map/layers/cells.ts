import type { LayerSpecification } from 'maplibre-gl';
import { tileLayers } from '@monitor/contract';
import { donutKeyExpression } from '../donut-key.ts';
import { sheetLayer } from '../layer-order.ts';
import { incidentSource } from '../map-sources.ts';
import type { MapTheme } from '../map-theme.ts';
import type { Sheet } from '../sheets.ts';
import type { Fade } from './fade.ts';

/** How far a name may lie under the edge of a donut. CSS pixels. */
export const namesUnderEdge = 4;

/**
 * Cells as donuts. Each picture is drawn when first needed (see donut-pictures.ts). All are shown; the smaller lie on
 * top, so that none is hidden, and all take their place before any name does.
 */
export function cellLayers(theme: MapTheme, sheet: Sheet, fade: Fade): LayerSpecification[] {
  return [
    {
      id: sheetLayer('cells', sheet),
      type: 'symbol',
      source: incidentSource(sheet),
      'source-layer': tileLayers.cells,
      layout: {
        'icon-image': donutKeyExpression(theme.name, sheet.scale),
        'icon-overlap': 'always',
        // A name may reach into the corners of the square around a donut, and a little under its edge.
        'icon-padding': -namesUnderEdge,
        'symbol-sort-key': ['-', ['get', 'count']],
      },
      paint: { 'icon-opacity': fade.opacity, 'icon-opacity-transition': fade.transition },
    },
  ];
}
