import address from '@monitor/geography/data/basemap-places.json?url';
import type {
  ExpressionSpecification,
  FilterSpecification,
  SymbolLayerSpecification,
  VariableAnchorOffsetCollectionSpecification,
} from 'maplibre-gl';
import type { MapLayer } from '../map-layer.ts';
import type { MapTheme } from '../map-theme.ts';
import { elsewhereSources, elsewhereWith, ofKind } from './elsewhere.ts';
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

/** Names of settlements, with the local letters below where they are others, the larger ones first and from farther off. They step aside for the figures. */
export const placeNames: MapLayer = {
  sources: (input) => ({ [placesSource]: { type: 'geojson', data: address }, ...elsewhereSources('place', input) }),
  draw: ({ theme, elsewhere }) => [
    namesOf({ id: 'place-names', source: placesSource, filter: isLarge }, theme),
    ...elsewhereWith('place', { elsewhere }).map(({ code, source }) =>
      namesOf({ id: `place-names-${code}`, source, filter: ofKind('place', isLarge) }, theme),
    ),
  ],
};

/** How many people a settlement needs to be named. */
const isLarge: ExpressionSpecification = [
  '>=',
  ['get', 'population'],
  ['step', ['zoom'], 250_000, 7, 90_000, 8, 30_000, 9, 10_000, 10, 3000, 11, 0],
];

function namesOf(
  layer: Pick<SymbolLayerSpecification, 'id' | 'source'> & { readonly filter: FilterSpecification },
  theme: MapTheme,
): SymbolLayerSpecification {
  return {
    ...layer,
    type: 'symbol',
    minzoom: 6,
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
  };
}
