import { jurisdictions } from '@monitor/geography';
import address from '@monitor/geography/data/basemap-labels.json?url';
import type { LayerSpecification, VariableAnchorOffsetCollectionSpecification } from 'maplibre-gl';
import type { MapLayer, MapStyleInput } from '../map-layer.ts';
import { nameInLanguage, nameOfCode, textLayout } from './name-text.ts';

/** Points with `code` and `room`, where a jurisdiction's name reads best. */
const source = 'names';

/** Names of the jurisdictions, monitored ones in stronger ink and before the others where room is scarce. */
export const jurisdictionNames: MapLayer = {
  sources: () => ({ [source]: { type: 'geojson', data: address } }),
  draw: nameLayers,
};

/** Names are wide, so a step to the side counts for less than one up or down; up is a little better than down. */
function effort([x, y]: readonly [number, number]): number {
  return Math.hypot(x / 1.15, y > 0 ? y * 1.15 : y);
}

/**
 * Where a name may stand: at its point, else at the nearest free place around it, in ems. Figures are placed before the
 * names (they lie above), so a name steps aside for them.
 * @param farthest effort beyond which a name would be taken for another's.
 */
function placesWithin(farthest: number): VariableAnchorOffsetCollectionSpecification {
  const steps = (length: number, step: number) => Array.from({ length: 2 * length + 1 }, (_, index) => (index - length) * step);
  return steps(7, 1)
    .flatMap((x) => steps(12, 0.5).map((y): [number, number] => [x, y]))
    .filter((offset) => effort(offset) <= farthest)
    .sort((one, other) => effort(one) - effort(other))
    .flatMap((offset): [string, [number, number]] => ['center', offset]);
}

function nameLayers({ theme, language, narrow }: MapStyleInput): LayerSpecification[] {
  const monitored = jurisdictions.filter((one) => one.monitored).map(({ code }) => code);
  const text = nameOfCode(jurisdictions.map(({ code, name }) => [code, nameInLanguage(language, code, name)]));
  const paint = { 'text-halo-width': 1.8, 'text-halo-blur': 0.4 };
  return [
    {
      id: 'context-names',
      type: 'symbol',
      source,
      filter: ['!', ['in', ['get', 'code'], ['literal', monitored]]],
      layout: {
        ...textLayout(text),
        'text-size': ['interpolate', ['linear'], ['zoom'], 3, 10.5, 7, 13],
        'text-variable-anchor-offset': placesWithin(1.6),
      },
      paint: { ...paint, 'text-color': theme.ink2, 'text-halo-color': theme.land },
    },
    {
      id: 'monitored-names',
      type: 'symbol',
      source,
      minzoom: 4,
      filter: ['in', ['get', 'code'], ['literal', monitored]],
      layout: {
        ...textLayout(text),
        'text-size': ['interpolate', ['linear'], ['zoom'], 4, 11, 7, 14.5],
        // Where there is room, a long name reads better in one line; a shorter one finds a place more easily in two.
        'text-max-width': narrow ? 7 : ['case', ['>', ['length', text], 16], 20, 6],
        'text-variable-anchor-offset': placesWithin(6),
        // The smallest first: it has the fewest places to go.
        'symbol-sort-key': ['get', 'room'],
        // Never left out: where no place is free, the figures lie over a part of it.
        'text-overlap': 'always',
      },
      paint: { ...paint, 'text-color': theme.ink, 'text-halo-color': theme.core },
    },
  ];
}
