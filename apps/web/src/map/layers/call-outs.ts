import type { FeatureCollection } from 'geojson';
import type { DataDrivenPropertyValueSpecification, LineLayerSpecification } from 'maplibre-gl';
import type { MapLayer, MapStyleInput } from '../map-layer.ts';
import { monitoredTextSize } from './jurisdiction-names.ts';
import { textLayout } from './name-text.ts';

const source = 'call-outs';

const sources = (input: MapStyleInput) => ({ [source]: { type: 'geojson' as const, data: featuresOf(input) } });

/** The lines from names beside their locations, each to a point within its location. They lie under all names and figures. */
export const callOutLines: MapLayer = {
  sources,
  draw: ({ theme }) => [
    // Shades of areas can be as dark, or as light, as the line.
    line('call-out-halos', { 'line-color': theme.core, 'line-width': 2.9, 'line-opacity': 0.75 }),
    line('call-out-lines', { 'line-color': theme.ink, 'line-width': 0.9 }),
    {
      id: 'call-out-ends',
      type: 'circle',
      source,
      filter: ['has', 'end'],
      paint: { 'circle-radius': 2, 'circle-color': theme.ink, 'circle-stroke-color': theme.core, 'circle-stroke-width': 1 },
    },
  ],
};

function line(id: string, paint: NonNullable<LineLayerSpecification['paint']>): LineLayerSpecification {
  return { id, type: 'line', source, filter: ['==', ['geometry-type'], 'LineString'], paint };
}

/** Names of monitored locations that have no place within them: beside them, see call-outs.ts. */
export const callOuts: MapLayer = {
  sources,
  draw: ({ theme }) => [
    {
      id: 'call-outs',
      type: 'symbol',
      source,
      filter: ['has', 'text'],
      layout: {
        ...textLayout(['get', 'text']),
        'text-max-width': 99,
        'text-size': monitoredTextSize,
        'text-anchor': ['get', 'anchor'] as unknown as DataDrivenPropertyValueSpecification<'left'>,
        'text-justify': 'auto',
        'text-offset': [
          'match',
          ['get', 'anchor'],
          'left',
          ['literal', [0.25, 0]],
          'right',
          ['literal', [-0.25, 0]],
          'top',
          ['literal', [0, 0.25]],
          ['literal', [0, -0.25]],
        ],
        // Its place has been chosen where nothing else is.
        'text-overlap': 'always',
      },
      paint: {
        'text-color': theme.ink,
        'text-halo-color': theme.land,
        'text-halo-width': 1.8,
        'text-halo-blur': 0.4,
      },
    },
  ],
};

function featuresOf({ callOuts: all }: MapStyleInput): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: all.flatMap(({ code, text, anchor, from, to }) => [
      {
        type: 'Feature' as const,
        properties: { code },
        geometry: { type: 'LineString' as const, coordinates: [[...from], [...to]] },
      },
      { type: 'Feature' as const, properties: { code, end: true }, geometry: { type: 'Point' as const, coordinates: [...from] } },
      { type: 'Feature' as const, properties: { code, text, anchor }, geometry: { type: 'Point' as const, coordinates: [...to] } },
    ]),
  };
}
