import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { LayerName } from '../../filter/pictures.ts';
import { AreaLegend, FoldedAreaLegend } from '../area-legend.tsx';
import { areaLine, AreaSummary } from '../area-summary.tsx';
import { baseLayer } from '../base-layer.ts';
import type { AreaFigure } from '../figure.ts';
import type { MapLayer, MapStyleInput } from '../map-layer.ts';
import { among, arealFigures, colourByCode, focusedArea, textureLayers } from './areal.tsx';
import { outlines } from './outlines.ts';

/** Locations or regions in the colours of their classes: polygons with `code`. */
function shadedAreas(picture: LayerName, source: 'land' | 'regions'): MapLayer<AreaFigure> {
  return {
    pictures: [picture],
    sources: ({ elsewhere }): Record<string, SourceSpecification> => ({ [source]: outlines(baseLayer(source, elsewhere)) }),
    draw: (input) => areaLayers(picture, source, input),
    LegendScale: AreaLegend,
    FoldedScale: FoldedAreaLegend,
    figures: arealFigures(picture, AreaSummary, (figure, wording) => areaLine(figure, wording), 190),
  };
}

export const shadedLocations = shadedAreas('locations', 'land');
export const shadedRegions = shadedAreas('regions', 'regions');

/** The layers of shaded areas: colours, textures, and the outline of the one whose popup is open. The first is pressed. */
export function areaLayers(picture: LayerName, source: string, input: MapStyleInput): LayerSpecification[] {
  const { theme, opacity, picture: shown, motion } = input;
  const { shading } = input.data;
  if (shown !== picture || shading === undefined) return [];
  const all = among(shading.areas.map((area) => area.code));
  const coloured = shading.areas.flatMap((area) =>
    typeof area.class === 'number' ? [[area.code, theme.classes[area.class]!] as const] : [],
  );
  const transition = { duration: motion ? 300 : 0, delay: 0 };
  return [
    {
      id: `${picture}-shades`,
      type: 'fill',
      source,
      filter: all,
      paint: {
        'fill-color': colourByCode(coloured, theme.core),
        'fill-color-transition': transition,
        'fill-opacity': opacity,
      },
    },
    ...textureLayers(picture, source, input, (texture) =>
      shading.areas.filter((area) => area.class === texture).map((area) => area.code),
    ),
    {
      id: `${picture}-lines`,
      type: 'line',
      source,
      filter: all,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.card, 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.5, 8, 1.2] },
    },
    focusedArea(picture, source, input),
  ];
}
