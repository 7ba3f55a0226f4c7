import landAddress from '@monitor/geography/data/basemap-land.json?url';
import regionsAddress from '@monitor/geography/data/basemap-regions.json?url';
import type { ExpressionSpecification, FilterSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { LayerName } from '../../filter/explore-state.ts';
import { AreaLegend } from '../area-legend.tsx';
import { AreaSummary } from '../area-summary.tsx';
import type { AreaFigure } from '../figure.ts';
import type { MapLayer, MapStyleInput } from '../map-layer.ts';
import type { AreaClass } from '../shading.ts';
import { textureKey } from '../textures.ts';

/** Locations or regions in the colours of their classes: polygons with `code`. */
function shadedAreas(picture: LayerName, source: string, data: string): MapLayer<AreaFigure> {
  return {
    pictures: [picture],
    sources: (): Record<string, SourceSpecification> => ({ [source]: { type: 'geojson', data, tolerance: 0.2 } }),
    draw: (input) => areaLayers(picture, source, input),
    LegendScale: AreaLegend,
    figures: {
      id: `${picture}-shades`,
      areal: true,
      radius: () => 0,
      read: () => undefined,
      press: () => false,
      popup: {
        title: 'area.title',
        content: (figure, actions) => <AreaSummary figure={figure} actions={actions} />,
        height: () => 190,
      },
    },
  };
}

export const shadedLocations = shadedAreas('locations', 'land', landAddress);
export const shadedRegions = shadedAreas('regions', 'regions', regionsAddress);

/** The layers of shaded areas: colours, textures, and the outline of the one whose popup is open. The first is pressed. */
export function areaLayers(picture: LayerName, source: string, input: MapStyleInput): LayerSpecification[] {
  const { theme, opacity, focusArea, picture: shown, motion } = input;
  const { shading } = input.data;
  if (shown !== picture || shading === undefined) return [];
  const code: ExpressionSpecification = ['get', 'code'];
  const codesIn = (wanted: (one: AreaClass) => boolean) =>
    shading.areas.filter((area) => wanted(area.class)).map((area) => area.code);
  const coloured = shading.areas.flatMap((area) => (typeof area.class === 'number' ? [area.code, theme.classes[area.class]] : []));
  const among = (codes: readonly string[]): FilterSpecification => ['in', code, ['literal', codes]];
  const transition = { duration: motion ? 300 : 0, delay: 0 };
  return [
    {
      id: `${picture}-shades`,
      type: 'fill',
      source,
      filter: among(shading.areas.map((area) => area.code)),
      paint: {
        'fill-color':
          coloured.length === 0 ? theme.core : (['match', code, ...coloured, theme.core] as unknown as ExpressionSpecification),
        'fill-color-transition': transition,
        'fill-opacity': opacity,
      },
    },
    ...(['few', 'unknown'] as const).map((texture): LayerSpecification => ({
      id: `${picture}-${texture}`,
      type: 'fill',
      source,
      filter: among(codesIn((one) => one === texture)),
      paint: { 'fill-pattern': textureKey(texture, theme.name), 'fill-opacity': opacity },
    })),
    {
      id: `${picture}-lines`,
      type: 'line',
      source,
      filter: among(shading.areas.map((area) => area.code)),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.card, 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.5, 8, 1.2] },
    },
    {
      id: `${picture}-focus`,
      type: 'line',
      source,
      filter: ['==', code, focusArea ?? ''],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.ink, 'line-width': 2 },
    },
  ];
}
