import type { LayerSpecification, VariableAnchorOffsetCollectionSpecification } from 'maplibre-gl';
import { sourceNames } from '../map-sources.ts';
import type { MapTheme } from '../map-theme.ts';
import { nameOfCode, textLayout } from './name-text.ts';

/** Names of jurisdictions in the language of the interface, by code. */
export type JurisdictionNames = Readonly<Record<string, { readonly name: string; readonly monitored: boolean }>>;

/** Steps away from a point in ems, and the directions they are taken in; sideways steps are longer, since names are wide. */
const steps = [0.8, 1.2, 1.6, 2, 2.5, 3.2, 4, 5];
const directions = [
  [0, -1],
  [0, 1],
  [1.5, 0],
  [-1.5, 0],
  [0.8, -0.9],
  [-0.8, -0.9],
  [0.8, 0.9],
  [-0.8, 0.9],
] as const;

/**
 * Where a name may stand: at its point, else at the nearest free place around it, in ems. Figures are placed before the
 * names (they lie above), so a name steps aside for them.
 */
const places: VariableAnchorOffsetCollectionSpecification = [
  'center',
  [0, 0],
  ...steps
    .flatMap((step) => directions.map(([x, y]): [number, number] => [x * step, y * step]))
    .sort((one, other) => Math.hypot(...one) - Math.hypot(...other))
    .flatMap((offset): [string, [number, number]] => ['center', offset]),
];

/** Names of the jurisdictions, monitored ones in stronger ink and before the others where room is scarce. */
export function nameLayers(theme: MapTheme, names: JurisdictionNames): LayerSpecification[] {
  const codes = Object.keys(names);
  const monitored = codes.filter((code) => names[code]?.monitored);
  const text = nameOfCode(Object.entries(names).map(([code, { name }]) => [code, name]));
  const paint = { 'text-halo-width': 1.4, 'text-halo-blur': 0.4 };
  return [
    {
      id: 'context-names',
      type: 'symbol',
      source: sourceNames.names,
      filter: ['!', ['in', ['get', 'code'], ['literal', monitored]]],
      layout: {
        ...textLayout(text),
        'text-size': ['interpolate', ['linear'], ['zoom'], 3, 10.5, 7, 13],
        'text-variable-anchor-offset': places,
      },
      paint: { ...paint, 'text-color': theme.ink2, 'text-halo-color': theme.land },
    },
    {
      id: 'monitored-names',
      type: 'symbol',
      source: sourceNames.names,
      minzoom: 4,
      filter: ['in', ['get', 'code'], ['literal', monitored]],
      layout: {
        ...textLayout(text),
        'text-size': ['interpolate', ['linear'], ['zoom'], 4, 11, 7, 14.5],
        // A long name reads better in one line; a shorter one finds a place more easily in two.
        'text-max-width': ['case', ['>', ['length', text], 16], 20, 6],
        'text-variable-anchor-offset': places,
        // Never left out: where no place is free, the figures lie over a part of it.
        'text-overlap': 'always',
      },
      paint: { ...paint, 'text-color': theme.ink, 'text-halo-color': theme.core },
    },
  ];
}
