import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { AreaLegend } from '../area-legend.tsx';
import { HexagonSummary } from '../area-summary.tsx';
import type { AreaFigure } from '../figure.ts';
import { HexagonLegend } from '../hexagon-legend.tsx';
import type { MapLayer, MapStyleInput } from '../map-layer.ts';

const source = 'hexagons';
const shades = 'hexagons-shades';

/** Incidents counted by cells of the H3 grid, which are of about the same area everywhere. */
export const hexagons: MapLayer<AreaFigure> = {
  pictures: ['hexagons'],
  sources: ({ data: { hexagons: known } }): Record<string, SourceSpecification> =>
    known ? { [source]: { type: 'geojson', data: known.shapes, tolerance: 0.1 } } : {},
  draw: (input) => (input.data.hexagons && input.picture === 'hexagons' ? hexagonLayers(input) : []),
  LegendScale: (props) => (
    <>
      <AreaLegend {...props} />
      <HexagonLegend {...props} />
    </>
  ),
  figures: {
    id: shades,
    areal: true,
    radius: () => 0,
    read: () => undefined,
    press: () => false,
    popup: {
      title: 'area.title',
      content: (figure, actions) => <HexagonSummary figure={figure} actions={actions} />,
      height: () => 130,
    },
  },
};

function hexagonLayers({ theme, opacity, focusArea }: MapStyleInput): LayerSpecification[] {
  const colours = theme.classes.flatMap((colour, index) => [index, colour]);
  return [
    {
      id: shades,
      type: 'fill',
      source,
      paint: {
        'fill-color': ['match', ['get', 'class'], ...colours, theme.core] as unknown as ExpressionSpecification,
        'fill-opacity': opacity * 0.88,
      },
    },
    {
      id: 'hexagons-lines',
      type: 'line',
      source,
      paint: { 'line-color': theme.card, 'line-width': 0.8, 'line-opacity': opacity },
    },
    {
      id: 'hexagons-focus',
      type: 'line',
      source,
      filter: ['==', ['get', 'code'], focusArea ?? ''],
      paint: { 'line-color': theme.ink, 'line-width': 2 },
    },
  ];
}
