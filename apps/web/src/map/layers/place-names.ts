import type { ExpressionSpecification, VariableAnchorOffsetCollectionSpecification } from 'maplibre-gl';
import { baseLayer } from '../base-layer.ts';
import type { MapLayer } from '../map-layer.ts';
import { textLayout } from './name-text.ts';

/** Settlements with `name` in Latin letters, `jurisdiction`, `population` and, where it is printed in other letters, `local`. */
export const placesSource = 'places';

/**
 * Where a name may stand around its place, in ems: close by, else clear of the donut that is drawn on the place itself.
 * The anchor is the side of the name that faces the place.
 */
const around: VariableAnchorOffsetCollectionSpecification = [0.8, 1.7, 2.7].flatMap((distance) => [
  'top',
  [0, distance],
  'bottom',
  [0, -distance],
  'left',
  [distance, 0],
  'right',
  [-distance, 0],
]);

/** People from which on a settlement is named, by zoom. Elsewhere maps show larger parts of the world, with their largest cities. */
function leastNamed(elsewhere: readonly string[]): ExpressionSpecification {
  const nearby = [250_000, 7, 90_000, 8, 30_000, 9, 10_000, 10, 3000, 11, 0] as const;
  const from = (far: number): ExpressionSpecification => [
    'case',
    ['in', ['get', 'jurisdiction'], ['literal', [...elsewhere]]],
    far,
    1e9,
  ];
  return ['step', ['zoom'], from(2_000_000), 4, from(1_000_000), 5, from(500_000), 6, ...nearby];
}

/** Names of settlements, with the local letters below where they are others, the larger ones first and from farther off. They step aside for the figures. */
export const placeNames: MapLayer = {
  sources: ({ elsewhere }) => ({ [placesSource]: { type: 'geojson', data: baseLayer('places', elsewhere) } }),
  draw: ({ theme, elsewhere }) => [
    {
      id: 'place-names',
      type: 'symbol',
      source: placesSource,
      minzoom: 3,
      filter: ['>=', ['get', 'population'], leastNamed(elsewhere)],
      layout: {
        ...textLayout([
          'case',
          ['has', 'local'],
          ['format', ['get', 'name'], {}, '\n', {}, ['get', 'local'], { 'font-scale': 0.85 }],
          ['get', 'name'],
        ]),
        'text-size': ['interpolate', ['linear'], ['zoom'], 6, 10.5, 12, ['step', ['get', 'population'], 11.5, 50_000, 14]],
        'text-letter-spacing': 0,
        'text-variable-anchor-offset': around,
        'text-justify': 'auto',
        'symbol-sort-key': ['-', ['get', 'population']],
      },
      paint: {
        'text-color': ['step', ['get', 'population'], theme.ink2, 50_000, theme.ink],
        'text-halo-color': theme.core,
        'text-halo-width': 1.3,
      },
    },
  ],
};
