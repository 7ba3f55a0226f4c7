import { drawnRegions, jurisdictions, type Region, regions } from '@monitor/geography';
import { baseLayer } from '../base-layer.ts';
import type { LayerSpecification } from 'maplibre-gl';
import type { MapLayer } from '../map-layer.ts';
import type { MapTheme } from '../map-theme.ts';
import { nameInLanguage, nameOfCode, textLayout } from './name-text.ts';

/** Points with `code` and `room`, where a region's name reads best. */
const source = 'region-names';

/** Names of first-level regions, each from the zoom on at which it has room. */
export const regionNames: MapLayer = {
  sources: ({ elsewhere }) => ({ [source]: { type: 'geojson', data: baseLayer('region-labels', elsewhere) } }),
  draw: ({ theme, language, elsewhere }) => [
    {
      id: 'region-names',
      type: 'symbol',
      source,
      minzoom: 4,
      maxzoom: 10,
      // 512 px are 360 degrees at zoom 0; a name needs about 34 px to either side.
      filter: ['>=', ['*', ['get', 'room'], ['^', 2, ['zoom']]], (34 * 360) / 512],
      layout: {
        ...textLayout(nameOfCode(named(elsewhere).map(({ code, name }) => [code, nameInLanguage(language, code, name)]))),
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
    },
    ...namesElsewhere(theme, language, elsewhere),
  ],
};

/** Names of the locations elsewhere that the base map does not draw itself, above that of the region in their middle. */
function namesElsewhere(theme: MapTheme, language: string, elsewhere: readonly string[]): LayerSpecification[] {
  const names = jurisdictions.filter(({ code }) => elsewhere.includes(code));
  if (names.length === 0) return [];
  const layer: LayerSpecification = {
    id: 'names-elsewhere',
    type: 'symbol',
    source,
    minzoom: 2,
    maxzoom: 7,
    filter: ['==', ['get', 'code'], ['get', 'jurisdiction']],
    layout: {
      ...textLayout(nameOfCode(names.map(({ code, name }) => [code, nameInLanguage(language, code, name)]))),
      'text-size': ['interpolate', ['linear'], ['zoom'], 3, 10.5, 7, 13],
      'text-variable-anchor-offset': ['center', [0, -1.6], 'center', [0, 1.6], 'center', [0, 0]],
    },
    paint: { 'text-color': theme.ink2, 'text-halo-color': theme.land, 'text-halo-width': 1.8, 'text-halo-blur': 0.4 },
  };
  return [layer];
}

function named(elsewhere: readonly string[]): readonly Region[] {
  return elsewhere.length === 0
    ? drawnRegions
    : [...drawnRegions, ...regions.filter(({ jurisdiction: code }) => isNew(code, elsewhere))];
}

const withRegions: ReadonlySet<string> = new Set(drawnRegions.map(({ jurisdiction }) => jurisdiction));
const isNew = (code: string, elsewhere: readonly string[]) => elsewhere.includes(code) && !withRegions.has(code);
