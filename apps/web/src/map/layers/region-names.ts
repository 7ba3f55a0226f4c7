import { drawnRegions } from '@monitor/geography';
import address from '@monitor/geography/data/basemap-region-labels.json?url';
import type { ExpressionSpecification, FilterSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { MapLayer } from '../map-layer.ts';
import type { MapTheme } from '../map-theme.ts';
import { elsewhereSources, elsewhereWith, ofKind } from './elsewhere.ts';
import { nameInLanguage, nameOfCode, textLayout } from './name-text.ts';

/** Points with `code` and `room`, where a region's name reads best. */
const source = 'region-names';

/** Names of first-level regions, each from the zoom on at which it has room. */
export const regionNames: MapLayer = {
  sources: (input) => ({ [source]: { type: 'geojson', data: address }, ...elsewhereSources('region_name', input) }),
  draw: ({ theme, language, elsewhere }) => {
    const drawn = nameOfCode(drawnRegions.map(({ code, name }) => [code, nameInLanguage(language, code, name)]));
    const others = elsewhereWith('region_name', { elsewhere }).map(({ code, source: own }) => {
      return namesOf({ id: `region-names-${code}`, source: own, filter: ofKind('region_name', hasRoom) }, ['get', 'name'], theme);
    });
    return [namesOf({ id: 'region-names', source, filter: hasRoom }, drawn, theme), ...others];
  },
};

/** 512 px are 360 degrees at zoom 0; a name needs about 34 px to either side. */
const hasRoom: ExpressionSpecification = ['>=', ['*', ['get', 'room'], ['^', 2, ['zoom']]], (34 * 360) / 512];

function namesOf(
  layer: Pick<SymbolLayerSpecification, 'id' | 'source'> & { readonly filter: FilterSpecification },
  text: ExpressionSpecification,
  theme: MapTheme,
): SymbolLayerSpecification {
  return {
    ...layer,
    type: 'symbol',
    minzoom: 4,
    maxzoom: 10,
    layout: {
      ...textLayout(text),
      'text-size': 10.5,
      'text-transform': 'uppercase',
      'text-letter-spacing': 0.1,
      'text-max-width': 8,
      'text-variable-anchor-offset': [
        'center',
        [0, 0],
        'center',
        [0, -1.6],
        'center',
        [0, 1.6],
        'center',
        [0, -2.6],
        'center',
        [0, 2.6],
      ],
      'symbol-sort-key': ['-', ['get', 'room']],
    },
    paint: { 'text-color': theme.ink2, 'text-opacity': 0.85, 'text-halo-color': theme.core, 'text-halo-width': 1.2 },
  };
}
