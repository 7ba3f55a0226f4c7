import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { mapFont } from '../map-font-name.ts';
import { sourceNames } from '../map-sources.ts';
import type { MapTheme } from '../map-theme.ts';

/** Names of jurisdictions in the language of the interface, by code. */
export type JurisdictionNames = Readonly<Record<string, { readonly name: string; readonly monitored: boolean }>>;

type TextLayout = NonNullable<SymbolLayerSpecification['layout']>;

/**
 * Where a name may stand: at its point, else at the nearest free place around it, in ems. Figures are placed before the
 * names (they lie above), so a name steps aside for them.
 */
const places: NonNullable<TextLayout['text-variable-anchor-offset']> = [1, 2, 3.2, 4.5].reduce<(string | [number, number])[]>(
  (all, distance) => [
    ...all,
    ...[
      [0, -1],
      [0, 1],
      [1, 0],
      [-1, 0],
      [0.8, -0.8],
      [-0.8, -0.8],
      [0.8, 0.8],
      [-0.8, 0.8],
    ].flatMap(([x = 0, y = 0]): [string, [number, number]] => ['center', [x * distance * 1.4, y * distance]]),
  ],
  ['center', [0, 0]],
) as NonNullable<TextLayout['text-variable-anchor-offset']>;

/** Names of the jurisdictions, monitored ones in stronger ink and before the others where room is scarce. */
export function nameLayers(theme: MapTheme, names: JurisdictionNames): LayerSpecification[] {
  const codes = Object.keys(names);
  const monitored = codes.filter((code) => names[code]?.monitored);
  const text = nameExpression(names);
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
        'text-variable-anchor-offset': places,
      },
      paint: { ...paint, 'text-color': theme.ink, 'text-halo-color': theme.core },
    },
  ];
}

function textLayout(text: ExpressionSpecification): TextLayout {
  return {
    'text-field': text,
    'text-font': [mapFont],
    'text-letter-spacing': 0.04,
    'text-max-width': 9,
    'text-padding': 3,
    'text-justify': 'center',
  };
}

function nameExpression(names: JurisdictionNames): ExpressionSpecification {
  const branches = Object.entries(names).flatMap(([code, { name }]) => [code, name]);
  return ['match', ['get', 'code'], ...branches, ''] as unknown as ExpressionSpecification;
}
