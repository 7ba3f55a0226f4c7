import regionsAddress from '@monitor/geography/data/basemap-regions.json?url';
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { DifferenceLegend } from '../difference-legend.tsx';
import type { DifferenceClass, DifferenceMap } from '../difference-map.ts';
import { DifferenceSummary } from '../difference-summary.tsx';
import type { AreaFigure } from '../figure.ts';
import type { MapLayer, MapStyleInput } from '../map-layer.ts';
import type { MapTheme } from '../map-theme.ts';
import { textureKey, textureNames } from '../textures.ts';
import { areaLayers } from './shaded-areas.tsx';

const picture = 'difference';
/** Polygons with `code`. */
const source = 'regions';
const code: ExpressionSpecification = ['get', 'code'];

/** Two selections that are compared: their regions by the difference, or side by side where they have none in common. */
export const difference: MapLayer<AreaFigure> = {
  pictures: [picture],
  sources: () => ({ [source]: { type: 'geojson', data: regionsAddress, tolerance: 0.2 } }),
  draw: (input) => {
    if (input.picture !== picture) return [];
    const { difference: found, shading } = input.data;
    if (found !== undefined) return differenceLayers(input, found);
    return shading === undefined ? [] : [...areaLayers(picture, source, input), outlineOfOther(shading.other ?? [], input)];
  },
  LegendScale: DifferenceLegend,
  figures: {
    id: `${picture}-shades`,
    areal: true,
    radius: () => 0,
    read: () => undefined,
    press: () => false,
    popup: {
      title: 'area.title',
      content: (figure, actions) => <DifferenceSummary figure={figure} actions={actions} />,
      height: () => 190,
    },
  },
};

/** The colour of a difference: what is more or less than expected has these colours among hot spots, too. */
export function differenceColour(kind: DifferenceClass, { classes, below, core }: MapTheme): string {
  const [side, step] = kind.split('-');
  if (step === undefined) return core;
  return (side === 'more' ? classes.slice(2) : below)[Number(step)] ?? core;
}

function among(codes: readonly string[]): FilterSpecification {
  return ['in', code, ['literal', [...codes]]];
}

function differenceLayers({ theme, opacity, focusArea }: MapStyleInput, { areas }: DifferenceMap): LayerSpecification[] {
  const colours = areas.flatMap((area) => [area.code, differenceColour(area.difference, theme)]);
  return [
    {
      id: `${picture}-shades`,
      type: 'fill',
      source,
      filter: among(areas.map((area) => area.code)),
      paint: {
        'fill-color':
          colours.length === 0 ? theme.core : (['match', code, ...colours, theme.core] as unknown as ExpressionSpecification),
        'fill-opacity': opacity,
      },
    },
    ...textureNames.map((texture): LayerSpecification => ({
      id: `${picture}-${texture}`,
      type: 'fill',
      source,
      filter: among(areas.filter((area) => area.difference === texture).map((area) => area.code)),
      paint: { 'fill-pattern': textureKey(texture, theme.name), 'fill-opacity': opacity },
    })),
    {
      id: `${picture}-lines`,
      type: 'line',
      source,
      filter: among(areas.map((area) => area.code)),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.region, 'line-width': 0.8 },
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

/** The regions of B have its dashes. */
function outlineOfOther(codes: readonly string[], { theme }: MapStyleInput): LayerSpecification {
  return {
    id: `${picture}-other`,
    type: 'line',
    source,
    filter: among(codes),
    paint: { 'line-color': theme.ink2, 'line-width': 1.2, 'line-dasharray': [3, 2] },
  };
}
