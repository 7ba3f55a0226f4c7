import regionsAddress from '@monitor/geography/data/basemap-regions.json?url';
import type { LayerSpecification } from 'maplibre-gl';
import { DifferenceLegend } from '../difference-legend.tsx';
import type { DifferenceClass, DifferenceMap } from '../difference-map.ts';
import { DifferenceSummary } from '../difference-summary.tsx';
import type { AreaFigure } from '../figure.ts';
import type { MapLayer, MapStyleInput } from '../map-layer.ts';
import type { MapTheme } from '../map-theme.ts';
import { among, arealFigures, colourByCode, focusedArea, textureLayers } from './areal.tsx';
import { areaLayers } from './shaded-areas.tsx';

const picture = 'difference';
/** Polygons with `code`. */
const source = 'regions';

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
  figures: arealFigures(picture, DifferenceSummary, 190),
};

/** The colour of a difference: what is more or less than expected has these colours among hot spots, too. */
export function differenceColour(kind: DifferenceClass, { classes, below, core }: MapTheme): string {
  const [side, step] = kind.split('-');
  if (step === undefined) return core;
  return (side === 'more' ? classes.slice(2) : below)[Number(step)] ?? core;
}

function differenceLayers(input: MapStyleInput, { areas }: DifferenceMap): LayerSpecification[] {
  const { theme, opacity } = input;
  const all = among(areas.map((area) => area.code));
  return [
    {
      id: `${picture}-shades`,
      type: 'fill',
      source,
      filter: all,
      paint: {
        'fill-color': colourByCode(
          areas.map((area) => [area.code, differenceColour(area.difference, theme)]),
          theme.core,
        ),
        'fill-opacity': opacity,
      },
    },
    ...textureLayers(picture, source, input, (texture) =>
      areas.filter((area) => area.difference === texture).map((area) => area.code),
    ),
    {
      id: `${picture}-lines`,
      type: 'line',
      source,
      filter: all,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.region, 'line-width': 0.8 },
    },
    focusedArea(picture, source, input),
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
