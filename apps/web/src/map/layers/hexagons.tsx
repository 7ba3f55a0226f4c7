import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { AreaLegend, FoldedAreaLegend } from '../area-legend.tsx';
import { HexagonSummary } from '../area-summary.tsx';
import type { AreaFigure } from '../figure.ts';
import { HexagonLegend } from '../hexagon-legend.tsx';
import type { MapLayer, MapStyleInput } from '../map-layer.ts';
import { arealFigures, focusedArea } from './areal.tsx';

const source = 'hexagons';

/** Incidents counted by cells of the H3 grid, which are of about the same area everywhere. */
export const hexagons: MapLayer<AreaFigure> = {
  pictures: ['hexagons'],
  sources: ({ data: { hexagons: known } }): Record<string, SourceSpecification> =>
    known ? { [source]: { type: 'geojson', data: known.shapes, tolerance: 0.1 } } : {},
  draw: (input) => (input.data.hexagons && input.picture === 'hexagons' ? hexagonLayers(input) : []),
  FoldedScale: FoldedAreaLegend,
  LegendScale: (props) => (
    <>
      <AreaLegend {...props} />
      <HexagonLegend {...props} />
    </>
  ),
  figures: arealFigures('hexagons', HexagonSummary, 130),
};

function hexagonLayers(input: MapStyleInput): LayerSpecification[] {
  const { theme, opacity } = input;
  const colours = theme.classes.flatMap((colour, index) => [index, colour]);
  return [
    {
      id: 'hexagons-shades',
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
    focusedArea('hexagons', source, input),
  ];
}
