import regionsAddress from '@monitor/geography/data/basemap-regions.json?url';
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { AreaSummary } from '../area-summary.tsx';
import type { AreaFigure } from '../figure.ts';
import type { SpotClass, SpotMap } from '../hot-spot-map.ts';
import { HotSpotLegend } from '../hot-spot-legend.tsx';
import type { MapLayer, MapStyleInput } from '../map-layer.ts';
import type { MapTheme } from '../map-theme.ts';
import { among, arealFigures, colourByCode, focusedArea } from './areal.tsx';

/** Polygons with `code`. */
const sources = { regions: 'regions', hexagons: 'spot-hexagons' } as const;

/** Regions or hexagons that together with their neighbours have more, or fewer, than chance would give. */
export const hotSpotLayer: MapLayer<AreaFigure> = {
  pictures: ['hot_spots'],
  sources: ({ data: { spots } }) => (spots === undefined ? {} : { [sources[spots.units]]: sourceOf(spots) }),
  draw: (input) => (input.picture === 'hot_spots' && input.data.spots ? spotLayers(input, input.data.spots) : []),
  LegendScale: HotSpotLegend,
  figures: arealFigures('hot_spots', AreaSummary, 200),
};

function sourceOf({ units, shapes }: SpotMap): SourceSpecification {
  if (units === 'regions' || shapes === undefined) return { type: 'geojson', data: regionsAddress, tolerance: 0.2 };
  return { type: 'geojson', data: shapes, tolerance: 0.1 };
}

/** The colours of spots. */
export function spotColour(spot: SpotClass, { classes, below, core }: MapTheme): string {
  const [kind, step] = spot.split('-');
  if (kind === 'none') return core;
  return (kind === 'hot' ? classes.slice(2) : below)[Number(step)] ?? core;
}

function spotLayers(input: MapStyleInput, { areas, units }: SpotMap): LayerSpecification[] {
  const { theme, opacity } = input;
  const source = sources[units];
  const found = areas.filter(({ spot }) => spot !== 'none');
  const all = among(areas.map((area) => area.code));
  return [
    {
      id: 'hot_spots-shades',
      type: 'fill',
      source,
      filter: all,
      paint: {
        'fill-color': colourByCode(
          found.map((area) => [area.code, spotColour(area.spot, theme)]),
          theme.core,
        ),
        // Where nothing was found the map stays as it is.
        'fill-opacity': found.length === 0 ? 0 : ['case', among(found.map((area) => area.code)), opacity, 0],
      },
    },
    {
      id: 'hot_spots-lines',
      type: 'line',
      source,
      filter: all,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.region, 'line-width': 0.7 },
    },
    focusedArea('hot_spots', source, input),
  ];
}
