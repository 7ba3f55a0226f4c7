import address from '@monitor/geography/data/basemap-land.json?url';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapLayer } from '../map-layer.ts';
import type { MapTheme } from '../map-theme.ts';
import { elsewhereSources, elsewhereWith, isKind } from './elsewhere.ts';
import { outlines } from './outlines.ts';

/** Polygons with `code` and `monitored`. */
export const landSource = 'land';

const isMonitored: ExpressionSpecification = ['==', ['get', 'monitored'], true];

/** Sea everywhere, land on it, the monitored jurisdictions lighter; or what the operator has set in their place or on them. */
export const land: MapLayer = {
  sources: (input) => ({ [landSource]: outlines(address), ...elsewhereSources('land', input), ...input.basemap?.sources }),
  draw: ({ theme, basemap, elsewhere }) => [
    ...(basemap?.covers ? [] : ownLand(theme, elsewhere)),
    ...(basemap?.layers(theme) ?? []),
  ],
};

function ownLand(theme: MapTheme, elsewhere: readonly string[]): LayerSpecification[] {
  const finer = elsewhereWith('land', { elsewhere });
  const isCoarse: ExpressionSpecification = ['!', ['in', ['get', 'code'], ['literal', finer.map(({ code }) => code)]]];
  const isOther: ExpressionSpecification = ['!', isMonitored];
  // Two layers, since a colour that depended on the data would need new tiles for each theme, which paper does not wait for.
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': theme.sea } },
    {
      id: 'land',
      type: 'fill',
      source: landSource,
      filter: finer.length === 0 ? isOther : ['all', isOther, isCoarse],
      paint: { 'fill-color': theme.land },
    },
    ...finer.map(({ code, source }): LayerSpecification => ({
      id: `land-${code}`,
      type: 'fill',
      source,
      filter: isKind('land'),
      paint: { 'fill-color': theme.core },
    })),
    { id: 'monitored-land', type: 'fill', source: landSource, filter: isMonitored, paint: { 'fill-color': theme.core } },
  ];
}
