import regionsAddress from '@monitor/geography/data/basemap-regions.json?url';
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { AreaSummary } from '../area-summary.tsx';
import type { AreaFigure } from '../figure.ts';
import type { SpotClass, SpotMap } from '../hot-spot-map.ts';
import { HotSpotLegend } from '../hot-spot-legend.tsx';
import type { MapLayer, MapStyleInput } from '../map-layer.ts';
import type { MapTheme } from '../map-theme.ts';

const shades = 'hot_spots-shades';
/** Polygons with `code`. */
const sources = { regions: 'regions', hexagons: 'spot-hexagons' } as const;

/** Regions or hexagons that together with their neighbours have more, or fewer, than chance would give. */
export const hotSpotLayer: MapLayer<AreaFigure> = {
  pictures: ['hot_spots'],
  sources: ({ data: { spots } }) => (spots === undefined ? {} : { [sources[spots.units]]: sourceOf(spots) }),
  draw: (input) => (input.picture === 'hot_spots' && input.data.spots ? spotLayers(input, input.data.spots) : []),
  LegendScale: HotSpotLegend,
  figures: {
    id: shades,
    areal: true,
    radius: () => 0,
    read: () => undefined,
    press: () => false,
    popup: {
      title: 'area.title',
      content: (figure, actions) => <AreaSummary figure={figure} actions={actions} />,
      height: () => 200,
    },
  },
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

function spotLayers({ theme, opacity, focusArea }: MapStyleInput, { areas, units }: SpotMap): LayerSpecification[] {
  const source = sources[units];
  const code: ExpressionSpecification = ['get', 'code'];
  const found = areas.filter(({ spot }) => spot !== 'none');
  const colours = found.flatMap((area) => [area.code, spotColour(area.spot, theme)]);
  const among: ExpressionSpecification = ['in', code, ['literal', areas.map((area) => area.code)]];
  return [
    {
      id: shades,
      type: 'fill',
      source,
      filter: among,
      paint: {
        'fill-color':
          found.length === 0 ? theme.core : (['match', code, ...colours, theme.core] as unknown as ExpressionSpecification),
        // Where nothing was found the map stays as it is.
        'fill-opacity': found.length === 0 ? 0 : ['case', ['in', code, ['literal', found.map((area) => area.code)]], opacity, 0],
      },
    },
    {
      id: 'hot_spots-lines',
      type: 'line',
      source,
      filter: among,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.region, 'line-width': 0.7 },
    },
    {
      id: 'hot_spots-focus',
      type: 'line',
      source,
      filter: ['==', code, focusArea ?? ''],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.ink, 'line-width': 2 },
    },
  ];
}
